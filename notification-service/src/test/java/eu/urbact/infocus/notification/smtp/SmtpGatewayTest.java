package eu.urbact.infocus.notification.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.notification.smtp.Delivery.Outcome;
import eu.urbact.infocus.notification.smtp.ScriptedSmtpServer.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpGatewayTest {

    private final Clock clock = Clock.fixed(Instant.parse("2016-10-10T08:00:00Z"), ZoneOffset.UTC);
    private final AtomicInteger gate = new AtomicInteger();

    private ScriptedSmtpServer server;
    private SmtpGateway gateway;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        gateway = new SmtpGateway(new Settings(server.port()), new Sender(), clock);
    }

    @AfterEach
    void stop() throws IOException {
        gateway.closeAll();
        server.close();
    }

    @Test
    void anAcceptedMessageReusesTheConnection() {
        assertThat(send("ana@example.org").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(send("bob@example.org").reply()).isEqualTo("250 2.0.0 queued as 1");
        assertThat(server.accepted()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(gate).hasValue(2);
    }

    @Test
    void aConnectionIsGivenUpAfterItsShareOfMessages() {
        for (int message = 0; message < 6; message++) {
            send("ana@example.org");
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY_AT_CONNECT, NOT_YET, 0",
        "RECIPIENT_NOT_NOW, NOT_YET, 0",
        "RECIPIENT_UNKNOWN, REFUSED, 0",
        "CUT_AT_DATA, NOT_YET, 0",
        "NOT_NOW_AFTER_FINAL_DOT, NOT_YET, 1",
        "REFUSED_AFTER_FINAL_DOT, REFUSED, 1",
        "CUT_AFTER_FINAL_DOT, UNKNOWN, 1",
        "SILENT_AFTER_FINAL_DOT, UNKNOWN, 1"
    })
    void eachFaultHasItsOutcome(Fault fault, Outcome expected, int gateAsked) {
        server.next(fault);
        assertThat(send("ana@example.org").outcome()).isEqualTo(expected);
        assertThat(gate).hasValue(gateAsked);
    }

    @Test
    void aCutBeforeTheFinalDotIsNoticedBeforeItIsSent() {
        server.next(Fault.CUT_BEFORE_FINAL_DOT);
        Delivery delivery = gateway.send(message("ana@example.org", "Ana"), () -> {
            server.awaitCut();
            return true;
        });
        assertThat(delivery.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void aClosedGateSendsNothing() {
        Delivery delivery = gateway.send(message("ana@example.org", "Ana"), () -> false);
        assertThat(delivery.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void aGateThatFailsSendsNothingAndIsTriedAgain() {
        Delivery delivery = gateway.send(message("ana@example.org", "Ana"), () -> {
            throw new IllegalStateException("database away");
        });
        assertThat(delivery.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void aConnectionThatTheServerDroppedIsReplaced() throws IOException {
        send("ana@example.org");
        server.dropConnections();
        assertThat(send("ana@example.org").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    void noServerAtAllIsNotTheMessagesFault() throws IOException {
        server.close();
        Delivery delivery = send("ana@example.org");
        assertThat(delivery.outcome()).isEqualTo(Outcome.NOT_YET);
        assertThat(delivery.reply()).startsWith("no connection");
    }

    @Test
    void aReplyNeverKeepsTheAddress() {
        server.next(Fault.RECIPIENT_UNKNOWN);
        assertThat(send("ana@example.org").reply()).startsWith("550 5.1.1").doesNotContain("ana", "example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.org\r\nRCPT TO:<eve@example.org>",
                "ana@example.org\nDATA",
                "\"ana\r\nDATA\"@example.org",
                "<ana@example.org>",
                "ana@example.org, eve@example.org",
                "ana",
                "@example.org",
                "ana@",
                "ana..b@example.org",
                "ana@exa mple.org",
                "\u0000@example.org",
                ""
            })
    void anAddressThatCouldCarryCommandsIsNotTried(String address) {
        assertThat(send(address).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(server.connections()).isZero();
    }

    @Test
    void aNameCannotBreakOutOfItsHeader() throws MessagingException {
        String name = "Ana\" <eve@example.org>,\r\nBcc: eve@example.org\r\n\r\n<b>hi</b>";
        gateway.send(message("ana@example.org", name), () -> true);
        MimeMessage taken = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.accepted().get(0).getBytes(StandardCharsets.UTF_8)));
        assertThat(taken.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) taken.getAllRecipients()[0]).getAddress()).isEqualTo("ana@example.org");
        assertThat(taken.getHeader("Bcc")).isNull();
    }

    @Test
    void aSubjectCannotBreakOutOfItsHeader() {
        OutgoingMessage message = new OutgoingMessage(
                "<1@infocus.example>", "ana@example.org", "Ana", "en", "Hello\r\nBcc: eve@example.org", "t", "h");
        gateway.send(message, () -> true);
        assertThat(headersOf(server.accepted().get(0)))
                .doesNotContainPattern("(?mi)^bcc:")
                .contains("Subject: Hello Bcc: eve@example.org");
    }

    @Test
    void linesWithADotStayPartOfTheText() {
        OutgoingMessage message = new OutgoingMessage(
                "<1@infocus.example>", "ana@example.org", "Ana", "en", "s", "one\r\n.\r\ntwo", "<p>h</p>");
        gateway.send(message, () -> true);
        assertThat(server.accepted()).hasSize(1);
        assertThat(server.accepted().get(0)).contains("one\r\n.\r\ntwo");
    }

    private static String headersOf(String message) {
        return message.substring(0, message.indexOf("\r\n\r\n"));
    }

    private Delivery send(String address) {
        return gateway.send(message(address, "Ana"), () -> {
            gate.incrementAndGet();
            return true;
        });
    }

    private static OutgoingMessage message(String address, String name) {
        return new OutgoingMessage(
                "<1@infocus.example>", address, name, "en", "Hello", "plain text", "<p>formatted</p>");
    }

    private record Settings(int port) implements SmtpConfig {
        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Tls tls() {
            return Tls.OFF;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofMillis(400);
        }

        @Override
        public Duration writeTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int messagesPerConnection() {
            return 5;
        }

        @Override
        public Duration checkIdleAfter() {
            return Duration.ofSeconds(30);
        }
    }

    private static final class Sender implements MailerConfig {
        @Override
        public String fromAddress() {
            return "workshops@infocus.example";
        }

        @Override
        public String fromName() {
            return "InFocus network";
        }

        @Override
        public Optional<String> replyTo() {
            return Optional.empty();
        }

        @Override
        public Optional<String> organisersAddress() {
            return Optional.empty();
        }
    }
}
