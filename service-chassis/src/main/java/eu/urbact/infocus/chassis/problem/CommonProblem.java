package eu.urbact.infocus.chassis.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The problems that every service knows. */
public final class CommonProblem {

    public static final ProblemType MALFORMED = new ProblemType("malformed", "The request could not be read", 400);
    public static final ProblemType INVALID = new ProblemType("invalid", "The request has invalid values", 422);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", "You are not signed in", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", "You may not do this", 403);
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", "There is no such thing, or you may not see it", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "This cannot be done here", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "There is no answer in the form you ask for", 406);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "The request is in a form that is not understood", 415);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", "The request is too large", 413);
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", "Somebody has done this at the same moment", 409);
    public static final ProblemType STALE = new ProblemType("stale", "Somebody has changed it in the meantime", 412);
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", "The request must say which version it changes", 428);
    public static final ProblemType REQUEST_ERASED =
            new ProblemType("request-erased", "What this request was about, or part of it, was erased since", 409);
    public static final ProblemType IDEMPOTENCY_KEY_IN_USE =
            new ProblemType("idempotency-key-in-use", "A request with this key is still running", 409);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", "This key was used for another request", 422);
    public static final ProblemType TOO_MANY =
            new ProblemType("too-many-requests", "Too many requests from the same place", 429);
    public static final ProblemType BUSY = new ProblemType("busy", "Too many at once, please try again", 503);
    public static final ProblemType INTERNAL = new ProblemType("internal", "Something went wrong on our side", 500);

    /** What a status says when nobody has said more. */
    private static final List<ProblemType> BY_STATUS = List.of(
            MALFORMED,
            UNAUTHENTICATED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
            STALE,
            TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            INVALID,
            PRECONDITION_REQUIRED,
            TOO_MANY,
            BUSY,
            INTERNAL);

    /** How to go on where a refusal does not depend on what the request was about. */
    private static final Map<ProblemType, String> HINTS = Map.of(
            FORBIDDEN, "It needs an account with another role.",
            METHOD_NOT_ALLOWED, "The API's description names the methods that can be used at this address.",
            NOT_ACCEPTABLE, "Ask for one of the media types that the API's description names here.",
            UNSUPPORTED_MEDIA_TYPE, "Send it as one of the media types that the API's description names here.");

    private CommonProblem() {}

    static Optional<String> hint(ProblemType type) {
        return Optional.ofNullable(HINTS.get(type));
    }

    static ProblemType ofStatus(int status) {
        return BY_STATUS.stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status < 500 ? MALFORMED : INTERNAL);
    }
}
