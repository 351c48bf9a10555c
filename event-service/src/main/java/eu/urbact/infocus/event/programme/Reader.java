package eu.urbact.infocus.event.programme;

/**
 * Who reads a programme, as far as it matters for what they may see.
 *
 * @param partner belongs to a partner city
 * @param organiser is one of the organisers
 */
public record Reader(boolean partner, boolean organiser) {

    /** Somebody who is not known. */
    public static Reader anonymous() {
        return new Reader(false, false);
    }
}
