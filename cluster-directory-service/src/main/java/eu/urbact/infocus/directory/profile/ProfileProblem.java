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

    private ProfileProblem() {}
}
