package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** A city sends somebody else: the first person's application is withdrawn, and a seat of the city's bucket is not given back. */
@ApplicationScoped
public class ReplaceApplicant {

    private final Applications applications;
    private final Workshops workshops;
    private final WhoCame whoCame;
    private final Seats seats;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    ReplaceApplicant(
            Applications applications,
            Workshops workshops,
            WhoCame whoCame,
            Seats seats,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.whoCame = whoCame;
        this.seats = seats;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Withdraws the application and says whether its seat is now kept in the city's bucket: the caller has to remember it. A seat of
     * another bucket was never the city's and becomes free. Refused when the application has ended or its person was forgotten, and once the person has come or the workshop
     * is over.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Boolean> replace(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        ApplicationState before = application.state();
        if (application.isErased()) {
            return Outcome.refused(
                    RegistrationProblem.PERSON_ERASED,
                    "They had their place when they were forgotten, and stay counted.");
        }
        if (!before.isLive()) {
            return Outcome.refused(RegistrationProblem.NOT_WITHDRAWABLE, "This person's application has ended.");
        }
        Instant now = clock.instant();
        Workshop workshop = workshops.findById(application.workshopId());
        if (WithdrawalPolicy.takePlace(
                        RegistrationProblem.NOT_WITHDRAWABLE, whoCame.hasCome(applicationId, workshop), workshop, now)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // an offer that nobody has accepted is no place that could be passed on
        boolean kept = before == ApplicationState.ADMITTED
                && application.bucket().equals(BucketCode.city(application.cityId()));
        if (before.holdsSeat()) {
            // the substitution locks the city's seats next; locked after others, or after the places and rooms that are
            // given back now, they would hold up whoever takes them in their order
            seats.lock(application.callId(), List.of(BucketCode.city(application.cityId()), application.bucket()));
            if (!kept) {
                seats.giveBack(application.callId(), application.bucket());
            }
        }
        application.makeWay(now);
        applications.flush();
        audit.record(
                "application-replaced",
                "application",
                applicationId.toString(),
                Map.of("before", before, "after", application.state(), "seatKept", kept));
        facts.fire(ApplicationFact.replaced(application, before, now));
        return Outcome.done(kept);
    }
}
