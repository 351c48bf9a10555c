package eu.urbact.infocus.deploy.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private MailCatcher mail;

    @BeforeEach
    void start() {
        mail = new MailCatcher(Ports.free(), Ports.free(), directory.resolve("mail.log"));
        mail.start();
    }

    @AfterEach
    void close() {
        mail.close();
        assertThat(Ports.answers(mail.port())).isFalse();
        assertThat(Ports.answers(mail.httpPort())).isFalse();
    }

    @Test
    void showsTextHtmlAndHeadersInUtf8() throws Exception {
        send("zoë@example.org", "Wrocław – Kraków", "Grüße,\r\nπρώτο", "<p>Grüße <b>fett</b></p>");

        JsonNode one = json("/api/mails/" + json("/api/mails").at("/items/0/id").asText());
        assertThat(one.path("subject").asText()).isEqualTo("Wrocław – Kraków");
        assertThat(one.path("text").asText()).isEqualTo("Grüße,\nπρώτο");
        assertThat(one.path("html").asText()).contains("Grüße <b>fett</b>");
        assertThat(one.at("/headers/X-Test/0").asText()).isEqualTo("yes");
        assertThat(get("/api/mails/1/html").body()).contains("Grüße");
        assertThat(get("/api/mails/1/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(get("/").body()).contains("Wrocław");
        assertThat(get("/api/mails/99").statusCode()).isEqualTo(404);
    }

    @Test
    void takesHundredsAndFiltersAndPurges() throws Exception {
        Session session = session();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (int i = 0; i < 500; i++) {
                MimeMessage message =
                        message(session, "person" + i + "@example.org", "Number " + i, "text", "<p>text</p>");
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        assertThat(json("/api/mails").path("total").asInt()).isEqualTo(500);
        JsonNode mine = json("/api/mails?to=person7@example.org");
        assertThat(mine.path("total").asInt()).isEqualTo(1);
        assertThat(mine.at("/items/0/subject").asText()).isEqualTo("Number 7");

        HttpRequest purge = HttpRequest.newBuilder(uri("/api/mails")).DELETE().build();
        assertThat(http.send(purge, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
        assertThat(json("/api/mails").path("total").asInt()).isZero();
    }

    @Test
    void keepsItsMailsWhenStoppedAndStarted() throws Exception {
        send("one@example.org", "before", "text", "<p>text</p>");
        mail.stop();
        assertThat(Ports.answers(mail.port())).isFalse();
        mail.start();
        send("one@example.org", "after", "text", "<p>text</p>");

        assertThat(json("/api/mails").path("items"))
                .extracting(item -> item.path("subject").asText())
                .containsExactly("before", "after");
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Transport.send(message(session(), to, subject, text, html));
    }

    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        properties.setProperty("mail.smtp.localhost", "localhost");
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private static MimeMessage message(Session session, String to, String subject, String text, String html)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("infocus@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Test", "yes");
        MimeBodyPart textPart = new MimeBodyPart();
        textPart.setText(text, "UTF-8");
        MimeBodyPart htmlPart = new MimeBodyPart();
        htmlPart.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", textPart, htmlPart));
        return message;
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + mail.httpPort() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }
}
