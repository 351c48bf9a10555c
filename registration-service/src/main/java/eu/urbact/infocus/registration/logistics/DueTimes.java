package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** Until when people with a place are asked. */
public final class DueTimes {

    private DueTimes() {}

    /**
     * The next of: the lists are frozen, the workshop begins, it ends. What was meant to be known before the freeze is taken afterwards, too, and
     * of people who are there already; and nobody waits for a freeze that comes when everything has begun, or is over, because the workshop was
     * brought forward.
     *
     * @param freezeAt null when nothing is frozen
     */
    public static Instant next(Instant now, Instant freezeAt, Workshop workshop) {
        return Stream.of(freezeAt, workshop.startsAt(), workshop.endsAt())
                .filter(Objects::nonNull)
                .filter(time -> now.isBefore(time) && !time.isAfter(workshop.endsAt()))
                .sorted()
                .findFirst()
                .orElse(workshop.endsAt());
    }
}
