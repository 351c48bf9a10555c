package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** A person says what they eat and need, with consent, or that they need nothing. Possible to the end: a kitchen can be told late, too. */
@ApplicationScoped
public class TellNeeds {

    private final PersonLogistics person;
    private final LogisticsOfPeople people;
    private final NeedsOfPeople needsOfPeople;
    private final AuditTrail audit;

    TellNeeds(PersonLogistics person, LogisticsOfPeople people, NeedsOfPeople needsOfPeople, AuditTrail audit) {
        this.person = person;
        this.people = people;
        this.needsOfPeople = needsOfPeople;
        this.audit = audit;
    }

    /**
     * Replaces what was said before; "nothing" deletes it. Refused without consent when there is something to keep.
     *
     * @param consent whether the person agrees to this being used for its purpose
     */
    @Transactional
    public Outcome<Needs.Answer> tell(UUID applicationId, Needs.Answer answer, boolean consent) {
        return person.planning(applicationId, answering -> {
            if (!answer.isNone() && !consent) {
                return Outcome.refused(
                        RegistrationProblem.CONSENT_MISSING,
                        "Without your consent this cannot be kept for the kitchen and the venue.");
            }
            if (answer.isNone()) {
                needsOfPeople.deleteById(applicationId);
            } else {
                Needs needs = needsOfPeople.findByIdOptional(applicationId).orElse(null);
                if (needs == null) {
                    needs = new Needs(answering.application());
                    needs.answer(answer, answering.now());
                    needsOfPeople.persist(needs);
                } else {
                    needs.answer(answer, answering.now());
                }
            }
            person.of(answering).needsAnswered(answering.now());
            people.flush();
            // that they were told, and nothing about what
            audit.record("applicant", "logistics-needs-told", "application", applicationId.toString(), Map.of());
            return Outcome.done(answer);
        });
    }
}
