package eu.urbact.infocus.portal.shell.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/**
 * Times on pages: always the local time of the venue, always with the zone, always machine-readable as well. Templates write
 * {@code {at:moment(call.closesAt, call.zone)}}.
 */
@TemplateExtension(namespace = "at")
public final class Times {

    private static final Locale ENGLISH = Locale.UK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", ENGLISH);

    /** Stands in when the zone of the workshop cannot be looked up: the office of the network. */
    private static final String NETWORK_ZONE = "Europe/Brussels";

    private Times() {}

    /** Day and time: "Thursday 3 November 2016, 23:59 CET". */
    public static RawString moment(Instant at, String zone) {
        if (at == null) {
            return nothing();
        }
        ZonedDateTime local = local(at, zone);
        return tagged(local, DAY.format(local) + ", " + CLOCK.format(local) + " " + ZONE.format(local));
    }

    /** The same, short, for tables and logs: "3 Nov 2016, 23:59 CET". */
    public static RawString brief(Instant at, String zone) {
        if (at == null) {
            return nothing();
        }
        ZonedDateTime local = local(at, zone);
        return tagged(local, SHORT.format(local));
    }

    /** The same as plain words, for a sentence in a message. */
    public static String written(Instant at, String zone) {
        return at == null ? "" : SHORT.format(local(at, zone));
    }

    /** A day in a message: "24 November 2016". */
    public static String written(LocalDate date) {
        return date == null ? "" : format("d MMMM yyyy", date);
    }

    /** From when to when: "09:15–09:45 CET", or only the start when the end is not known. */
    public static RawString span(Instant from, Instant to, String zone) {
        if (from == null) {
            return nothing();
        }
        ZonedDateTime start = local(from, zone);
        StringBuilder html =
                new StringBuilder(tagged(start, CLOCK.format(start)).getValue());
        if (to != null) {
            ZonedDateTime end = local(to, zone);
            html.append('–').append(tagged(end, CLOCK.format(end)).getValue());
        }
        return new RawString(html.append(' ').append(ZONE.format(start)).toString());
    }

    /** A time of day: "09:15". Only below a heading that names day and zone. */
    public static RawString clock(Instant at, String zone) {
        if (at == null) {
            return nothing();
        }
        ZonedDateTime local = local(at, zone);
        return tagged(local, CLOCK.format(local));
    }

    /** A day: "Thursday 24 November 2016". */
    public static RawString day(LocalDate date) {
        return date == null
                ? nothing()
                : new RawString("<time datetime=\"" + date + "\">" + DAY.format(date) + "</time>");
    }

    /** A day in running text: "24 November 2016". */
    public static RawString plain(LocalDate date) {
        return date == null ? nothing() : new RawString("<time datetime=\"" + date + "\">" + written(date) + "</time>");
    }

    /** A day for narrow places: "Thu 24 Nov". */
    public static String shortDay(LocalDate date) {
        return date == null ? "" : SHORT_DAY.format(date);
    }

    /** Days from first to last: "23–25 November 2016". */
    public static RawString days(Instant from, Instant to, String zone) {
        if (from == null) {
            return nothing();
        }
        LocalDate first = local(from, zone).toLocalDate();
        LocalDate last =
                to == null ? first : lastDay(from, to, local(from, zone).getZone());
        String text;
        if (first.equals(last)) {
            text = format("d MMMM yyyy", last);
        } else if (first.getYear() != last.getYear()) {
            text = format("d MMMM yyyy", first) + " – " + format("d MMMM yyyy", last);
        } else if (first.getMonth() != last.getMonth()) {
            text = format("d MMMM", first) + " – " + format("d MMMM yyyy", last);
        } else {
            text = first.getDayOfMonth() + "–" + format("d MMMM yyyy", last);
        }
        return new RawString("<time datetime=\"" + first + "\">" + text + "</time>");
    }

    /** The last day of what begins and ends then and there: one that ends at midnight has no further day. */
    public static LocalDate lastDay(Instant from, Instant to, ZoneId there) {
        Instant end = to.isAfter(from) ? to.minusNanos(1) : from;
        return LocalDate.ofInstant(end, there);
    }

    /** Name of the zone at a moment: "CET". */
    public static String zone(Instant at, String zone) {
        return at == null ? "" : ZONE.format(local(at, zone));
    }

    /** Names of the zone from the first to the last moment; two when clocks are changed in between: "EEST, later EET". */
    public static String zones(Instant from, Instant to, String zone) {
        String first = zone(from, zone);
        String last = zone(to, zone);
        return last.isEmpty() || last.equals(first) ? first : first + ", later " + last;
    }

    /** City that gives the zone its name, for the sentence that says whose time it is: "Berlin". */
    public static String place(String zone) {
        return zone == null ? "" : zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** Sentence that says in which place's time something is entered: "Local time of Berlin." */
    public static String localTime(String zone) {
        return "Local time of " + place(zone) + ".";
    }

    private static ZonedDateTime local(Instant at, String zone) {
        return at.atZone(ZoneId.of(zone == null || zone.isBlank() ? NETWORK_ZONE : zone));
    }

    private static String format(String pattern, LocalDate date) {
        return DateTimeFormatter.ofPattern(pattern, ENGLISH).format(date);
    }

    private static RawString tagged(ZonedDateTime at, String text) {
        String machine = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
        return new RawString("<time datetime=\"" + machine + "\">" + text + "</time>");
    }

    private static RawString nothing() {
        return new RawString("");
    }
}
