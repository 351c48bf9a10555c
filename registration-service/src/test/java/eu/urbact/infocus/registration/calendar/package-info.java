/** Tests of the entry for the own calendar. */
package eu.urbact.infocus.registration.calendar;
