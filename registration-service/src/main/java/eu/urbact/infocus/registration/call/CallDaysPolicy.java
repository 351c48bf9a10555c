package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Which days of a call fit the present and its workshop: nobody applies when the workshop is over, and a city can use its seats for a while
 * before it hands them back. The findings are for people who fill in a form and follow the name of a field.
 */
final class CallDaysPolicy {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private CallDaysPolicy() {}

    /**
     * When applications end, given the closing time that organisers have chosen: one that lies after the workshop, because that was moved since,
     * does not hold. Then the workshop's beginning is the end.
     */
    static Instant closesAt(Instant chosen, Workshop workshop) {
        return chosen.isAfter(workshop.endsAt()) ? workshop.startsAt() : chosen;
    }

    /**
     * The day on which a city hands its seats back when the workshop now begins before the day agreed: a week before it begins, so that others
     * can still come, and not before the city has had a whole day to send somebody, while the call is open.
     *
     * @return empty when the agreed day can stay, or there is no time left for anybody
     */
    static Optional<LocalDate> handBackBeforeMoved(
            LocalDate agreed, Instant opensAt, ZoneId zone, Workshop workshop, Instant now) {
        LocalDate firstDay = LocalDate.ofInstant(workshop.startsAt(), zone);
        Instant from = opensAt.isAfter(now) ? opensAt : now;
        LocalDate soonest = LocalDate.ofInstant(from, zone).plusDays(2);
        LocalDate weekBefore = firstDay.minusDays(7);
        LocalDate day = weekBefore.isBefore(soonest) ? soonest : weekBefore;
        return agreed.isAfter(firstDay) && !day.isAfter(firstDay) ? Optional.of(day) : Optional.empty();
    }

    /** What is wrong with a closing time; empty when nothing is. */
    static Optional<String> closing(Instant closesAt, Workshop workshop) {
        return closesAt.isAfter(workshop.endsAt())
                ? Optional.of("must not be after the workshop ends, on " + day(workshop.endsAt(), workshop.zone()))
                : Optional.empty();
    }

    /** What is wrong with a day on which a city is to hand its seats back: it is over, or no day within the call's time. */
    static Optional<String> handBack(LocalDate day, Instant opensAt, ZoneId zone, Workshop workshop, Instant now) {
        return day.isBefore(LocalDate.ofInstant(now, zone))
                ? Optional.of("must not be in the past")
                : handBackWithin(day, opensAt, zone, workshop);
    }

    /** The same for a day that was chosen earlier, when the opening is another one now. */
    static Optional<String> handBackWithin(LocalDate day, Instant opensAt, ZoneId zone, Workshop workshop) {
        if (day.atStartOfDay(zone).toInstant().isBefore(opensAt)) {
            return Optional.of("must be after the day on which the call opens, " + day(opensAt, zone));
        }
        return day.isAfter(LocalDate.ofInstant(workshop.startsAt(), zone))
                ? Optional.of(
                        "must not be after the day on which the workshop begins, " + day(workshop.startsAt(), zone))
                : Optional.empty();
    }

    /** What is wrong with the day by which organisers mean to have decided: people can still apply after it, or the workshop has begun. */
    static Optional<String> decision(LocalDate day, Instant closesAt, ZoneId zone, Workshop workshop) {
        LocalDate closes = LocalDate.ofInstant(closesAt, zone);
        LocalDate begins = LocalDate.ofInstant(workshop.startsAt(), zone);
        if (day.isBefore(closes)) {
            return Optional.of("must not be before the day on which the call closes, " + DAY.format(closes));
        }
        // a call may be open until the workshop ends
        return day.isAfter(begins) && day.isAfter(closes)
                ? Optional.of("must not be after the day on which the workshop begins, " + DAY.format(begins))
                : Optional.empty();
    }

    private static String day(Instant at, ZoneId zone) {
        return DAY.format(LocalDate.ofInstant(at, zone));
    }
}
