package eu.urbact.infocus.event.programme;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What can be refused about a programme. */
public final class ProgrammeProblem {

    /** The draft is what was released last. */
    public static final ProblemType NOTHING_TO_RELEASE =
            new ProblemType("nothing-to-release", "There is nothing to release", 409);

    /** The programme file has errors. */
    public static final ProblemType FILE_INVALID =
            new ProblemType("programme-file-invalid", "The programme file has errors", 422);

    private ProgrammeProblem() {}
}
