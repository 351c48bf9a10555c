package eu.urbact.infocus.chassis.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String UNEXPECTED = "This value is not of the expected kind.";
    private static final String MOMENT = "This must be a day and a time like 2016-11-23T09:00:00Z.";
    private static final String WHOLE_NUMBER = "This must be a whole number.";
    private static final String YES_OR_NO = "This must be true or false.";

    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(LocalDate.class, "This must be a day like 2016-11-23."),
            Map.entry(LocalTime.class, "This must be a time like 09:00."),
            Map.entry(LocalDateTime.class, "This must be a day and a time like 2016-11-23T09:00:00."),
            Map.entry(Instant.class, MOMENT),
            Map.entry(OffsetDateTime.class, MOMENT),
            Map.entry(UUID.class, "This must be an identifier like 01893f5e-5f6a-7c3b-9d8e-2f1a4b6c8d0e."),
            Map.entry(String.class, "This must be a text."),
            Map.entry(int.class, WHOLE_NUMBER),
            Map.entry(Integer.class, WHOLE_NUMBER),
            Map.entry(long.class, WHOLE_NUMBER),
            Map.entry(Long.class, WHOLE_NUMBER),
            Map.entry(boolean.class, YES_OR_NO),
            Map.entry(Boolean.class, YES_OR_NO));

    /** A longer one is in the description of the interface. */
    private static final int LONGEST_CHOICE = 20;

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
        return cause instanceof MismatchedInputException unreadable && unreadable.getTargetType() != null
                ? expected(unreadable.getTargetType())
                : UNEXPECTED;
    }

    private static String expected(Class<?> type) {
        if (type.isEnum() && type.getEnumConstants().length <= LONGEST_CHOICE) {
            return Stream.of(type.getEnumConstants())
                    .map(choice -> ((Enum<?>) choice).name())
                    .collect(Collectors.joining(", ", "This must be one of ", "."));
        }
        return EXPECTED.getOrDefault(type, UNEXPECTED);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
