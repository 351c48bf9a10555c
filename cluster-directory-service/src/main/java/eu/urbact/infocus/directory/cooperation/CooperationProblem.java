package eu.urbact.infocus.directory.cooperation;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** Why something about a cooperation is refused. */
public final class CooperationProblem {

    /** Both clusters belong to one city, or one of them to no city of the network. */
    public static final ProblemType NOT_TWO_CITIES =
            new ProblemType("not-two-cities", "A cooperation needs clusters of two cities of the network", 409);

    /** Partners are suggested in other cities only. */
    public static final ProblemType NOT_A_SUGGESTION =
            new ProblemType("not-a-suggestion", "Partners are suggested in other cities only", 409);

    /** There is a proposal or a cooperation of the two already. */
    public static final ProblemType ALREADY_PROPOSED =
            new ProblemType("already-proposed", "These two clusters have a proposal or a cooperation already", 409);

    /** It has been answered, taken back or ended. */
    public static final ProblemType COOPERATION_CLOSED =
            new ProblemType("cooperation-closed", "This is not possible with the cooperation any more", 409);

    /** The other city has to do this. */
    public static final ProblemType OTHER_CITYS_TURN =
            new ProblemType("other-citys-turn", "This is for the other city to do", 409);

    private CooperationProblem() {}
}
