/**
 * Workshops as the event-service announces them.
 */
package eu.urbact.infocus.registration.programmeview.events;
