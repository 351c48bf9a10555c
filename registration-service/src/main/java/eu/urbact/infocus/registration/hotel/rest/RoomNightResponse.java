package eu.urbact.infocus.registration.hotel.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.registration.hotel.RoomNight;
import eu.urbact.infocus.registration.hotel.RoomType;

/** Rooms of one kind in one night; the price is for the room, in euro cents. */
public record RoomNightResponse(RoomType roomType, LocalDate night, int rooms, int free, int priceCents) {

    static RoomNightResponse of(RoomNight night) {
        return new RoomNightResponse(night.roomType(), night.night(), night.rooms(), night.free(), night.priceCents());
    }

    static List<RoomNightResponse> of(UUID hotelId, List<RoomNight> nights) {
        return nights.stream()
                .filter(night -> night.hotelId().equals(hotelId))
                .map(RoomNightResponse::of)
                .toList();
    }
}
