package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.admitted;
import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.call;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.draft;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.opened;
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

    @Inject
    Clock clock;

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
    void each_answer_has_the_entity_tag_for_the_next_change() {
        String id = draft(call(registrations.announcedWorkshop(), BUCKETS, 10))
                .statusCode(201)
                .extract()
                .path("id");
        String tag =
                organiser().get("/api/v1/admin/calls/" + id).then().extract().header("ETag");
        for (String change : List.of("opening", "closing", "archiving")) {
            tag = organiser()
                    .header("If-Match", tag)
                    .post("/api/v1/admin/calls/" + id + "/" + change)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");
            organiser().get("/api/v1/admin/calls/" + id).then().header("ETag", equalTo(tag));
        }
    }

    @Test
    void a_call_that_is_closed_early_says_when_it_was_and_people_read_until_when_they_could_change_what_they_sent() {
        String id = registrations.openCall();
        String person = applied(application(id));
        String link = linkToken(person);
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
        decide(person, "DECLINE").statusCode(200);
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
    void a_call_is_not_put_away_with_people_in_it_before_the_workshop_is_over() {
        Map<String, Object> plan = call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "OPEN", 3), 5);
        String id = opened(plan);
        String admitted = admitted(application(id));
        String undecided = applied(application(id));
        String waits = applied(application(id));
        decide(waits, "WAITLIST").statusCode(200);
        city("porto")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("cityId", "porto", "email", "invited-" + UUID.randomUUID() + "@example.org"))
                .post("/api/v1/partner/calls/" + id + "/invitations")
                .then()
                .statusCode(201);
        moved(id, "closing").statusCode(200);
        // nobody can answer an invitation of a call that is closed
        moved(id, "archiving")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-has-people"))
                .body(
                        "detail",
                        equalTo(
                                "People rely on this call: 1 has a place, 1 is on the waiting list, 1 waits for a decision."
                                        + " It can be put away when the workshop is over, or when there is nobody left: decline those who"
                                        + " have applied, and let the cities take back their invitations."));
        draft(plan).statusCode(409).body("type", equalTo("urn:infocus:problem:call-exists"));
        for (String person : List.of(admitted, undecided, waits)) {
            decide(person, "DECLINE").statusCode(200);
        }
        moved(id, "archiving").statusCode(200).body("state", equalTo("ARCHIVED"));
        // nobody comes back into it, beside the call that the workshop has now
        decide(admitted, "ADMIT")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:decision-not-possible"))
                .body("detail", equalTo("The call has been put away, and its workshop may have another one."));
        draft(plan).statusCode(201);
    }

    @Test
    void a_call_whose_workshop_is_over_is_put_away_with_its_people_and_none_follows_it() {
        Map<String, Object> plan = call(registrations.announcedWorkshop(), Map.of("CITY:porto", 3), 3);
        String id = opened(plan);
        admitted(application(id));
        moved(id, "closing").statusCode(200);
        registrations.workshopIs(id, Instant.parse("2016-09-27T07:00:00Z"), clock.instant());
        moved(id, "archiving").statusCode(200);
        registrations.workshopIs(id, Instant.parse("2016-11-23T12:30:00Z"), Instant.parse("2016-11-25T13:00:00Z"));
        draft(plan)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-has-people"))
                .body(
                        "detail",
                        equalTo(
                                "People rely on an earlier call of this workshop, which has been put away: 1 has a place."
                                        + " Nobody can have two applications for one workshop."));
    }

    private static ValidatableResponse moved(String id, String step) {
        return organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/" + step)
                .then();
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
