package eu.urbact.infocus.directory.matchmaking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.directory.matching.Matcher;

/**
 * What scores were computed of, kept for each version of the data of which somebody was shown any. Out of it every pair and every square of
 * that version can be explained, with the names and the known partnerships of that day. Looking again keeps nothing more, so it grows
 * with the changes of the directory and not with its readers.
 */
@ApplicationScoped
class KeptInputs {

    private final EntityManager entityManager;
    private final TransactionSynchronizationRegistry transactions;
    private final MatchingConfig config;
    private final Clock clock;
    private final ConcurrentSkipListSet<Long> known = new ConcurrentSkipListSet<>();
    private volatile Packed packed = Packed.NONE;
    private volatile MatchState last;

    KeptInputs(
            EntityManager entityManager,
            TransactionSynchronizationRegistry transactions,
            MatchingConfig config,
            Clock clock) {
        this.entityManager = entityManager;
        this.transactions = transactions;
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
     * Keeps what is about to be shown, in the caller's transaction or in one of its own.
     *
     * @param inputs what the scores are computed of
     */
    void keep(MatchInputs inputs) {
        if (!known.contains(inputs.revision())) {
            QuarkusTransaction.joiningExisting().run(() -> write(inputs));
        }
    }

    private void write(MatchInputs inputs) {
        int kept = entityManager
                .createNativeQuery("insert into matching_input (revision, model_version, formulas, kept_at, inputs)"
                        + " values (:revision, :model, :formulas, :now, :inputs) on conflict do nothing")
                .setParameter("revision", inputs.revision())
                .setParameter("model", inputs.model().version())
                .setParameter("formulas", Matcher.FORMULAS)
                .setParameter("now", Timestamp.from(clock.instant()))
                .setParameter("inputs", packed(inputs))
                .executeUpdate();
        if (kept > 0) {
            forgetBut(config.keptVersions());
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is left to do
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    committed(inputs.revision());
                }
            }
        });
    }

    private void committed(long revision) {
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
     * The state at an earlier version of the data.
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
        MatchState before = last;
        if (before != null && before.revision() == revision) {
            return Outcome.done(before);
        }
        Optional<Object[]> row = row(revision, current.model().version());
        if (row.isEmpty()) {
            return Outcome.refused(
                    MatchProblem.VERSION_NOT_KEPT,
                    "Version %s of the data is not kept: nobody was shown a score of it, or more than %d later versions were shown."
                            .formatted(dataVersion, config.keptVersions()));
        }
        if (((Number) row.get()[1]).intValue() != Matcher.FORMULAS) {
            return Outcome.refused(
                    MatchProblem.VERSION_NOT_KEPT,
                    "Version %s of the data was matched by model %s, whose formulas are no longer in use."
                            .formatted(dataVersion, row.get()[0]));
        }
        return Outcome.done(unpack(revision, (byte[]) row.get()[2]));
    }

    /** One after the other, and the last one is remembered: among ten thousand clusters it takes a second. */
    private synchronized MatchState unpack(long revision, byte[] bytes) {
        MatchState before = last;
        if (before == null || before.revision() != revision) {
            before = new MatchState(PackedInputs.unpack(bytes));
            last = before;
        }
        return before;
    }

    @SuppressWarnings("unchecked")
    private Optional<Object[]> row(long revision, String model) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select model_version, formulas, inputs from matching_input where revision = :revision"
                                + " order by model_version = :model desc, kept_at desc")
                .setParameter("revision", revision)
                .setParameter("model", model)
                .setMaxResults(1)
                .getResultList();
        return rows.stream().findFirst();
    }
}
