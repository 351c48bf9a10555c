package eu.urbact.infocus.notification.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import org.awaitility.Awaitility;

import eu.urbact.infocus.chassis.testing.TestTokens;

/** Reads the delivery log from outside, as the organisers do. */
final class DeliveryLogReader {

    private DeliveryLogReader() {}

    /** All mails about an application, newest first. */
    static List<JsonNode> of(UUID applicationId) {
        JsonNode page = RestAssured.given()
                .auth()
                .oauth2(TestTokens.organiser().token())
                .queryParam("application", applicationId)
                .get("/api/v1/admin/mails")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
        List<JsonNode> mails = new ArrayList<>();
        page.path("items").forEach(mails::add);
        return mails;
    }

    /** Waits until the newest mail about an application is in this state. */
    static JsonNode await(UUID applicationId, MailState state) {
        return Awaitility.await("a mail about " + applicationId + " in state " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> of(applicationId),
                        mails -> !mails.isEmpty()
                                && mails.get(0).path("state").asText().equals(state.name()))
                .get(0);
    }
}
