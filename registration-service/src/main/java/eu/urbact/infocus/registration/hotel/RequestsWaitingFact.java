package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.UUID;

/**
 * Rooms of a call go back to a hotel soon, and people wait for the organisers to confirm one; observed in the same transaction.
 *
 * @param waiting how many people
 * @param freeRoomNights in all hotels of the call; one room for one night
 * @param dueAt when the first rooms go back
 */
public record RequestsWaitingFact(
        UUID callId, UUID workshopId, long waiting, long freeRoomNights, Instant dueAt, Instant occurredAt) {}
