package eu.urbact.infocus.notification.smtp;

/**
 * One message to one person.
 *
 * @param messageId the {@code Message-ID} with its angle brackets, the same on every attempt
 * @param address the recipient's address, as stored
 * @param name the recipient's display name
 * @param language BCP 47 tag of the content
 * @param subject one line
 * @param text the plain text part
 * @param html the HTML part
 */
public record OutgoingMessage(
        String messageId, String address, String name, String language, String subject, String text, String html) {

    /** Names no person: records end up in logs. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + messageId + "]";
    }
}
