package eu.urbact.infocus.notification.mail.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.mail.Occasion;
import eu.urbact.infocus.notification.mail.QueueMail;
import eu.urbact.infocus.notification.template.MailTemplate;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class MailResourceTest {

    private static final String MAILS = "/api/v1/admin/mails";

    @Inject
    QueueMail queueMail;

    /** Nobody runs the look-up in this test: what is queued stays queued. */
    private String waitingMail(UUID application) {
        queueMail.queue(
                new Occasion(MailTemplate.APPLICATION_RECEIVED, application, new UUID(2, 2), 1, null, Instant.EPOCH));
        return organiser()
                .queryParam("application", application)
                .get(MAILS)
                .jsonPath()
                .getString("items[0].id");
    }

    static Stream<String> paths() {
        String mail = MAILS + "/" + UUID.randomUUID();
        return Stream.of("GET " + MAILS, "GET " + mail, "POST " + mail + "/resend", "POST " + mail + "/confirmation");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nobodyWithoutAValidTokenGetsIn(String request) {
        call(RestAssured.given(), request).statusCode(401);
        call(bearer(TestTokens.organiser().expired()), request).statusCode(401);
        call(bearer(TestTokens.organiser().audience("registration-service")), request)
                .statusCode(401);
        call(bearer(TestTokens.organiser().with("typ", "ID").token()), request).statusCode(401);
        call(bearer("nonsense"), request).statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void neitherCitiesNorTheDeskNorServicesGetIn(String request) {
        for (TestTokens caller : List.of(
                TestTokens.city("porto"),
                TestTokens.desk(),
                TestTokens.service("notification-service", "recipients:read"))) {
            call(bearer(caller.token()), request)
                    .statusCode(403)
                    .body("type", equalTo("urn:infocus:problem:forbidden"));
        }
    }

    @Test
    void anAuditorReadsAndChangesNothing() {
        call(bearer(TestTokens.auditor().token()), "GET " + MAILS).statusCode(200);
        String mail = MAILS + "/" + UUID.randomUUID();
        call(bearer(TestTokens.auditor().token()), "POST " + mail + "/resend").statusCode(403);
        call(bearer(TestTokens.auditor().token()), "POST " + mail + "/confirmation")
                .statusCode(403);
    }

    @Test
    void aMissingMailIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "42")) {
            call(organiser(), "GET " + MAILS + "/" + id).statusCode(404);
            call(organiser(), "POST " + MAILS + "/" + id + "/resend").statusCode(404);
            call(organiser(), "POST " + MAILS + "/" + id + "/confirmation").statusCode(404);
        }
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeenAndAMailThatCanChange() {
        // FAILED at once would need a mail server; a mail of an erased person cannot change either, and neither can a
        // waiting one
        String mail = MAILS + "/" + waitingMail(UUID.randomUUID());
        for (String action : List.of("/resend", "/confirmation")) {
            call(organiser(), "POST " + mail + action)
                    .statusCode(428)
                    .body("type", equalTo("urn:infocus:problem:precondition-required"));
            call(organiser().header("If-Match", "\"v999999\""), "POST " + mail + action)
                    .statusCode(412)
                    .body("type", equalTo("urn:infocus:problem:stale"));
        }
        // the dispatcher claims a waiting mail now and then; a request in that moment is rightly told that it has
        // changed
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            call(organiser().header("If-Match", "*"), "POST " + mail + "/resend")
                    .statusCode(is(409))
                    .body("type", equalTo("urn:infocus:problem:mail-not-resendable"))
                    .body("detail", containsString("Only a failed or unclear mail"));
            call(organiser().header("If-Match", "*"), "POST " + mail + "/confirmation")
                    .statusCode(is(409))
                    .body("type", equalTo("urn:infocus:problem:mail-not-unclear"));
        });
    }

    @Test
    void theLogIsFilteredAndPaged() {
        UUID application = UUID.randomUUID();
        for (int version = 1; version <= 3; version++) {
            queueMail.queue(new Occasion(
                    MailTemplate.APPLICATION_REPEATED, application, new UUID(2, 2), version, null, Instant.EPOCH));
        }
        queueMail.queue(
                new Occasion(MailTemplate.APPLICATION_WITHDRAWN, application, new UUID(2, 2), 4, null, Instant.EPOCH));

        organiser()
                .queryParam("application", application)
                .queryParam("size", 3)
                .get(MAILS)
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items", hasSize(3))
                .body("items[0].template", equalTo("application-withdrawn"))
                .body("items[0].address", nullValue());
        organiser()
                .queryParam("application", application)
                .queryParam("template", "application-repeated")
                .queryParam("page", 1)
                .queryParam("size", 2)
                .get(MAILS)
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items", hasSize(1))
                .body("items.template", everyItem(equalTo("application-repeated")));
        organiser()
                .queryParam("application", application)
                .queryParam("state", "UNCLEAR")
                .get(MAILS)
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "state, DONE",
        "template, invoice",
        "application, 42",
        "overtaken, yes",
        "size, 201",
        "size, 0",
        "page, -1"
    })
    void aFilterWithoutMeaningIsNamed(String parameter, String value) {
        organiser()
                .queryParam(parameter, value)
                .get(MAILS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:invalid"))
                .body("errors[0].field", containsString(parameter));
    }

    @Test
    void aMailShowsItsEntityTag() {
        String id = waitingMail(UUID.randomUUID());
        var shown = organiser().get(MAILS + "/" + id).then().statusCode(200).extract();
        org.assertj.core.api.Assertions.assertThat(shown.header("ETag"))
                .isEqualTo("\"v" + shown.path("version") + "\"");
    }

    private static RequestSpecification organiser() {
        return bearer(TestTokens.organiser().token());
    }

    private static RequestSpecification bearer(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static ValidatableResponse call(RequestSpecification caller, String request) {
        String[] parts = request.split(" ");
        return caller.request(parts[0], parts[1]).then();
    }
}
