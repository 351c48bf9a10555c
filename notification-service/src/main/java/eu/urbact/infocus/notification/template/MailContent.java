package eu.urbact.infocus.notification.template;

import eu.urbact.infocus.notification.smtp.InlineImage;

/**
 * A rendered mail.
 *
 * @param subject one line
 * @param text plain text part
 * @param html HTML part
 * @param language BCP 47 tag of the language it is written in
 * @param image what the HTML shows, or null
 */
public record MailContent(String subject, String text, String html, String language, InlineImage image) {

    /** The content is personal; records end up in logs. */
    @Override
    public String toString() {
        return "MailContent[" + language + "]";
    }
}
