package eu.urbact.infocus.chassis.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A calendar (RFC 5545) with one appointment. All times are in the zone of the place, which the calendar defines itself; a zone that iCalendar
 * has no rules for is written in UTC.
 */
public final class Appointment {

    /** Sequence numbers count half seconds since then, so that services need not know each other's last number. */
    private static final long BEGINNING = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond();

    private static final int LONGEST_LINE = 75;

    private final Calendar calendar = new Calendar();
    private final VEvent event = new VEvent(false);

    /**
     * An appointment that has no more than its times and its title.
     *
     * @param maker the service that writes it, in one word
     * @param title one line
     */
    public Appointment(String maker, String title, ZoneId zone, Instant startsAt, Instant endsAt) {
        calendar.add(new ProdId("-//InFocus//" + maker + "//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        Optional<TimeZone> rules = Optional.ofNullable(
                TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId()));
        rules.ifPresent(known -> calendar.add(known.getVTimeZone()));
        if (rules.isPresent()) {
            event.add(new DtStart<>(startsAt.atZone(zone)));
            event.add(new DtEnd<>(endsAt.atZone(zone)));
        } else {
            event.add(new DtStart<>(startsAt));
            event.add(new DtEnd<>(endsAt));
        }
        event.add(new Summary(title));
        calendar.add(event);
    }

    /**
     * Says which appointment it is: what comes later with the same identity takes the place of what came before.
     *
     * @param kind what the id is of, in one word
     * @param changedAt when it became what it says; of two the one with the later moment counts, to the second
     * @param writtenAt when this was written
     */
    public Appointment identifiedBy(String kind, UUID id, Instant changedAt, Instant writtenAt) {
        return numbered(kind, id, number(changedAt), writtenAt);
    }

    /**
     * Says which appointment it is that takes place no more. It counts also when the appointment was made in the same second; one that is made in
     * a later second counts again.
     *
     * @param endedAt since when it takes place no more
     */
    public Appointment endsTheOneIdentifiedBy(String kind, UUID id, Instant endedAt, Instant writtenAt) {
        return numbered(kind, id, number(endedAt) + 1, writtenAt);
    }

    private Appointment numbered(String kind, UUID id, int number, Instant writtenAt) {
        return with(new Uid(kind + "-" + id + "@infocus.urbact.eu"), new DtStamp(writtenAt), new Sequence(number));
    }

    private static int number(Instant since) {
        return (int) Math.max(0, 2 * (since.getEpochSecond() - BEGINNING));
    }

    /** Says where it is, as {@link Whereabouts} words it; nothing when that is not known. */
    public Appointment at(String place) {
        return place == null ? this : with(new Location(place));
    }

    /** Adds these to the appointment. */
    public Appointment with(Property... properties) {
        for (Property property : properties) {
            event.add(property);
        }
        return this;
    }

    /** Adds this to the calendar, e.g. its method. */
    public Appointment under(Property property) {
        calendar.add(property);
        return this;
    }

    /** The calendar's text, in lines of at most 75 octets: what is longer goes on in the next line, after a space. */
    public String text() {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int codePoint : calendar.toString().codePoints().toArray()) {
            boolean ends = codePoint == '\r' || codePoint == '\n';
            int needed = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (!ends && octets + needed > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(codePoint);
            octets = ends ? 0 : octets + needed;
        }
        return folded.toString();
    }
}
