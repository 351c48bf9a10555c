package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody on the rooming list, with a room of their own.
 *
 * @param sharesWith who sleeps in it too, in the person's own words, or null
 */
public record Sleeper(
        String hotelName,
        RoomType roomType,
        String familyName,
        String givenName,
        String organisation,
        String cityId,
        String country,
        LocalDate checkIn,
        LocalDate checkOut,
        int nights,
        long priceCents,
        Instant confirmedAt,
        String sharesWith) {}
