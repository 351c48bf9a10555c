package eu.urbact.infocus.registration.desk;

import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What waits for the organisers, in numbers. */
@QuarkusTest
@WithEmbeddedServers
class OpenWorkTest {

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    @Test
    void what_waits_is_counted_by_call() {
        String call = registrations.openCall();
        ofCall(call)
                .body("undecided", equalTo(0))
                .body("changeRequests", equalTo(0))
                .body("roomRequests", equalTo(0))
                .body("openOffers", equalTo(0));
        applied(application(call));
        applied(application(call));
        decide(applied(application(call)), "DECLINE").statusCode(200);
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        offer(call, waiting, "OPEN");
        offer(call, waiting, "LAPSED");

        ofCall(call).body("undecided", equalTo(2)).body("openOffers", equalTo(1));
        ofCall(registrations.openCall()).body("undecided", equalTo(0)).body("openOffers", equalTo(0));
    }

    @Test
    void of_a_draft_nothing_is_counted_and_only_organisers_look() {
        String draft = Registrations.draft(Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 3), 3))
                .statusCode(201)
                .extract()
                .path("id");
        organiser()
                .get("/api/v1/admin/open-work")
                .then()
                .statusCode(200)
                .body("find { it.callId == '" + draft + "' }", nullValue());
        given().get("/api/v1/admin/open-work").then().statusCode(401);
        for (TestTokens wrong : new TestTokens[] {TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor()}) {
            given().auth()
                    .oauth2(wrong.token())
                    .get("/api/v1/admin/open-work")
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse ofCall(String call) {
        return organiser()
                .get("/api/v1/admin/open-work")
                .then()
                .statusCode(200)
                .rootPath("find { it.callId == '" + call + "' }");
    }

    private void offer(String call, String application, String state) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into seat_offer (id, call_id, application_id, bucket, state, offered_at, expires_at, settled_at, version)"
                                + " values (:id, :call, :application, 'OPEN', :state, '2016-10-10', '2017-10-10',"
                                + " case when :state = 'OPEN' then null else timestamptz '2016-10-11' end, 0)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("call", UUID.fromString(call))
                .setParameter("application", UUID.fromString(application))
                .setParameter("state", state)
                .executeUpdate());
    }
}
