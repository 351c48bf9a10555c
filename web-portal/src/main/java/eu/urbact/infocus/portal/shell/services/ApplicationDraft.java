package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * An application that is being written.
 *
 * @param acceptsApplications whether it could be sent at this moment
 * @param expiresAt when it is deleted unless it is saved again
 * @param errors what stands in the way of sending
 * @param tag names it as it is now, with quotes
 */
public record ApplicationDraft(
        String callId,
        String workshopSlug,
        boolean acceptsApplications,
        boolean sent,
        Instant savedAt,
        Instant expiresAt,
        DraftEntries entries,
        List<Problem.FieldError> errors,
        String tag) {

    /** Completes what a service left out. */
    public ApplicationDraft {
        errors = errors == null ? List.of() : List.copyOf(errors);
        tag = tag == null ? "" : tag;
    }

    /** The tag as a form carries it along. */
    public String seen() {
        return tag.replace("\"", "");
    }

    /** A draft that has been begun, with the token that opens it. */
    public record Begun(String token, ApplicationDraft draft) {

        @Override
        public String toString() {
            return "Begun";
        }
    }

    /** What a draft begins with. */
    public record Beginning(String callId, DraftEntries entries) {}

    /** What sending a draft needs besides it. */
    public record Submission(boolean privacyAccepted) {}

    /** The service has received the application. */
    public record Sent(Instant receivedAt, String state) {}
}
