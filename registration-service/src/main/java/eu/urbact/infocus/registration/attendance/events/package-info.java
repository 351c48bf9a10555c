/**
 * Who was there, told to other services without a word about the person.
 */
package eu.urbact.infocus.registration.attendance.events;
