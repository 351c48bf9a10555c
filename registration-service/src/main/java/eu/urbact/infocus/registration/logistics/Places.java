package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** From what somebody has to what somebody wants: the places that change. */
final class Places {

    private Places() {}

    /**
     * The differences by option, in the order in which rows are touched; what stays the same is left out.
     *
     * @param has options with companions
     * @param wants options with companions
     */
    static SortedMap<UUID, Integer> between(Map<UUID, Integer> has, Map<UUID, Integer> wants) {
        SortedMap<UUID, Integer> changes = new TreeMap<>();
        has.forEach((option, companions) -> changes.merge(option, -(1 + companions), Integer::sum));
        wants.forEach((option, companions) -> changes.merge(option, 1 + companions, Integer::sum));
        changes.values().removeIf(places -> places == 0);
        return changes;
    }
}
