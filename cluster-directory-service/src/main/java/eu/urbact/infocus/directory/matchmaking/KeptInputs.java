package eu.urbact.infocus.directory.matchmaking;

import java.lang.ref.SoftReference;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.directory.matching.Matcher;

/**
 * What scores were computed of, kept for each version of the data of which somebody was shown any. Out of it every pair and every square of
 * that version can be explained, with the names and the known partnerships of that day. Looking again keeps nothing more, so it grows
 * with the changes of the directory and not with its readers.
 *
 * <p>Packing, unpacking and computing take long in a large directory, so none of them happens in a transaction: whoever computes, or waits
 * for somebody who does, holds no connection.
 */
@ApplicationScoped
class KeptInputs {

    /** As long as a reader of a page hardly notices. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** As many as can be served within that patience. */
    private static final int MOST_WAITING = 4;

    private final EntityManager entityManager;
    private final MatchingConfig config;
    private final Clock clock;
    private final ConcurrentSkipListSet<Long> known = new ConcurrentSkipListSet<>();
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
                Thread thread = new Thread(task, "kept-inputs");
                thread.setDaemon(true);
                return thread;
            },
            // it refuses only while the service stops: whoever still reads is answered
            new ThreadPoolExecutor.DiscardPolicy());
    private final Line unpacking = new Line(MOST_WAITING, PATIENCE);
    private volatile Packed packed = Packed.NONE;

    /** Earlier versions are asked for rarely: the last one may go when memory is needed. */
    private volatile SoftReference<MatchState> last = new SoftReference<>(null);

    KeptInputs(EntityManager entityManager, MatchingConfig config, Clock clock) {
        this.entityManager = entityManager;
        this.config = config;
        this.clock = clock;
    }

    private static final class Packed {

        private static final Packed NONE = new Packed(-1, new byte[0]);

        private final long revision;
        private final byte[] bytes;

        Packed(long revision, byte[] bytes) {
            this.revision = revision;
            this.bytes = bytes;
        }
    }

    /**
     * Keeps what is about to be shown, in a transaction of its own; to be called outside of any, so that nobody holds two connections. When
     * it cannot be written, readers are answered all the same, and the next one tries again.
     *
     * @param inputs what the scores are computed of
     */
    void keep(MatchInputs inputs) {
        if (known.contains(inputs.revision())) {
            return;
        }
        try {
            byte[] bytes = packed(inputs);
            QuarkusTransaction.requiringNew().run(() -> write(inputs, bytes));
            written(inputs.revision());
        } catch (RuntimeException e) {
            Log.warnf(e, "What scores of version r%d of the data rest on could not be kept", inputs.revision());
        }
    }

    /**
     * The same for callers in a transaction that others have begun: it is kept beside them, so that they need not wait for its end, nor hold
     * a second connection. Each version waits there once. What waits when the service stops is not kept, like what could not be written:
     * the next reader tries again.
     *
     * @param inputs what the scores are computed of
     */
    void keepBeside(MatchInputs inputs) {
        if (!known.contains(inputs.revision()) && waiting.add(inputs.revision())) {
            worker.execute(() -> {
                try {
                    keep(inputs);
                } finally {
                    waiting.remove(inputs.revision());
                }
            });
        }
    }

    private void write(MatchInputs inputs, byte[] bytes) {
        int kept = entityManager
                .createNativeQuery("insert into matching_input (revision, model_version, formulas, kept_at, inputs)"
                        + " values (:revision, :model, :formulas, :now, :inputs) on conflict do nothing")
                .setParameter("revision", inputs.revision())
                .setParameter("model", inputs.model().version())
                .setParameter("formulas", Matcher.FORMULAS)
                .setParameter("now", Timestamp.from(clock.instant()))
                .setParameter("inputs", bytes)
                .executeUpdate();
        if (kept > 0) {
            forgetBut(config.keptVersions());
        }
    }

    private void written(long revision) {
        known.add(revision);
        while (known.size() > config.keptVersions()) {
            known.pollFirst();
        }
        packed = Packed.NONE;
    }

    /** Packs what the next readers will be shown, so that the first of them does not wait for it. It is kept only when somebody looks. */
    void prepare(MatchInputs inputs) {
        if (!known.contains(inputs.revision())) {
            packed(inputs);
        }
    }

    /** Once for all who are the first to look. */
    private synchronized byte[] packed(MatchInputs inputs) {
        Packed before = packed;
        if (before.revision != inputs.revision()) {
            before = new Packed(inputs.revision(), PackedInputs.pack(inputs));
            packed = before;
        }
        return before.bytes;
    }

    /** Forgets all versions but the newest. */
    void forgetBut(int versions) {
        entityManager
                .createNativeQuery(
                        "delete from matching_input where revision <= (select distinct revision from matching_input"
                                + " order by revision desc offset :kept limit 1)")
                .setParameter("kept", versions)
                .executeUpdate();
    }

    /**
     * The state at an earlier version of the data; to be called outside of any transaction.
     *
     * @param dataVersion the version
     * @param current the state of today
     * @return the state, or why there is none
     */
    Outcome<MatchState> at(String dataVersion, MatchState current) {
        long revision = Long.parseLong(dataVersion.substring(1));
        if (revision > current.revision()) {
            return Outcome.refused(CommonProblem.NOT_FOUND, "There is no version " + dataVersion + " of the data yet.");
        }
        Optional<MatchState> before = remembered(revision);
        if (before.isPresent()) {
            return Outcome.done(before.get());
        }
        Optional<Kept> kept = QuarkusTransaction.requiringNew()
                .call(() -> find(revision, current.model().version()));
        if (kept.isEmpty()) {
            return Outcome.refused(
                    MatchProblem.VERSION_NOT_KEPT,
                    "Version %s of the data is not kept: nobody was shown a score of it, or more than %d later versions were shown."
                            .formatted(dataVersion, config.keptVersions()));
        }
        if (kept.get().formulas() != Matcher.FORMULAS) {
            return Outcome.refused(
                    MatchProblem.VERSION_NOT_KEPT,
                    "Version %s of the data was matched by model %s, whose formulas are no longer in use."
                            .formatted(dataVersion, kept.get().model()));
        }
        return unpack(kept.get());
    }

    private Optional<MatchState> remembered(long revision) {
        return Optional.ofNullable(last.get()).filter(state -> state.revision() == revision);
    }

    /** One after the other, and the last one is remembered: among ten thousand clusters it takes a second. */
    private Outcome<MatchState> unpack(Kept kept) {
        return unpacking
                .inTurn(() -> remembered(kept.revision())
                        .or(() -> QuarkusTransaction.requiringNew()
                                .call(() -> bytes(kept))
                                .map(this::remember))
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(
                                MatchProblem.VERSION_NOT_KEPT,
                                "Version r%d of the data is not kept any more.".formatted(kept.revision()))))
                .orElseGet(() -> Outcome.refused(
                        CommonProblem.BUSY, "Earlier versions of the data are being computed for others."));
    }

    private MatchState remember(byte[] bytes) {
        MatchState state = new MatchState(PackedInputs.unpack(bytes));
        last = new SoftReference<>(state);
        return state;
    }

    /** What is kept of a revision, without the inputs. */
    private record Kept(long revision, String model, int formulas) {}

    /** What this service can compute comes before what it cannot, and the model of today before others. */
    @SuppressWarnings("unchecked")
    private Optional<Kept> find(long revision, String model) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select model_version, formulas from matching_input where revision = :revision"
                        + " order by formulas = :formulas desc, model_version = :model desc, kept_at desc")
                .setParameter("revision", revision)
                .setParameter("formulas", Matcher.FORMULAS)
                .setParameter("model", model)
                .setMaxResults(1)
                .getResultList();
        return rows.stream().findFirst().map(row -> new Kept(revision, (String) row[0], ((Number) row[1]).intValue()));
    }

    private Optional<byte[]> bytes(Kept kept) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select inputs from matching_input"
                                + " where revision = :revision and model_version = :model and formulas = :formulas",
                        byte[].class)
                .setParameter("revision", kept.revision())
                .setParameter("model", kept.model())
                .setParameter("formulas", kept.formulas())
                .getResultList();
        return rows.stream().map(byte[].class::cast).findFirst();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
