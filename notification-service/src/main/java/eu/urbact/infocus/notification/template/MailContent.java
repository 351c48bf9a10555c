package eu.urbact.infocus.notification.template;

/**
 * A rendered mail.
 *
 * @param subject one line
 * @param text plain text part
 * @param html HTML part
 * @param language BCP 47 tag of the language it is written in
 */
public record MailContent(String subject, String text, String html, String language) {

    /** The content is personal; records end up in logs. */
    @Override
    public String toString() {
        return "MailContent[" + language + "]";
    }
}
