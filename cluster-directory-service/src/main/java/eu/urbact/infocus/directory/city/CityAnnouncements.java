package eu.urbact.infocus.directory.city;

/** Tells the rest of the platform about cities. */
public interface CityAnnouncements {

    /**
     * A city is new in the directory, or something in it has changed. Called in the transaction that changed it.
     *
     * @param city as it is now
     */
    void published(CityDescription city);
}
