package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;

/** A person says whether they may be in pictures, and may think again at any time. */
@ApplicationScoped
public class TellPhotoConsent {

    private final PersonLogistics person;
    private final LogisticsOfPeople people;
    private final AuditTrail audit;

    TellPhotoConsent(PersonLogistics person, LogisticsOfPeople people, AuditTrail audit) {
        this.person = person;
        this.people = people;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Logistics> tell(UUID applicationId, boolean consent) {
        return person.atAnyTime(applicationId, answering -> {
            Logistics logistics = person.of(answering);
            logistics.photoConsent(consent, answering.now());
            people.flush();
            // that it was told, and not what: the entry outlives the person's data
            audit.record("applicant", "photo-consent-told", "application", applicationId.toString(), Map.of());
            return Outcome.done(logistics);
        });
    }
}
