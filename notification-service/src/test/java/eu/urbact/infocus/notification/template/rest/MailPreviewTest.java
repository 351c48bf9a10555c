package eu.urbact.infocus.notification.template.rest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.testing.RegistrationStub;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What a person would get is shown to organisers, and nothing is sent or kept. */
@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class MailPreviewTest {

    private static final String PATH = "/api/v1/admin/mail-previews";

    private final UUID ana = UUID.randomUUID();
    private final UUID jon = UUID.randomUUID();
    private RegistrationStub registration;

    @BeforeEach
    void open() throws IOException {
        registration = RegistrationStub.start();
        registration.knows(ana, "Ana Sousa", "Ana", "ana@example.org");
        registration.knows(jon, "Jon Etxe", "Jon", "jon@example.org", "eu");
        registration.decided(ana, "WAITLISTED", "An older note.");
    }

    @AfterEach
    void close() {
        registration.close();
    }

    @Test
    void aMailIsWrittenAsThePersonWouldGetItWithoutTheirLinks() {
        preview(List.of(
                        mail(ana, "application-admitted", null, "Bring your badge."),
                        mail(jon, "application-declined", "ROOM_FULL", null)))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("mails.applicationId", contains(ana.toString(), jon.toString()))
                .body("mails.language", contains("en", "en"))
                .body("mails[0].subject", equalTo("You have a place: Clusters & smart specialisation in Frankfurt"))
                .body("mails[0].text", containsString("Ana"))
                .body("mails[0].text", containsString("Bring your badge."))
                .body("mails[0].text", containsString("[the link to their own page]"))
                .body("mails[0].text", not(containsString("An older note.")))
                .body("mails[1].text", containsString("more applications than the room has places"))
                .body("mails.text.join()", not(containsString("http://portal.example/en/my/")))
                .body("mails.text.join()", not(containsString("@example.org")));
        for (UUID person : List.of(ana, jon)) {
            RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.organiser().token())
                    .get("/api/v1/admin/mails?application=" + person)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
    }

    @Test
    void whoHasAPlaceIsWrittenToAsSomebodyWhoLosesIt() {
        registration.decided(jon, "ADMITTED", "An older note.");
        preview(List.of(
                        mail(jon, "application-declined", "ROOM_FULL", null),
                        mail(ana, "application-declined", "ROOM_FULL", null)))
                .statusCode(200)
                .body(
                        "mails[0].subject",
                        equalTo("You no longer have a place: Clusters & smart specialisation in Frankfurt"))
                .body("mails[0].text", containsString("have taken back the place that you had"))
                .body("mails[0].text", not(containsString("An older note.")))
                .body(
                        "mails[1].subject",
                        equalTo("We cannot offer you a place: Clusters & smart specialisation in Frankfurt"));
    }

    @Test
    void whoHasBeenErasedIsLeftOut() {
        preview(List.of(mail(UUID.randomUUID(), "application-admitted", null, null)))
                .statusCode(200)
                .body("mails", hasSize(0));
    }

    @Test
    void whatTellsNoDecisionIsRefused() {
        preview(List.of(mail(ana, "application-link", null, null)))
                .statusCode(422)
                .body("errors[0].field", containsString("template"));
        preview(List.of()).statusCode(422);
        preview(List.of(mail(ana, "application-admitted", null, "x".repeat(2_001))))
                .statusCode(422);
        // nor what a decision would refuse
        preview(List.of(mail(ana, "application-admitted", null, "a\u0000b")))
                .statusCode(422)
                .body("errors[0].field", containsString("note"));
        preview(List.of(mail(ana, "application-declined", "ROOM\u0000FULL", null)))
                .statusCode(422);
        preview(List.of(mail(ana, "application-admitted", null, "One line.\nAnother.")))
                .statusCode(200);
    }

    @Test
    void anOutageOfTheLookUpIsSaid() {
        registration.down(true);
        preview(List.of(mail(ana, "application-admitted", null, null)))
                .statusCode(503)
                .body("type", equalTo("urn:infocus:problem:busy"));
    }

    @Test
    void itIsForOrganisersAlone() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(401);
        for (TestTokens caller : List.of(
                TestTokens.city("porto"),
                TestTokens.desk(),
                TestTokens.auditor(),
                TestTokens.service("notification-service", "recipients:read"))) {
            RestAssured.given()
                    .auth()
                    .oauth2(caller.token())
                    .contentType(ContentType.JSON)
                    .body(Map.of("mails", List.of(mail(ana, "application-admitted", null, null))))
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse preview(List<Map<String, Object>> mails) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.organiser().token())
                .contentType(ContentType.JSON)
                .body(Map.of("mails", mails))
                .post(PATH)
                .then();
    }

    private static Map<String, Object> mail(UUID application, String template, String reason, String note) {
        Map<String, Object> mail = new HashMap<>();
        mail.put("applicationId", application);
        mail.put("template", template);
        mail.put("reasonCode", reason);
        mail.put("note", note);
        return mail;
    }
}
