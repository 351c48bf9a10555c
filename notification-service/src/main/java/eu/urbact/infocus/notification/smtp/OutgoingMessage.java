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
 * @param image an image that the HTML part shows, or null
 * @param calendar what calendar programs read, or null
 */
public record OutgoingMessage(
        String messageId,
        String address,
        String name,
        String language,
        String subject,
        String text,
        String html,
        InlineImage image,
        CalendarPart calendar) {

    /** A message with neither an image nor a calendar entry. */
    public OutgoingMessage(
            String messageId, String address, String name, String language, String subject, String text, String html) {
        this(messageId, address, name, language, subject, text, html, null, null);
    }

    /** Names no person: records end up in logs. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + messageId + "]";
    }
}
