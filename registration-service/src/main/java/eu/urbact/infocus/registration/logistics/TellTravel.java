package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

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

    /** Replaces what was said before; refused when somebody leaves before they arrive. */
    @Transactional
    public Outcome<Logistics> tell(UUID applicationId, Logistics.Leg arrival, Logistics.Leg departure) {
        return person.planning(applicationId, answering -> {
            if (!arrival.at().isBefore(departure.at())) {
                return Outcome.refused(
                        RegistrationProblem.TRAVEL_BACKWARDS, "The departure must be after the arrival.");
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
