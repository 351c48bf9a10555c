package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/** An application whose person has been forgotten. */
public record Erased(String id, String state, Instant erasedAt) {}
