package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Somebody has lost the link to their application; it is sent to the address it belongs to, and nothing is told to whoever asks. */
@ApplicationScoped
public class AskForLink {

    private final Applications applications;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    AskForLink(Applications applications, AuditTrail audit, Event<ApplicationFact> facts, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Has the link sent when the address has applied, at most once in ten minutes.
     *
     * @param workshopSlug the workshop it is about, or null for all that the address has applied to
     */
    @Transactional
    public void ask(String workshopSlug, EmailAddress email) {
        Instant now = clock.instant();
        for (UUID id : applications.whoseLinkToSend(workshopSlug, email, now)) {
            Application application = applications.findById(id);
            audit.record("applicant", "application-link-requested", "application", id.toString(), Map.of());
            facts.fire(ApplicationFact.of(ApplicationFact.Kind.LINK_REQUESTED, application, now));
        }
    }
}
