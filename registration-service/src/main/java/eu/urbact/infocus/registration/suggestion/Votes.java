package eu.urbact.infocus.registration.suggestion;

import java.util.Map;
import java.util.UUID;

/** What the organisers think of the people who have applied. */
interface Votes {

    /** The votes for a call's applications, by application; who is not in it has none. */
    Map<UUID, Tally> of(UUID callId);
}
