/** What is known here of the workshops. */
package eu.urbact.infocus.registration.programmeview;
