package eu.urbact.infocus.registration.logistics;

/** How somebody comes or goes. */
public enum TravelMeans {
    PLANE,
    TRAIN,
    COACH,
    CAR,
    /** Lives or works there. */
    LOCAL,
    OTHER
}
