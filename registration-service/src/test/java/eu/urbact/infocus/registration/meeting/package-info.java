/** Tests of what the main package of the same name promises. */
package eu.urbact.infocus.registration.meeting;
