package eu.urbact.infocus.registration.suggestion;

import java.util.Map;
import java.util.UUID;

/** What the organisers think of the people who have applied. Told by the feature in which they vote, so that this one need not know it. */
public interface OrganisersVotes {

    /** The votes for a call's applications, by application; who is not in it has none. */
    Map<UUID, Tally> of(UUID callId);
}
