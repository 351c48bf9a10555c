package eu.urbact.infocus.registration.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * The workshop that a person has a place at takes place at another time, in another house or in another city; observed in the same transaction. Nothing in it
 * tells who the person is.
 */
public record PlaceMovedFact(UUID applicationId, UUID callId, UUID workshopId, Instant occurredAt) {}
