/**
 * A place in the person's own calendar: one entry with the days of the workshop, in the time of its venue, for people who have a place.
 */
package eu.urbact.infocus.registration.calendar;
