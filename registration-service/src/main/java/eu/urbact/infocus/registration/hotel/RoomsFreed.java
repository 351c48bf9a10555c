package eu.urbact.infocus.registration.hotel;

import java.util.UUID;

/** Rooms of a call may have become free, or somebody waits for one that is; observed after the transaction. */
record RoomsFreed(UUID callId) {}
