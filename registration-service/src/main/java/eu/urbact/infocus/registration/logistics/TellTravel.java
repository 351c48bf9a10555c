package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;

/** A person says when and how they arrive and leave. Possible to the end: a late train asks nobody. */
@ApplicationScoped
public class TellTravel {

    private final PersonLogistics person;
    private final LogisticsOfPeople people;
    private final AuditTrail audit;

    TellTravel(PersonLogistics person, LogisticsOfPeople people, AuditTrail audit) {
        this.person = person;
        this.people = people;
        this.audit = audit;
    }

    /** Replaces what was said before; refused when somebody leaves before they arrive, or travels at another time than that of the workshop. */
    @Transactional
    public Outcome<Logistics> tell(UUID applicationId, Logistics.Leg arrival, Logistics.Leg departure) {
        return person.planning(applicationId, answering -> {
            if (LogisticsPolicy.travel(arrival.at(), departure.at(), answering.workshop())
                    instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Logistics logistics = person.of(answering);
            logistics.travel(arrival, departure, answering.now());
            people.flush();
            // that it was told, and not what: the entry outlives the person's data
            audit.record("applicant", "logistics-travel-told", "application", applicationId.toString(), Map.of());
            return Outcome.done(logistics);
        });
    }
}
