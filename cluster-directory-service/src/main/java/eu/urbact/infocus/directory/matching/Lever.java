package eu.urbact.infocus.directory.matching;

/**
 * A competence serves an activity; so do all competences narrower than it.
 *
 * @param competence code of the competence
 * @param division code of the NACE division it serves
 * @param strength between 0 and 1
 * @param documented whether somebody showed it; otherwise it is left out of the low
 * @param uncertain whether it is still to be verified; it enters no score and goes along, so that readers are told
 */
public record Lever(String competence, String division, double strength, boolean documented, boolean uncertain) {

    /** A lever that needs no verification. */
    public Lever(String competence, String division, double strength, boolean documented) {
        this(competence, division, strength, documented, false);
    }

    /** Checks the range. */
    public Lever {
        if (strength < 0 || strength > 1) {
            throw new IllegalArgumentException("strength from 0 to 1: " + competence);
        }
    }
}
