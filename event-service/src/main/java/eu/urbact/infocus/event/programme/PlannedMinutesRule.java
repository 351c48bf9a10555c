package eu.urbact.infocus.event.programme;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import eu.urbact.infocus.event.programme.Programme.Contribution;
import eu.urbact.infocus.event.programme.Programme.Item;

import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachItem;
import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachPart;

/**
 * What is planned in an item fits into its time. Only a warning: people plan tightly on purpose, and the one who
 * moderates decides.
 */
final class PlannedMinutesRule implements ProgrammeRules.Rule {

    @Override
    public void check(Programme programme, List<Finding> findings) {
        forEachItem(programme, (path, item) -> {
            check(path, item, findings);
            forEachPart(path, item, (partPath, part) -> check(partPath, part, findings));
        });
    }

    private static void check(String path, Item item, List<Finding> findings) {
        Long available = available(item);
        long planned = inside(item);
        if (available != null && planned > 0 && planned > available) {
            findings.add(Finding.warning(
                    path, planned + " minutes are planned, but there are only " + available + " minutes"));
        }
    }

    /** The minutes there are, or null when that is open. */
    private static Long available(Item item) {
        if (item.plannedMinutes() != null) {
            return item.plannedMinutes().longValue();
        }
        return item.startsAt() == null || item.endsAt() == null
                ? null
                : Duration.between(item.startsAt(), item.endsAt()).toMinutes();
    }

    /** The minutes that contributions and parts ask for. */
    private static long inside(Item item) {
        long contributions = item.contributions().stream()
                .map(Contribution::plannedMinutes)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        long parts = item.parts().stream().mapToLong(PlannedMinutesRule::asked).sum();
        return contributions + parts;
    }

    /** A part with a start has its own place in the session, maybe beside another one; only the others queue up. */
    private static long asked(Item part) {
        if (part.startsAt() != null) {
            return 0;
        }
        return part.plannedMinutes() == null ? inside(part) : part.plannedMinutes();
    }
}
