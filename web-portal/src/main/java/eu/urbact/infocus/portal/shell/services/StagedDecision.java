package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * What organisers mean to decide about one application, and have told nobody.
 *
 * @param step the act it was staged in
 * @param stagedBy the name of the organiser's account
 * @param mine whether that is the organiser who looks
 */
public record StagedDecision(
        String decision,
        String reasonCode,
        String note,
        String bucket,
        String step,
        String stagedBy,
        boolean mine,
        Instant stagedAt) {}
