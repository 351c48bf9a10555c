package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.ReplaceApplicant;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackPolicy;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** A city invites somebody for one of its seats, as the first or in the place of another person. */
@ApplicationScoped
public class InvitePerson {

    /**
     * Whose place it is.
     *
     * @param seatKept whether it is held already
     * @param insteadOfApplication whom it was meant for, or null
     * @param insteadOfInvitation the same
     * @param before how the city's seats were used while that person was there, or null when there is none
     */
    private record Place(
            boolean seatKept, UUID insteadOfApplication, UUID insteadOfInvitation, InvitationPolicy.Numbers before) {}

    private final Calls calls;
    private final Workshops workshops;
    private final Invitations invitations;
    private final Applications applications;
    private final Seats seats;
    private final ReplaceApplicant replaceApplicant;
    private final DelegationConfig config;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Event<InvitationFact> facts;
    private final Clock clock;

    InvitePerson(
            Calls calls,
            Workshops workshops,
            Invitations invitations,
            Applications applications,
            Seats seats,
            ReplaceApplicant replaceApplicant,
            DelegationConfig config,
            Idempotency idempotency,
            AuditTrail audit,
            Event<InvitationFact> facts,
            Clock clock) {
        this.calls = calls;
        this.workshops = workshops;
        this.invitations = invitations;
        this.applications = applications;
        this.seats = seats;
        this.replaceApplicant = replaceApplicant;
        this.config = config;
        this.idempotency = idempotency;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Invites while the call accepts, the city has not handed its unused seats back, and one of them is neither held nor promised. The
     * invitation ends with the first of these times. No address is invited by the same city more than a few times a day.
     */
    @Transactional
    public Outcome<Invitation> invite(UUID callId, String cityId, Nomination nomination) {
        return invite(calls.findById(callId), cityId, nomination, new Place(false, null, null, null));
    }

    /**
     * Invites somebody else in the place of an applicant of the city. The old application is withdrawn; a seat that it held in the
     * city's bucket stays held and is the substitute's, in the same transaction, so that nobody gets it in between. The seat can be
     * passed on until the workshop begins, also when the call has closed. Whoever has no seat of the city is replaced only as long as the
     * city may invite: what is promised to them becomes everybody's when they go after the city's hand-back day. Whoever is another city's by
     * now is to this one as if they were not there.
     */
    @Transactional
    public Outcome<Invitation> substitute(UUID callId, String cityId, UUID applicationId, Nomination nomination) {
        if (InvitationPolicy.somebodyElse(applications.findById(applicationId).isOf(nomination.email()))
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Application leaving = applications.toChange(applicationId);
        // by now they may come with another city
        if (!cityId.equals(leaving.cityId())) {
            return Outcome.refused(CommonProblem.NOT_FOUND, null);
        }
        InvitationPolicy.Numbers before = invitations.numbers(leaving.callId(), cityId, clock.instant());
        Outcome<Boolean> replaced = replaceApplicant.replace(applicationId);
        if (replaced instanceof Outcome.Refused<Boolean> refused) {
            return Outcome.refused(refused.type(), refused.detail());
        }
        boolean seatKept = ((Outcome.Done<Boolean>) replaced).value();
        return rolledBackWhenRefused(
                invite(calls.findById(callId), cityId, nomination, new Place(seatKept, applicationId, null, before)));
    }

    /** Invites somebody else in the place of a person who has not answered; a seat kept for the first is kept for the second. */
    @Transactional
    public Outcome<Invitation> substitute(UUID invitationId, Nomination nomination) {
        Invitation first = invitations.toChange(invitationId);
        Instant now = clock.instant();
        if (InvitationPolicy.answer(first, now) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (InvitationPolicy.somebodyElse(first.isFor(nomination.email())) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        boolean kept = first.seatKept();
        InvitationPolicy.Numbers before = invitations.numbers(first.callId(), first.cityId(), now);
        first.close(InvitationState.REVOKED, now);
        invitations.flush();
        // the first one was invited, and is so no longer: who is invited again by the old request is invited anew, or
        // refused
        idempotency.forget(first.id());
        audit.record("invitation-revoked", "invitation", first.id().toString(), Map.of("substituted", true));
        facts.fire(InvitationFact.of(InvitationFact.Kind.REVOKED, first, now));
        return rolledBackWhenRefused(invite(
                calls.findById(first.callId()),
                first.cityId(),
                nomination,
                new Place(kept, null, invitationId, before)));
    }

    private Outcome<Invitation> invite(CallForParticipation call, String cityId, Nomination nomination, Place place) {
        Instant now = clock.instant();
        boolean seatKept = place.seatKept();
        Optional<Instant> handsBackAt =
                HandBackPolicy.handsBackAt(seats.of(call.id()), BucketCode.city(cityId), call.zone());
        Instant end = seatKept
                ? workshops.findById(call.workshopId()).startsAt()
                : handsBackAt.filter(call.closesAt()::isAfter).orElse(call.closesAt());
        if (seatKept) {
            if (!now.isBefore(end)) {
                return Outcome.refused(RegistrationProblem.CALL_NOT_OPEN, "The workshop has begun.");
            }
        } else if (call.accepts(now) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        } else if (handsBackAt.isPresent() && !now.isBefore(handsBackAt.get())) {
            LocalDate day = LocalDate.ofInstant(handsBackAt.get(), call.zone());
            return Outcome.refused((Verdict.Refused)
                    (place.insteadOfApplication() == null
                            ? InvitationPolicy.handedBack(day)
                            : InvitationPolicy.handedBackInstead(day)));
        }
        Optional<Invitations.Quota> quota = invitations.lockQuota(call.id(), cityId);
        if (quota.isEmpty()) {
            return Outcome.refused(RegistrationProblem.BUCKET_UNKNOWN, "This call keeps no seats for the city.");
        }
        String person = nomination.email().key();
        if (InvitationPolicy.askOnce(
                        invitations.isInvited(call.id(), cityId, person),
                        applications.isAdmitted(call.id(), cityId, person),
                        invitations.isUndecided(call.id(), cityId, person),
                        seatKept)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (InvitationPolicy.notTooOften(
                        invitations.invitedSince(call.id(), cityId, person, now.minus(InvitationPolicy.COUNTED)),
                        call.zone())
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        InvitationPolicy.Numbers numbers = new InvitationPolicy.Numbers(
                quota.get().limit(),
                quota.get().held(),
                invitations.openWithoutSeat(call.id(), cityId, now),
                invitations.undecided(call.id(), cityId));
        if (!seatKept
                && (place.before() == null
                                ? InvitationPolicy.invite(numbers)
                                : InvitationPolicy.inviteInstead(numbers, place.before()))
                        instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Invitation invitation =
                new Invitation(call, cityId, nomination, seatKept, now, now.plus(config.remindAfter()), end);
        invitation.standInFor(place.insteadOfApplication(), place.insteadOfInvitation());
        invitations.persistAndFlush(invitation);
        audit.record(
                "invitation-sent",
                "invitation",
                invitation.id().toString(),
                Map.of("city", cityId, "seatKept", seatKept));
        facts.fire(InvitationFact.of(InvitationFact.Kind.SENT, invitation, now));
        return Outcome.done(invitation);
    }

    /** A refused substitution leaves the first person where they were. */
    private static Outcome<Invitation> rolledBackWhenRefused(Outcome<Invitation> outcome) {
        if (!outcome.isDone()) {
            io.quarkus.narayana.jta.QuarkusTransaction.setRollbackOnly();
        }
        return outcome;
    }
}
