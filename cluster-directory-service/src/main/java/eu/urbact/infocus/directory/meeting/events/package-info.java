/** The facts of registration-service about places at workshops, as far as this service listens to them. */
package eu.urbact.infocus.directory.meeting.events;
