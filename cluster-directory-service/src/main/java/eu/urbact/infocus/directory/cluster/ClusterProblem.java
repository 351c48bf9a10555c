package eu.urbact.infocus.directory.cluster;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What is refused about clusters. */
public final class ClusterProblem {

    /** The cluster is in the directory no longer. */
    public static final ProblemType CLUSTER_WITHDRAWN =
            new ProblemType("cluster-withdrawn", "This cluster was taken out of the directory", 410);

    /** It was taken out before, or is not taken out. */
    public static final ProblemType WITHDRAWAL_STATE =
            new ProblemType("withdrawal-state", "The cluster is not in a state for this", 409);

    /** Another cluster of the city took its name while it was out. */
    public static final ProblemType NAME_TAKEN =
            new ProblemType("cluster-name-taken", "Another cluster of the city has this name", 409);

    private ClusterProblem() {}
}
