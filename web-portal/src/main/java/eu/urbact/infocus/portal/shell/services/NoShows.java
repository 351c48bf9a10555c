package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** Who had a place and did not come. */
public record NoShows(LocalDate date, List<Attendee> people) {

    /** Completes what a service left out. */
    public NoShows {
        people = people == null ? List.of() : people;
    }
}
