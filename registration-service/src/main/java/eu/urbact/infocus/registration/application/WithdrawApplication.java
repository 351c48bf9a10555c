package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
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
import eu.urbact.infocus.registration.seat.Seats;

/** A person cannot or does not want to come any more; a seat they hold is free again in the same moment. */
@ApplicationScoped
public class WithdrawApplication {

    private static final String ACTION = "application-withdrawn";

    private final Applications applications;
    private final Workshops workshops;
    private final WhoCame whoCame;
    private final Seats seats;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    WithdrawApplication(
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
     * The person withdraws their live application. Withdrawing twice is harmless; refused when there is nothing to withdraw, and once the
     * person has come or the workshop is over.
     */
    @Transactional
    public Outcome<Application> withdraw(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        // somebody who was forgotten in the meantime has nothing to withdraw, whatever the row still counts
        if (application.isErased() || application.state() == ApplicationState.WITHDRAWN) {
            return Outcome.done(application);
        }
        Workshop workshop = workshops.findById(application.workshopId());
        return WithdrawalPolicy.withdraw(
                                application.state(),
                                whoCame.hasCome(applicationId, workshop),
                                workshop,
                                clock.instant())
                        instanceof Verdict.Refused refused
                ? Outcome.refused(refused)
                : withdraw(applicationId, "applicant");
    }

    /**
     * Organisers enter that the person cannot come, because they have called or written. Refused as it would be to the person, and when it is
     * withdrawn already or nobody knows any more who it was.
     *
     * @param note told to the person, or null
     */
    @Transactional
    public Outcome<Application> withdrawFor(UUID applicationId, String note) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nobody knows any more who it was.");
        }
        Workshop workshop = workshops.findById(application.workshopId());
        Instant now = clock.instant();
        if (WithdrawalPolicy.withdrawFor(application.state(), whoCame.hasCome(applicationId, workshop), workshop, now)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        ApplicationState before = application.state();
        giveSeatBack(application);
        application.withdrawForPerson(note, now);
        applications.flush();
        audit.record(ACTION, "application", applicationId.toString(), changed(before, application));
        facts.fire(ApplicationFact.withdrawnByOrganisers(application, before, now));
        return Outcome.done(application);
    }

    /**
     * Withdraws a live application because the person is to be forgotten. Whoever forgets has looked whether there is anything to give up.
     *
     * @param actor who does it, as the audit trail names them
     */
    @Transactional
    public Outcome<Application> withdraw(UUID applicationId, String actor) {
        Application application = applications.toChange(applicationId);
        ApplicationState before = application.state();
        if (before == ApplicationState.WITHDRAWN) {
            return Outcome.done(application);
        }
        if (!before.isLive()) {
            return Outcome.refused(RegistrationProblem.NOT_WITHDRAWABLE, WithdrawalPolicy.ended(before));
        }
        giveSeatBack(application);
        Instant now = clock.instant();
        application.withdraw(now);
        applications.flush();
        audit.record(actor, ACTION, "application", applicationId.toString(), changed(before, application));
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.WITHDRAWN, application, before, now));
        return Outcome.done(application);
    }

    private void giveSeatBack(Application application) {
        if (application.state().holdsSeat()) {
            seats.giveBack(application.callId(), application.bucket());
        }
    }

    private static Map<String, Object> changed(ApplicationState before, Application application) {
        return Map.of("before", before, "after", application.state());
    }
}
