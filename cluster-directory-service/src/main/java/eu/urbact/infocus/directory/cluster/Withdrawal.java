package eu.urbact.infocus.directory.cluster;

import java.time.Instant;

/**
 * That a cluster was taken out of the directory.
 *
 * @param at when
 * @param reason why, for everybody to read
 */
public record Withdrawal(Instant at, String reason) {}
