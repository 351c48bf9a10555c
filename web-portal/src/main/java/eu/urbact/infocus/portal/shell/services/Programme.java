package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A released programme, as far as the visitor may see it. */
public record Programme(Release release, String zone, List<Day> days) {

    private static final Set<String> IN_BETWEEN = Set.of("COFFEE", "TRANSFER", "MEETING_POINT");

    /** Completes what a service left out. */
    public Programme {
        days = days == null ? List.of() : days;
    }

    /** Whether any item is not for everybody. */
    public boolean hasRestricted() {
        return days.stream().flatMap(day -> day.items().stream()).anyMatch(Item::holdsRestricted);
    }

    /** Which version this is, and since when. */
    public record Release(Integer number, Instant releasedAt) {}

    /** A day. */
    public record Day(LocalDate date, String label, List<Item> items) {

        /** Completes what a service left out. */
        public Day {
            items = items == null ? List.of() : items;
        }

        /** What the day is about: sessions, visits, meals and evenings, without breaks and rides. */
        public List<Item> highlights() {
            return items.stream()
                    .filter(item -> !IN_BETWEEN.contains(item.type()))
                    .toList();
        }

        /** The items in groups that start at the same time, in the order of the day. */
        public List<Slot> slots() {
            Map<Instant, List<Item>> byStart = new LinkedHashMap<>();
            for (Item item : items) {
                byStart.computeIfAbsent(item.startsAt(), start -> new ArrayList<>())
                        .add(item);
            }
            return byStart.entrySet().stream()
                    .map(entry -> new Slot(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** What starts at one time. */
    public record Slot(Instant startsAt, List<Item> items) {}

    /** One item, or a part of one; a part may have no start of its own. */
    public record Item(
            String id,
            String type,
            String title,
            String description,
            String session,
            Instant startsAt,
            Instant endsAt,
            Integer plannedMinutes,
            Venue venue,
            String room,
            String audience,
            List<Contribution> contributions,
            List<Item> parts) {

        /** Completes what a service left out. */
        public Item {
            type = type == null ? "" : type;
            parts = parts == null ? List.of() : parts;
            contributions = contributions == null ? List.of() : contributions;
        }

        /** Whether the item is not for everybody. */
        public boolean isRestricted() {
            return audience != null && !"OPEN".equals(audience);
        }

        /** Whether this part takes place somewhere else than the item it is a part of; one that says no place is where that is. */
        public boolean isElsewhere(Item whole) {
            boolean otherVenue = venue != null
                    && (whole.venue() == null
                            || !Objects.equals(venue.id(), whole.venue().id()));
            return otherVenue || (room != null && !room.equals(whole.room()));
        }

        /** Whether the item or a part of it is not for everybody. */
        public boolean holdsRestricted() {
            return isRestricted() || parts.stream().anyMatch(Item::holdsRestricted);
        }
    }

    /** Where an item takes place. */
    public record Venue(String id, String name, String address) {}

    /** What somebody does in an item. */
    public record Contribution(
            String id,
            String person,
            String organisation,
            String position,
            String role,
            String title,
            Integer plannedMinutes) {}
}
