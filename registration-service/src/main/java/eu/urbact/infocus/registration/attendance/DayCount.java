package eu.urbact.infocus.registration.attendance;

/**
 * How full a day is.
 *
 * @param expected people with a place on the day, as it was when the day ended, and who came while they had
 *     one; on a day that is none of the workshop's any more, those of them who came
 * @param checkedIn those of them who came
 * @param walkIns people without a place who came
 */
public record DayCount(long expected, long checkedIn, long walkIns) {

    /** Everybody who is there. */
    public long present() {
        return checkedIn + walkIns;
    }
}
