package eu.urbact.infocus.directory.matching;

/**
 * A score with how sure it is; {@code low <= score <= fit <= high}.
 *
 * @param score each term counted by the confidence of its tags
 * @param low documented tags and levers only
 * @param high every tag taken at its word, and what is unknown at its best
 * @param fit every tag taken at its word, what is unknown at nothing
 */
public record Rating(double score, double low, double high, double fit) {}
