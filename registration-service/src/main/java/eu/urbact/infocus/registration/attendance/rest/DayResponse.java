package eu.urbact.infocus.registration.attendance.rest;

import java.time.LocalDate;

import eu.urbact.infocus.registration.attendance.DayCount;
import eu.urbact.infocus.registration.attendance.DayStatus;
import eu.urbact.infocus.registration.attendance.Doors;

/**
 * A day of a workshop at the door.
 *
 * @param number 1 for the first day; 0 for a day on which somebody came before the workshop was moved to others
 * @param status AHEAD, TODAY, OVER (can still be put right) or SETTLED
 * @param expected people with a place on the day, as it was when the day ended, and who came while they had
 *     one; on a day with the number 0 those of them who came
 * @param checkedIn those of them who came
 * @param walkIns people without a place who came
 * @param present everybody who is there
 * @param capacity how many the room holds
 * @param full whether as many are present as the room holds
 * @param zone IANA zone of the venue
 */
public record DayResponse(
        LocalDate date,
        int number,
        DayStatus status,
        long expected,
        long checkedIn,
        long walkIns,
        long present,
        int capacity,
        boolean full,
        String zone) {

    static DayResponse of(Doors.Day day, DayCount count) {
        int capacity = day.call().capacity();
        return new DayResponse(
                day.date(),
                day.day().number(),
                day.status(),
                count.expected(),
                count.checkedIn(),
                count.walkIns(),
                count.present(),
                capacity,
                count.present() >= capacity,
                day.workshop().zone().getId());
    }
}
