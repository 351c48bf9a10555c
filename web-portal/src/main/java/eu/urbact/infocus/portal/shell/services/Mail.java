package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * A mail in the delivery log.
 *
 * @param applicationId what the mail was about; of an invitation it is that one's id, of requests for rooms or other places the call's
 * @param address masked, of the last attempt; null before it, and when the traces have been cleared
 * @param reply the mail server's words, or why it could not be sent
 * @param messageId what the mail server's own log knows it by
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
        String messageId,
        Instant queuedAt,
        Instant finishedAt,
        long version) {

    /** Whether there is an application to open. */
    public boolean aboutApplication() {
        return applicationId != null
                && template != null
                && !template.startsWith("invitation")
                && !template.equals("hotel-requests-waiting")
                && !template.equals("logistics-changes-waiting");
    }

    /** Whether it went to whoever has applied, and not to the organisers about them. */
    public boolean isToApplicant() {
        return aboutApplication() && !template.equals("place-given-up");
    }

    /** Whether nobody knows if it has arrived. */
    public boolean isUnclear() {
        return "UNCLEAR".equals(state);
    }

    /** Whether it has not arrived, or nobody knows if it has. */
    public boolean isStuck() {
        return "FAILED".equals(state) || isUnclear();
    }
}
