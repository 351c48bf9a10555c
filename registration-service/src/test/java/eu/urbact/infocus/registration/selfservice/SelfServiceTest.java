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
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class SelfServiceTest {

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
    }

    @Test
    void the_link_shows_the_own_application_and_is_never_cached() {
        decide(id, "ADMIT").statusCode(200);
        ByLink.application(linkToken(id))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", equalTo(id))
                .body("state", equalTo("ADMITTED"))
                .body("zone", equalTo("Europe/Berlin"))
                .body("canWithdraw", equalTo(true));
    }

    @Test
    void every_link_that_opens_nothing_gets_the_same_answer() {
        String token = linkToken(id);
        String altered = (token.charAt(5) == 'A' ? "B" : "A") + token.substring(1);
        String revoked = linkToken(id);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update application set link_version = 2 where id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
        String answer = ByLink.application("nonsense").statusCode(404).extract().asString();
        for (String bad : List.of(altered, revoked, "", "a b", token + token)) {
            assertThat(ByLink.application(bad).statusCode(404).extract().asString())
                    .as(bad)
                    .isEqualTo(answer);
        }
        assertThat(given().get("/api/v1/self-service/application")
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString())
                .isEqualTo(answer);
    }

    @Test
    void withdrawing_twice_is_harmless() {
        decide(id, "ADMIT").statusCode(200);
        withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
        withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(Registrations.held(call, "CITY:porto")).isZero();
    }

    @Test
    void a_declined_application_has_nothing_to_withdraw() {
        decide(id, "DECLINE").statusCode(200);
        withdraw().statusCode(409).body("type", equalTo("urn:infocus:problem:not-withdrawable"));
    }

    @Test
    void recipients_are_for_the_one_service_that_sends_mails() {
        recipients(id)
                .statusCode(200)
                .body("recipients[0].name", equalTo("Zdeňka Quellenfinder"))
                .body("recipients[0].link", startsWith("http://localhost:8080/en/my/"))
                .body("recipients[0].workshop.hostCityId", equalTo("frankfurt"))
                .body("recipients[0].workshop.zone", equalTo("Europe/Berlin"));
        recipients(UUID.randomUUID().toString()).statusCode(200).body("recipients", equalTo(List.of()));
        Map<String, Object> body = Map.of("applicationIds", List.of(id));
        for (TestTokens tokens : List.of(
                TestTokens.organiser(),
                TestTokens.city("porto"),
                TestTokens.service("workshop-loader", "profile"),
                TestTokens.service("notification-service", "recipients:write"))) {
            given().auth()
                    .oauth2(tokens.token())
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/v1/internal/recipients")
                    .then()
                    .statusCode(403);
        }
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/internal/recipients")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse withdraw() {
        return ByLink.withdraw(linkToken(id));
    }
}
