package eu.urbact.infocus.directory.matchmaking;

import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Provenance;

/**
 * A competence that serves an activity, with all competences narrower than it.
 *
 * @param competence id of the competence
 * @param division code of the NACE division
 * @param strength how well established that is
 * @param provenance who says so
 */
public record LeverEntry(String competence, String division, LeverStrength strength, Provenance provenance) {

    /**
     * What it is called in reports.
     *
     * @return both codes
     */
    public String id() {
        return competence + "/" + division;
    }

    /**
     * Whether somebody showed it. What was only concluded is not documented, whatever it is called.
     *
     * @return true when it belongs into the low
     */
    boolean isDocumented() {
        return strength == LeverStrength.DOCUMENTED && provenance.confidence() != Confidence.INFERRED;
    }
}
