package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * Organisers forget somebody who came without a place and has asked for it. Who has an application has it erased with that; the others have
 * no link of their own, so somebody must be able to do it for them, also when the lists are final: that they came goes on being counted.
 */
@ApplicationScoped
public class EraseWalkIn {

    private final WalkIns walkIns;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    EraseWalkIn(WalkIns walkIns, Idempotency idempotency, AuditTrail audit, Clock clock) {
        this.walkIns = walkIns;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Forgets who it was; false when nobody like that walked in to this call. Doing it twice is harmless, and the desk's request that comes
     * once more afterwards does not bring the name back. Refused for somebody who has an
     * application: without it they would be counted a second time when they come again.
     */
    @Transactional
    public Outcome<Boolean> erase(UUID callId, UUID walkInId) {
        Optional<WalkIn> found = walkIns.toErase(callId, walkInId);
        if (found.filter(walkIn -> !walkIn.isErased() && walkIn.applicationId() != null)
                .isPresent()) {
            return Outcome.refused(
                    RegistrationProblem.WALK_IN_APPLIED,
                    "This person has applied and is forgotten with the application: have it erased instead.");
        }
        found.filter(walkIn -> !walkIn.isErased()).ifPresent(walkIn -> {
            walkIn.erase(clock.instant());
            idempotency.end(walkInId);
            audit.record(
                    "walk-in-erased",
                    "walk-in",
                    walkInId.toString(),
                    Map.of("date", walkIn.day().toString()));
        });
        return Outcome.done(found.isPresent());
    }
}
