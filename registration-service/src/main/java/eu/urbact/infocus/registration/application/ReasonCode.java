package eu.urbact.infocus.registration.application;

/** Why an application was declined; a code, so that decisions can be counted and compared. */
public enum ReasonCode {
    NOT_ELIGIBLE,
    ROOM_FULL,
    /** After the call had closed; not for anybody who came before. */
    LATE,
    INCOMPLETE,
    OTHER
}
