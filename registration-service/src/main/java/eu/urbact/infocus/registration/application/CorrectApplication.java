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
import eu.urbact.infocus.registration.programmeview.Workshops;

/** A person puts right how they are called, also when the call has closed and when the organisers have decided. */
@ApplicationScoped
public class CorrectApplication {

    private final Applications applications;
    private final Workshops workshops;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Event<Renamed> renamed;
    private final Clock clock;

    CorrectApplication(
            Applications applications,
            Workshops workshops,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Event<Renamed> renamed,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.audit = audit;
        this.facts = facts;
        this.renamed = renamed;
        this.clock = clock;
    }

    /**
     * Takes the names. Saying the same again changes nothing and tells nobody. The audit trail keeps which of them were changed, not what
     * stood there.
     *
     * @throws jakarta.persistence.OptimisticLockException when it has changed since it was read in this transaction
     */
    @Transactional
    public Outcome<Application> correct(UUID applicationId, Called called) {
        Application application = applications.toDecide(applicationId);
        Instant now = clock.instant();
        if (EditingPolicy.correct(workshops.findById(application.workshopId()), now)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        String givenName = application.givenName();
        String familyName = application.familyName();
        List<String> changed = application.correct(called);
        if (changed.isEmpty()) {
            return Outcome.done(application);
        }
        applications.flush();
        audit.record(
                "applicant",
                "application-corrected",
                "application",
                applicationId.toString(),
                Map.of("fields", changed));
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.EDITED, application, now));
        if (changed.contains("givenName") || changed.contains("familyName")) {
            renamed.fire(new Renamed(application, givenName, familyName));
        }
        return Outcome.done(application);
    }
}
