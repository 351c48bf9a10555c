package eu.urbact.infocus.directory.offer;

/** Which way something may go. */
public enum OfferKind {
    /** The cluster has it and gives it. */
    OFFER,
    /** The cluster looks for it. */
    NEED
}
