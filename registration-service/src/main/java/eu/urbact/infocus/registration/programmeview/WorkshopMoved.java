package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.util.UUID;

/**
 * A workshop takes place at another time, in another house or in another city than said before. Observed in the same transaction.
 *
 * @param before when it was to begin
 * @param startsAt when it begins now; the same when only its end, its zone or its place has changed
 */
public record WorkshopMoved(UUID workshopId, Instant before, Instant startsAt) {

    public boolean isEarlier() {
        return startsAt.isBefore(before);
    }
}
