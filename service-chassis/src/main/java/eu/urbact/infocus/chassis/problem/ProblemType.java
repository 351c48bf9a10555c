package eu.urbact.infocus.chassis.problem;

/** A kind of problem that callers may rely on. Each service lists its own in one enum, the catalogue. */
public interface ProblemType {

    /** Stable, in kebab case, e.g. {@code bucket-full}. On the wire: {@code urn:infocus:problem:bucket-full}. */
    String code();

    /** A short summary for people that does not change from case to case. */
    String title();

    /** The HTTP status it is answered with. */
    int status();
}
