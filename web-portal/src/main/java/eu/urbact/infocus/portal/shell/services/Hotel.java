package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * A hotel with the rooms it keeps, as organisers see it.
 *
 * @param releasedAt when its free rooms went back; null before
 */
public record Hotel(
        String id,
        String name,
        String address,
        String category,
        Instant releaseAt,
        String zone,
        Instant releasedAt,
        List<RoomNight> nights,
        long version) {

    /** Completes what a service left out. */
    public Hotel {
        nights = nights == null ? List.of() : nights;
    }

    /** Whether it keeps rooms in nights that are too far from the workshop for anybody to get one. */
    public boolean isTooFar() {
        return releasedAt == null && nights.stream().anyMatch(RoomNight::tooFar);
    }
}
