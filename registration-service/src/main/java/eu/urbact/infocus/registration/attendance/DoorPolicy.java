package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Who can be let in when. */
final class DoorPolicy {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private static final String ELSE = " If this is another person of the same name, say so.";

    private DoorPolicy() {}

    /**
     * Whether anything can be written down about this day.
     *
     * @param finalSince the first day on which its lists are final
     */
    static Verdict write(DayStatus day, LocalDate finalSince) {
        return switch (day) {
            case AHEAD -> Verdict.refused(RegistrationProblem.DAY_NOT_BEGUN, "Nobody can have come to a day ahead.");
            case TODAY, OVER -> Verdict.allowed();
            case SETTLED ->
                Verdict.refused(
                        RegistrationProblem.ATTENDANCE_SETTLED,
                        "The lists of this workshop have been final since %s.".formatted(DAY.format(finalSince)));
        };
    }

    /** Who did not come is known when the day is over, and not before. */
    static Verdict noShows(DayStatus day) {
        return day == DayStatus.OVER || day == DayStatus.SETTLED
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.DAY_NOT_OVER,
                        "This day of the workshop is not over: somebody may still come.");
    }

    /** Only who has a place is checked in. */
    static Verdict checkIn(ApplicationState state) {
        return state == ApplicationState.ADMITTED
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.NOT_ADMITTED,
                        words(state) + " If there is room, record a walk-in instead.");
    }

    /**
     * Who has a place is no walk-in: they would be counted twice. So would be who is recorded by an application that has ended beside a live one.
     *
     * @param live the state of another application of the person to the same call that is live, while this one is not
     */
    static Verdict walkIn(ApplicationState state, Optional<ApplicationState> live) {
        if (live.orElse(state) == ApplicationState.ADMITTED) {
            return Verdict.refused(
                    RegistrationProblem.WALK_IN_ADMITTED, "This person has a place and is no walk-in: check them in.");
        }
        return live.isPresent()
                ? Verdict.refused(
                        RegistrationProblem.WALK_IN_KNOWN,
                        "This person has applied again since. Search for the name and let them in there.")
                : Verdict.allowed();
    }

    /**
     * Somebody whose name is known is no walk-in, as long as the desk does not say that it is another person.
     *
     * @param applied since when each of those of this name who have applied is in, if they are
     * @param walkedIn when somebody of this name and organisation has walked in, if so
     */
    static Verdict walkIn(List<Optional<Instant>> applied, Optional<Instant> walkedIn, ZoneId zone) {
        if (!applied.isEmpty()) {
            String done = applied.stream().allMatch(Optional::isPresent)
                    ? (applied.size() == 1 ? "They have been in since " : "All of them are in, the first since ")
                            + clock(applied.get(0).get(), zone) + ", so nothing is left to do for them."
                    : "Search for the name and let the person in there.";
            return Verdict.refused(RegistrationProblem.WALK_IN_KNOWN, done + ELSE);
        }
        return walkedIn.map(at -> Verdict.refused(
                        RegistrationProblem.WALK_IN_RECORDED,
                        "They have been in since " + clock(at, zone)
                                + " and are among the walk-ins of this day, so nothing is left to do for them." + ELSE))
                .orElse(Verdict.allowed());
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    /** A full room is a warning, unless the organisers have laid down that it is a limit. */
    static Verdict walkIn(long present, int capacity, boolean refuseWhenFull) {
        return refuseWhenFull && present >= capacity
                ? Verdict.refused(
                        RegistrationProblem.ROOM_FULL,
                        "%d of %d are in the room, and the organisers take no walk-ins beyond that."
                                .formatted(present, capacity))
                : Verdict.allowed();
    }

    private static String words(ApplicationState state) {
        return switch (state) {
            case SUBMITTED -> "The application has not been decided.";
            case WAITLISTED -> "The person is on the waiting list.";
            case OFFERED -> "The person was offered a place and has not accepted it.";
            case DECLINED -> "The application was declined.";
            case WITHDRAWN -> "The person has withdrawn.";
            case ADMITTED -> throw new IllegalStateException("an admitted person is checked in");
        };
    }
}
