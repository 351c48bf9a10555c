package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Another application of the same person.
 *
 * @param workshop the workshop's slug, or null
 * @param daysAttended on how many days they were there
 */
public record EarlierApplication(
        String applicationId,
        String workshop,
        String title,
        Instant startsAt,
        String state,
        Instant appliedAt,
        int daysAttended) {}
