/**
 * Telling that the workshop of a person with a place has moved.
 */
package eu.urbact.infocus.registration.calendar.events;
