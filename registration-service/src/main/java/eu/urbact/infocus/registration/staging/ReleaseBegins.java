package eu.urbact.infocus.registration.staging;

import java.util.UUID;

/**
 * Decisions of a call are about to be released; told inside the transaction that reads the plan and writes the release down. Whoever gives
 * seats away without organisers waits for it, or lets it wait.
 */
public record ReleaseBegins(UUID callId) {}
