/**
 * The door: who of those with a place is there on which day, who came without one, and who never came. It must be quick and harmless to
 * repeat, because two desks, one queue and a weak network are the rule; and it takes no seat, because a place is granted by the organisers.
 */
package eu.urbact.infocus.registration.attendance;
