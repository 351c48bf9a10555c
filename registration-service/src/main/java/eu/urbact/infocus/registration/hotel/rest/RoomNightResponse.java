package eu.urbact.infocus.registration.hotel.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.registration.hotel.RoomNight;
import eu.urbact.infocus.registration.hotel.RoomType;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Rooms of one kind in one night; the price is for the room, in euro cents.
 *
 * @param tooFar whether the workshop has been moved so far away that nobody gets a room in this night
 */
public record RoomNightResponse(
        RoomType roomType, LocalDate night, int rooms, int free, int priceCents, boolean tooFar) {

    private static RoomNightResponse of(RoomNight night, Workshop workshop) {
        return new RoomNightResponse(
                night.roomType(),
                night.night(),
                night.rooms(),
                night.free(),
                night.priceCents(),
                !workshop.isNear(night.night()));
    }

    static List<RoomNightResponse> of(UUID hotelId, List<RoomNight> nights, Workshop workshop) {
        return nights.stream()
                .filter(night -> night.hotelId().equals(hotelId))
                .map(night -> of(night, workshop))
                .toList();
    }
}
