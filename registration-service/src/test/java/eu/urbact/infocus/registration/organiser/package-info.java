/** Tests of the organisers as colleagues. */
package eu.urbact.infocus.registration.organiser;
