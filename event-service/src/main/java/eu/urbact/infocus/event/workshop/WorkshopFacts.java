package eu.urbact.infocus.event.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything that is publicly said about a workshop besides its programme.
 *
 * @param seriesSlug name of the series in addresses
 * @param seriesTitle name of the series on a page
 * @param slug name of the workshop in addresses; never changes
 * @param number place in the series, from 1
 * @param title name of the workshop on a page
 * @param theme what it is about, in one line
 * @param summary what it is about, in a paragraph
 * @param hostCityId the partner city that receives it
 * @param city town as it is written on a page
 * @param country ISO 3166 alpha-2
 * @param zone where the clocks are read
 * @param startsAt announced start, never derived from items that not everybody may see
 * @param endsAt announced end, like the start
 * @param details venue, format, contacts and links
 */
public record WorkshopFacts(
        String seriesSlug,
        String seriesTitle,
        String slug,
        int number,
        String title,
        String theme,
        String summary,
        String hostCityId,
        String city,
        String country,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        Details details) {

    /** A workshop lasts at most so many days. */
    public static final int MOST_DAYS = 31;

    /** The day at the place on which it begins. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    /** The last day at the place. */
    public LocalDate lastDay() {
        return lastDay(startsAt, endsAt, zone);
    }

    /** The last day at the place of a workshop with these announced times: one that ends at midnight has no further day. */
    public static LocalDate lastDay(Instant startsAt, Instant endsAt, ZoneId zone) {
        return LocalDate.ofInstant(endsAt.isAfter(startsAt) ? endsAt.minusNanos(1) : startsAt, zone);
    }

    /**
     * The longer texts beside the facts.
     *
     * @param venue where people come to, public whoever may see what takes place there; null when only the city is known
     * @param formatNotes how the workshop is run, in the order of reading
     * @param contacts who to turn to: roles and organisations, never persons
     * @param links further reading
     */
    public record Details(Venue venue, List<FormatNote> formatNotes, List<Contact> contacts, List<Link> links) {

        /** Keeps lists of its own. */
        public Details {
            formatNotes = List.copyOf(formatNotes);
            contacts = List.copyOf(contacts);
            links = List.copyOf(links);
        }
    }

    /**
     * The house in which the workshop takes place.
     *
     * @param name what it is called
     * @param address where it is, in one line, with the town
     */
    public record Venue(String name, String address) {}

    /**
     * One principle of the workshop.
     *
     * @param title the principle
     * @param text what follows from it
     */
    public record FormatNote(String title, String text) {}

    /**
     * A role that can be asked.
     *
     * @param role what for
     * @param organisation who has it
     */
    public record Contact(String role, String organisation) {}

    /**
     * A page elsewhere.
     *
     * @param label what is found there
     * @param url its http(s) address
     */
    public record Link(String label, String url) {}
}
