package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.notification.template.MailTemplate;

/** What a sender needs of a mail that it has claimed. */
record ClaimedMail(
        UUID id,
        UUID claim,
        UUID applicationId,
        MailTemplate template,
        String reasonCode,
        Instant deadline,
        String messageId) {

    static ClaimedMail of(Mail mail, UUID claim) {
        return new ClaimedMail(
                mail.id(),
                claim,
                mail.applicationId(),
                mail.template(),
                mail.reasonCode().orElse(null),
                mail.deadline().orElse(null),
                mail.messageId());
    }
}
