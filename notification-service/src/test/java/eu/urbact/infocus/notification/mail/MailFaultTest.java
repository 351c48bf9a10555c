package eu.urbact.infocus.notification.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.smtp.ScriptedSmtpServer;
import eu.urbact.infocus.notification.smtp.ScriptedSmtpServer.Fault;
import eu.urbact.infocus.notification.template.MailTemplate;
import eu.urbact.infocus.notification.testing.RegistrationFacts;
import eu.urbact.infocus.notification.testing.RegistrationStub;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a mail when the mail server misbehaves at each step. */
@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class MailFaultTest {

    private static final String NAME = "Rosa Roja";

    private final UUID application = UUID.randomUUID();
    private ScriptedSmtpServer mailServer;
    private RegistrationStub registration;

    @BeforeEach
    void startNeighbours() throws IOException {
        mailServer = new ScriptedSmtpServer(ConfigProvider.getConfig().getValue("infocus.smtp.port", Integer.class));
        registration = RegistrationStub.start();
        registration.knows(application, NAME, "Rosa", "rosa@example.org");
    }

    @AfterEach
    void stopNeighbours() throws IOException {
        registration.close();
        mailServer.close();
    }

    @Test
    void errorsBeforeTheFinalDotAreTriedAgainUntilItWorks() {
        mailServer.next(Fault.RECIPIENT_NOT_NOW, Fault.CUT_AT_DATA, Fault.NOT_NOW_AFTER_FINAL_DOT, Fault.NONE);
        JsonNode entry = tellAndAwait(MailState.SENT);
        assertThat(entry.path("attempts").asInt()).isEqualTo(4);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @Test
    void aServerThatIsTooBusyToTalkIsTriedAgain() {
        mailServer.next(Fault.BUSY_AT_CONNECT, Fault.NONE);
        JsonNode entry = tellAndAwait(MailState.SENT);
        assertThat(entry.path("attempts").asInt()).isEqualTo(2);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @Test
    void anUnknownRecipientFailsAtOnceAndIsTold() {
        mailServer.next(Fault.RECIPIENT_UNKNOWN);
        JsonNode entry = tellAndAwait(MailState.FAILED);
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertThat(entry.path("reply").asText()).startsWith("550 5.1.1").doesNotContain("rosa");
        assertThat(mailServer.accepted()).isEmpty();

        String mailId = entry.path("id").asText();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Topics.read("infocus.notification.v1", mailId)
                .isEmpty());
        Topics.Delivered fact = Topics.read("infocus.notification.v1", mailId).get(0);
        assertThat(fact.type()).isEqualTo("eu.urbact.infocus.notification.mail-failed.v1");
        Contracts.ofThisService().assertValid(fact.type(), fact.value());
    }

    @Test
    void aServerThatRefusesTheContentFailsTheMail() {
        mailServer.next(Fault.REFUSED_AFTER_FINAL_DOT);
        JsonNode entry = tellAndAwait(MailState.FAILED);
        assertThat(entry.path("reply").asText()).isEqualTo("554 5.7.1 not wanted");
    }

    @Test
    void afterAllAttemptsAMailHasFailedAndCanBeSentAgain() {
        mailServer.next(
                Fault.RECIPIENT_NOT_NOW, Fault.RECIPIENT_NOT_NOW, Fault.RECIPIENT_NOT_NOW, Fault.RECIPIENT_NOT_NOW);
        JsonNode entry = tellAndAwait(MailState.FAILED);
        assertThat(entry.path("attempts").asInt()).isEqualTo(4);
        assertThat(entry.path("reply").asText()).startsWith("451");

        assertThat(act(entry, "resend")).isEqualTo(200);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    @Test
    void aMailThatIsNotTrueAnyMoreIsNotSentAgain() {
        mailServer.next(Fault.RECIPIENT_UNKNOWN);
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 1);
        JsonNode admitted = DeliveryLogReader.await(application, MailState.FAILED);
        RegistrationFacts.tell(MailTemplate.APPLICATION_DECLINED, application, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailServer.accepted().size() == 1);
        assertThat(act(admitted, "resend")).isEqualTo(409);
        assertThat(mailServer.accepted()).hasSize(1);
        assertThat(audited(admitted)).isEmpty();
        // nor does it wait for anybody to do something
        assertThat(failed(true)).isEqualTo(1);
        assertThat(failed(false)).isZero();
    }

    @Test
    void aCutAfterTheFinalDotIsUnclearAndNeverSentAgainByItself() {
        mailServer.next(Fault.CUT_AFTER_FINAL_DOT);
        JsonNode entry = tellAndAwait(MailState.UNCLEAR);
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertThat(entry.path("reply").asText()).startsWith("no reply (FINAL_DOT)");
        // many polls of the sender later it is still what it was
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailServer.accepted().size() == 1
                        && DeliveryLogReader.of(application)
                                .get(0)
                                .path("state")
                                .asText()
                                .equals("UNCLEAR"));

        // the organisers found it in the server's log
        assertThat(act(entry, "confirmation")).isEqualTo(200);
        JsonNode confirmed = DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
        assertThat(act(confirmed, "confirmation")).isEqualTo(409);
        assertThat(act(confirmed, "resend")).isEqualTo(409);
        assertThat(audited(entry)).containsExactly("mail-confirmed");
    }

    @Test
    void anUnclearMailThatIsSentAgainCarriesTheSameMessageId() {
        mailServer.next(Fault.SILENT_AFTER_FINAL_DOT);
        JsonNode entry = tellAndAwait(MailState.UNCLEAR);
        assertThat(act(entry, "resend")).isEqualTo(200);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(2).allSatisfy(message -> assertThat(message)
                .contains("Message-ID: " + entry.path("messageId").asText()));
        assertThat(audited(entry)).containsExactly("mail-resent");
    }

    @Test
    void aMailServerThatIsAwayCostsNoMail() throws IOException {
        mailServer.close();
        JsonNode entry = tellAndAwait(MailState.FAILED);
        assertThat(entry.path("attempts").asInt()).isEqualTo(4);
        assertThat(entry.path("reply").asText()).startsWith("no connection");

        mailServer = new ScriptedSmtpServer(ConfigProvider.getConfig().getValue("infocus.smtp.port", Integer.class));
        assertThat(act(entry, "resend")).isEqualTo(200);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailServer.accepted()).hasSize(1);
    }

    private JsonNode tellAndAwait(MailState state) {
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        return DeliveryLogReader.await(application, state);
    }

    /** Failed mails about the application. */
    private int failed(boolean overtaken) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.organiser().token())
                .queryParam("application", application)
                .queryParam("state", "FAILED")
                .queryParam("overtaken", overtaken)
                .get("/api/v1/admin/mails")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private static int act(JsonNode entry, String action) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.organiser().token())
                .header("If-Match", "\"v" + entry.path("version").asLong() + "\"")
                .post("/api/v1/admin/mails/" + entry.path("id").asText() + "/" + action)
                .statusCode();
    }

    private static List<String> audited(JsonNode entry) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.auditor().token())
                .queryParam("objectType", "mail")
                .queryParam("objectId", entry.path("id").asText())
                .get("/api/v1/admin/audit-entries")
                .jsonPath()
                .getList("items.action", String.class);
    }
}
