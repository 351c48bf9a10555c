package eu.urbact.infocus.chassis.outcome;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What a policy says: allowed, or refused for a stated reason. */
public sealed interface Verdict {

    /** Nothing stands against it. */
    record Allowed() implements Verdict {}

    /** It is refused. {@code detail} says why in words for the caller and holds no personal data. */
    record Refused(ProblemType type, String detail) implements Verdict {}

    static Verdict allowed() {
        return new Allowed();
    }

    static Verdict refused(ProblemType type, String detail) {
        return new Refused(type, detail);
    }
}
