package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** What an attendance list on paper needs. */
public record AttendanceSheet(
        String workshopSlug,
        String workshopTitle,
        String zone,
        LocalDate date,
        Integer number,
        Integer days,
        List<Attendee> people,
        List<WalkIn> walkIns) {

    /** Completes what a service left out. */
    public AttendanceSheet {
        people = people == null ? List.of() : people;
        walkIns = walkIns == null ? List.of() : walkIns;
    }
}
