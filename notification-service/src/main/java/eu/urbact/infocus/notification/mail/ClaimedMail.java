package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.notification.template.MailTemplate;

/**
 * What a sender needs of a mail that it has claimed.
 *
 * @param hadPlace whether the last decision before it that the person was told granted a place
 */
record ClaimedMail(
        UUID id,
        UUID claim,
        UUID applicationId,
        MailTemplate template,
        String reasonCode,
        Instant deadline,
        String messageId,
        UUID workshopId,
        Instant occurredAt,
        boolean hadPlace) {

    static ClaimedMail of(Mail mail, UUID claim, boolean hadPlace) {
        return new ClaimedMail(
                mail.id(),
                claim,
                mail.applicationId(),
                mail.template(),
                mail.reasonCode().orElse(null),
                mail.deadline().orElse(null),
                mail.messageId(),
                mail.workshopId(),
                mail.occurredAt(),
                hadPlace);
    }
}
