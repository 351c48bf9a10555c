package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;

/** A person says what they come along to, and with how many companions. */
@ApplicationScoped
public class ChooseOptions {

    private final PersonLogistics person;
    private final LogisticsOfPeople people;
    private final PlaceChange placeChange;
    private final ChangeRequests requests;
    private final ChoicesTrail trail;
    private final AuditTrail audit;

    ChooseOptions(
            PersonLogistics person,
            LogisticsOfPeople people,
            PlaceChange placeChange,
            ChangeRequests requests,
            ChoicesTrail trail,
            AuditTrail audit) {
        this.person = person;
        this.people = people;
        this.placeChange = placeChange;
        this.requests = requests;
        this.trail = trail;
        this.audit = audit;
    }

    /**
     * Replaces the person's choices, all or none: refused when one of them is full, and from the freeze time on. A request that is open,
     * because the lists were closed earlier before, is answered by that.
     *
     * @param wanted options of the call with companions
     */
    @Transactional
    public Outcome<Logistics> choose(UUID applicationId, Map<UUID, Integer> wanted) {
        return person.planning(applicationId, answering -> {
            if (LogisticsPolicy.choose(answering.now(), answering.freezeAt()) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Logistics logistics = person.of(answering);
            UUID callId = answering.application().callId();
            Map<UUID, Integer> before = logistics.choices();
            return placeChange.to(callId, before, wanted).map(changed -> {
                logistics.choose(wanted, answering.now());
                requests.open(applicationId)
                        .ifPresent(request -> request.close(ChangeRequest.State.TAKEN_BACK, null, answering.now()));
                people.flush();
                audit.record(
                        "applicant",
                        "logistics-options-chosen",
                        "application",
                        applicationId.toString(),
                        trail.change(callId, before, wanted));
                return logistics;
            });
        });
    }

    static int places(Map<UUID, Integer> choices) {
        return choices.values().stream().mapToInt(companions -> 1 + companions).sum();
    }
}
