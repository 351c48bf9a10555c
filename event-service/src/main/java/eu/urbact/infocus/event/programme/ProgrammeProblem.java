package eu.urbact.infocus.event.programme;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What can be refused about a programme. */
public enum ProgrammeProblem implements ProblemType {
    /** The draft is what was released last. */
    NOTHING_TO_RELEASE("nothing-to-release", "There is nothing to release", 409),
    /** The programme file has errors. */
    FILE_INVALID("programme-file-invalid", "The programme file has errors", 422);

    private final String code;
    private final String title;
    private final int status;

    ProgrammeProblem(String code, String title, int status) {
        this.code = code;
        this.title = title;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
