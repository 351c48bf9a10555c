package eu.urbact.infocus.registration.call;

import java.util.UUID;

/** A call's times and seats may be others than before; for features that have promised something until then. */
public record CallChanged(UUID callId) {}
