package eu.urbact.infocus.registration.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.question.TabulateAnswers;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * The columns of the file. Their keys are a promise: others build on them, so a key is never renamed, and a new one comes last. What one
 * call asks comes behind them, under the key of the question; its hyphens become underscores, as in all keys of columns, and no two keys
 * become the same by that.
 */
final class ApplicationColumns {

    private record Column(String key, Function<Application, Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("application_id", Application::id),
            new Column("call_id", Application::callId),
            new Column("state", Application::state),
            new Column("given_name", Application::givenName),
            new Column("family_name", Application::familyName),
            new Column("email", Application::email),
            new Column("organisation", Application::organisation),
            new Column("position", Application::position),
            new Column("city_id", Application::cityId),
            new Column("country", Application::country),
            new Column("profile", Application::profile),
            new Column("contributor", Application::contributor),
            new Column("bucket", application -> code(application.bucket())),
            new Column("reason_code", Application::reasonCode),
            new Column("applied_at", Application::appliedAt),
            new Column("decided_at", Application::decidedAt),
            new Column("withdrawn_at", Application::withdrawnAt),
            new Column("language", Application::language),
            new Column("motivation", Application::motivation),
            new Column("cluster_id", Application::clusterId));

    private static final List<String> KEYS = COLUMNS.stream().map(Column::key).toList();

    private static final String ANSWER = "answer_";

    private ApplicationColumns() {}

    static List<String> keys() {
        return KEYS;
    }

    /** The same with a column for each of these questions. */
    static List<String> keys(List<TabulateAnswers.Column> questions) {
        return Stream.concat(
                        KEYS.stream(),
                        questions.stream()
                                .map(question -> ANSWER + question.key().replace('-', '_')))
                .toList();
    }

    /** A row without answers; a list that may hold null. */
    static List<Object> of(Application application) {
        return COLUMNS.stream().map(column -> column.value().apply(application)).toList();
    }

    private static String code(BucketCode bucket) {
        return bucket == null ? null : bucket.value();
    }
}
