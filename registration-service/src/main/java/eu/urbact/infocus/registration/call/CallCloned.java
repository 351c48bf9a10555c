package eu.urbact.infocus.registration.call;

import java.util.UUID;

/** A call has been drafted from an earlier one; for features that know how a call is to work, and keep that by its id. */
public record CallCloned(UUID earlierId, UUID callId) {}
