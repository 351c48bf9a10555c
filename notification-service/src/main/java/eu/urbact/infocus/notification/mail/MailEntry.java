package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail as the delivery log shows it. What is not known or not the case is null.
 *
 * @param id the mail
 * @param version its version, for changing it
 * @param template code of its template
 * @param templateVersion version of the words
 * @param language BCP 47 tag of the language it was written in; null before the first attempt
 * @param applicationId whose application it is about
 * @param workshopId which workshop
 * @param state where it stands
 * @param attempts attempts counted so far
 * @param address masked address of the last attempt; null before it
 * @param reply the mail server's words or the error of the last attempt
 * @param messageId the Message-ID, to search the mail server's log for
 * @param queuedAt when the fact arrived
 * @param nextAttemptAt not before this instant it is tried (again); null when it is not waiting
 * @param finishedAt when it reached its present, final state
 */
public record MailEntry(
        UUID id,
        long version,
        String template,
        int templateVersion,
        String language,
        UUID applicationId,
        UUID workshopId,
        MailState state,
        int attempts,
        String address,
        String reply,
        String messageId,
        Instant queuedAt,
        Instant nextAttemptAt,
        Instant finishedAt) {

    static MailEntry of(Mail mail) {
        return new MailEntry(
                mail.id(),
                mail.version(),
                mail.template().code(),
                mail.templateVersion(),
                mail.language().orElse(null),
                mail.applicationId(),
                mail.workshopId(),
                mail.state(),
                mail.attempts(),
                mail.maskedAddress().orElse(null),
                mail.smtpReply().orElse(null),
                mail.messageId(),
                mail.queuedAt(),
                mail.state() == MailState.QUEUED ? mail.nextAttemptAt() : null,
                mail.finishedAt().orElse(null));
    }
}
