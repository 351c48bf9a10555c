package eu.urbact.infocus.event.programme.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import eu.urbact.infocus.event.programme.Audience;
import eu.urbact.infocus.event.programme.ContributionRole;
import eu.urbact.infocus.event.programme.ItemType;
import eu.urbact.infocus.event.programme.Programme;
import eu.urbact.infocus.event.programme.Programme.Contribution;
import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programme.Programme.Venue;

/**
 * One day of a programme.
 *
 * @param date the day at the place
 * @param label what the day is about
 * @param items what happens, in the order of the start
 */
public record DayView(LocalDate date, String label, List<ItemView> items) {

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The days of a programme that has been cut down to what the reader may see. */
    static List<DayView> of(Programme visible) {
        Map<String, VenueRef> venues = visible.venues().stream().collect(Collectors.toMap(Venue::id, VenueRef::of));
        return visible.days().stream()
                .map(day -> new DayView(
                        day.date(),
                        day.label(),
                        day.items().stream()
                                .map(item -> ItemView.of(item, visible.zone(), venues::get))
                                .toList()))
                .toList();
    }

    /**
     * Something that happens, or a part of it. Parts have no parts; a part without a start follows the one before, and
     * a part without a venue is where its session is.
     *
     * @param id identity, the same over all releases
     * @param type what kind of thing it is
     * @param title what it is called
     * @param description what it is about
     * @param session printed number of the session, e.g. {@code 01}
     * @param startsAt start, with the offset of the zone
     * @param endsAt end, with the offset of the zone; null when it is not given
     * @param startsLocal start on the clocks of the place, e.g. {@code 09:15}
     * @param endsLocal end on the clocks of the place
     * @param plannedMinutes time kept for a part that has no start of its own
     * @param venue the place
     * @param room where in the place
     * @param audience for whom
     * @param capacity how many people fit; null when it does not matter
     * @param contributions who does what, in order
     * @param parts what it consists of, in order
     */
    public record ItemView(
            UUID id,
            ItemType type,
            String title,
            String description,
            String session,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String startsLocal,
            String endsLocal,
            Integer plannedMinutes,
            VenueRef venue,
            String room,
            Audience audience,
            Integer capacity,
            List<ContributionView> contributions,
            List<ItemView> parts) {

        static ItemView of(Item item, ZoneId zone, Function<String, VenueRef> venues) {
            return new ItemView(
                    item.id(),
                    item.type(),
                    item.title(),
                    item.description(),
                    item.session(),
                    offset(item.startsAt(), zone),
                    offset(item.endsAt(), zone),
                    local(item.startsAt(), zone),
                    local(item.endsAt(), zone),
                    item.plannedMinutes(),
                    item.venue() == null ? null : venues.apply(item.venue()),
                    item.room(),
                    item.audience(),
                    item.capacity(),
                    item.contributions().stream().map(ContributionView::of).toList(),
                    item.parts().stream().map(part -> of(part, zone, venues)).toList());
        }

        private static OffsetDateTime offset(Instant time, ZoneId zone) {
            return time == null ? null : time.atZone(zone).toOffsetDateTime();
        }

        private static String local(Instant time, ZoneId zone) {
            return time == null ? null : LOCAL_TIME.format(time.atZone(zone));
        }
    }

    /**
     * The place of an item.
     *
     * @param id its key
     * @param name what it is called
     * @param address where it is
     */
    public record VenueRef(String id, String name, String address) {

        static VenueRef of(Venue venue) {
            return new VenueRef(venue.id(), venue.name(), venue.address());
        }
    }

    /**
     * What one person does in an item.
     *
     * @param id identity, the same over all releases
     * @param person who
     * @param organisation for which organisation
     * @param position as what
     * @param role what the person does
     * @param title of the contribution
     * @param plannedMinutes time kept for it
     */
    public record ContributionView(
            UUID id,
            String person,
            String organisation,
            String position,
            ContributionRole role,
            String title,
            Integer plannedMinutes) {

        static ContributionView of(Contribution contribution) {
            return new ContributionView(
                    contribution.id(),
                    contribution.person(),
                    contribution.organisation(),
                    contribution.position(),
                    contribution.role(),
                    contribution.title(),
                    contribution.plannedMinutes());
        }
    }
}
