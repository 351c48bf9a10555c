package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The content of a programme: an immutable value, compared as a whole. A version of a programme stores one of these.
 *
 * <p>Every item and contribution has a key, given by people and unique in the programme, and an identity, made once
 * for that key and kept over all versions. Content that was just read from a file has no identities yet.
 *
 * @param zone where the clocks are read
 * @param venues the places that items refer to
 * @param days the days in their order
 */
public record Programme(ZoneId zone, List<Venue> venues, List<Day> days) {

    /** Keeps lists of its own. */
    public Programme {
        venues = List.copyOf(venues);
        days = List.copyOf(days);
    }

    /** All items of all days, without their parts. */
    public Stream<Item> items() {
        return days.stream().flatMap(day -> day.items().stream());
    }

    /** The same programme with each item of the days replaced. */
    public Programme mapItems(UnaryOperator<Item> change) {
        List<Day> changed = days.stream()
                .map(day -> day.withItems(day.items().stream().map(change).toList()))
                .toList();
        return new Programme(zone, venues, changed);
    }

    /**
     * A place.
     *
     * @param id its key, e.g. {@code holm}
     * @param name what it is called
     * @param address where it is; may be null
     * @param city the town; may be null
     * @param note what is worth knowing about it; may be null
     * @param url its page; may be null
     */
    public record Venue(String id, String name, String address, String city, String note, String url) {}

    /**
     * One day of the workshop.
     *
     * @param date the day at the place
     * @param label what the day is about; may be null
     * @param items what happens, in the order of the start
     */
    public record Day(LocalDate date, String label, List<Item> items) {

        /** Keeps a list of its own. */
        public Day {
            items = List.copyOf(items);
        }

        /** The same day with other items. */
        public Day withItems(List<Item> others) {
            return new Day(date, label, others);
        }
    }

    /**
     * Something that happens, or a part of it.
     *
     * @param id identity; null before it is assigned
     * @param key name in the file
     * @param type what kind of thing it is
     * @param title what it is called
     * @param description what it is about; may be null
     * @param session printed number of the session, e.g. {@code 01}; may be null
     * @param startsAt start; null only for a part that just follows the one before
     * @param endsAt end; null when it is not given
     * @param plannedMinutes time kept for a part that has no start of its own; may be null
     * @param venue key of the place; null for a part at its session's place
     * @param room where in the place; may be null
     * @param audience for whom
     * @param capacity how many people fit; null when it does not matter
     * @param contributions who does what, in order
     * @param parts what it consists of, in order; parts have no parts
     */
    public record Item(
            UUID id,
            String key,
            ItemType type,
            String title,
            String description,
            String session,
            Instant startsAt,
            Instant endsAt,
            Integer plannedMinutes,
            String venue,
            String room,
            Audience audience,
            Integer capacity,
            List<Contribution> contributions,
            List<Item> parts) {

        /** Keeps lists of its own. */
        public Item {
            contributions = List.copyOf(contributions);
            parts = List.copyOf(parts);
        }

        /** The same item with an identity. */
        public Item withId(UUID newId) {
            return with(newId, contributions, parts);
        }

        /** The same item with other parts. */
        public Item withParts(List<Item> newParts) {
            return with(id, contributions, newParts);
        }

        /** The same item with other contributions. */
        public Item withContributions(List<Contribution> newContributions) {
            return with(id, newContributions, parts);
        }

        private Item with(UUID newId, List<Contribution> newContributions, List<Item> newParts) {
            return new Item(
                    newId,
                    key,
                    type,
                    title,
                    description,
                    session,
                    startsAt,
                    endsAt,
                    plannedMinutes,
                    venue,
                    room,
                    audience,
                    capacity,
                    newContributions,
                    newParts);
        }
    }

    /**
     * What one person does in an item. Speakers are named in public, so their names are part of the programme; they
     * are never part of an event.
     *
     * @param id identity; null before it is assigned
     * @param key name in the file, unique in its item
     * @param person who
     * @param organisation for which organisation; may be null
     * @param position as what; may be null
     * @param role what the person does
     * @param title of the contribution; may be null
     * @param plannedMinutes time kept for it; null when it is not given
     */
    public record Contribution(
            UUID id,
            String key,
            String person,
            String organisation,
            String position,
            ContributionRole role,
            String title,
            Integer plannedMinutes) {

        /** The same contribution with an identity. */
        public Contribution withId(UUID newId) {
            return new Contribution(newId, key, person, organisation, position, role, title, plannedMinutes);
        }
    }
}
