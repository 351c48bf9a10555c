package eu.urbact.infocus.registration.question;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The answers of many people side by side, as a table needs them: its columns first, then the cells of some rows at a time. */
@ApplicationScoped
public class TabulateAnswers {

    /** Between several choices in one cell. */
    static final String SEPARATOR = "; ";

    private static final String COLUMN = "answer_";

    private final Questions questions;
    private final Answers answers;

    TabulateAnswers(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    /** A question that a table has a column for; {@code key} names it for ever within its call. */
    public record Column(UUID questionId, String key) {

        /** What the column is called. */
        public String name() {
            return nameOf(key);
        }
    }

    /** The column of a question; hyphens become underscores, as in all names of columns, and no two keys become the same by that. */
    static String nameOf(String key) {
        return COLUMN + key.replace('-', '_');
    }

    /** What the call asks, in its order; what it asks no more is among it as long as an answer is kept. */
    @Transactional
    public List<Column> columns(UUID callId) {
        return questions.askedOrAnswered(callId).stream()
                .map(question -> new Column(question.id(), question.key()))
                .toList();
    }

    /**
     * What these people have answered, by application and then by question: the text, the choices, the day in ISO 8601, or yes or no.
     * What was left open or is forgotten is not there.
     */
    @Transactional
    public Map<UUID, Map<UUID, String>> cells(Collection<UUID> applicationIds) {
        Map<UUID, Map<UUID, String>> cells = new HashMap<>();
        answers.ofAll(applicationIds)
                .forEach(answer -> cells.computeIfAbsent(answer.applicationId(), id -> new HashMap<>())
                        .put(answer.questionId(), String.join(SEPARATOR, answer.given())));
        return cells;
    }
}
