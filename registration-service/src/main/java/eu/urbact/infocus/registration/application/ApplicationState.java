package eu.urbact.infocus.registration.application;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationState {
    /** Sent in, not decided. Not a place yet. */
    SUBMITTED,
    /** Has a place. */
    ADMITTED,
    /** Would like a place, and there is none yet. */
    WAITLISTED,
    /** Has a held seat that must be accepted by a deadline. */
    OFFERED,
    /** Gets no place. */
    DECLINED,
    /** Does not want a place any more. */
    WITHDRAWN;

    private static final Set<ApplicationState> LIVE = EnumSet.of(SUBMITTED, ADMITTED, WAITLISTED, OFFERED);

    /** Whether the person may still get or use a place; there is one live application per person and call. */
    public boolean isLive() {
        return LIVE.contains(this);
    }

    /** Whether a seat is held for it. */
    public boolean holdsSeat() {
        return this == ADMITTED || this == OFFERED;
    }
}
