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
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;

/** Whoever has not answered is written to again: once by itself, and when the city asks for it. */
@ApplicationScoped
public class RemindInvited {

    private final Invitations invitations;
    private final FollowClosing followClosing;
    private final AuditTrail audit;
    private final Event<InvitationFact> facts;
    private final Clock clock;

    RemindInvited(
            Invitations invitations,
            FollowClosing followClosing,
            AuditTrail audit,
            Event<InvitationFact> facts,
            Clock clock) {
        this.invitations = invitations;
        this.followClosing = followClosing;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** The city reminds; refused within a day of the last mail. */
    @Transactional
    public Outcome<Invitation> remind(UUID id) {
        Invitation invitation = invitations.toChange(id);
        Instant now = clock.instant();
        if (InvitationPolicy.remind(invitation, now) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        remind(invitation, now);
        return Outcome.done(invitation);
    }

    @Scheduled(every = "1m", delayed = "20s")
    void scheduled() {
        remindDue();
    }

    /** Reminds those whose time has come and says how many. */
    @Transactional
    int remindDue() {
        Instant now = clock.instant();
        int reminded = 0;
        followClosing.follow();
        for (UUID id : invitations.toRemind(now)) {
            Invitation invitation = invitations.toChange(id);
            if (InvitationPolicy.answer(invitation, now) instanceof Verdict.Allowed
                    && invitation.remindedAt() == null) {
                remind(invitation, now);
                reminded++;
            }
        }
        return reminded;
    }

    private void remind(Invitation invitation, Instant now) {
        invitation.remind(now);
        invitations.flush();
        audit.record("invitation-reminded", "invitation", invitation.id().toString(), Map.of());
        facts.fire(InvitationFact.of(InvitationFact.Kind.REMINDED, invitation, now));
    }
}
