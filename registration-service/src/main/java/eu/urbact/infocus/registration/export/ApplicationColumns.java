package eu.urbact.infocus.registration.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.question.TabulateAnswers;
import eu.urbact.infocus.registration.review.Votes;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.staging.StagedDecision;

/**
 * The columns of the file. Their keys are a promise: others build on them, so a key is never renamed, and a new one comes last. What one
 * call asks comes behind them, under the key of the question; its hyphens become underscores, as in all keys of columns, and no two keys
 * become the same by that.
 */
final class ApplicationColumns {

    /**
     * What a row is made of.
     *
     * @param staged what is staged for it, or null
     * @param stagedBy the name of the organiser who has staged it, or null
     */
    record Row(
            Application application,
            Boolean newcomer,
            Votes.Count votes,
            int comments,
            StagedDecision staged,
            String stagedBy) {}

    private record Column(String key, Function<Row, Object> value) {

        static Column of(String key, Function<Application, Object> value) {
            return new Column(key, row -> value.apply(row.application()));
        }

        static Column ofStaged(String key, Function<StagedDecision, Object> value) {
            return new Column(key, row -> row.staged() == null ? null : value.apply(row.staged()));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("application_id", Application::id),
            Column.of("call_id", Application::callId),
            Column.of("state", Application::state),
            Column.of("given_name", Application::givenName),
            Column.of("family_name", Application::familyName),
            Column.of("email", Application::email),
            Column.of("organisation", Application::organisation),
            Column.of("position", Application::position),
            Column.of("city_id", Application::cityId),
            Column.of("country", Application::country),
            Column.of("profile", Application::profile),
            Column.of("contributor", Application::contributor),
            Column.of("bucket", application -> code(application.bucket())),
            Column.of("reason_code", Application::reasonCode),
            Column.of("applied_at", Application::appliedAt),
            Column.of("decided_at", Application::decidedAt),
            Column.of("withdrawn_at", Application::withdrawnAt),
            Column.of("language", Application::language),
            Column.of("motivation", Application::motivation),
            Column.of("cluster_id", Application::clusterId),
            new Column("newcomer", Row::newcomer),
            new Column("votes_yes", row -> row.votes().yes()),
            new Column("votes_maybe", row -> row.votes().maybe()),
            new Column("votes_no", row -> row.votes().no()),
            new Column("comments", Row::comments),
            Column.ofStaged("staged_decision", StagedDecision::decision),
            Column.ofStaged("staged_reason_code", StagedDecision::reasonCode),
            new Column("staged_by", Row::stagedBy),
            Column.ofStaged("staged_at", StagedDecision::stagedAt),
            Column.of("note", Application::note),
            Column.ofStaged("staged_note", StagedDecision::note));

    private static final List<String> KEYS = COLUMNS.stream().map(Column::key).toList();

    private ApplicationColumns() {}

    static List<String> keys() {
        return KEYS;
    }

    /** The same with a column for each of these questions. */
    static List<String> keys(List<TabulateAnswers.Column> questions) {
        return Stream.concat(KEYS.stream(), questions.stream().map(TabulateAnswers.Column::name))
                .toList();
    }

    /** A row without answers; a list that may hold null. */
    static List<Object> of(Row row) {
        return COLUMNS.stream().map(column -> column.value().apply(row)).toList();
    }

    private static String code(BucketCode bucket) {
        return bucket == null ? null : bucket.value();
    }
}
