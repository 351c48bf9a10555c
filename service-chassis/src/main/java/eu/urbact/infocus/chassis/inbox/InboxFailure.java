package eu.urbact.infocus.chassis.inbox;

import java.time.Instant;
import java.util.UUID;

/** A record that has not taken effect, with the reason. */
record InboxFailure(
        UUID id,
        Kind kind,
        State state,
        InboxRecord record,
        UUID eventId,
        Long version,
        String type,
        String reason,
        int attempts,
        Instant failedAt,
        Instant settledAt) {

    /** Why it lies here. */
    enum Kind {
        /** It could be read but not be applied, or an earlier one of its key is parked or missing. */
        PARKED,
        /** It could not be read; a copy went to the dead-letter topic. */
        DEAD_LETTER
    }

    /** What has become of it. */
    enum State {
        OPEN,
        REPLAYED,
        DISCARDED
    }
}
