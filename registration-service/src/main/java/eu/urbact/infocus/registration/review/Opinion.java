package eu.urbact.infocus.registration.review;

/** What an organiser thinks of admitting a person. */
public enum Opinion {
    YES,
    /** Has looked, and is neither for nor against. */
    MAYBE,
    NO
}
