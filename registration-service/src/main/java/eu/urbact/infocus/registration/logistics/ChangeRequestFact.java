package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.UUID;

/** Organisers have decided about a request for other places; observed in the same transaction. Nothing in it tells who the person is. */
public record ChangeRequestFact(
        UUID applicationId,
        UUID callId,
        UUID workshopId,
        UUID requestId,
        ChangeRequest.State decision,
        Instant occurredAt) {}
