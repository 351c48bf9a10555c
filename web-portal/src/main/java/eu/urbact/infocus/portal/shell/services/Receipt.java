package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/** That an application has arrived; the same for everybody. */
public record Receipt(String id, Instant receivedAt, String state) {}
