/**
 * The entry as a file, behind the signed link.
 */
package eu.urbact.infocus.registration.calendar.rest;
