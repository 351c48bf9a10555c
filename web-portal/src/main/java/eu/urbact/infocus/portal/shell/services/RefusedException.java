package eu.urbact.infocus.portal.shell.services;

import java.io.Serial;

/** The page cannot be shown, because a service refused the request, for example a filter with a value it does not know. */
public class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** A refusal with its reason. */
    public RefusedException(Problem problem) {
        super("A service refused with status " + problem.status(), null, false, false);
        this.problem = problem;
    }

    /** What the service said. */
    public Problem problem() {
        return problem;
    }
}
