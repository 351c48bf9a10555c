package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A service's refusal (RFC 9457).
 *
 * @param type stable name, such as {@code urn:infocus:problem:bucket-full}
 * @param title what it is
 * @param status HTTP status
 * @param detail what happened here; for people
 * @param errors what is wrong with which field
 * @param by who was quicker, when that is the reason; or null
 * @param at when they were, or null
 * @param yourself whether it was whoever is refused now; null when that is not said
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        String by,
        Instant at,
        Boolean yourself) {

    private static final String PREFIX = "urn:infocus:problem:";

    private static final String ERASED_SINCE =
            "What you sent with this form was done before, and it, or part of it, has been erased since."
                    + " So it was not done again. If you mean it anew, send the form once more.";

    /** Completes what a service left out. */
    public Problem {
        type = type == null ? "about:blank" : type;
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A refusal that is about nobody who was quicker. */
    public Problem(String type, String title, int status, String detail, List<FieldError> errors) {
        this(type, title, status, detail, errors, null, null, null);
    }

    /** A refusal about which nothing else is known. */
    public static Problem ofStatus(int status) {
        return new Problem(null, null, status, null, null);
    }

    /** The last part of the type, such as {@code bucket-full}; empty when the service gave none. */
    public String code() {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }

    /** Whether the cluster that was asked about was taken out of the directory; the detail says why. */
    public boolean isWithdrawnCluster() {
        return code().equals("cluster-withdrawn");
    }

    /** Whether what came of the same form before was erased since. Nothing is done any more under the form's key. */
    public boolean isErasedSince() {
        return code().equals("request-erased");
    }

    /** Whether the same person has changed it before, perhaps to something else, with a second click or in another window. */
    public boolean isOwnRepetition() {
        return Boolean.TRUE.equals(yourself);
    }

    /** The status of a page that shows a form again: a malformed field is for whoever is in front of the form the same as a wrong one. */
    public int formStatus() {
        return status == 400 ? 422 : status;
    }

    /** A sentence for people: the detail, or the title, or nothing. */
    public String sentence() {
        if (isErasedSince()) {
            // the service speaks to whoever has sent the key, and a person knows of none
            return ERASED_SINCE;
        }
        return detail != null && !detail.isBlank() ? detail : title == null ? "" : title;
    }

    /**
     * What is wrong with one field.
     *
     * @param field name in the service's request
     * @param message for people
     */
    public record FieldError(String field, String message) {

        /**
         * One as it is answered. Where it stands in a text file, by line and column, is said first; in a table the column has a name,
         * and the field says both.
         */
        @JsonCreator
        static FieldError of(
                @JsonProperty("field") String field,
                @JsonProperty("message") String message,
                @JsonProperty("line") Integer line,
                @JsonProperty("column") Object column) {
            return new FieldError(
                    field,
                    line != null && column instanceof Number
                            ? "Line " + line + ", column " + column + ": " + message
                            : message);
        }

        /** Completes what a service left out. */
        public FieldError {
            field = field == null ? "" : field;
            message = message == null ? "" : message;
        }
    }
}
