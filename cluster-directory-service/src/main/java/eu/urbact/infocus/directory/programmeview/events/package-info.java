/** The programme's events, as far as this service listens to them. */
package eu.urbact.infocus.directory.programmeview.events;
