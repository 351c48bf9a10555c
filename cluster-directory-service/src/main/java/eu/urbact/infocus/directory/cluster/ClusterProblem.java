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

    private ClusterProblem() {}
}
