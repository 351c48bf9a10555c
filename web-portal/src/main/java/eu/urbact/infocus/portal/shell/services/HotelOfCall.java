package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * A hotel that keeps rooms for people with a place, as everybody sees it.
 *
 * @param releaseAt until when rooms are kept
 * @param released whether they have gone back to the hotel
 */
public record HotelOfCall(
        String name,
        String address,
        String category,
        Instant releaseAt,
        String zone,
        boolean released,
        List<Price> prices) {

    /** Completes what a service left out. */
    public HotelOfCall {
        prices = prices == null ? List.of() : List.copyOf(prices);
    }

    /** What a room of this kind costs in a night, in euro cents. */
    public record Price(String roomType, int lowestCents, int highestCents) {

        /** Whether it costs the same in every night. */
        public boolean isTheSame() {
            return lowestCents == highestCents;
        }
    }
}
