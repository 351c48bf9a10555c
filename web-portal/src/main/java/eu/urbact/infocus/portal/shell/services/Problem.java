package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Whose titles speak of the request, of which a person knows nothing. */
    private static final Set<String> ABOUT_THE_REQUEST = Set.of(
            "invalid",
            "malformed",
            "precondition-required",
            "too-large",
            "idempotency-key-in-use",
            "idempotency-key-reused");

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

    /** Whether too much was asked from where the person is, so that it has to be asked again later. */
    public boolean isSlowedDown() {
        return status == 429;
    }

    /** Whether the same person has changed it before, perhaps to something else, with a second click or in another window. */
    public boolean isOwnRepetition() {
        return Boolean.TRUE.equals(yourself);
    }

    /** The status of a page that shows a form again: a malformed field is for whoever is in front of the form the same as a wrong one. */
    public int formStatus() {
        return status == 400 ? 422 : status;
    }

    /**
     * What is said to people: the title, which is what it is, and the detail, which goes on from there. A title that the detail says
     * once more is left out. Empty when the service gave neither.
     */
    public String sentence() {
        if (isErasedSince()) {
            // the service speaks to whoever has sent the key, and a person knows of none
            return ERASED_SINCE;
        }
        if (!has(detail)) {
            return has(title) ? title : "";
        }
        return !has(title) || ABOUT_THE_REQUEST.contains(code()) || saysAll(detail, title)
                ? detail
                : asSentence(title) + " " + detail;
    }

    private static boolean has(String text) {
        return text != null && !text.isBlank();
    }

    /** Whether all words of the title are among those of the detail. */
    private static boolean saysAll(String detail, String title) {
        return words(detail).containsAll(words(title));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String asSentence(String title) {
        return title.matches("(?s).*[.?!]\\s*") ? title.strip() : title.strip() + ".";
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
