package eu.urbact.infocus.registration.call;

import java.util.UUID;

/** A call takes applications for longer or shorter than it said before; for features that have promised something until then. */
public record ClosingMoved(UUID callId) {}
