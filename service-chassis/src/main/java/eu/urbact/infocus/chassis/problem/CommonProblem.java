package eu.urbact.infocus.chassis.problem;

/** The problems that every service knows. */
public enum CommonProblem implements ProblemType {
    MALFORMED("malformed", "The request could not be read", 400),
    INVALID("invalid", "The request has invalid values", 422),
    UNAUTHENTICATED("unauthenticated", "You are not signed in", 401),
    FORBIDDEN("forbidden", "You may not do this", 403),
    NOT_FOUND("not-found", "There is no such thing, or you may not see it", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "This cannot be done here", 405),
    NOT_ACCEPTABLE("not-acceptable", "There is no answer in the form you ask for", 406),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The request is in a form that is not understood", 415),
    TOO_LARGE("too-large", "The request is too large", 413),
    STALE("stale", "Somebody has changed it in the meantime", 412),
    PRECONDITION_REQUIRED("precondition-required", "The request must say which version it changes", 428),
    IDEMPOTENCY_KEY_IN_USE("idempotency-key-in-use", "A request with this key is still running", 409),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", "This key was used for another request", 422),
    BUSY("busy", "Too many at once, please try again", 503),
    INTERNAL("internal", "Something went wrong on our side", 500);

    private final String code;
    private final String title;
    private final int status;

    CommonProblem(String code, String title, int status) {
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
