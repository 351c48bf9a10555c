package eu.urbact.infocus.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageComposerTest {

    private final MessageComposer composer = new MessageComposer(
            new MailerConfig() {
                @Override
                public String fromAddress() {
                    return "workshops@infocus.example";
                }

                @Override
                public String fromName() {
                    return "InFocus – Zażółć";
                }

                @Override
                public Optional<String> replyTo() {
                    return Optional.of("frankfurt@infocus.example");
                }

                @Override
                public Optional<String> organisersAddress() {
                    return Optional.empty();
                }
            },
            Clock.fixed(Instant.parse("2016-10-10T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void aMailIsTextAndHtmlInUtf8WithNamesThatSurvive() throws MessagingException, IOException {
        MimeMessage mime = composer.compose(
                Session.getInstance(new Properties()),
                new OutgoingMessage(
                        "<42@infocus.example>",
                        "zofia@example.org",
                        "Zofia Łęcka, Bielsko-Biała",
                        "en",
                        "You have a place: Kraków – Köln",
                        "Grüße aus Bielsko-Biała",
                        "<p>Grüße aus Bielsko-Biała</p>"));

        assertThat(mime.getMessageID()).isEqualTo("<42@infocus.example>");
        assertThat(mime.getSubject()).isEqualTo("You have a place: Kraków – Köln");
        InternetAddress to = (InternetAddress) mime.getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo("Zofia Łęcka, Bielsko-Biała");
        assertThat(to.getAddress()).isEqualTo("zofia@example.org");
        assertThat(((InternetAddress) mime.getFrom()[0]).getPersonal()).isEqualTo("InFocus – Zażółć");
        assertThat(mime.getReplyTo()[0].toString()).contains("frankfurt@infocus.example");
        assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mime.getHeader("Date")).containsExactly("Mon, 10 Oct 2016 08:00:00 +0000");
        assertThat(mime.getHeader("List-Unsubscribe")).isNull();

        MimeMultipart parts = (MimeMultipart) mime.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße aus Bielsko-Biała");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße aus Bielsko-Biała</p>");
    }

    @Test
    void theWireIsPlainAscii() throws MessagingException, IOException {
        MimeMessage mime = composer.compose(
                Session.getInstance(new Properties()),
                new OutgoingMessage("<1@i.example>", "a@example.org", "Łęcka", "en", "Ł", "ł", "<p>ł</p>"));
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        mime.writeTo(wire);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(wire.toString(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void anImageTravelsWithTheHtmlThatShowsIt() throws MessagingException, IOException {
        byte[] png = {1, 2, 3};
        MimeMessage mime = composer.compose(
                Session.getInstance(new Properties()),
                new OutgoingMessage(
                        "<1@i.example>",
                        "a@example.org",
                        "A",
                        "en",
                        "S",
                        "text",
                        "<img src=\"cid:ticket@infocus\">",
                        new InlineImage("ticket@infocus", "ticket.png", png),
                        null));

        MimeMultipart parts = (MimeMultipart) mime.getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("text");
        MimeMultipart related = (MimeMultipart) parts.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContent()).isEqualTo("<img src=\"cid:ticket@infocus\">");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<ticket@infocus>");
        assertThat(related.getBodyPart(1).getContentType()).startsWith("image/png");
        assertThat(related.getBodyPart(1).getDisposition()).isEqualTo("inline");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(png);
    }

    @Test
    void aHeaderIsOneLine() {
        assertThat(MessageComposer.oneLine("a\r\nb\u2028c\u0000d\u202Ee")).isEqualTo("a b c d e");
    }
}
