package eu.urbact.infocus.registration.application;

/** Why an application was declined; a code, so that decisions can be counted and compared. */
public enum ReasonCode {
    NOT_ELIGIBLE,
    ROOM_FULL,
    LATE,
    INCOMPLETE,
    OTHER
}
