/** The door. */
package eu.urbact.infocus.registration.attendance;
