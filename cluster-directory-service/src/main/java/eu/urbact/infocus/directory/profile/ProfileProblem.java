package eu.urbact.infocus.directory.profile;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What is refused about profiles. */
public final class ProfileProblem {

    /** The profile is in another state than the request needs. */
    public static final ProblemType PROFILE_STATE =
            new ProblemType("profile-state", "The profile is not in a state for this", 409);

    /** The cluster has a profile already. */
    public static final ProblemType PROFILE_EXISTS =
            new ProblemType("profile-exists", "This cluster has a profile already", 409);

    /** In the meantime the directory has got a cluster of another city under the profile's id. */
    public static final ProblemType PROFILE_ID_TAKEN =
            new ProblemType("profile-id-taken", "The directory shows a cluster of another city under this id", 409);

    /** The cluster was taken out of the directory. */
    public static final ProblemType PROFILE_WITHDRAWN =
            new ProblemType("profile-withdrawn", "The cluster was taken out of the directory", 409);

    private ProfileProblem() {}
}
