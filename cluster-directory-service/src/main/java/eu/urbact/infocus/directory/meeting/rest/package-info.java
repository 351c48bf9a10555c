/** The organisers' requests about the meetings of a workshop. */
package eu.urbact.infocus.directory.meeting.rest;
