package eu.urbact.infocus.event.programme.rest;

import eu.urbact.infocus.event.programme.Programme.Venue;

/**
 * A place.
 *
 * @param id its key, e.g. {@code holm}
 * @param name what it is called
 * @param address where it is
 * @param city the town
 * @param note what is worth knowing about it
 * @param url its page
 */
public record VenueView(String id, String name, String address, String city, String note, String url) {

    static VenueView of(Venue venue) {
        return new VenueView(venue.id(), venue.name(), venue.address(), venue.city(), venue.note(), venue.url());
    }
}
