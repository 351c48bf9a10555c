package eu.urbact.infocus.portal.shell.services;

import java.io.Serial;

/** A service answered with an error status. Becomes an {@link Answer}; never leaves this package. */
final class ServiceRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ServiceRefusal(Problem problem) {
        super("status " + problem.status() + " " + problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
