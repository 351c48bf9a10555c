package eu.urbact.infocus.registration.hotel;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How the rooms of one kind in one hotel and night are picked up.
 *
 * @param contingent rooms that the hotel keeps, or kept
 * @param requested people who would like one and wait, also those who would like it instead of the one they have
 * @param confirmed rooms that somebody has
 * @param givenBack rooms that the hotel has again
 * @param free rooms that can still be given
 * @param percent confirmed of the contingent, rounded
 */
public record PickUp(
        UUID hotelId,
        String hotelName,
        RoomType roomType,
        LocalDate night,
        int contingent,
        long requested,
        int confirmed,
        int givenBack,
        int free,
        int percent,
        int priceCents) {}
