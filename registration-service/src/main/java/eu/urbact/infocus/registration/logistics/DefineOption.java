package eu.urbact.infocus.registration.logistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Organisers write down what people may come along to. */
@ApplicationScoped
public class DefineOption {

    private final LogisticsOptions options;
    private final AuditTrail audit;

    DefineOption(LogisticsOptions options, AuditTrail audit) {
        this.options = options;
        this.audit = audit;
    }

    /** Adds an option. */
    @Transactional
    public LogisticsOption add(UUID callId, LogisticsOption.Definition definition) {
        LogisticsOption option = new LogisticsOption(callId, definition);
        options.persistAndFlush(option);
        audit.record("logistics-option-added", "call", callId.toString(), details(option.id(), definition));
        return option;
    }

    /** Changes an option; refused, with the numbers, when it had fewer places than are taken. */
    @Transactional
    public Outcome<LogisticsOption> change(UUID id, LogisticsOption.Definition definition) {
        LogisticsOption option = options.findById(id);
        if (!options.resize(id, definition.placeLimit())) {
            options.refresh(option);
            return Outcome.refused(
                    RegistrationProblem.OPTION_TOO_SMALL,
                    "%d places are taken, so %d are too few.".formatted(option.taken(), definition.placeLimit()));
        }
        options.raiseVersion(option);
        option.describe(definition);
        options.flush();
        options.refresh(option);
        audit.record("logistics-option-changed", "call", option.callId().toString(), details(id, definition));
        return Outcome.done(option);
    }

    /** Removes an option that nobody has chosen. */
    @Transactional
    public Outcome<UUID> remove(UUID id) {
        LogisticsOption option = options.toRemove(id);
        if (option.taken() > 0) {
            return Outcome.refused(
                    RegistrationProblem.OPTION_IN_USE, "%d places of it are taken.".formatted(option.taken()));
        }
        options.delete(option);
        options.flush();
        audit.record(
                "logistics-option-removed",
                "call",
                option.callId().toString(),
                Map.of("option", id, "kind", option.kind()));
        return Outcome.done(id);
    }

    private static Map<String, Object> details(UUID id, LogisticsOption.Definition definition) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("option", id);
        details.put("kind", definition.kind());
        details.put("startsAt", definition.startsAt());
        details.put("placeLimit", definition.placeLimit());
        return details;
    }
}
