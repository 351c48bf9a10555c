package eu.urbact.infocus.registration.suggestion;

import java.util.Set;
import java.util.UUID;

/** Who waits and is offered a place only if organisers say so. Told by the waiting list, so that this feature need not know it. */
public interface PeopleSetAside {

    /** Those of a call who have declined a place, or whose offer organisers have taken back, and whom nobody has put first since. */
    Set<UUID> setAside(UUID callId);
}
