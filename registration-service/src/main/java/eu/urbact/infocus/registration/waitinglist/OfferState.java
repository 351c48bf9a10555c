package eu.urbact.infocus.registration.waitinglist;

/** What has become of an offer. */
public enum OfferState {
    /** The seat is held and the person has not answered. */
    OPEN,
    /** The person has the seat. */
    ACCEPTED,
    /** The person did not want this seat and waits again. */
    DECLINED,
    /** The deadline passed without an answer; the person waits again. */
    LAPSED,
    /** Organisers took it back, or the person has withdrawn altogether. */
    CANCELLED
}
