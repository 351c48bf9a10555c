package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * A link has got into wrong hands. All links and tickets of the application stop working at once; the new link goes to the address of the
 * application and to nobody who asks, because whoever asks may be the one who has found it.
 */
@ApplicationScoped
public class RenewLink {

    private final Applications applications;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    RenewLink(Applications applications, AuditTrail audit, Event<ApplicationFact> facts, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Somebody who holds the link asks for it; false when the person was forgotten in the meantime, and with them the link. */
    @Transactional
    public boolean byApplicant(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return false;
        }
        renew(application);
        audit.record("applicant", "application-link-renewed", "application", applicationId.toString(), Map.of());
        tell(application);
        return true;
    }

    /** Organisers do it, because somebody has told them; refused once the person has been forgotten, whose links are dead for good. */
    @Transactional
    public Outcome<Application> byOrganiser(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "There is no link any more.");
        }
        renew(application);
        audit.record("application-link-renewed", "application", applicationId.toString(), Map.of());
        tell(application);
        return Outcome.done(application);
    }

    private void renew(Application application) {
        application.renewLinks();
        applications.flush();
    }

    private void tell(Application application) {
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.LINK_RENEWED, application, clock.instant()));
    }
}
