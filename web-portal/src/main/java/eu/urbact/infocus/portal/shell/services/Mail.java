package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * A mail in the delivery log.
 *
 * @param applicationId what the mail was about; of an invitation it is that one's id, of requests for rooms the call's
 * @param reply the mail server's words, or why it could not be sent
 */
public record Mail(
        String id,
        String applicationId,
        String workshopId,
        String template,
        String state,
        Integer attempts,
        String address,
        String reply,
        Instant queuedAt,
        Instant finishedAt) {

    /** Whether there is an application to open. */
    public boolean aboutApplication() {
        return applicationId != null
                && template != null
                && !template.startsWith("invitation")
                && !template.equals("hotel-requests-waiting");
    }
}
