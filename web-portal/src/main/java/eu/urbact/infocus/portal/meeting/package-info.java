/**
 * The organisers' pages about the meetings of a workshop: who is in the room, what they offer and need, and the plan on paper; and the
 * page on which a person with a place says for themselves what they offer and look for.
 */
package eu.urbact.infocus.portal.meeting;
