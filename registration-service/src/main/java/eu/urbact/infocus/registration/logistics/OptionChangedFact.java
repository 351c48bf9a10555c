package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a person comes along to, or asks for, has another title, time or meeting point; observed in the same transaction. Nothing in it tells who
 * the person is.
 */
public record OptionChangedFact(UUID applicationId, UUID callId, UUID workshopId, UUID optionId, Instant occurredAt) {}
