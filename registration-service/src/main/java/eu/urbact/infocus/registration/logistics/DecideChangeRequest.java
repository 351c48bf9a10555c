package eu.urbact.infocus.registration.logistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;

/** Organisers accept or refuse a request for other places; the person is told by mail. */
@ApplicationScoped
public class DecideChangeRequest {

    private final PersonLogistics person;
    private final LogisticsOfPeople people;
    private final ChangeRequests requests;
    private final PlaceChange placeChange;
    private final ChoicesTrail trail;
    private final AuditTrail audit;
    private final Event<ChangeRequestFact> facts;

    DecideChangeRequest(
            PersonLogistics person,
            LogisticsOfPeople people,
            ChangeRequests requests,
            PlaceChange placeChange,
            ChoicesTrail trail,
            AuditTrail audit,
            Event<ChangeRequestFact> facts) {
        this.person = person;
        this.people = people;
        this.requests = requests;
        this.placeChange = placeChange;
        this.trail = trail;
        this.audit = audit;
        this.facts = facts;
    }

    /**
     * Decides; accepting takes and gives back places in the same transaction and is refused, with the numbers, when something is full, and
     * once the workshop is over. A request can be refused after that, too: nobody shall wait for an answer for ever.
     *
     * @param answer to the person, or null
     */
    @Transactional
    public Outcome<ChangeRequest> decide(UUID requestId, boolean accept, String answer) {
        Function<PersonLogistics.Answering, Outcome<ChangeRequest>> decide = answering -> {
            ChangeRequest request = requests.current(requestId);
            ChangeRequest.State how = accept ? ChangeRequest.State.ACCEPTED : ChangeRequest.State.REFUSED;
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("request", request.id());
            if (request.state() == ChangeRequest.State.OPEN && accept) {
                Logistics logistics = person.of(answering);
                details.putAll(trail.change(request.callId(), logistics.choices(), request.wanted()));
                Outcome<Integer> places = placeChange.to(request.callId(), logistics.choices(), request.wanted());
                if (places instanceof Outcome.Refused<Integer> full) {
                    return Outcome.refused(full.type(), full.detail());
                }
                logistics.choose(request.wanted(), answering.now());
            }
            if (request.close(how, answer, answering.now()) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            if (!accept && !answering.workshop().isOver(answering.now())) {
                person.of(answering).refused(answering.now());
            }
            people.flush();
            if (!accept) {
                details.putAll(trail.asked(request.callId(), request.wanted()));
            }
            audit.record(
                    accept ? "logistics-change-accepted" : "logistics-change-refused",
                    "application",
                    request.applicationId().toString(),
                    details);
            facts.fire(new ChangeRequestFact(
                    request.applicationId(),
                    request.callId(),
                    answering.application().workshopId(),
                    request.id(),
                    how,
                    answering.now()));
            return Outcome.done(request);
        };
        UUID applicationId = requests.findById(requestId).applicationId();
        return accept ? person.planning(applicationId, decide) : person.atAnyTime(applicationId, decide);
    }
}
