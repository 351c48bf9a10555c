/**
 * From a match to work done together: a city proposes a cooperation of two clusters, the other city answers, and both agree on next
 * steps, each with an owner and a day. Only the two cities see it, so nothing of it is told in an event. And what a city thinks of a
 * suggested partner: useful, not useful, or partners already. Everybody sees how often each was said, only the city itself of whom.
 */
package eu.urbact.infocus.directory.cooperation;
