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
import eu.urbact.infocus.registration.call.CallState;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Organisers take back a withdrawal that was a mistake: the application waits for a decision as it was sent in, with its time, its answers and
 * what organisers think of it. What was given up stays given up, the seat above all.
 */
@ApplicationScoped
public class TakeWithdrawalBack {

    private final Applications applications;
    private final Calls calls;
    private final Workshops workshops;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    TakeWithdrawalBack(
            Applications applications,
            Calls calls,
            Workshops workshops,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.workshops = workshops;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Takes it back. Refused when the person has not withdrawn, or has applied again, was replaced by their city or forgotten, when the call was put
     * away, and once the workshop is over.
     *
     * @throws jakarta.persistence.PersistenceException when the person applies again at this very moment
     */
    @Transactional
    public Outcome<Application> takeBack(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nobody knows any more who it was.");
        }
        // whoever puts the call away counts those who are in it, and neither misses the other
        boolean putAway = calls.locked(application.callId()).orElseThrow().state() == CallState.ARCHIVED;
        Instant now = clock.instant();
        if (WithdrawalPolicy.takeBack(
                        application.state(),
                        application.isReplaced(),
                        applications.liveOther(application).isPresent(),
                        putAway,
                        workshops.findById(application.workshopId()),
                        now)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        ApplicationState before = application.state();
        application.standAgain();
        applications.flush();
        audit.record(
                "application-withdrawal-taken-back",
                "application",
                applicationId.toString(),
                Map.of("before", before, "after", application.state()));
        facts.fire(ApplicationFact.standsAgain(application, now));
        return Outcome.done(application);
    }
}
