package eu.urbact.infocus.registration.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * One day of a workshop, as the clocks of the venue count days.
 *
 * @param date its date there
 * @param number 1 for the first day; 0 for a day on which somebody came and which is none of the workshop's any more
 * @param zone the venue's zone
 * @param lastDate the date of the workshop's last day
 */
public record WorkshopDay(LocalDate date, int number, ZoneId zone, LocalDate lastDate) {

    /** The days from the workshop's first moment to its last. */
    static List<WorkshopDay> of(Workshop workshop) {
        ZoneId zone = workshop.zone();
        LocalDate first = workshop.firstDay();
        LocalDate end = workshop.lastDay();
        return first.datesUntil(end.plusDays(1))
                .map(date -> new WorkshopDay(date, (int) (date.toEpochDay() - first.toEpochDay()) + 1, zone, end))
                .toList();
    }

    /**
     * The same and the days on which somebody came, in order.
     *
     * @param attended on which days somebody came, whatever the workshop's days are by now
     */
    static List<WorkshopDay> of(Workshop workshop, Set<LocalDate> attended) {
        List<WorkshopDay> days = new ArrayList<>(of(workshop));
        Set<LocalDate> own = days.stream().map(WorkshopDay::date).collect(Collectors.toSet());
        LocalDate end = days.get(0).lastDate();
        attended.stream()
                .filter(date -> !own.contains(date))
                // one after the end settles as if it were the last
                .map(date -> new WorkshopDay(date, 0, workshop.zone(), date.isAfter(end) ? date : end))
                .forEach(days::add);
        days.sort(Comparator.comparing(WorkshopDay::date));
        return List.copyOf(days);
    }

    /** The moment in which the day is over. */
    Instant ends() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether it is a day of the workshop as it is now. */
    public boolean isOfWorkshop() {
        return number > 0;
    }

    /** The moment in which the workshop's last day is over. */
    static Instant over(Workshop workshop) {
        return of(workshop).get(0).allOver();
    }

    private Instant allOver() {
        return lastDate.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Where the day stands.
     *
     * @param settling how long after the workshop's last day the lists can still be put right
     */
    public DayStatus status(Instant now, Duration settling) {
        if (now.isBefore(date.atStartOfDay(zone).toInstant())) {
            return DayStatus.AHEAD;
        }
        if (now.isBefore(ends())) {
            return DayStatus.TODAY;
        }
        return now.isBefore(finalFrom(settling)) ? DayStatus.OVER : DayStatus.SETTLED;
    }

    /** From when on the lists of all days are final. */
    Instant finalFrom(Duration settling) {
        return allOver().plus(settling);
    }
}
