/** What the directory must know to plan meetings, told without a word about the person. */
package eu.urbact.infocus.registration.meeting.events;
