package eu.urbact.infocus.registration.calendar;

import java.net.URI;
import java.time.Instant;

import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

import eu.urbact.infocus.chassis.calendar.Appointment;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * A workshop as an iCalendar file (RFC 5545). All times are in the zone of the venue, which the file defines itself. Nothing in it is about
 * the person, and no personal link is in it: calendars are shared.
 */
public final class CalendarEntry {

    private CalendarEntry() {}

    /**
     * The file's text.
     *
     * @param page the workshop's public page
     * @param placeSince when the place was granted; what the workshop was changed in later counts as well
     * @param now when the file is made
     */
    public static String of(Workshop workshop, URI page, Instant placeSince, Instant now) {
        return new Appointment(
                        "Registration", workshop.title(), workshop.zone(), workshop.startsAt(), workshop.endsAt())
                // the same in every download and in the mails of notification-service
                .identifiedBy(
                        "workshop",
                        workshop.id(),
                        placeSince.isAfter(workshop.changedAt()) ? placeSince : workshop.changedAt(),
                        now)
                .at(workshop.place())
                .with(
                        new Description("You have a place at this workshop. The programme: " + page + "/programme"),
                        new Url(page),
                        ImmutableStatus.VEVENT_CONFIRMED)
                .text();
    }
}
