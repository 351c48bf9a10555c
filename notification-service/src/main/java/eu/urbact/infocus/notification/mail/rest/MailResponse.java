package eu.urbact.infocus.notification.mail.rest;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import eu.urbact.infocus.notification.mail.MailEntry;
import eu.urbact.infocus.notification.mail.MailState;

/** One mail of the delivery log. */
@Schema(name = "Mail")
record MailResponse(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "application-received")
        String template,

        @Schema(required = true, description = "Version of the template's words")
        int templateVersion,

        @Schema(description = "Language it was written in; not there before the first attempt")
        String language,

        @Schema(
                required = true,
                description = "The application that it is about; of the templates invitation, invitation-reminder, "
                        + "invitation-revoked and invitation-moved the invitation, of hotel-requests-waiting and "
                        + "logistics-changes-waiting the call")
        UUID applicationId,

        @Schema(required = true) UUID workshopId,

        @Schema(required = true) MailState state,

        @Schema(required = true, description = "Attempts counted so far")
        int attempts,

        @Schema(description = "Masked address of the last attempt", examples = "m***@e***.org")
        String address,

        @Schema(description = "The mail server's words, or the error of the last attempt, without addresses")
        String reply,

        @Schema(required = true, description = "To search the mail server's log for")
        String messageId,

        @Schema(required = true) Instant queuedAt,

        @Schema(description = "Not before this instant it is tried; not there when it is not waiting")
        Instant nextAttemptAt,

        @Schema(description = "When it reached its present, final state")
        Instant finishedAt,

        @Schema(required = true, description = "The number in the entity tag")
        long version) {

    static MailResponse of(MailEntry mail) {
        return new MailResponse(
                mail.id(),
                mail.template(),
                mail.templateVersion(),
                mail.language(),
                mail.applicationId(),
                mail.workshopId(),
                mail.state(),
                mail.attempts(),
                mail.address(),
                mail.reply(),
                mail.messageId(),
                mail.queuedAt(),
                mail.nextAttemptAt(),
                mail.finishedAt(),
                mail.version());
    }
}
