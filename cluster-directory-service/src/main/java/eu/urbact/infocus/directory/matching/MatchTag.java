package eu.urbact.infocus.directory.matching;

import java.time.LocalDate;

/**
 * One statement about one side of a match.
 *
 * @param code code in the taxonomy of its facet; one that the taxonomy does not hold has no effect
 * @param level strength, from 1
 * @param confidence how sure it is: 1 is documented, 0 is worthless
 * @param source who says so
 * @param date day on which that was last looked up, or null
 * @param uncertain whether it is still to be verified; it enters no score and goes along, so that readers are told
 */
public record MatchTag(String code, int level, double confidence, String source, LocalDate date, boolean uncertain) {

    /** A statement that needs no verification. */
    public MatchTag(String code, int level, double confidence, String source, LocalDate date) {
        this(code, level, confidence, source, date, false);
    }

    /** Checks the ranges. */
    public MatchTag {
        if (level < 1 || confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("level from 1, confidence from 0 to 1: " + code);
        }
    }
}
