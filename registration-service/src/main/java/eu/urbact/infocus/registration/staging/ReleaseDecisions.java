package eu.urbact.infocus.registration.staging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.SeatsFreed;

/**
 * Makes staged decisions hold, together: from here on the people are told.
 *
 * <p>Each decision has its own transaction, through the same door as any other, so that seats are taken one by one, nobody waits for
 * a long one, and what is cut off in the middle has told nobody anything untrue: the rest is still staged. What was overtaken
 * between the preview and its turn stays staged and is reported. The waiting list stands still until all have been tried: a seat that one
 * decision frees is for another one of them.
 */
@ApplicationScoped
public class ReleaseDecisions {

    private static final Logger LOG = Logger.getLogger(ReleaseDecisions.class);

    /** What came of it: the counts, and what is still staged and why. */
    public record Result(DecisionRelease release, List<Refusal> kept) {}

    private record Begun(UUID id, Plan plan) {}

    private final DecisionReleases releases;
    private final ReadPlan readPlan;
    private final ReleaseOne releaseOne;
    private final Organisers organisers;
    private final AuditTrail audit;
    private final Event<ReleaseBegins> begins;
    private final Event<SeatsFreed> freed;
    private final Clock clock;

    ReleaseDecisions(
            DecisionReleases releases,
            ReadPlan readPlan,
            ReleaseOne releaseOne,
            Organisers organisers,
            AuditTrail audit,
            Event<ReleaseBegins> begins,
            Event<SeatsFreed> freed,
            Clock clock) {
        this.releases = releases;
        this.readPlan = readPlan;
        this.releaseOne = releaseOne;
        this.organisers = organisers;
        this.audit = audit;
        this.begins = begins;
        this.freed = freed;
        this.clock = clock;
    }

    /**
     * Releases what is staged for a call that exists.
     *
     * @param fingerprint of the plan that was looked at, or null for whatever it is
     * @param selected only for these people, or null for all
     */
    public Outcome<Result> release(UUID callId, String fingerprint, Collection<UUID> selected) {
        return QuarkusTransaction.requiringNew()
                .call(() -> begin(callId, fingerprint, selected))
                .map(this::releaseEach);
    }

    private Result releaseEach(Begun begun) {
        List<Refusal> kept = new ArrayList<>();
        for (Plan.Planned decision : begun.plan().decisions()) {
            attempt(begun.id(), decision).ifPresent(kept::add);
        }
        DecisionRelease release = QuarkusTransaction.requiringNew().call(() -> finish(begun.id(), kept.size()));
        return new Result(release, List.copyOf(kept));
    }

    private Outcome<Begun> begin(UUID callId, String fingerprint, Collection<UUID> selected) {
        begins.fire(new ReleaseBegins(callId));
        Plan whole = readPlan.all(callId);
        if (fingerprint != null && !fingerprint.equals(whole.fingerprint())) {
            return Outcome.refused(
                    CommonProblem.STALE, "The plan has changed since you looked at it. Look again, then release.");
        }
        Plan plan = selected == null ? whole : readPlan.of(callId, staged(whole, selected));
        if (plan.decisions().isEmpty()) {
            return Outcome.refused(RegistrationProblem.NOTHING_STAGED, "There is nothing to release.");
        }
        if (plan.over() > 0) {
            return Outcome.refused(
                    RegistrationProblem.PLAN_OVERBOOKED,
                    "%d of the people to admit would find no seat. %sTake some back, or change the groups of seats."
                            .formatted(plan.over(), kept(plan)));
        }
        DecisionRelease release = new DecisionRelease(
                callId, organisers.remember(), plan.decisions().size(), clock.instant());
        releases.persist(release);
        return Outcome.done(new Begun(release.id(), plan));
    }

    /** Why seats that are free are none for everybody; empty when there are no such seats. */
    private static String kept(Plan plan) {
        int kept = plan.buckets().stream().mapToInt(Plan.Bucket::kept).sum();
        return kept == 0
                ? ""
                : "%s for people whom cities have invited, and who have not answered or about whom nobody has decided yet. "
                        .formatted(Counted.of(kept, "seat is kept", "seats are kept"));
    }

    private static Set<UUID> staged(Plan plan, Collection<UUID> selected) {
        Set<UUID> staged = new HashSet<>();
        plan.decisions().forEach(one -> staged.add(one.applicationId()));
        staged.retainAll(new HashSet<>(selected));
        return staged;
    }

    /** Why it stays staged, if it does. */
    private Optional<Refusal> attempt(UUID releaseId, Plan.Planned decision) {
        try {
            return releaseOne.release(releaseId, decision);
        } catch (RuntimeException e) {
            // whatever it is: the others have their turn, and the release its end
            if (e instanceof PersistenceException) {
                LOG.warnf("a staged decision was not released: %s", e.getClass().getSimpleName());
            } else {
                LOG.error("a staged decision was not released", e);
            }
            return Optional.of(Refusal.of(
                    decision.applicationId(),
                    CommonProblem.BUSY,
                    "It could not be released at this moment. Nothing was changed."));
        }
    }

    private DecisionRelease finish(UUID id, int kept) {
        DecisionRelease release = releases.findById(id);
        release.finish(clock.instant());
        // what was freed meanwhile and is left over has been offered to nobody
        freed.fire(new SeatsFreed(release.callId()));
        audit.record(
                "decisions-released",
                "call",
                release.callId().toString(),
                Map.of(
                        "release", id,
                        "admitted", release.admitted(),
                        "waitlisted", release.waitlisted(),
                        "declined", release.declined(),
                        "kept", kept));
        return release;
    }
}
