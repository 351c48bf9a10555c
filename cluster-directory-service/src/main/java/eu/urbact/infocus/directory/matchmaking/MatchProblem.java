package eu.urbact.infocus.directory.matchmaking;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** Why a match is not explained. */
public final class MatchProblem {

    /** It was computed of a version of the data, or by formulas, that are gone. */
    public static final ProblemType VERSION_NOT_KEPT =
            new ProblemType("version-not-kept", "Matches of this version cannot be computed again", 410);

    private MatchProblem() {}
}
