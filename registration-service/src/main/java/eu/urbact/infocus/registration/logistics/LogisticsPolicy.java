package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Who may say what until when. */
final class LogisticsPolicy {

    /** How many companions a person may bring to one thing. */
    static final int MOST_COMPANIONS = 4;

    private LogisticsPolicy() {}

    /**
     * Whether the person is asked anything.
     *
     * @param freezeAt null as long as the organisers ask nothing
     */
    static Verdict see(ApplicationState state, Instant freezeAt) {
        if (state != ApplicationState.ADMITTED) {
            return Verdict.refused(RegistrationProblem.NOT_ADMITTED, "This is asked of people with a place.");
        }
        if (freezeAt == null) {
            return Verdict.refused(RegistrationProblem.LOGISTICS_NOT_ASKED, "You will get to know when it is.");
        }
        return Verdict.allowed();
    }

    /** Nothing is left to plan once the workshop is over. */
    static Verdict plan(Instant now, Workshop workshop) {
        return workshop.isOver(now)
                ? Verdict.refused(RegistrationProblem.LOGISTICS_OVER, "The workshop is over.")
                : Verdict.allowed();
    }

    /** Places are the person's own affair before the freeze time, exclusively. */
    static Verdict choose(Instant now, Instant freezeAt) {
        return now.isBefore(freezeAt)
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.LOGISTICS_FROZEN,
                        "Ask the organisers for the change; they accept or refuse it.");
    }

    /** From the freeze time on a change is asked for, one at a time. */
    static Verdict requestChange(Instant now, Instant freezeAt, boolean oneIsOpen) {
        if (now.isBefore(freezeAt)) {
            return Verdict.refused(
                    RegistrationProblem.LOGISTICS_NOT_FROZEN, "No request is needed yet: change it yourself.");
        }
        return oneIsOpen
                ? Verdict.refused(
                        RegistrationProblem.CHANGE_REQUEST_OPEN,
                        "The organisers have a request of yours. Take it back first, or wait for the organisers' answer.")
                : Verdict.allowed();
    }

    /**
     * Nobody is at two things that begin at the same time. A bus is the way to something and may leave when that begins, but nobody takes
     * two of them at once. What somebody has chosen already may stay as it is.
     *
     * @param options those of the call
     */
    static Verdict together(Collection<LogisticsOption> options, Set<UUID> has, Set<UUID> wants) {
        List<LogisticsOption> wanted = options.stream()
                .filter(option -> wants.contains(option.id()))
                .sorted(Comparator.comparing(LogisticsOption::title).thenComparing(LogisticsOption::id))
                .toList();
        for (LogisticsOption one : wanted) {
            for (LogisticsOption other : wanted) {
                boolean chosenNow = !has.contains(one.id()) || !has.contains(other.id());
                if (one != other && chosenNow && isAtOneTime(one, other)) {
                    return Verdict.refused(
                            RegistrationProblem.OPTIONS_AT_ONE_TIME,
                            "%s and %s begin at the same time. Choose one of them."
                                    .formatted(one.title(), other.title()));
                }
            }
        }
        return Verdict.allowed();
    }

    /** Nothing is chosen that takes place far away from the workshop, which has been moved since. What somebody has chosen already may stay. */
    static Verdict onDays(Collection<LogisticsOption> options, Set<UUID> has, Set<UUID> wants, Workshop workshop) {
        return options.stream()
                .filter(option -> wants.contains(option.id()) && !has.contains(option.id()))
                .filter(option -> !workshop.isNear(option.day(workshop.zone())))
                .min(Comparator.comparing(LogisticsOption::title).thenComparing(LogisticsOption::id))
                .map(option -> Verdict.refused(
                        RegistrationProblem.DAYS_MOVED,
                        "%s is more than 14 days away from the workshop. It can be chosen when the organisers have given it another time."
                                .formatted(option.title())))
                .orElse(Verdict.allowed());
    }

    private static boolean isAtOneTime(LogisticsOption one, LogisticsOption other) {
        return one.startsAt().equals(other.startsAt())
                && (one.kind() == OptionKind.BUS) == (other.kind() == OptionKind.BUS);
    }

    /** Somebody comes before the workshop ends, leaves after it has begun and after they have come, and all of that near the workshop. */
    static Verdict travel(Instant arrival, Instant departure, Workshop workshop) {
        if (!arrival.isBefore(departure)) {
            return Verdict.refused(RegistrationProblem.TRAVEL_BACKWARDS, "The departure must be after the arrival.");
        }
        if (!isNear(arrival, workshop) || !isNear(departure, workshop)) {
            return Verdict.refused(
                    RegistrationProblem.TRAVEL_BACKWARDS,
                    "Arrival and departure must be within 14 days before or after the workshop.");
        }
        return arrival.isBefore(workshop.endsAt()) && departure.isAfter(workshop.startsAt())
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.TRAVEL_BACKWARDS,
                        "The arrival must be before the workshop ends, and the departure after it begins.");
    }

    private static boolean isNear(Instant time, Workshop workshop) {
        return workshop.isNear(LocalDate.ofInstant(time, workshop.zone()));
    }

    /** Companions come along only where they are welcome. */
    static Verdict companions(LogisticsOption option, int companions) {
        return companions > 0 && !option.companionsWelcome()
                ? Verdict.refused(
                        RegistrationProblem.COMPANIONS_NOT_POSSIBLE, option.title() + " is for participants only.")
                : Verdict.allowed();
    }
}
