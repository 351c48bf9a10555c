package eu.urbact.infocus.registration.attendance;

/** Where a day of a workshop stands for the door. */
public enum DayStatus {
    /** It has not begun; nobody can have come. */
    AHEAD,
    /** It is today. */
    TODAY,
    /** It is over, and what was written on paper can still be entered. */
    OVER,
    /** The lists are final: they may have been handed in as evidence. */
    SETTLED
}
