package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.EnterNominee;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/**
 * The invited person applies. Who stands in for somebody with a place gets that place at once; so does everybody when the call leaves its
 * delegations to the cities, as long as the city has a seat free. For the others the organisers decide.
 */
@ApplicationScoped
public class AcceptInvitation {

    private final Invitations invitations;
    private final Calls calls;
    private final EnterNominee enterNominee;
    private final Seats seats;
    private final AuditTrail audit;
    private final Clock clock;

    AcceptInvitation(
            Invitations invitations,
            Calls calls,
            EnterNominee enterNominee,
            Seats seats,
            AuditTrail audit,
            Clock clock) {
        this.invitations = invitations;
        this.calls = calls;
        this.enterNominee = enterNominee;
        this.seats = seats;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether it can still be accepted, or has been already; asked before a form is looked at, so that nobody corrects one that comes too late. */
    public Verdict check(Invitation invitation) {
        if (invitation.isAccepted()) {
            return Verdict.allowed();
        }
        Instant now = clock.instant();
        Verdict verdict = InvitationPolicy.answer(invitation, now);
        return verdict instanceof Verdict.Allowed && !invitation.seatKept()
                ? calls.findById(invitation.callId()).accepts(now)
                : verdict;
    }

    /**
     * Accepts. A person with a live application keeps it; if it comes for this city and has no place, it gets what a new one would get: a
     * seat, in the place of one that the waiting list holds for the person, or the city's promise of one until organisers have decided. Who
     * gets no seat that way is told by mail. Over any other application the invitation is accepted all the same, so that the city learns
     * nothing about one that is not its own, but that whoever has accepted does not come as part of its delegation. Accepting twice is harmless: what was sent first holds.
     *
     * @param given answers to the call's questions, which have passed the check of the answer book
     */
    @Transactional
    public Outcome<Invitation> accept(UUID id, Person person, Map<String, Object> given) {
        // whether or not a seat is kept: whoever erases the person locks their application and then what was sent to
        // their address
        enterNominee.lockLive(invitations.findById(id).callId(), person.email());
        Invitation invitation = invitations.toChange(id);
        if (invitation.isAccepted()) {
            return Outcome.done(invitation);
        }
        if (check(invitation) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Instant now = clock.instant();
        CallForParticipation call = calls.findById(invitation.callId());
        boolean kept = invitation.seatKept();
        InvitationState before = invitation.state();
        Optional<Application> application = enterNominee.enter(call, person, given, seat(kept, call));
        invitation.accept(application.map(Application::id).orElse(null), now);
        invitations.flush();
        if (kept && application.isEmpty()) {
            seats.giveBack(invitation.callId(), BucketCode.city(invitation.cityId()));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("city", invitation.cityId());
        details.put("before", before);
        details.put("after", invitation.state());
        details.put("seatKept", kept);
        // by it the history of the person finds the entry
        application.ifPresent(entered -> details.put("applicationId", entered.id()));
        audit.record("invited", "invitation-accepted", "invitation", id.toString(), details);
        return Outcome.done(invitation);
    }

    private static EnterNominee.Seat seat(boolean kept, CallForParticipation call) {
        if (kept) {
            return EnterNominee.Seat.KEPT;
        }
        return call.skipModerationForDelegations() ? EnterNominee.Seat.TAKEN_NOW : EnterNominee.Seat.NONE;
    }
}
