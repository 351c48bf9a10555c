package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * A mail in the delivery log.
 *
 * @param reply the mail server's words, or why it could not be sent
 */
public record Mail(
        String id,
        String applicationId,
        String workshopId,
        String template,
        String state,
        Integer attempts,
        String address,
        String reply,
        Instant queuedAt,
        Instant finishedAt) {}
