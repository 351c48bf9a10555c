package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.List;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * What is asked of one person about a room, with what they have said.
 *
 * @param nights the rooms of all hotels
 * @param request what the person has said, or null
 * @param open whether rooms can still be asked for
 * @param at when it was looked at
 */
public record OwnRoom(
        Application application,
        Workshop workshop,
        List<Hotel> hotels,
        List<RoomNight> nights,
        HotelRequest request,
        boolean open,
        Instant at) {

    /** What the person's stay costs, in euro cents, as it was confirmed; null without a room. */
    public Integer priceCents() {
        return request == null ? null : request.priceCents();
    }
}
