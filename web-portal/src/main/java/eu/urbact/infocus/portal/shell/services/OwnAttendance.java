package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import eu.urbact.infocus.portal.shell.text.Times;

/**
 * The own ticket, and the own attendance afterwards.
 *
 * @param workshopPlace where it takes place, as precisely as that is known
 * @param ticket what the code on the ticket says; null without a place
 * @param days on which the person was there
 */
public record OwnAttendance(
        String workshopSlug,
        String workshopTitle,
        String hostCityId,
        String workshopPlace,
        Instant startsAt,
        Instant endsAt,
        String zone,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String ticket,
        List<LocalDate> days) {

    /** Completes what a service left out. */
    public OwnAttendance {
        days = days == null ? List.of() : days;
    }

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether the person was there on no other days than those of the workshop as they are now. */
    public boolean isWithinWorkshop() {
        ZoneId there = ZoneId.of(zone);
        LocalDate first = LocalDate.ofInstant(startsAt, there);
        LocalDate last = Times.lastDay(startsAt, endsAt, there);
        return days.stream().noneMatch(day -> day.isBefore(first) || day.isAfter(last));
    }

    @Override
    public String toString() {
        return "OwnAttendance";
    }
}
