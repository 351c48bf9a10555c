package eu.urbact.infocus.registration.hotel;

/** Who confirms a room. */
public enum Confirmation {
    /** Organisers look at every request. */
    BY_ORGANISERS,
    /** As long as a room is free, whoever asks gets it at once; what is left over waits for the organisers. */
    AUTOMATIC
}
