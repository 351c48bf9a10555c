/**
 * What this service remembers of the programme: which workshop takes place in which city, and when. The facts belong to
 * event-service; they come by its events and are kept only to be shown on the page of a city, and to tell for which workshops and days
 * meetings can be set up.
 */
package eu.urbact.infocus.directory.programmeview;
