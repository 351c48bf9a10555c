package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.hibernate.exception.ConstraintViolationException;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * Organisers put right the mail address of somebody whom no mail reaches, because it was mistyped or is used no more. Whoever reads the mails of
 * the old one may be a stranger: every link and ticket that went there stops working, and the new link goes to the new address.
 */
@ApplicationScoped
public class CorrectAddress {

    private static final String ONE_LIVE_PER_PERSON = "uq_application_live";

    private static final String TAKEN =
            "Somebody has applied to this call with this address, and that application is running.";

    private final Applications applications;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    CorrectAddress(Applications applications, AuditTrail audit, Event<ApplicationFact> facts, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Takes the address for the application, and for those of the same person to the same call that have ended, so that they stay those of one
     * person. Saying the same again changes nothing and tells nobody. The audit trail keeps that it was done, and neither address.
     */
    @Transactional
    public Outcome<Application> correct(UUID applicationId, EmailAddress email) {
        List<Application> ofPerson = applications.withEndedOnes(applicationId);
        Application application = ofPerson.stream()
                .filter(one -> one.id().equals(applicationId))
                .findFirst()
                .orElseThrow();
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nobody is written to any more.");
        }
        if (application.email().equals(email.address())) {
            return Outcome.done(application);
        }
        if (applications.liveOther(application).isPresent()) {
            return Outcome.refused(
                    RegistrationProblem.NOT_EDITABLE,
                    "The person has applied to this call again since. Correct the address of that application.");
        }
        if (applications.isLive(application.callId(), email, applicationId)) {
            return Outcome.refused(RegistrationProblem.ADDRESS_TAKEN, TAKEN);
        }
        ofPerson.forEach(one -> one.writeTo(email));
        try {
            applications.flush();
        } catch (ConstraintViolationException e) {
            if (ONE_LIVE_PER_PERSON.equals(e.getConstraintName())) {
                // somebody has applied with this address at the same moment
                return Outcome.refused(RegistrationProblem.ADDRESS_TAKEN, TAKEN);
            }
            throw e;
        }
        ofPerson.forEach(one -> audit.record(
                "application-address-corrected", "application", one.id().toString(), Map.of()));
        facts.fire(ApplicationFact.addressCorrected(application, clock.instant()));
        return Outcome.done(application);
    }
}
