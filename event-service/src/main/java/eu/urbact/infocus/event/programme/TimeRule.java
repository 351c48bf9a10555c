package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import eu.urbact.infocus.event.programme.Programme.Item;

import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachPart;

/**
 * Items end after they start and are listed in the order of their start. A part lies inside its session; when it has
 * no time of its own it just follows the part before.
 */
final class TimeRule implements ProgrammeRules.Rule {

    @Override
    public void check(Programme programme, List<Finding> findings) {
        for (int d = 0; d < programme.days().size(); d++) {
            checkDay(
                    programme.zone(), "days[" + d + "]", programme.days().get(d).items(), findings);
        }
    }

    private static void checkDay(ZoneId zone, String day, List<Item> items, List<Finding> findings) {
        Instant latestStart = null;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String path = day + ".items[" + i + "]";
            checkEnd(zone, path, item, findings);
            if (item.startsAt() != null) {
                if (latestStart != null && item.startsAt().isBefore(latestStart)) {
                    findings.add(Finding.error(
                            path + ".start",
                            "starts before the item above it; list items in the order of their start"));
                } else {
                    latestStart = item.startsAt();
                }
            }
            forEachPart(path, item, (partPath, part) -> {
                checkEnd(zone, partPath, part, findings);
                checkInside(zone, item, partPath, part, findings);
            });
        }
    }

    private static void checkEnd(ZoneId zone, String path, Item item, List<Finding> findings) {
        if (item.startsAt() != null && item.endsAt() != null && !item.endsAt().isAfter(item.startsAt())) {
            findings.add(Finding.error(
                    path + ".end",
                    "the end " + local(zone, item.endsAt()) + " is not after the start "
                            + local(zone, item.startsAt())));
        }
    }

    private static void checkInside(ZoneId zone, Item session, String path, Item part, List<Finding> findings) {
        if (session.startsAt() == null) {
            return;
        }
        if (part.startsAt() != null && outside(session, part.startsAt())) {
            findings.add(Finding.error(path + ".start", "the part starts outside its session, " + span(zone, session)));
        }
        if (part.endsAt() != null && outside(session, part.endsAt())) {
            findings.add(Finding.error(path + ".end", "the part ends outside its session, " + span(zone, session)));
        }
    }

    private static boolean outside(Item session, Instant time) {
        return time.isBefore(session.startsAt()) || (session.endsAt() != null && time.isAfter(session.endsAt()));
    }

    private static String span(ZoneId zone, Item session) {
        String start = local(zone, session.startsAt());
        return session.endsAt() == null ? "from " + start : start + " to " + local(zone, session.endsAt());
    }

    private static String local(ZoneId zone, Instant time) {
        return LocalTime.ofInstant(time, zone).toString();
    }
}
