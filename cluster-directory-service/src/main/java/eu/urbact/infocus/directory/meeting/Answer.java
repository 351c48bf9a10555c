package eu.urbact.infocus.directory.meeting;

import eu.urbact.infocus.directory.meeting.Wishes.Topic;

/**
 * A need, and the offer that comes nearest to it.
 *
 * @param need what one side looks for
 * @param offer what the other side has
 * @param similarity how near they are, above 0 to 1, where 1 is the same
 */
public record Answer(Topic need, Topic offer, double similarity) {}
