package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallState;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.call.PromisedSeats;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatingPolicy;
import eu.urbact.infocus.registration.seat.Seats;

/** Organisers decide about one application. */
@ApplicationScoped
public class DecideApplication {

    /**
     * A decision.
     *
     * @param reason why; needed for declining
     * @param note what the person is told with it, or null
     * @param bucket where the seat is taken, or null for the rule of {@link SeatingPolicy}, which leaves to those
     *     whom a city has invited what is promised to them; for admitting only
     * @param proposed whether a rule has proposed the bucket, which leaves it to them, too; organisers who have chosen it take it all the same
     */
    public record Command(
            UUID applicationId,
            Decision decision,
            ReasonCode reason,
            String note,
            BucketCode bucket,
            boolean proposed) {}

    private final Applications applications;
    private final Calls calls;
    private final Workshops workshops;
    private final WhoCame whoCame;
    private final FinalLists finalLists;
    private final Seats seats;
    private final PromisedSeats promises;
    private final HandBackSeats handBackSeats;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    DecideApplication(
            Applications applications,
            Calls calls,
            Workshops workshops,
            WhoCame whoCame,
            FinalLists finalLists,
            Seats seats,
            PromisedSeats promises,
            HandBackSeats handBackSeats,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.workshops = workshops;
        this.whoCame = whoCame;
        this.finalLists = finalLists;
        this.seats = seats;
        this.promises = promises;
        this.handBackSeats = handBackSeats;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Decides, in one transaction with the seat. Refused when the state does not allow it, no seat is free, a reason is missing, or a
     * place would be taken from somebody who has come, or after the workshop, or given when the attendance lists are final; and when somebody
     * would come back into a call that was put away.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else has decided in the meantime
     */
    @Transactional
    public Outcome<Application> decide(Command command) {
        Application application = applications.toDecide(command.applicationId());
        ApplicationState before = application.state();
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.DECISION_NOT_POSSIBLE, "The person's data have been erased.");
        }
        if (DecisionPolicy.check(before, command.decision(), command.reason()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (DecisionPolicy.trueOf(application.appliedAt(), command.reason(), calls.findById(application.callId()))
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        boolean appliedAgain = !applications.withLiveOther(List.of(application)).isEmpty();
        if (DecisionPolicy.counts(appliedAgain) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (!before.isLive()
                && command.decision() != Decision.DECLINE
                && calls.current(application.callId()).orElseThrow().state() == CallState.ARCHIVED) {
            return Outcome.refused(
                    RegistrationProblem.DECISION_NOT_POSSIBLE,
                    "The call has been put away, and its workshop may have another one.");
        }
        Instant now = clock.instant();
        Workshop workshop = workshops.findById(application.workshopId());
        if (before == ApplicationState.ADMITTED
                && WithdrawalPolicy.takePlace(
                                RegistrationProblem.DECISION_NOT_POSSIBLE,
                                whoCame.hasCome(application.id(), workshop),
                                workshop,
                                now)
                        instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (command.decision() == Decision.ADMIT
                && DecisionPolicy.givePlace(finalLists.finalFrom(workshop), workshop.zone(), now)
                        instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        ApplicationFact.Kind kind;
        switch (command.decision()) {
            case ADMIT -> {
                handBackSeats.settle(application.callId());
                Outcome<BucketCode> seat = takeSeat(application, command.bucket(), command.proposed());
                if (seat instanceof Outcome.Refused<BucketCode> full) {
                    return Outcome.refused(full.type(), full.detail());
                }
                application.admit(((Outcome.Done<BucketCode>) seat).value(), command.note(), now);
                kind = ApplicationFact.Kind.ADMITTED;
            }
            case WAITLIST -> {
                giveSeatBack(application);
                application.putOnWaitingList(command.reason(), command.note(), now);
                kind = ApplicationFact.Kind.WAITLISTED;
            }
            case DECLINE -> {
                giveSeatBack(application);
                application.decline(command.reason(), command.note(), now);
                kind = ApplicationFact.Kind.DECLINED;
            }
            default -> throw new IllegalStateException("every decision is listed above");
        }
        applications.flush();
        audit.record(
                "application-" + kind.name().toLowerCase(Locale.ROOT),
                "application",
                application.id().toString(),
                details(before, application));
        facts.fire(ApplicationFact.of(kind, application, before, now));
        return Outcome.done(application);
    }

    private Outcome<BucketCode> takeSeat(Application application, BucketCode wanted, boolean proposed) {
        if (wanted == null) {
            return takeSeatByRule(application);
        }
        if (!seats.has(application.callId(), wanted)) {
            return Outcome.refused(
                    RegistrationProblem.BUCKET_UNKNOWN, "This call has no such seats. See the list of its buckets.");
        }
        return proposed && isLeftToNominees(application, wanted)
                ? Outcome.refused(
                        RegistrationProblem.BUCKET_FULL,
                        "The seat that was proposed is promised to somebody by now: "
                                + promisedSeats(application, wanted))
                : seats.takeFirstFree(application.callId(), List.of(wanted));
    }

    private Outcome<BucketCode> takeSeatByRule(Application application) {
        List<BucketCode> inOrder = SeatingPolicy.bucketsFor(application.contributor(), application.cityId());
        BucketCode city = application.cityId() == null ? null : BucketCode.city(application.cityId());
        if (city == null || !isLeftToNominees(application, city)) {
            return seats.takeFirstFree(application.callId(), inOrder);
        }
        return seats.takeFirstFree(
                                application.callId(),
                                inOrder.stream()
                                        .filter(code -> !code.equals(city))
                                        .toList())
                        instanceof Outcome.Done<BucketCode> seat
                ? seat
                : Outcome.refused(
                        RegistrationProblem.BUCKET_FULL,
                        "No other seat is free, and those of the person's city are promised: "
                                + promisedSeats(application, city));
    }

    private String promisedSeats(Application application, BucketCode city) {
        PromisedSeats.Promised promised =
                promises.promised(application.callId(), city.cityId().orElseThrow());
        return "%s free, %s to people who can still answer an invitation of the city, and %s to people who have accepted one and wait for a decision. Choose the city's seats to take one of them all the same."
                .formatted(
                        Counted.of(seats.free(application.callId(), city), "is", "are"),
                        Counted.of(promised.invited(), "is promised", "are promised"),
                        promised.undecided());
    }

    /** A look without a lock: what is promised is a matter of order, and the bucket itself sees to its limit. */
    private boolean isLeftToNominees(Application application, BucketCode bucket) {
        if (bucket.cityId().isEmpty()) {
            return false;
        }
        String city = bucket.cityId().get();
        int free = seats.free(application.callId(), bucket);
        return free > 0
                && free <= promises.promised(application.callId(), city).inAll()
                && !city.equals(promises.nominees(application.callId()).get(application.id()));
    }

    private void giveSeatBack(Application application) {
        if (application.state().holdsSeat()) {
            seats.giveBack(application.callId(), application.bucket());
        }
    }

    private static Map<String, Object> details(ApplicationState before, Application application) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("before", before);
        details.put("after", application.state());
        if (application.bucket() != null) {
            details.put("bucket", application.bucket().value());
        }
        if (application.reasonCode() != null) {
            details.put("reasonCode", application.reasonCode());
        }
        return details;
    }
}
