package eu.urbact.infocus.registration.hotel;

/** Who confirms a room. */
public enum Confirmation {
    /** Organisers look at every request. */
    BY_ORGANISERS,
    /** As long as a room is free, whoever asks gets it at once; after that whoever has waited longest for one that becomes free. */
    AUTOMATIC
}
