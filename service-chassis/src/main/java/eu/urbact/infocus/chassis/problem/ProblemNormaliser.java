package eu.urbact.infocus.chassis.problem;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Gives every problem, whoever raised it, a type from the catalogue and the same member {@code errors}, and takes away details
 * that a library has written (they may repeat what the caller sent).
 */
@ApplicationScoped
class ProblemNormaliser implements ProblemPostProcessor {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final int RETRY_AFTER_SECONDS = 3;

    private static final String VIOLATIONS = "violations";

    /** What is found of a body that is not there. */
    private static final List<FieldError> NO_BODY = List.of(new FieldError("", "must not be null"));

    private final CurrentVertxRequest current;

    ProblemNormaliser(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Before the library's own processors: what they log must be what is answered. */
    @Override
    public int priority() {
        return 1_000;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null && problem.getType().toString().startsWith("urn:infocus:")) {
            return problem;
        }
        if (problem.getParameters().containsKey(VIOLATIONS)) {
            List<FieldError> errors = fieldErrors(problem.getParameters());
            return errors.equals(NO_BODY)
                    ? Problems.of(CommonProblem.INVALID, "Send a JSON document as the body.")
                    : Problems.invalid(errors);
        }
        if (problem.getStatusCode() >= 500 && isStale(context.cause)) {
            return Problems.of(CommonProblem.STALE, "Read it again, then decide again.");
        }
        if (problem.getStatusCode() >= 500 && isRefused(context.cause, UNIQUE_VIOLATION)) {
            return Problems.of(CommonProblem.CONFLICT, "There is one already. Read it, then decide again.");
        }
        if (problem.getStatusCode() >= 500 && isRefused(context.cause, FOREIGN_KEY_VIOLATION)) {
            return Problems.of(
                    CommonProblem.CONFLICT,
                    "Something that belongs to it was added or removed. Read it, then decide again.");
        }
        if (problem.getStatusCode() >= 500 && DependencyDown.isBehind(context.cause)) {
            return Problems.builder(CommonProblem.BUSY)
                    .withDetail("Something we depend on is busy or away. Nothing was changed.")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        Optional<JacksonException> unmapped = unmapped(problem, context.cause);
        if (unmapped.isPresent()) {
            return MismatchedInputMapper.problem(unmapped.get());
        }
        List<FieldError> unreadable = unreadableParameters(context.cause);
        if (!unreadable.isEmpty()) {
            return Problems.invalid(unreadable);
        }
        ProblemType type = CommonProblem.ofStatus(problem.getStatusCode());
        HttpProblem.Builder normal = Problems.builder(type).withStatus(problem.getStatusCode());
        CommonProblem.hint(type).ifPresent(normal::withDetail);
        Object field = problem.getParameters().get("field");
        if (field != null) {
            List<FieldError> errors =
                    List.of(new FieldError(field.toString(), MismatchedInputMapper.message(context.cause)));
            normal.withDetail(Problems.detail(errors)).with(Problems.ERRORS, errors);
        }
        problem.getHeaders().forEach(normal::withHeader);
        return normal.build();
    }

    /** What no mapper is asked about, because the framework has wrapped it: what is no JSON, or a number that is too large for its field. */
    private static Optional<JacksonException> unmapped(HttpProblem problem, Throwable failure) {
        return problem.getStatusCode() != 400
                ? Optional.empty()
                : Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(JacksonException.class::isInstance)
                        .map(JacksonException.class::cast)
                        .findFirst();
    }

    /**
     * The query parameters that could not be read. The framework says of them the same as of an address that does not exist, and only the
     * cause tells what it stumbled over.
     */
    private List<FieldError> unreadableParameters(Throwable failure) {
        if (!(failure instanceof NotFoundException)
                || failure.getCause() == null
                || failure.getCause().getMessage() == null
                || current.getCurrent() == null) {
            return List.of();
        }
        String message = failure.getCause().getMessage();
        // what stands in the path, too, may be the one that could not be read: then the address does not exist
        Set<String> path =
                new HashSet<>(List.of(current.getCurrent().request().path().split("/")));
        return current.getCurrent().queryParams().entries().stream()
                .filter(parameter -> !parameter.getValue().isEmpty() && !path.contains(parameter.getValue()))
                .filter(parameter -> Stream.of(
                                "." + parameter.getValue(),
                                ": " + parameter.getValue(),
                                "\"" + parameter.getValue() + "\"")
                        .anyMatch(message::endsWith))
                .map(parameter -> new FieldError(parameter.getKey(), "cannot be read"))
                .toList();
    }

    private static String field(Violation violation) {
        return Objects.toString(violation.field, "")
                .replaceAll("(\\[\\])?\\.<(list element|map value|iterable element)>", "");
    }

    /** By name, so that the chassis needs no persistence provider: two transactions have changed the same row. */
    private static boolean isStale(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause.getClass().getName().equals("jakarta.persistence.OptimisticLockException"));
    }

    /** A constraint of the database has refused what a check before had let pass, because two came at the same moment. */
    private static boolean isRefused(Throwable failure, String violation) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && violation.equals(sql.getSQLState()));
    }

    private static List<FieldError> fieldErrors(Map<String, Object> parameters) {
        // two constraints may say the same of one value
        Set<FieldError> errors = new LinkedHashSet<>();
        if (parameters.get(VIOLATIONS) instanceof Iterable<?> violations) {
            for (Object violation : violations) {
                if (violation instanceof Violation one) {
                    errors.add(new FieldError(field(one), one.message));
                }
            }
        }
        return errors.stream()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }
}
