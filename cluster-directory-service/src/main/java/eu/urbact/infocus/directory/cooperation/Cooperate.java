package eu.urbact.infocus.directory.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cooperation.Cooperation.Side;

/** The way of a cooperation: proposed, answered, step by step, ended. Always on behalf of the caller's cities. */
@ApplicationScoped
public class Cooperate {

    /** Steps are promised within two years; a day beyond is a slip of the pen. */
    static final int FURTHEST_MONTHS = 24;

    private final Cooperations cooperations;
    private final Clusters clusters;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    Cooperate(Cooperations cooperations, Clusters clusters, AuditTrail audit, Caller caller, Clock clock) {
        this.cooperations = cooperations;
        this.clusters = clusters;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Proposes a cooperation.
     *
     * @param from id of a cluster of the caller's city
     * @param to id of the other cluster
     * @param message what is proposed
     * @return empty when there is no such own cluster or no such other one
     */
    @Transactional
    public Optional<Outcome<Cooperation>> propose(String from, String to, String message) {
        clusters.keepAsShown(from, to);
        Optional<Side> own = side(from).filter(side -> caller.memberOf(side.cityId()));
        Optional<Side> other = side(to);
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        cooperations.lockPair(from, to);
        if (CooperationPolicy.propose(own.get(), other.get(), cooperations.live(from, to))
                instanceof Verdict.Refused refused) {
            return Optional.of(Outcome.refused(refused));
        }
        Cooperation cooperation = new Cooperation(own.get(), other.get(), message, clock.instant());
        cooperations.persistAndFlush(cooperation);
        record("cooperation-proposed", cooperation);
        return Optional.of(Outcome.done(cooperation));
    }

    /**
     * Answers, takes back or ends.
     *
     * @param id of a cooperation of the caller's cities, read before in this transaction
     * @param next what it becomes
     * @param words a word to the other city, or null
     */
    @Transactional
    public Outcome<Cooperation> become(UUID id, CooperationState next, String words) {
        Cooperation cooperation = cooperations.toChange(id, caller.cities()).orElseThrow();
        if (CooperationPolicy.become(cooperation, next, caller.cities()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        cooperation.become(next, words, clock.instant());
        cooperations.flush();
        record("cooperation-" + next.name().toLowerCase(java.util.Locale.ROOT), cooperation);
        return Outcome.done(cooperation);
    }

    /** What is wrong with a step, field by field. */
    public List<FieldError> check(Cooperation cooperation, String cityId, LocalDate dueOn) {
        LocalDate today = LocalDate.now(clock);
        if (!cooperation.isBetween(cityId)) {
            return List.of(new FieldError("cityId", "must be one of the two cities"));
        }
        if (dueOn.isBefore(today)) {
            return List.of(new FieldError("dueOn", "must not be in the past"));
        }
        return dueOn.isAfter(today.plusMonths(FURTHEST_MONTHS))
                ? List.of(new FieldError("dueOn", "must be within " + FURTHEST_MONTHS + " months"))
                : List.of();
    }

    /** Adds a step that has passed {@link #check}. */
    @Transactional
    public Outcome<Cooperation> add(UUID id, String text, String cityId, LocalDate dueOn) {
        Cooperation cooperation = cooperations.toChange(id, caller.cities()).orElseThrow();
        if (CooperationPolicy.step(cooperation) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        cooperation.add(text, cityId, dueOn, clock.instant());
        cooperations.stepsChanged(cooperation);
        record("cooperation-step-added", cooperation);
        return Outcome.done(cooperation);
    }

    /**
     * Says that a step is done. Doing it twice is harmless.
     *
     * @return empty when the cooperation has no such step
     */
    @Transactional
    public Optional<Outcome<Cooperation>> complete(UUID id, UUID stepId) {
        Cooperation cooperation = cooperations.toChange(id, caller.cities()).orElseThrow();
        Optional<CooperationStep> step = cooperation.step(stepId);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        if (CooperationPolicy.step(cooperation) instanceof Verdict.Refused refused) {
            return Optional.of(Outcome.refused(refused));
        }
        if (step.get().doneAt() == null) {
            step.get().complete(clock.instant());
            cooperations.stepsChanged(cooperation);
            record("cooperation-step-done", cooperation);
        }
        return Optional.of(Outcome.done(cooperation));
    }

    private Optional<Side> side(String clusterId) {
        return clusters.shown(clusterId)
                .map(cluster ->
                        new Side(clusterId, cluster.description().cityId().orElse(null)));
    }

    /**
     * Organisers read the audit trail, and only the two cities see their cooperation: the entry does not name the clusters; the action tells
     * the step.
     */
    private void record(String action, Cooperation cooperation) {
        audit.record(action, "cooperation", cooperation.id().toString(), Map.of());
    }
}
