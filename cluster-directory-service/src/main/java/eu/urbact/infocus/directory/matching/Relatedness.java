package eu.urbact.infocus.directory.matching;

/**
 * Two terms of one taxonomy are nearer than the tree says, both ways alike.
 *
 * @param facet {@link Facet#ACTIVITY} or {@link Facet#COMPETENCE}
 * @param one a code
 * @param other a code
 * @param similarity between 0 and 1
 * @param channel how they are related, such as {@code skill} or {@code input-output}
 * @param uncertain whether that is still to be verified
 */
public record Relatedness(Facet facet, String one, String other, double similarity, String channel, boolean uncertain) {

    /** The taxonomy that holds both terms. */
    public enum Facet {
        ACTIVITY,
        COMPETENCE
    }

    /** Checks the range. */
    public Relatedness {
        if (similarity < 0 || similarity > 1) {
            throw new IllegalArgumentException("similarity from 0 to 1: " + one + ", " + other);
        }
    }
}
