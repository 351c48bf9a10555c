/** The own wishes for the meetings, behind the signed link. */
package eu.urbact.infocus.registration.meeting.rest;
