package eu.urbact.infocus.registration.attendance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * What remains for statistics of the people with a place at one workshop, over all of its days.
 *
 * @param admitted people who had a place when a day of the workshop ended
 * @param came those of them who were there on at least one day
 * @param cities by partner city, in order; without one last, with no key
 * @param profiles by profile
 * @param newcomers {@code NEWCOMER} for people who have been to no earlier workshop, {@code RETURNING} for those who have, and
 *     {@code FORGOTTEN} for people of whom nobody knows it any more
 * @param countries by ISO 3166-1 alpha-2 code
 */
public record OverAllDays(
        long admitted,
        long came,
        List<Group> cities,
        List<Group> profiles,
        List<Group> newcomers,
        List<Group> countries) {

    /** People with something in common. */
    public record Group(String key, long admitted, long came) {

        /** Who had a place and was there on no day. */
        public long neverCame() {
            return admitted - came;
        }
    }

    static OverAllDays of(List<Visitor> visitors, Set<UUID> returning) {
        return new OverAllDays(
                visitors.size(),
                visitors.stream().filter(Visitor::came).count(),
                groups(visitors, Visitor::cityId),
                groups(visitors, visitor -> visitor.profile().name()),
                groups(visitors, visitor -> newcomer(visitor, returning)),
                groups(visitors, Visitor::country));
    }

    private static String newcomer(Visitor visitor, Set<UUID> returning) {
        if (visitor.forgotten()) {
            return "FORGOTTEN";
        }
        return returning.contains(visitor.id()) ? "RETURNING" : "NEWCOMER";
    }

    private static List<Group> groups(List<Visitor> visitors, Function<Visitor, String> key) {
        Map<String, List<Visitor>> groups = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        visitors.forEach(visitor -> groups.computeIfAbsent(key.apply(visitor), none -> new ArrayList<>())
                .add(visitor));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue().size(),
                        group.getValue().stream().filter(Visitor::came).count()))
                .toList();
    }
}
