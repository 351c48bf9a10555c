package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Organisers say until when people change their places themselves; with that they begin to ask. */
@ApplicationScoped
public class SetFreeze {

    private final LogisticsSettings settings;
    private final ChangeRequests requests;
    private final LogisticsOfPeople people;
    private final AuditTrail audit;

    SetFreeze(LogisticsSettings settings, ChangeRequests requests, LogisticsOfPeople people, AuditTrail audit) {
        this.settings = settings;
        this.requests = requests;
        this.people = people;
        this.audit = audit;
    }

    /** The call's setting; written down on first sight, so that it has a version. */
    @Transactional
    public LogisticsSetting of(UUID callId) {
        settings.ensure(callId);
        return settings.findById(callId);
    }

    /**
     * Lays the freeze time down; null to ask nothing any more. Refused for null, with the numbers, when people have chosen places or wait
     * for an answer: they would see neither any more, while the places stay theirs.
     */
    @Transactional
    public Outcome<LogisticsSetting> freezeAt(UUID callId, Instant time) {
        settings.ensure(callId);
        // locked before it is counted: whoever chooses at this moment is among them, or is asked nothing any more
        LogisticsSetting setting = settings.toChange(callId);
        if (time == null) {
            long waiting = requests.waiting(callId);
            if (waiting > 0) {
                return Outcome.refused(
                        RegistrationProblem.FREEZE_IN_USE,
                        Counted.of(waiting, "request for other places waits", "requests for other places wait")
                                + " for your answer. Answer first.");
            }
            long chosen = people.withPlaces(callId);
            if (chosen > 0) {
                return Outcome.refused(
                        RegistrationProblem.FREEZE_IN_USE,
                        Counted.of(chosen, "person has", "people have")
                                + " chosen places, and would not see them any more. Set another time instead.");
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("before", setting.freezeAt());
        details.put("after", time);
        setting.freezeAt(time);
        settings.flush();
        audit.record("logistics-freeze-set", "call", callId.toString(), details);
        return Outcome.done(setting);
    }
}
