package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The person behind a ticket; {@code noPictures} says whether they do not want to be in pictures. */
public record DoorTicket(
        String applicationId,
        String callId,
        String workshopSlug,
        String workshopTitle,
        String zone,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        String state,
        List<Day> days,
        boolean noPictures) {

    /** Completes what a service left out. */
    public DoorTicket {
        days = days == null ? List.of() : days;
    }

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** Whether the person has a place. */
    public boolean isAdmitted() {
        return "ADMITTED".equals(state);
    }

    /** The day that is today; null on any other day. */
    public Day today() {
        Optional<Day> today =
                days.stream().filter(day -> "TODAY".equals(day.status())).findFirst();
        return today.orElse(null);
    }

    @Override
    public String toString() {
        return "DoorTicket[" + applicationId + "]";
    }

    /** A day of the workshop; with the time when they came. */
    public record Day(LocalDate date, Integer number, String status, Instant checkedInAt) {}
}
