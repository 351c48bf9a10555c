package eu.urbact.infocus.registration.seat;

import java.util.UUID;

/** Seats of a call may be free that were not before; observed by whoever has somebody waiting for one. */
public record SeatsFreed(UUID callId) {}
