package eu.urbact.infocus.registration.owndata;

import java.time.Instant;
import java.util.UUID;

/** The person behind an application has been forgotten; observed in the same transaction. Who remembers anything about them forgets it, too. */
public record ApplicationErased(UUID applicationId, UUID callId, UUID workshopId, Instant occurredAt) {}
