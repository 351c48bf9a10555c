package eu.urbact.infocus.registration.logistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.registration.problem.Counted;

/**
 * What the audit trail says about choices: which meals, visits and buses, by their titles, which stay readable when an option is gone. A
 * title may tell what somebody believes or what ails them: the entries stay when the person is forgotten, and what they say goes before.
 */
@ApplicationScoped
class ChoicesTrail {

    /** How everything that the trail tells of somebody's logistics is called. */
    private static final String ACTIONS = "logistics-";

    private final LogisticsOptions options;
    private final AuditTrail audit;

    ChoicesTrail(LogisticsOptions options, AuditTrail audit) {
        this.options = options;
        this.audit = audit;
    }

    /** Leaves only that something was chosen, asked for and decided; what is written in the same transaction after this stays. */
    void forget(UUID applicationId) {
        audit.emptyDetails("application", applicationId.toString(), ACTIONS);
    }

    /** What somebody comes along to, before and after, and how many places that takes. */
    Map<String, Object> change(UUID callId, Map<UUID, Integer> before, Map<UUID, Integer> after) {
        Map<String, Object> details = asked(callId, after);
        details.remove("wanted");
        details.put("choices", new Changes.Change(titles(callId, before), titles(callId, after)));
        return details;
    }

    /** What somebody would like to come along to. */
    Map<String, Object> asked(UUID callId, Map<UUID, Integer> wanted) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("options", wanted.size());
        details.put("places", ChooseOptions.places(wanted));
        details.put("wanted", titles(callId, wanted));
        return details;
    }

    private List<String> titles(UUID callId, Map<UUID, Integer> choices) {
        return options.of(callId).stream()
                .filter(option -> choices.containsKey(option.id()))
                .map(option -> title(option, Objects.requireNonNull(choices.get(option.id()))))
                .toList();
    }

    private static String title(LogisticsOption option, int companions) {
        return companions == 0
                ? option.title()
                : option.title() + " (with " + Counted.of(companions, "companion", "companions") + ")";
    }
}
