package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.UUID;

/**
 * A hotel has the rooms again that nobody has taken; observed in the same transaction. Room nights: one room for one night.
 */
public record HotelReleasedFact(
        UUID hotelId,
        UUID callId,
        UUID workshopId,
        int contingentRoomNights,
        int takenRoomNights,
        int givenBackRoomNights,
        Instant occurredAt) {}
