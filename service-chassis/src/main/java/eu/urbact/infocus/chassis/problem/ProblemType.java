package eu.urbact.infocus.chassis.problem;

/**
 * A kind of problem that callers may rely on. Each service lists its own in one class, the catalogue.
 *
 * @param code stable, in kebab case, e.g. {@code bucket-full}; on the wire {@code urn:infocus:problem:bucket-full}
 * @param title a short summary for people that does not change from case to case
 * @param status the HTTP status it is answered with
 */
public record ProblemType(String code, String title, int status) {}
