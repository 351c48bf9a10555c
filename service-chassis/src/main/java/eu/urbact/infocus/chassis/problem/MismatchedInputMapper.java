package eu.urbact.infocus.chassis.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A body that is no JSON, has unknown fields, or values of another kind than expected: 400, naming the field. */
class MismatchedInputMapper {

    @ServerExceptionMapper
    Response map(MismatchedInputException mismatch) {
        return malformed(mismatch);
    }

    @ServerExceptionMapper
    Response map(JacksonException unreadable) {
        return malformed(unreadable);
    }

    private static Response malformed(JacksonException cause) {
        return problem(cause).toResponse();
    }

    static HttpProblem problem(JacksonException cause) {
        HttpProblem.Builder problem = Problems.builder(CommonProblem.MALFORMED);
        String path = cause instanceof JsonMappingException mapping ? path(mapping) : "";
        if (path.isEmpty()) {
            problem.withDetail("The body is not the JSON document that is expected here.");
        } else {
            List<FieldError> errors = List.of(new FieldError(path, message(cause)));
            problem.withDetail(Problems.detail(errors)).with(Problems.ERRORS, errors);
        }
        return problem.build();
    }

    /** What is said of a value that cannot be read, to whoever sent it. */
    static String message(Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException) {
            return "There is no such field.";
        }
        if (cause instanceof InputCoercionException || cause.getCause() instanceof InputCoercionException) {
            return "This number is too large or too small.";
        }
        return cause instanceof MismatchedInputException unreadable
                        && LocalDate.class.equals(unreadable.getTargetType())
                ? "This must be a day like 2016-11-23."
                : "This value is not of the expected kind.";
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
