package eu.urbact.infocus.directory.matchmaking;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.urbact.infocus.directory.matching.Measure;

/** What was explained, kept for as long as somebody may ask again. */
@ApplicationScoped
public class MatchResults {

    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final Clock clock;

    MatchResults(EntityManager entityManager, ObjectMapper json, Clock clock) {
        this.entityManager = entityManager;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps an explanation; the same one again is kept once.
     *
     * @param measure what was asked
     * @param from one side
     * @param to the other side
     * @param state of what it was computed
     * @param view the explanation
     * @return what is kept
     */
    MatchResult keep(Measure measure, MatchResult.Side from, MatchResult.Side to, MatchState state, MeasureView view) {
        MatchResult result = new MatchResult(
                id(measure, from.id(), to.id(), state),
                measure,
                from,
                to,
                state.model().version(),
                state.dataVersion(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                view);
        entityManager
                .createNativeQuery("insert into match_result (id, measure, from_id, to_id, score, model_version,"
                        + " data_version, computed_at, explanation) values (:id, :measure, :from, :to, :score, :model,"
                        + " :data, :at, cast(:explanation as jsonb)) on conflict do nothing")
                .setParameter("id", result.id())
                .setParameter("measure", measure.name())
                .setParameter("from", from.id())
                .setParameter("to", to.id())
                .setParameter("score", view.score())
                .setParameter("model", result.modelVersion())
                .setParameter("data", result.dataVersion())
                .setParameter("at", Timestamp.from(result.computedAt()))
                .setParameter("explanation", write(result))
                .executeUpdate();
        return result;
    }

    private static UUID id(Measure measure, String from, String to, MatchState state) {
        String question =
                String.join("|", measure.name(), from, to, state.model().version(), state.dataVersion());
        return UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A kept explanation.
     *
     * @param id its identifier
     * @return the explanation as it was
     */
    public Optional<MatchResult> find(UUID id) {
        return first(entityManager
                .createNativeQuery("select cast(explanation as text) from match_result where id = :id")
                .setParameter("id", id)
                .getResultList());
    }

    /**
     * A kept explanation of some version of the data.
     *
     * @param measure what was asked
     * @param from id of one side
     * @param to id of the other side
     * @param dataVersion version of the data
     * @return the latest explanation of it, if it was ever given
     */
    public Optional<MatchResult> find(Measure measure, String from, String to, String dataVersion) {
        return first(entityManager
                .createNativeQuery("select cast(explanation as text) from match_result where from_id = :from"
                        + " and to_id = :to and measure = :measure and data_version = :data"
                        + " order by computed_at desc")
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("measure", measure.name())
                .setParameter("data", dataVersion)
                .setMaxResults(1)
                .getResultList());
    }

    private Optional<MatchResult> first(List<?> rows) {
        return rows.stream().findFirst().map(row -> read((String) row));
    }

    private String write(MatchResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MatchResult read(String text) {
        try {
            return json.readValue(text, MatchResult.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
