package eu.urbact.infocus.registration.staging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.DecideApplication;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.BucketCode;

/** Makes one staged decision hold, in a transaction of its own. */
@ApplicationScoped
class ReleaseOne {

    private final Applications applications;
    private final StagedDecisions stagedDecisions;
    private final DecisionReleases releases;
    private final DecideApplication decideApplication;
    private final WhoWas whoWas;
    private final Clock clock;

    ReleaseOne(
            Applications applications,
            StagedDecisions stagedDecisions,
            DecisionReleases releases,
            DecideApplication decideApplication,
            WhoWas whoWas,
            Clock clock) {
        this.applications = applications;
        this.stagedDecisions = stagedDecisions;
        this.releases = releases;
        this.decideApplication = decideApplication;
        this.whoWas = whoWas;
        this.clock = clock;
    }

    /** Why it stays staged, if it does; then nothing has changed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Refusal> release(UUID releaseId, Plan.Planned decision) {
        UUID id = decision.applicationId();
        List<Application> found = applications.locked(List.of(id));
        StagedDecision staged = stagedDecisions.findById(id);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(id, CommonProblem.NOT_FOUND, "There is no such application for this call."));
        }
        if (staged == null || !decision.seen().equals(Seen.of(found.get(0), staged))) {
            return Optional.of(whoWas.quicker(found.get(0), staged, decision.seen()));
        }
        stagedDecisions.delete(staged);
        stagedDecisions.flush();
        Outcome<Application> outcome =
                decide(staged, id, decision.bucket() == null ? staged.bucket() : decision.bucket());
        if (staged.bucket() == null
                && outcome instanceof Outcome.Refused<Application> full
                && full.type().equals(RegistrationProblem.BUCKET_FULL)) {
            // somebody was quicker to the seat that the plan had found, and another may be free
            outcome = decide(staged, id, null);
        }
        if (outcome instanceof Outcome.Refused<Application> refused) {
            QuarkusTransaction.setRollbackOnly();
            return Optional.of(Refusal.of(id, refused.type(), refused.detail()));
        }
        releases.findById(releaseId).count(staged.decision(), clock.instant());
        return Optional.empty();
    }

    private Outcome<Application> decide(StagedDecision staged, UUID id, BucketCode seat) {
        return decideApplication.decide(new DecideApplication.Command(
                id,
                staged.decision(),
                staged.reasonCode(),
                staged.note(),
                seat,
                // the seat that the plan has found is no choice of the organisers
                staged.bucket() == null || staged.bucketProposed()));
    }
}
