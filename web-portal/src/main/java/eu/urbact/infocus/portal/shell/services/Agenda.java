package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The workshops of the series, parted by now.
 *
 * @param upcoming those that are not over, the nearest first; one without dates comes last
 * @param past those that are over, the latest first
 */
public record Agenda(List<Workshop> upcoming, List<Workshop> past) {

    private static final Comparator<Workshop> BY_START =
            Comparator.comparing(Workshop::startsAt, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Parts workshops by a moment of the business clock. */
    public static Agenda of(Page<Workshop> workshops, Instant now) {
        List<Workshop> sorted = workshops.items().stream().sorted(BY_START).toList();
        List<Workshop> past = new ArrayList<>(
                sorted.stream().filter(workshop -> workshop.isOver(now)).toList());
        Collections.reverse(past);
        return new Agenda(
                sorted.stream().filter(workshop -> !workshop.isOver(now)).toList(), List.copyOf(past));
    }

    /** Whether there is no workshop at all. */
    public boolean isEmpty() {
        return upcoming.isEmpty() && past.isEmpty();
    }

    /** The workshop that comes next or is going on, or null. */
    public Workshop next() {
        return upcoming.isEmpty() ? null : upcoming.get(0);
    }
}
