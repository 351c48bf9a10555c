package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;

/**
 * A day of a workshop at the door.
 *
 * @param number 1 for the first day; 0 for a day on which somebody came before the workshop was moved to others
 * @param status AHEAD, TODAY, OVER or SETTLED
 * @param expected people with a place
 * @param checkedIn those of them who came
 * @param full whether as many are present as the room holds
 * @param zone IANA zone of the venue
 */
public record DoorDay(
        LocalDate date,
        Integer number,
        String status,
        Long expected,
        Long checkedIn,
        Long walkIns,
        Long present,
        Integer capacity,
        boolean full,
        String zone) {

    /** Whether the workshop takes place on it, as it is now. */
    public boolean isOfWorkshop() {
        return number == null || number > 0;
    }

    /** Whether people can be let in, or a list put right. */
    public boolean isOpen() {
        return isToday() || "OVER".equals(status);
    }

    /** Whether it is this day. */
    public boolean isToday() {
        return "TODAY".equals(status);
    }

    /** Whether it is known who did not come. */
    public boolean isPast() {
        return "OVER".equals(status) || "SETTLED".equals(status);
    }

    /** Whether the list is final. */
    public boolean isSettled() {
        return "SETTLED".equals(status);
    }

    /** People with a place who have not come. */
    public long missing() {
        return Math.max(0, expected - checkedIn);
    }
}
