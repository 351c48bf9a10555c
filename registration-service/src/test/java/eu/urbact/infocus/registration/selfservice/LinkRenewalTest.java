package eu.urbact.infocus.registration.selfservice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

/** Links that open nothing, whatever the cause, are answered alike everywhere; and links are revoked. */
@QuarkusTest
@WithEmbeddedServers
class LinkRenewalTest {

    private static final List<String> READ = List.of(
            "/api/v1/self-service/application", "/api/v1/self-service/calendar", "/api/v1/self-service/attendance");

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    private String call;
    private String id;

    @BeforeEach
    void apply() {
        call = registrations.openCall();
        id = applied(application(call));
        decide(id, "ADMIT").statusCode(200);
    }

    @Test
    void links_of_another_purpose_revoked_altered_or_foreign_are_answered_byte_for_byte_like_nonsense() {
        String revoked = linkToken(id);
        renew(revoked).statusCode(204);
        String current = linkToken(id);
        String ticket = recipients(id).extract().path("recipients[0].ticket");
        // an application that is not there, signed as it should be
        String ofNobody = new LinkSigner("test-only-0123456789abcdef0123456789")
                .sign(LinkPurpose.MY_APPLICATION, UUID.randomUUID(), 1);
        String foreign = new LinkSigner("another-secret-0123456789abcdef0123")
                .sign(LinkPurpose.MY_APPLICATION, UUID.fromString(id), 2);
        List<String> bad = List.of(
                revoked,
                ticket.substring(ticket.lastIndexOf('/') + 1),
                invitation(),
                ofNobody,
                foreign,
                altered(current),
                current.substring(1),
                current + "A",
                current + "==",
                lastLetterChanged(current),
                "A");
        for (String path : READ) {
            given().header("Application-Link", current).get(path).then().statusCode(200);
            String expected = answer(
                    given().header("Application-Link", "nonsense").get(path).then());
            for (String token : bad) {
                assertThat(answer(given().header("Application-Link", token)
                                .get(path)
                                .then()))
                        .as("%s with %s", path, token)
                        .isEqualTo(expected);
            }
        }
        String expected = answer(edit("nonsense"));
        assertThat(answer(renew("nonsense"))).isEqualTo(answer(renew(revoked)));
        assertThat(answer(ByLink.withdraw("nonsense"))).isEqualTo(answer(ByLink.withdraw(revoked)));
        for (String token : bad) {
            assertThat(answer(edit(token))).as(token).isEqualTo(expected);
            assertThat(answer(renew(token))).as(token).isEqualTo(answer(renew("nonsense")));
            assertThat(answer(ByLink.withdraw(token))).as(token).isEqualTo(answer(ByLink.withdraw("nonsense")));
        }
        assertThat(expected).startsWith("404");
        // nothing has happened
        given().header("Application-Link", current).get(READ.get(0)).then().statusCode(200);
    }

    @Test
    void whoever_has_the_link_revokes_it_and_the_new_one_goes_out_by_mail_only() {
        String old = linkToken(id);
        String answer = renew(old).statusCode(204).extract().asString();
        assertThat(answer).isEmpty();
        given().header("Application-Link", old).get(READ.get(0)).then().statusCode(404);
        renew(old).statusCode(404);
        assertThat(told()).isEqualTo(1);

        String next = linkToken(id);
        assertThat(next).isNotEqualTo(old);
        given().header("Application-Link", next).get(READ.get(0)).then().statusCode(200);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("history.action", hasItem("application-link-renewed"))
                .body("history.actor", hasItem("applicant"));
    }

    @Test
    void an_organiser_revokes_it_and_nobody_else() {
        String old = linkToken(id);
        String path = "/api/v1/admin/applications/" + id + "/link-renewals";
        organiser().post(path).then().statusCode(428);
        organiser().header("If-Match", "\"v0\"").post(path).then().statusCode(412);
        given().post(path).then().statusCode(401);
        city("porto").header("If-Match", "*").post(path).then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.service("notification-service", "recipients:read")
                        .token())
                .header("If-Match", "*")
                .post(path)
                .then()
                .statusCode(403);
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/applications/" + UUID.randomUUID() + "/link-renewals")
                .then()
                .statusCode(404);
        assertThat(told()).isZero();

        String etag = organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .extract()
                .header("ETag");
        organiser().header("If-Match", etag).post(path).then().statusCode(204);
        given().header("Application-Link", old).get(READ.get(0)).then().statusCode(404);
        organiser()
                .header("If-Match", etag)
                .post(path)
                .then()
                .statusCode(412)
                .body("by", notNullValue())
                .body("yourself", equalTo(true))
                .body("at", equalTo(renewedAt()));
        assertThat(told()).isEqualTo(1);
    }

    /** When the link was made anew, by the application's history. */
    private String renewedAt() {
        return organiser()
                .get("/api/v1/admin/applications/" + id)
                .path("history.find { it.action == 'application-link-renewed' }.at");
    }

    private String invitation() {
        String invitationId = city("porto")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("cityId", "porto", "email", "guest-" + UUID.randomUUID() + "@example.org"))
                .post("/api/v1/partner/calls/" + call + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return linkToken(invitationId);
    }

    /** Another signature, and no other reading of the same bytes. */
    private static String altered(String token) {
        int place = token.length() - 8;
        return token.substring(0, place) + (token.charAt(place) == 'A' ? 'B' : 'A') + token.substring(place + 1);
    }

    /** Another spelling that a careless decoder takes for the same bytes. */
    private static String lastLetterChanged(String token) {
        int last = token.length() - 1;
        return token.substring(0, last) + (char) (token.charAt(last) + 1);
    }

    /** Status, kind and every byte. */
    private static String answer(ValidatableResponse response) {
        return response.extract().statusCode() + " " + response.extract().contentType() + " "
                + response.extract().asString();
    }

    private static ValidatableResponse renew(String token) {
        return given().header("Application-Link", token)
                .post("/api/v1/self-service/link-renewals")
                .then();
    }

    private ValidatableResponse edit(String token) {
        Map<String, Object> edit = application(call);
        edit.keySet().removeAll(List.of("callId", "email", "privacyAccepted"));
        return given().header("Application-Link", token)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(edit)
                .put("/api/v1/self-service/application")
                .then();
    }

    private long told() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from outbox_event where message_key = :id and type like '%link-renewed.v1'")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue());
    }
}
