package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail will not be sent any more by itself: somebody was not told.
 *
 * @param mailId which mail
 * @param applicationId about whose application
 * @param template what they were to be told
 * @param occurredAt when, by the platform's clock
 */
public record MailFailed(UUID mailId, UUID applicationId, String template, Instant occurredAt) {}
