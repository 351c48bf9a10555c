package eu.urbact.infocus.registration.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;

/** On which days somebody was there, as a certificate says it. */
@ApplicationScoped
public class DaysAttended {

    private final CheckIns checkIns;
    private final WalkIns walkIns;

    DaysAttended(CheckIns checkIns, WalkIns walkIns) {
        this.checkIns = checkIns;
        this.walkIns = walkIns;
    }

    /** With a place or without one, in order. */
    public List<LocalDate> of(Application application) {
        return Stream.concat(
                        checkIns.of(application.id()).stream().map(CheckIn::day),
                        walkIns.ofApplication(application.id()).stream().map(WalkIn::day))
                .distinct()
                .sorted()
                .toList();
    }

    /** Of somebody without an application: the days on which whoever has this name and comes from this organisation walked in, in order. */
    public List<LocalDate> of(WalkIn guest) {
        return walkIns.ofSamePerson(guest).stream()
                .map(WalkIn::day)
                .distinct()
                .sorted()
                .toList();
    }
}
