/**
 * The door's API: for the desk, for organisers, and for the person behind a signed link.
 */
package eu.urbact.infocus.registration.attendance.rest;
