package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.call;
import static eu.urbact.infocus.registration.Registrations.draft;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class CallsTest {

    private static final Map<String, Integer> BUCKETS = Map.of("OPEN", 5, "CITY:porto", 5);

    @Inject
    Registrations registrations;

    @Test
    void a_workshop_announced_by_the_event_service_can_have_a_call() {
        var announcement = Contracts.ofService("event-service").example("workshop-announced.v1");
        String slug = announcement.at("/data/slug").asText();
        Topics.send(
                "infocus.programme.v1",
                announcement.path("subject").asText(),
                announcement.path("type").asText(),
                Ids.next(),
                1,
                announcement.path("data").toString());
        await().untilAsserted(() -> draft(call(slug, BUCKETS, 10)).statusCode(201));
        draft(call(slug, BUCKETS, 10)).statusCode(409).body("type", equalTo("urn:infocus:problem:call-exists"));
    }

    @Test
    void a_workshop_nobody_has_announced_cannot() {
        draft(call("atlantis-2016", BUCKETS, 10))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:workshop-unknown"));
    }

    @Test
    void a_draft_is_nobodys_business_and_an_open_call_everybodys() {
        String slug = registrations.announcedWorkshop();
        String id = draft(call(slug, BUCKETS, 10)).statusCode(201).extract().path("id");
        given().get("/api/v1/calls/" + id).then().statusCode(404);
        given().get("/api/v1/calls?workshop=" + slug).then().body("$", equalTo(List.of()));
        String etag =
                organiser().get("/api/v1/admin/calls/" + id).then().extract().header("ETag");
        organiser()
                .header("If-Match", etag)
                .post("/api/v1/admin/calls/" + id + "/opening")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));
        given().get("/api/v1/calls?workshop=" + slug)
                .then()
                .statusCode(200)
                .body("[0].id", equalTo(id))
                .body("[0].acceptsApplications", equalTo(true))
                .body("[0].zone", equalTo("Europe/Berlin"))
                .body("[0].closesAt", equalTo("2016-11-04T17:00:00Z"))
                .body("[0]", not(hasKey("closedEarlyAt")));
        organiser()
                .header("If-Match", etag)
                .post("/api/v1/admin/calls/" + id + "/closing")
                .then()
                .statusCode(412);
        given().get("/api/v1/calls/" + id).then().body("$", not(hasKey("closedEarlyAt")));
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", id))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.type()).isEqualTo("eu.urbact.infocus.registration.call-opened.v1");
                    Contracts.ofThisService().assertValid(record.type(), record.value());
                }));
    }

    @Test
    void a_call_that_is_closed_early_says_when_it_was_and_people_read_until_when_they_could_change_what_they_sent() {
        String id = registrations.openCall();
        String link = linkToken(applied(application(id)));
        String closed = organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/closing")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closesAt", equalTo("2016-11-04T17:00:00Z"))
                .extract()
                .path("closedEarlyAt");
        assertThat(Instant.parse(closed)).isBefore(Instant.parse("2016-11-04T17:00:00Z"));
        given().get("/api/v1/calls/" + id).then().body("closedEarlyAt", startsWith(closed.substring(0, 19)));
        ByLink.application(link).statusCode(200).body("callClosesAt", startsWith(closed.substring(0, 19)));
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/archiving")
                .then()
                .statusCode(200)
                .body("closedEarlyAt", startsWith(closed.substring(0, 19)));
    }

    @Test
    void buckets_cannot_hold_more_than_the_room() {
        draft(call(registrations.announcedWorkshop(), BUCKETS, 9))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:capacity-exceeded"));
    }

    @Test
    void what_does_not_fit_together_is_named() {
        Map<String, Object> call = call(registrations.announcedWorkshop(), BUCKETS, 10);
        call.put("closesAt", "2016-09-26T07:00:00Z");
        call.put("zone", "Europe/Atlantis");
        draft(call).statusCode(422).body("errors.field", equalTo(List.of("zone", "closesAt")));
        call.put("buckets", List.of(Map.of("code", "CITY:Porto", "label", "Porto", "limit", -1)));
        draft(call)
                .statusCode(422)
                .body("errors.field", hasItem("buckets[0].code"))
                .body("errors.field", hasItem("buckets[0].limit"));
    }

    @Test
    void a_time_far_outside_ours_is_refused() {
        Map<String, Object> call = call(registrations.announcedWorkshop(), BUCKETS, 10);
        call.put("closesAt", "+999999999-01-01T00:00:00Z");
        draft(call).statusCode(422).body("errors.field", hasItem("closesAt"));
    }

    @Test
    void an_archived_draft_makes_room_for_another() {
        String slug = registrations.announcedWorkshop();
        String id = draft(call(slug, BUCKETS, 10)).statusCode(201).extract().path("id");
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/archiving")
                .then()
                .statusCode(200);
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/archiving")
                .then()
                .statusCode(409);
        draft(call(slug, BUCKETS, 10)).statusCode(201);
    }

    @Test
    void drafting_is_for_organisers() {
        Map<String, Object> call = call(registrations.announcedWorkshop(), BUCKETS, 10);
        given().contentType(ContentType.JSON)
                .body(call)
                .post("/api/v1/admin/calls")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.city("frankfurt").token())
                .contentType(ContentType.JSON)
                .body(call)
                .post("/api/v1/admin/calls")
                .then()
                .statusCode(403);
    }
}
