package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.UUID;

/**
 * People wait for the organisers to answer about other meals, visits or buses; observed in the same transaction.
 *
 * @param waiting how many people
 * @param dueAt when the first thing begins that one of them would gain or lose; null when nothing of it is ahead
 */
public record ChangesWaitingFact(UUID callId, UUID workshopId, long waiting, Instant dueAt, Instant occurredAt) {}
