package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.rest.Idempotency;

/**
 * Somebody whom a city has named without their doing is forgotten: when they say so, and some time after their invitation has ended. What
 * is counted stays.
 */
@ApplicationScoped
public class ForgetInvited {

    private final Invitations invitations;
    private final CloseInvitation closeInvitation;
    private final DelegationConfig config;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Event<InvitationFact> facts;
    private final Clock clock;

    ForgetInvited(
            Invitations invitations,
            CloseInvitation closeInvitation,
            DelegationConfig config,
            Idempotency idempotency,
            AuditTrail audit,
            Event<InvitationFact> facts,
            Clock clock) {
        this.invitations = invitations;
        this.closeInvitation = closeInvitation;
        this.config = config;
        this.idempotency = idempotency;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** The person asks for it; an open invitation is declined. An application made through it is not touched. */
    @Transactional
    public void forget(UUID id) {
        Invitation invitation = invitations.toChange(id);
        if (invitation.isForgotten()) {
            return;
        }
        closeInvitation.giveUp(invitation);
        forget(invitation, "invited", clock.instant());
    }

    @Scheduled(every = "1h", delayed = "1m")
    void scheduled() {
        forgetDue();
    }

    /** Forgets those whose time has come and says how many. */
    @Transactional
    int forgetDue() {
        Instant now = clock.instant();
        int forgotten = 0;
        for (UUID id : invitations.toForget(now.minus(config.forgetAfter()))) {
            Invitation invitation = invitations.toChange(id);
            if (!invitation.isForgotten()) {
                forget(invitation, "system", now);
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Nothing here says any more who was invited, and whoever keeps anything about them elsewhere is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void empty(Invitation invitation, Instant now) {
        invitation.forget(now);
        invitations.flush();
        // the answer to the city's request holds name and address; sent late once more, it invites nobody
        idempotency.end(invitation.id());
        facts.fire(InvitationFact.of(InvitationFact.Kind.FORGOTTEN, invitation, now));
    }

    private void forget(Invitation invitation, String actor, Instant now) {
        empty(invitation, now);
        audit.record(
                actor, "invitation-forgotten", "invitation", invitation.id().toString(), Map.of());
    }
}
