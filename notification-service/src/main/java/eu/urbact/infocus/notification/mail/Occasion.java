package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.chassis.identity.Fingerprint;
import eu.urbact.infocus.notification.template.MailTemplate;

/**
 * The fact that a person is told about.
 *
 * @param template what they are told
 * @param applicationId whose application
 * @param workshopId which workshop
 * @param aggregateVersion the application's version at that fact, so that a second admission is another occasion
 * @param reasonCode why, when it was declined, or one of the circumstances that {@code MailTemplates} names; null otherwise
 * @param deadline until when the person has to answer; null when there is nothing to answer
 * @param occurredAt when it became true
 */
public record Occasion(
        MailTemplate template,
        UUID applicationId,
        UUID workshopId,
        long aggregateVersion,
        String reasonCode,
        Instant deadline,
        Instant occurredAt) {

    /** A fact that asks for no answer. */
    public Occasion(
            MailTemplate template,
            UUID applicationId,
            UUID workshopId,
            long aggregateVersion,
            String reasonCode,
            Instant occurredAt) {
        this(template, applicationId, workshopId, aggregateVersion, reasonCode, null, occurredAt);
    }

    /** The same for each delivery of the same fact, different for every other fact. */
    String dedupeKey() {
        return template.code() + "/" + applicationId + "/" + aggregateVersion;
    }

    /** The Message-ID, derived from the key: the same on each attempt, and it tells nothing to its reader. */
    String messageId(String domain) {
        return "<" + Fingerprint.of(dedupeKey(), 16) + "@" + domain + ">";
    }
}
