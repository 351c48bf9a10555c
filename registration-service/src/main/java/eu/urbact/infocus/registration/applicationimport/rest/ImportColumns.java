package eu.urbact.infocus.registration.applicationimport.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final List<String> NEEDED =
            List.of("given_name", FAMILY_NAME, EMAIL, "organisation", "country", PROFILE, "motivation");
    private static final List<String> POSSIBLE = List.of("position", CITY, CONTRIBUTOR, "language", "cluster_id");

    /** What the service itself and organisers say about an application, and never lets be said from outside. */
    private static final List<String> IGNORED = List.of(
            "application_id",
            "call_id",
            "state",
            "bucket",
            "reason_code",
            "applied_at",
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

    /** What people have answered to another call's questions; this call's are left to the people themselves. */
    private static final Pattern ANSWER = Pattern.compile("answer_[a-z](_?[a-z0-9]){0,39}");

    /** Names of the fields of an application by those of the columns. */
    private static final Map<String, String> COLUMN_OF_FIELD = Stream.concat(NEEDED.stream(), POSSIBLE.stream())
            .collect(Collectors.toMap(ImportColumns::field, column -> column));

    private ImportColumns() {}

    /** What is wrong with the header; empty when nothing is. */
    static List<LineError> errors(List<String> columns) {
        Stream<LineError> unknown = columns.stream()
                .filter(column -> !NEEDED.contains(column) && !POSSIBLE.contains(column) && !isIgnored(column))
                // whatever stands there: a file without a header has somebody's name in its place
                .map(column -> new LineError(
                        1,
                        null,
                        "Column " + (columns.indexOf(column) + 1) + " has a name that is not known. Known are "
                                + String.join(", ", NEEDED) + ", " + String.join(", ", POSSIBLE) + "."));
        Stream<LineError> missing = NEEDED.stream()
                .filter(column -> !columns.contains(column))
                .map(column -> new LineError(1, column, "This column is missing."));
        return Stream.concat(unknown, missing).toList();
    }

    /** Which columns are there and are not read. */
    static List<String> ignored(List<String> columns) {
        return List.copyOf(
                new TreeSet<>(columns.stream().filter(ImportColumns::isIgnored).toList()));
    }

    private static boolean isIgnored(String column) {
        return IGNORED.contains(column) || ANSWER.matcher(column).matches();
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
