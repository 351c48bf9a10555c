package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Organisers write down what people may come along to. */
@ApplicationScoped
public class DefineOption {

    private final LogisticsOptions options;
    private final ChangeRequests requests;
    private final Applications applications;
    private final Calls calls;
    private final AuditTrail audit;
    private final Event<OptionChangedFact> facts;
    private final Clock clock;

    DefineOption(
            LogisticsOptions options,
            ChangeRequests requests,
            Applications applications,
            Calls calls,
            AuditTrail audit,
            Event<OptionChangedFact> facts,
            Clock clock) {
        this.options = options;
        this.requests = requests;
        this.applications = applications;
        this.calls = calls;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Adds an option. */
    @Transactional
    public LogisticsOption add(UUID callId, LogisticsOption.Definition definition) {
        LogisticsOption option = new LogisticsOption(callId, definition);
        options.persistAndFlush(option);
        audit.record("logistics-option-added", "call", callId.toString(), details(option.id(), option.described()));
        return option;
    }

    /**
     * Changes an option; refused, with the numbers, when it had fewer places than are taken, or no room for companions who come along.
     * Whoever has chosen it, or asks for it, is told when it takes place under another name, at another time or elsewhere.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else has changed it in the meantime
     */
    @Transactional
    public Outcome<LogisticsOption> change(UUID id, LogisticsOption.Definition definition) {
        if (options.findById(id).isMovedBy(definition)) {
            // whoever is told of it is locked before the option is, as by everybody who chooses or gives back
            applications.locked(concerned(id));
        }
        LogisticsOption option = options.toChange(id);
        long companions = definition.companionsWelcome() ? 0 : options.companionsOf(id);
        if (companions > 0) {
            return Outcome.refused(
                    RegistrationProblem.OPTION_IN_USE,
                    Counted.of(companions, "companion comes", "companions come")
                            + " along to it. Ask the people who bring them first.");
        }
        if (!options.resize(id, definition.placeLimit())) {
            options.refresh(option);
            return Outcome.refused(
                    RegistrationProblem.OPTION_TOO_SMALL,
                    Counted.of(option.taken(), "place is", "places are")
                            + " taken, so "
                            + Counted.of(definition.placeLimit(), "is", "are")
                            + " too few.");
        }
        Map<String, Object> before = option.described();
        boolean moved = option.isMovedBy(definition) && isAhead(option.startsAt(), definition.startsAt());
        options.raiseVersion(option);
        option.describe(definition);
        options.flush();
        options.refresh(option);
        audit.record(
                "logistics-option-changed",
                "call",
                option.callId().toString(),
                details(id, Changes.between(before, option.described())));
        if (moved) {
            tell(option);
        }
        return Outcome.done(option);
    }

    /** What has taken place, and is not to take place again, is only written down better. */
    private boolean isAhead(Instant before, Instant after) {
        Instant now = clock.instant();
        return now.isBefore(before) || now.isBefore(after);
    }

    private void tell(LogisticsOption option) {
        UUID workshopId = calls.findById(option.callId()).workshopId();
        Instant now = clock.instant();
        concerned(option.id())
                .forEach(application ->
                        facts.fire(new OptionChangedFact(application, option.callId(), workshopId, option.id(), now)));
    }

    /** Who has chosen it or asks for it, in the order in which they are locked. */
    private SortedSet<UUID> concerned(UUID id) {
        SortedSet<UUID> concerned = new TreeSet<>(options.chosenBy(id));
        concerned.addAll(requests.askingFor(id));
        return concerned;
    }

    /**
     * Removes an option that nobody has chosen and nobody asks for: a request is answered, and not rewritten.
     *
     * @throws jakarta.persistence.OptimisticLockException when somebody else has changed it in the meantime
     */
    @Transactional
    public Outcome<UUID> remove(UUID id) {
        LogisticsOption option = options.toChange(id);
        List<String> inUse = new ArrayList<>();
        if (option.taken() > 0) {
            inUse.add(Counted.of(option.taken(), "place of it is", "places of it are") + " taken.");
        }
        int asking = requests.askingFor(id).size();
        if (asking > 0) {
            inUse.add(Counted.of(asking, "request for other places asks", "requests for other places ask")
                    + " for it. Answer "
                    + (asking == 1 ? "it" : "them")
                    + " first.");
        }
        if (!inUse.isEmpty()) {
            return Outcome.refused(RegistrationProblem.OPTION_IN_USE, String.join(" ", inUse));
        }
        options.delete(option);
        options.flush();
        audit.record("logistics-option-removed", "call", option.callId().toString(), details(id, option.described()));
        return Outcome.done(id);
    }

    private static Map<String, Object> details(UUID id, Map<String, Object> values) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("option", id);
        details.putAll(values);
        return details;
    }
}
