package eu.urbact.infocus.directory.city;

/** What a city does in the network. */
public enum CityRole {
    /** Leads the network. */
    LEAD,
    /** Takes part in it. */
    PARTNER
}
