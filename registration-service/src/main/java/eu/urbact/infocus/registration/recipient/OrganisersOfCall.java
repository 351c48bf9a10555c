package eu.urbact.infocus.registration.recipient;

import java.util.UUID;

import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Whom mails about a whole call go to; notification-service knows their mailbox.
 *
 * @param message what waits for them, in words
 * @param link opens the workshop's public page
 */
public record OrganisersOfCall(UUID callId, Workshop workshop, String message, String link) {}
