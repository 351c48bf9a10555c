package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import eu.urbact.infocus.event.programme.Programme.Contribution;
import eu.urbact.infocus.event.programme.Programme.Day;
import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programme.Programme.Venue;

/** Programmes of one day in one house, for the tests of the rules. */
final class Examples {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate DATE = LocalDate.of(2016, 11, 24);
    static final Venue HOUSE = new Venue("house", "The house", null, null, null, null);

    private Examples() {}

    static Programme programme(Item... items) {
        return new Programme(ZONE, List.of(HOUSE), List.of(new Day(DATE, "A day", List.of(items))));
    }

    static Item item(String key, String start, String end) {
        return item(key, start, end, Audience.OPEN);
    }

    static Item item(String key, String start, String end, Audience audience) {
        return new Item(
                null,
                key,
                ItemType.PRESENTATION,
                "Title of " + key,
                null,
                null,
                at(start),
                at(end),
                null,
                "house",
                null,
                audience,
                null,
                List.of(),
                List.of());
    }

    static Item part(String key, Integer plannedMinutes, Audience audience) {
        return new Item(
                null,
                key,
                ItemType.PANEL,
                "Title of " + key,
                null,
                null,
                null,
                null,
                plannedMinutes,
                null,
                null,
                audience,
                null,
                List.of(),
                List.of());
    }

    static Item at(Item item, String venue) {
        return new Item(
                item.id(),
                item.key(),
                item.type(),
                item.title(),
                item.description(),
                item.session(),
                item.startsAt(),
                item.endsAt(),
                item.plannedMinutes(),
                venue,
                item.room(),
                item.audience(),
                item.capacity(),
                item.contributions(),
                item.parts());
    }

    static Contribution talk(String key, Integer plannedMinutes) {
        return new Contribution(
                null, key, "Person " + key, null, null, ContributionRole.PRESENTER, null, plannedMinutes);
    }

    private static Instant at(String time) {
        return time == null
                ? null
                : DATE.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
