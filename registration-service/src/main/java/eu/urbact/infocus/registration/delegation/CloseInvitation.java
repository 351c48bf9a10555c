package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** An invitation ends without an application; a seat that was kept for it is free again in the same moment. */
@ApplicationScoped
public class CloseInvitation {

    private final Invitations invitations;
    private final FollowClosing followClosing;
    private final Seats seats;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Event<InvitationFact> facts;
    private final Clock clock;

    CloseInvitation(
            Invitations invitations,
            FollowClosing followClosing,
            Seats seats,
            Idempotency idempotency,
            AuditTrail audit,
            Event<InvitationFact> facts,
            Clock clock) {
        this.invitations = invitations;
        this.followClosing = followClosing;
        this.seats = seats;
        this.idempotency = idempotency;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The city takes it back. Doing it twice is harmless. When the request by which the person was invited is sent again after that, be it
     * with the same key, they are invited anew.
     */
    @Transactional
    public Outcome<Invitation> revoke(UUID id) {
        return close(id, InvitationState.REVOKED);
    }

    /** The person does not want to come. Doing it twice is harmless. */
    @Transactional
    public Outcome<Invitation> decline(UUID id) {
        return close(id, InvitationState.DECLINED);
    }

    /** The person has had enough: an open invitation ends, whatever the time. */
    @Transactional(Transactional.TxType.MANDATORY)
    void giveUp(Invitation invitation) {
        if (invitation.isOpen()) {
            end(invitation, InvitationState.DECLINED, clock.instant());
        }
    }

    @Scheduled(every = "1m", delayed = "10s")
    void scheduled() {
        expire();
    }

    /**
     * Ends those that nobody answered in time and says how many. Each in a transaction of its own: an invitation is locked before the seats of its
     * city, so nobody who has locked seats waits for another invitation.
     */
    int expire() {
        Instant now = clock.instant();
        int ended = 0;
        QuarkusTransaction.requiringNew().run(followClosing::follow);
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> invitations.toExpire(now))) {
            ended += QuarkusTransaction.requiringNew().call(() -> expire(id, now));
        }
        return ended;
    }

    private int expire(UUID id, Instant now) {
        Invitation invitation = invitations.toChange(id);
        if (!invitation.isOpen() || invitation.expiresAt().isAfter(now)) {
            return 0;
        }
        end(invitation, InvitationState.EXPIRED, now);
        return 1;
    }

    private Outcome<Invitation> close(UUID id, InvitationState end) {
        Invitation invitation = invitations.toChange(id);
        if (invitation.state() == end) {
            return Outcome.done(invitation);
        }
        Instant now = clock.instant();
        if (InvitationPolicy.answer(invitation, now) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        end(invitation, end, now);
        return Outcome.done(invitation);
    }

    private void end(Invitation invitation, InvitationState end, Instant now) {
        boolean kept = invitation.seatKept();
        invitation.close(end, now);
        invitations.flush();
        if (kept) {
            seats.giveBack(invitation.callId(), BucketCode.city(invitation.cityId()));
        }
        audit.record(
                "invitation-" + end.name().toLowerCase(java.util.Locale.ROOT),
                "invitation",
                invitation.id().toString(),
                Map.of("seatFreed", kept));
        if (end == InvitationState.REVOKED) {
            idempotency.forget(invitation.id());
            facts.fire(InvitationFact.of(InvitationFact.Kind.REVOKED, invitation, now));
        }
    }
}
