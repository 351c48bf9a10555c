package eu.urbact.infocus.notification.smtp;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;

import org.eclipse.angus.mail.util.MailStreamProvider;

/** Turns a message into MIME: text and HTML, UTF-8, no header that a value could break out of. */
final class MessageComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US);

    static {
        // each part of each mail would otherwise look through every library for it
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MailerConfig config;
    private final Clock clock;

    MessageComposer(MailerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Composes the MIME message.
     *
     * @throws MessagingException when it cannot be composed; the address was checked before
     */
    MimeMessage compose(Session session, OutgoingMessage message) throws MessagingException {
        FixedIdMessage mime = new FixedIdMessage(session, message.messageId());
        mime.setFrom(mailbox(config.fromAddress(), config.fromName()));
        if (config.replyTo().isPresent()) {
            mime.setReplyTo(new InternetAddress[] {mailbox(config.replyTo().get(), config.fromName())});
        }
        mime.setRecipient(Message.RecipientType.TO, mailbox(message.address(), message.name()));
        mime.setSubject(oneLine(message.subject()), UTF_8);
        mime.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        mime.setHeader("Content-Language", oneLine(message.language()));
        // RFC 3834: a machine wrote this; no holiday notice is wanted back
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");

        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        // the last part is the preferred one of those that a program can show
        MimeMultipart parts = new MimeMultipart(
                "alternative", text, message.image() == null ? html : withImage(html, message.image()));
        if (message.calendar() != null) {
            parts.addBodyPart(calendar(message.calendar()));
        }
        mime.setContent(parts);
        mime.saveChanges();
        return mime;
    }

    /** The HTML and the image it shows, as one part (RFC 2387). */
    private static MimeBodyPart withImage(MimeBodyPart html, InlineImage image) throws MessagingException {
        MimeBodyPart picture = new MimeBodyPart();
        picture.setDataHandler(new DataHandler(new ByteArrayDataSource(image.png(), "image/png")));
        picture.setContentID("<" + image.id() + ">");
        picture.setDisposition(Part.INLINE);
        picture.setFileName(image.fileName());
        MimeBodyPart related = new MimeBodyPart();
        related.setContent(new MimeMultipart("related", html, picture));
        return related;
    }

    /** The type says the method, too: that is how programs know that it is for them (RFC 6047, 2.4). */
    private static MimeBodyPart calendar(CalendarPart calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                calendar.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + calendar.method())));
        return part;
    }

    private static InternetAddress mailbox(String address, String name) throws MessagingException {
        try {
            InternetAddress mailbox = new InternetAddress(address, oneLine(name), UTF_8);
            mailbox.validate();
            return mailbox;
        } catch (UnsupportedEncodingException everyJvmHasUtf8) {
            throw new MessagingException("UTF-8 is missing", everyJvmHasUtf8);
        }
    }

    /** Control characters, line separators and the invisible direction marks become spaces: a header is one line. */
    static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }

    /** Keeps the identifier that was derived from the mail's key; the library would make up a new one on each save. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
