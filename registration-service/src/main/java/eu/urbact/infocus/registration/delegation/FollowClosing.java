package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.call.CallChanged;
import eu.urbact.infocus.registration.programmeview.WorkshopMoved;

/**
 * An invitation can be answered for as long as the call takes applications and the city has not handed its unused seats back, or, when it
 * keeps a seat, until the workshop begins; also when organisers have changed that since.
 */
@ApplicationScoped
class FollowClosing {

    private final Invitations invitations;
    private final AuditTrail audit;
    private final Event<InvitationFact> facts;
    private final Clock clock;

    FollowClosing(Invitations invitations, AuditTrail audit, Event<InvitationFact> facts, Clock clock) {
        this.invitations = invitations;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * After the change, in a transaction of its own: whoever edits a call has its seats locked, and an invitation is locked before seats.
     * What is lost between the two, and whoever was invited in that moment, is caught up with before invitations expire or are reminded
     * of.
     */
    void when(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallChanged changed) {
        QuarkusTransaction.requiringNew().run(this::follow);
    }

    /** In the same way. */
    void when(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkshopMoved moved) {
        QuarkusTransaction.requiringNew().run(this::follow);
    }

    /**
     * Every open invitation ends when it has to now. Whoever has less time than was said is written to, also when that time is over already:
     * they have relied on the mail. That is their reminder, too; one mail a day is enough.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void follow() {
        Instant now = clock.instant();
        for (UUID id : invitations.followClosing(now)) {
            Invitation invitation = invitations.toChange(id);
            invitation.remind(now);
            invitations.flush();
            audit.record(
                    "system",
                    "invitation-brought-forward",
                    "invitation",
                    id.toString(),
                    Map.of("after", invitation.expiresAt()));
            facts.fire(InvitationFact.broughtForward(invitation, now));
        }
    }
}
