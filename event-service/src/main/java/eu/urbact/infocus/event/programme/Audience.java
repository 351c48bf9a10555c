package eu.urbact.infocus.event.programme;

/** For whom an item is, from the widest to the narrowest circle. */
public enum Audience {
    /** Everybody. */
    OPEN,
    /** The partner cities and the organisers. */
    PARTNERS_ONLY,
    /** The organisers. */
    ORGANISERS;

    /** Whether this circle holds people that the other one does not. */
    public boolean widerThan(Audience other) {
        return compareTo(other) < 0;
    }
}
