package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/**
 * What an attendance list on paper needs.
 *
 * @param number 1 for the first day; 0 for a day on which somebody came before the workshop was moved to others
 */
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

    /** Whether the workshop takes place on that day, as it is now. */
    public boolean isOfWorkshop() {
        return number == null || number > 0;
    }
}
