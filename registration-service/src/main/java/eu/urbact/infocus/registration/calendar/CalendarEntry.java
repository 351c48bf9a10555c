package eu.urbact.infocus.registration.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * A workshop as an iCalendar file (RFC 5545). All times are in the zone of the venue, which the file defines itself. Nothing in it is about
 * the person, and no personal link is in it: calendars are shared.
 */
public final class CalendarEntry {

    /**
     * Sequence numbers count the seconds since then, as in the mails of notification-service: a place that is granted after another one was
     * given up has the higher number.
     */
    private static final long BEGINNING = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond();

    private CalendarEntry() {}

    /**
     * The file's text.
     *
     * @param page the workshop's public page
     * @param placeSince when the place was granted
     * @param now when the file is made
     */
    public static String of(Workshop workshop, URI page, Instant placeSince, Instant now) {
        ZoneId zone = workshop.zone();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//InFocus//Registration//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        Optional<TimeZone> rules = Optional.ofNullable(
                TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId()));
        rules.ifPresent(known -> calendar.add(known.getVTimeZone()));

        VEvent event = new VEvent(false);
        // the same in every download, so that a second one replaces the first
        event.add(new Uid("workshop-" + workshop.id() + "@infocus.urbact.eu"));
        event.add(new DtStamp(now));
        event.add(new Sequence((int) Math.max(0, placeSince.getEpochSecond() - BEGINNING)));
        if (rules.isPresent()) {
            event.add(new DtStart<>(workshop.startsAt().atZone(zone)));
            event.add(new DtEnd<>(workshop.endsAt().atZone(zone)));
        } else {
            event.add(new DtStart<>(workshop.startsAt()));
            event.add(new DtEnd<>(workshop.endsAt()));
        }
        event.add(new Summary(workshop.title()));
        event.add(new Description("You have a place at this workshop. The programme: " + page + "/programme"));
        event.add(new Url(page));
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        calendar.add(event);
        return calendar.toString();
    }
}
