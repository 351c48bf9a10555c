package eu.urbact.infocus.chassis.problem;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;

import eu.urbact.infocus.chassis.outcome.Outcome;

/** Turns refusals into RFC 9457 problem details, at the edge of the service and nowhere else. */
public final class Problems {

    /** The member that lists the fields a problem is about. */
    public static final String ERRORS = "errors";

    private static final String TYPE_PREFIX = "urn:infocus:problem:";

    private Problems() {}

    /** The problem's type as it stands on the wire. */
    public static URI uri(ProblemType type) {
        return URI.create(TYPE_PREFIX + type.code());
    }

    static HttpProblem.Builder builder(ProblemType type) {
        return HttpProblem.builder().withType(uri(type)).withTitle(type.title()).withStatus(type.status());
    }

    /** A problem of this type; {@code detail} is about this one case and holds no personal data. */
    public static HttpProblem of(ProblemType type, String detail) {
        return builder(type).withDetail(detail).build();
    }

    /**
     * A problem of this type with more members that callers may rely on.
     *
     * @param members by name; none of them holds personal data of those whom the service is about
     */
    public static HttpProblem of(ProblemType type, String detail, Map<String, ?> members) {
        HttpProblem.Builder problem = builder(type).withDetail(detail);
        members.forEach(problem::with);
        return problem.build();
    }

    /** Somebody else's object and a missing one are answered with exactly this. */
    public static HttpProblem notFound() {
        return builder(CommonProblem.NOT_FOUND).build();
    }

    /** Answers with {@link #notFound()} unless something was found. For resources only. */
    public static void requireFound(Optional<?> found) {
        if (found.isEmpty()) {
            throw notFound();
        }
    }

    /** Whoever asks has asked too often and may try again after this time (429 with {@code Retry-After}). */
    public static HttpProblem tooMany(Duration wait) {
        return builder(CommonProblem.TOO_MANY)
                .withDetail("Wait a little, then try again. Nothing was changed.")
                .withHeader(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    /** Values that cannot be accepted, field by field (422). */
    public static HttpProblem invalid(List<FieldError> errors) {
        return builder(CommonProblem.INVALID)
                .withDetail(detail(errors))
                .with(ERRORS, errors)
                .build();
    }

    /** The value of a done outcome; a refused one becomes its problem. For resources only. */
    public static <T> T orThrow(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
        throw of(refused.type(), refused.detail());
    }

    static String detail(List<FieldError> errors) {
        return errors.size() == 1 ? "One field needs attention." : errors.size() + " fields need attention.";
    }
}
