package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A workshop.
 *
 * @param slug name in addresses
 * @param startsAt first moment
 * @param endsAt last moment
 * @param zone IANA zone of the venue
 * @param venue the house where people come to; null when only the city is known
 * @param released whether a programme has been released
 */
public record Workshop(
        String id,
        String slug,
        String title,
        String theme,
        Series series,
        String hostCityId,
        String city,
        String country,
        Instant startsAt,
        Instant endsAt,
        String zone,
        boolean released,
        Integer releaseNumber,
        String summary,
        List<FormatNote> formatNotes,
        List<Contact> contacts,
        List<Link> links,
        House venue,
        List<Venue> venues,
        List<Day> days) {

    /** Completes what a service left out. */
    public Workshop {
        formatNotes = formatNotes == null ? List.of() : formatNotes;
        contacts = contacts == null ? List.of() : contacts;
        links = links == null ? List.of() : links;
        venues = venues == null ? List.of() : venues;
        days = days == null ? List.of() : days;
    }

    /** Where people come to, as precisely as it is known; null when nothing is. */
    public String place() {
        return venue == null ? city : venue.name() + ", " + venue.address();
    }

    /** Whether it is over at this moment. */
    public boolean isOver(Instant now) {
        Instant end = endsAt == null ? startsAt : endsAt;
        return end != null && !end.isAfter(now);
    }

    /** The series a workshop belongs to. */
    public record Series(String slug, String title) {}

    /** One principle of how the workshop is run. */
    public record FormatNote(String title, String text) {}

    /** A role that can be asked; never a person. */
    public record Contact(String role, String organisation) {}

    /** A page elsewhere. */
    public record Link(String label, String url) {

        /** Whether the address is one that a page may link to. */
        public boolean isSafe() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"));
        }
    }

    /** The house in which it takes place; the address has the town. */
    public record House(String name, String address) {}

    /** A place where parts of it happen. */
    public record Venue(String id, String name, String address, String city, String note, String url) {}

    /** A day, with its motto if it has one. */
    public record Day(LocalDate date, String label) {}
}
