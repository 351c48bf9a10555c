package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** After the freeze time a person asks for other places, or takes the request back. */
@ApplicationScoped
public class RequestChange {

    private final PersonLogistics person;
    private final LogisticsOptions options;
    private final ChangeRequests requests;
    private final ChoicesTrail trail;
    private final AuditTrail audit;

    RequestChange(
            PersonLogistics person,
            LogisticsOptions options,
            ChangeRequests requests,
            ChoicesTrail trail,
            AuditTrail audit) {
        this.person = person;
        this.options = options;
        this.requests = requests;
        this.trail = trail;
        this.audit = audit;
    }

    /**
     * Writes the request down; no place changes. What is full may be asked for: organisers may find a larger bus.
     *
     * @param wanted everything the person wants to come along to, with companions
     * @param message to the organisers, or null
     * @return empty when there is nothing to decide: whoever has never answered, wants nothing and adds no word has answered with that
     */
    @Transactional
    public Outcome<Optional<ChangeRequest>> request(UUID applicationId, Map<UUID, Integer> wanted, String message) {
        return person.planning(applicationId, answering -> {
            boolean oneIsOpen = requests.open(applicationId).isPresent();
            if (LogisticsPolicy.requestChange(answering.now(), answering.freezeAt(), oneIsOpen)
                    instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            // whoever removes one of them finds that somebody asks for it
            options.keep(wanted.keySet());
            Map<UUID, LogisticsOption> known = options
                    .of(answering.application().callId())
                    .stream()
                    .collect(Collectors.toMap(LogisticsOption::id, Function.identity()));
            if (!known.keySet().containsAll(wanted.keySet())) {
                return Outcome.refused(
                        RegistrationProblem.OPTION_UNKNOWN,
                        "One of these is not offered any more. See the list of what there is.");
            }
            for (Map.Entry<UUID, Integer> one : wanted.entrySet()) {
                if (LogisticsPolicy.companions(known.get(one.getKey()), one.getValue())
                        instanceof Verdict.Refused refused) {
                    return Outcome.refused(refused);
                }
            }
            Logistics logistics = person.of(answering);
            Map<UUID, Integer> has = logistics.choices();
            boolean first = logistics.choicesAnsweredAt() == null;
            if (first && wanted.isEmpty() && message == null) {
                logistics.choose(wanted, answering.now());
                audit.record(
                        "applicant",
                        "logistics-options-chosen",
                        "application",
                        applicationId.toString(),
                        trail.change(answering.application().callId(), has, wanted));
                return Outcome.done(Optional.empty());
            }
            if (wanted.equals(has) && !first) {
                return Outcome.refused(
                        RegistrationProblem.NOTHING_TO_CHANGE,
                        "You have exactly these places. Choose what should be different.");
            }
            if (LogisticsPolicy.together(known.values(), has.keySet(), wanted.keySet())
                    instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            if (LogisticsPolicy.onDays(known.values(), has.keySet(), wanted.keySet(), answering.workshop())
                    instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Map<String, Object> details = trail.asked(answering.application().callId(), wanted);
            ChangeRequest request = new ChangeRequest(answering.application(), wanted, message, answering.now());
            requests.persistAndFlush(request);
            details.put("request", request.id());
            audit.record("applicant", "logistics-change-requested", "application", applicationId.toString(), details);
            return Outcome.done(Optional.of(request));
        });
    }

    /** Takes the open request back; without one there is nothing to do, and that is harmless. */
    @Transactional
    public Outcome<Boolean> takeBack(UUID applicationId) {
        return person.planning(applicationId, answering -> {
            Optional<ChangeRequest> open = requests.open(applicationId);
            open.ifPresent(request -> {
                request.close(ChangeRequest.State.TAKEN_BACK, null, answering.now());
                requests.flush();
                audit.record(
                        "applicant",
                        "logistics-change-taken-back",
                        "application",
                        applicationId.toString(),
                        Map.of("request", request.id()));
            });
            return Outcome.done(open.isPresent());
        });
    }
}
