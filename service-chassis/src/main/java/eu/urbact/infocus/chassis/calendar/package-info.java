/**
 * An appointment as iCalendar. Several services tell of the same one, and a calendar must see that it is the same.
 */
package eu.urbact.infocus.chassis.calendar;
