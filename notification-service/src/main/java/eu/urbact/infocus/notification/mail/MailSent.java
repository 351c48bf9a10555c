package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * The mail server took responsibility for a mail, or the organisers found out that it arrived.
 *
 * @param mailId which mail
 * @param applicationId about whose application
 * @param template what they were told
 * @param occurredAt when, by the platform's clock
 */
public record MailSent(UUID mailId, UUID applicationId, String template, Instant occurredAt) {}
