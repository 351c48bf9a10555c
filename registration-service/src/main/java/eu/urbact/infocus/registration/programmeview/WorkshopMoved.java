package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.util.UUID;

/** A workshop begins at another time than before; for features that have promised something until then. Observed in the same transaction. */
public record WorkshopMoved(UUID workshopId, Instant before, Instant startsAt) {

    public boolean isEarlier() {
        return startsAt.isBefore(before);
    }
}
