package eu.urbact.infocus.registration.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * The workshop that a person without a place may still get one at takes place at another time, in another house or in another city: they wait
 * for a decision, are on the waiting list, or are offered a place. Observed in the same transaction. Nothing in it tells who the person is.
 */
public record ApplicantMovedFact(UUID applicationId, UUID callId, UUID workshopId, Instant occurredAt) {}
