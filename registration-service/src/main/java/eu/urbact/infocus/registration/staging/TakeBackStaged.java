package eu.urbact.infocus.registration.staging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;

/**
 * Organisers take back what was staged and not released; afterwards nothing is staged. Whoever sends the request again by which it was
 * staged, be it with the same key, stages it anew.
 */
@ApplicationScoped
public class TakeBackStaged {

    /** What the audit trail calls it. */
    static final String ACTION = "staged-decision-taken-back";

    private final Applications applications;
    private final StagedDecisions stagedDecisions;
    private final WhoWas whoWas;
    private final Organisers organisers;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    TakeBackStaged(
            Applications applications,
            StagedDecisions stagedDecisions,
            WhoWas whoWas,
            Organisers organisers,
            Idempotency idempotency,
            AuditTrail audit) {
        this.applications = applications;
        this.stagedDecisions = stagedDecisions;
        this.whoWas = whoWas;
        this.organisers = organisers;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /**
     * Takes back what is staged for one application. Taking back twice is harmless.
     *
     * @param seen what the organiser had in front of them, or null for whatever there is
     * @param ofOthers whether it may be somebody else's
     * @return why not, when it was not taken back
     */
    @Transactional
    public Optional<Refusal> takeBack(UUID applicationId, Seen seen, boolean ofOthers) {
        List<Application> found = applications.locked(List.of(applicationId));
        if (found.isEmpty()) {
            return Optional.of(
                    Refusal.of(applicationId, CommonProblem.NOT_FOUND, "There is no such application for this call."));
        }
        StagedDecision staged = stagedDecisions.findById(applicationId);
        if (staged == null) {
            return Optional.empty();
        }
        if (seen != null && !seen.equals(Seen.of(found.get(0), staged))) {
            return Optional.of(whoWas.quicker(found.get(0), staged, seen));
        }
        if (!ofOthers && !organisers.isCaller(staged.stagedBy())) {
            return Optional.of(whoWas.staged(applicationId, staged));
        }
        organisers.remember();
        takeBack(List.of(staged));
        return Optional.empty();
    }

    /**
     * Takes back what is left of one act of staging: all that nobody has staged anew, decided or released since.
     *
     * @param ofOthers whether it may be somebody else's
     * @return why not, when it was not taken back
     */
    @Transactional
    public Optional<Refusal> takeBackStep(UUID callId, UUID stepId, boolean ofOthers) {
        List<UUID> ids = stagedDecisions.ofStep(callId, stepId).stream()
                .map(StagedDecision::applicationId)
                .toList();
        applications.locked(ids);
        List<StagedDecision> staged = stagedDecisions.ofStep(callId, stepId);
        Optional<StagedDecision> others = staged.stream()
                .filter(one -> !ofOthers && !organisers.isCaller(one.stagedBy()))
                .findFirst();
        if (others.isPresent()) {
            return Optional.of(whoWas.staged(others.get().applicationId(), others.get()));
        }
        organisers.remember();
        takeBack(staged);
        return Optional.empty();
    }

    private void takeBack(List<StagedDecision> staged) {
        staged.forEach(stagedDecisions::delete);
        stagedDecisions.flush();
        // the answer to the act of staging says that these are staged
        staged.stream().map(StagedDecision::stepId).distinct().forEach(idempotency::forget);
        staged.forEach(one -> audit.record(
                ACTION,
                "application",
                one.applicationId().toString(),
                Map.of("decision", one.decision(), "step", one.stepId())));
    }
}
