package eu.urbact.infocus.registration.logistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.Changes;
import eu.urbact.infocus.registration.problem.Counted;

/** What the audit trail says about choices: which meals, visits and buses, by their titles, which stay readable when an option is gone. */
@ApplicationScoped
class ChoicesTrail {

    private final LogisticsOptions options;

    ChoicesTrail(LogisticsOptions options) {
        this.options = options;
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
