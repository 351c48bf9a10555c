package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.Calls;

/** A person changes what they have sent in. */
@ApplicationScoped
public class EditApplication {

    private final Applications applications;
    private final Calls calls;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Event<Renamed> renamed;
    private final Clock clock;

    EditApplication(
            Applications applications,
            Calls calls,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Event<Renamed> renamed,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.audit = audit;
        this.facts = facts;
        this.renamed = renamed;
        this.clock = clock;
    }

    /**
     * Takes the new words. Saying the same again changes nothing and tells nobody. The audit trail keeps which fields were changed, and
     * what stood in those that are counted; not what the person has written.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody has decided in the meantime
     */
    @Transactional
    public Outcome<Application> edit(UUID applicationId, Person person) {
        Application application = applications.toDecide(applicationId);
        Instant now = clock.instant();
        if (EditingPolicy.edit(application.state(), calls.findById(application.callId()), now)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Map<String, Object> before = application.statistics();
        String givenName = application.givenName();
        String familyName = application.familyName();
        List<String> changed = application.change(person);
        if (changed.isEmpty()) {
            return Outcome.done(application);
        }
        applications.flush();
        Map<String, Object> details = new LinkedHashMap<>(Changes.between(before, application.statistics()));
        details.put("fields", changed);
        audit.record("applicant", "application-edited", "application", applicationId.toString(), details);
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.EDITED, application, now));
        if (changed.contains("givenName") || changed.contains("familyName")) {
            renamed.fire(new Renamed(application, givenName, familyName));
        }
        return Outcome.done(application);
    }
}
