/** The facts of registration-service about places at workshops and what people want there, as far as this service listens to them. */
package eu.urbact.infocus.directory.meeting.events;
