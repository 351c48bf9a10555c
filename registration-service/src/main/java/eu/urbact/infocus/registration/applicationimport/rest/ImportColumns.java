package eu.urbact.infocus.registration.applicationimport.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a table of applications: those of the export, of which some say nothing that could be brought in. */
final class ImportColumns {

    static final String FAMILY_NAME = "family_name";
    static final String EMAIL = "email";
    static final String CITY = "city_id";
    static final String PROFILE = "profile";
    static final String CONTRIBUTOR = "contributor";
    static final String APPLIED_AT = "applied_at";
    static final String APPLICATION = "application_id";
    static final String CALL = "call_id";

    private static final List<String> NEEDED =
            List.of("given_name", FAMILY_NAME, EMAIL, "organisation", "country", PROFILE, "motivation");
    private static final List<String> POSSIBLE =
            List.of("position", CITY, CONTRIBUTOR, "language", "cluster_id", APPLIED_AT);

    /** What the service itself and organisers say about an application, and never lets be said from outside. */
    private static final List<String> IGNORED = List.of(
            APPLICATION,
            CALL,
            "state",
            "bucket",
            "reason_code",
            "decided_at",
            "withdrawn_at",
            "newcomer",
            "votes_yes",
            "votes_maybe",
            "votes_no",
            "comments",
            "staged_decision",
            "staged_reason_code",
            "staged_by",
            "staged_at",
            "note",
            "staged_note");

    /** What people have answered to what a call asks; to what this one does not ask of applicants, it says nothing either. */
    private static final Pattern ANSWER = Pattern.compile("answer_[a-z](_?[a-z0-9]){0,39}");

    /** Names of the fields of an application by those of the columns. */
    private static final Map<String, String> COLUMN_OF_FIELD = Stream.concat(NEEDED.stream(), POSSIBLE.stream())
            .collect(Collectors.toMap(ImportColumns::field, column -> column));

    private ImportColumns() {}

    /** What is wrong with the header; empty when nothing is. */
    static List<LineError> errors(List<String> columns) {
        Stream<LineError> unknown = columns.stream()
                .filter(column -> !NEEDED.contains(column) && !POSSIBLE.contains(column))
                .filter(column -> !IGNORED.contains(column) && !isAnswer(column))
                // whatever stands there: a file without a header has somebody's name in its place
                .map(column -> new LineError(
                        1,
                        null,
                        "Column " + (columns.indexOf(column) + 1) + " has a name that is not known. Known are "
                                + String.join(", ", NEEDED) + ", " + String.join(", ", POSSIBLE)
                                + ", and answer_ with the key of a question."));
        Stream<LineError> missing = NEEDED.stream()
                .filter(column -> !columns.contains(column))
                .map(column -> new LineError(1, column, "This column is missing."));
        return Stream.concat(unknown, missing).toList();
    }

    /**
     * Which columns are there and are not read.
     *
     * @param asked the columns of what the call asks applicants
     * @param ofThisCall whether any line is of this call and not of another one, whose time and whose questions say nothing here
     */
    static List<String> ignored(List<String> columns, Set<String> asked, boolean ofThisCall) {
        return List.copyOf(new TreeSet<>(columns.stream()
                .filter(column -> IGNORED.contains(column)
                        || (isAnswer(column) && !asked.contains(column))
                        || (isOfOneCall(column) && !ofThisCall))
                .toList()));
    }

    /** Whether it says something about the application to one call only, and nothing about the person. */
    private static boolean isOfOneCall(String column) {
        return column.equals(APPLIED_AT) || isAnswer(column);
    }

    private static boolean isAnswer(String column) {
        return ANSWER.matcher(column).matches();
    }

    /** The column of an application's field. */
    static String column(String field) {
        return COLUMN_OF_FIELD.getOrDefault(field, field);
    }

    private static String field(String column) {
        String[] words = column.split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
