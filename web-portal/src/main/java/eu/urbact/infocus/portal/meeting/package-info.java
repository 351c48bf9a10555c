/** The organisers' pages about the meetings of a workshop: who is in the room, what they offer and need, and the plan on paper. */
package eu.urbact.infocus.portal.meeting;
