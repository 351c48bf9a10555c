package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.util.UUID;

/**
 * A call takes applications for longer or shorter than it said before; for features that have promised something until then.
 *
 * @param closesAt the closing time that holds now
 */
public record ClosingMoved(UUID callId, Instant closesAt) {}
