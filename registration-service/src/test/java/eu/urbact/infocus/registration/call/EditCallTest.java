package eu.urbact.infocus.registration.call;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.call;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.draft;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.seats;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithEmbeddedServers
class EditCallTest {

    private static final Map<String, Integer> BUCKETS = Map.of("OPEN", 5, "CITY:porto", 3);

    @Inject
    Registrations registrations;

    private Map<String, Object> wanted;
    private String id;

    @BeforeEach
    void draftOne() {
        wanted = call(registrations.announcedWorkshop(), BUCKETS, 10);
        id = draft(wanted).statusCode(201).extract().path("id");
    }

    @Test
    void everything_of_a_draft_can_be_changed() {
        wanted.put("opensAt", "2016-09-27T09:00:00+02:00");
        wanted.put("zone", "Europe/Lisbon");
        wanted.put("capacity", 6);
        wanted.put("skipModerationForDelegations", true);
        wanted.put(
                "buckets",
                List.of(
                        Map.of("code", "CITY:bilbao", "label", "Bilbao", "limit", 2, "handBackOn", "2016-11-04"),
                        Map.of("code", "OPEN", "label", "Open", "limit", 4)));
        edit("\"v0\"")
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("zone", equalTo("Europe/Lisbon"))
                .body("opensAt", equalTo("2016-09-27T07:00:00Z"))
                .body("capacity", equalTo(6))
                .body("skipModerationForDelegations", equalTo(true));
        seats(id)
                .body("capacity", equalTo(6))
                .body("buckets.code", equalTo(List.of("CITY:bilbao", "OPEN")))
                .body("buckets.limit", equalTo(List.of(2, 4)))
                .body("buckets[0].handBackOn", equalTo("2016-11-04"))
                .body("buckets[1].handBackOn", nullValue());
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + id)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("call-changed"))
                .body("items[0].details.capacity.before", equalTo(10))
                .body("items[0].details.capacity.after", equalTo(6))
                .body("items[0].details.buckets", hasItem("CITY:porto 3 to none"))
                .body("items[0].details.buckets", hasItem("CITY:bilbao given back on no day to 2016-11-04"))
                .body("items[0].details.zone.before", equalTo("Europe/Berlin"))
                .body("items[0].details.zone.after", equalTo("Europe/Lisbon"))
                .body("items[0].details.opensAt.before", equalTo("2016-09-26T07:00:00Z"))
                .body("items[0].details.opensAt.after", equalTo("2016-09-27T07:00:00Z"))
                .body("items[0].details.eligibility", nullValue())
                .body("items[0].details.questions", nullValue());
    }

    @Test
    void what_the_call_says_and_asks_is_in_the_trail_before_and_after() {
        wanted.put("offered", List.of("Sessions"));
        wanted.put("eligibility", "Everybody.");
        wanted.put("questions", List.of(Registrations.question("first", "YES_NO", true, List.of())));
        edit("*").statusCode(200);
        Map<String, Object> asked = Registrations.question("first", "YES_NO", true, List.of());
        asked.put("label", "Is it your first time?");
        wanted.put("questions", List.of(asked));
        edit("*").statusCode(200);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("limit", 2))
                .put("/api/v1/admin/calls/" + id + "/seats/CITY:porto")
                .then()
                .statusCode(200)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(2));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + id)
                .then()
                .body("items[0].action", equalTo("bucket-resized"))
                .body("items[0].details.limit.before", equalTo(3))
                .body("items[0].details.limit.after", equalTo(2))
                .body("items[1].details.keySet()", equalTo(Set.of("questions")))
                .body("items[1].details.questions.first.before.label", equalTo("About first?"))
                .body("items[1].details.questions.first.after.label", equalTo("Is it your first time?"))
                .body("items[2].details.offered.before", equalTo(List.of("Sessions", "Meals")))
                .body("items[2].details.offered.after", equalTo(List.of("Sessions")))
                .body("items[2].details.eligibility.after", equalTo("Everybody."))
                .body("items[2].details.questions.first.after.label", equalTo("About first?"))
                .body("items[2].details.questions.first.before", nullValue());
    }

    @Test
    void who_has_not_seen_the_newest_changes_nothing() {
        edit(null).statusCode(428);
        edit("\"v0\"").statusCode(200);
        edit("\"v0\"").statusCode(412);
    }

    @Test
    void only_organisers_change_a_call() {
        given().auth()
                .oauth2(TestTokens.city("porto").token())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(wanted)
                .put("/api/v1/admin/calls/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void an_offset_is_no_zone_and_only_cities_hand_seats_back() {
        wanted.put("zone", "+01:00");
        wanted.put(
                "buckets",
                List.of(
                        Map.of("code", "OPEN", "label", "Open", "limit", 1, "handBackOn", "2016-11-04"),
                        Map.of("code", "CITY:porto", "label", "Porto", "limit", 1, "handBackOn", "2016-11-04")));
        edit("*").statusCode(422).body("errors.field", equalTo(List.of("zone", "buckets[0].handBackOn")));
    }

    @Test
    void seats_are_handed_back_in_our_century() {
        for (String day : List.of("0000-01-01", "1999-12-31", "2100-01-01", "+999999999-12-31")) {
            wanted.put(
                    "buckets",
                    List.of(
                            Map.of("code", "OPEN", "label", "Open", "limit", 1),
                            Map.of("code", "CITY:porto", "label", "Porto", "limit", 1, "handBackOn", day)));
            edit("*")
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("buckets[1].handBackOn")))
                    .body("errors.message", equalTo(List.of("must be between 2000 and 2100")));
        }
        wanted.put(
                "buckets",
                List.of(Map.of("code", "CITY:porto", "label", "Porto", "limit", 1, "handBackOn", "2099-12-31")));
        edit("*").statusCode(200);
    }

    @Test
    void an_open_call_keeps_what_people_rely_on() {
        open();
        wanted.put("closesAt", "2016-11-06T18:00:00+01:00");
        wanted.put("eligibility", "Everybody.");
        edit("*")
                .statusCode(200)
                .body("closesAt", equalTo("2016-11-06T17:00:00Z"))
                .body("eligibility", equalTo("Everybody."));
        wanted.put("opensAt", "2016-09-25T09:00:00+02:00");
        edit("*").statusCode(409).body("type", equalTo("urn:infocus:problem:call-state"));
        wanted.put("opensAt", "2016-09-26T09:00:00+02:00");
        wanted.put("closesAt", "2016-10-09T18:00:00+02:00");
        edit("*").statusCode(409).body("type", equalTo("urn:infocus:problem:call-window-passed"));
        wanted.put("workshopSlug", registrations.announcedWorkshop());
        edit("*").statusCode(409).body("type", equalTo("urn:infocus:problem:call-state"));
    }

    @Test
    void the_room_is_never_smaller_than_its_buckets() {
        wanted.put("capacity", 7);
        edit("*")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:capacity-exceeded"))
                .body("detail", equalTo("The buckets hold 8 seats, the room 7."));
        seats(id).body("capacity", equalTo(10));
    }

    @Test
    void a_bucket_is_never_smaller_than_what_is_held_of_it() {
        open();
        decide(applied(application(id)), "ADMIT").statusCode(200);
        decide(applied(application(id)), "ADMIT").statusCode(200);
        buckets(Map.of("OPEN", 5, "CITY:porto", 1));
        edit("*")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:bucket-too-small"))
                .body("detail", equalTo("2 of the seats of CITY:porto are held, so 1 is too few."));
        buckets(Map.of("OPEN", 7));
        edit("*").statusCode(409).body("type", equalTo("urn:infocus:problem:bucket-too-small"));
        seats(id).body("buckets.limit", equalTo(List.of(3, 5)));
        buckets(Map.of("OPEN", 8, "CITY:porto", 2));
        edit("*").statusCode(200);
        assertEquals(2, held(id, "CITY:porto"));
    }

    @Test
    void what_is_archived_stays_as_it_is() {
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/archiving")
                .then()
                .statusCode(200);
        edit("*").statusCode(409).body("type", equalTo("urn:infocus:problem:call-state"));
    }

    @Test
    void a_draft_that_is_put_away_has_never_been_public() {
        String slug = wanted.get("workshopSlug").toString();
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/archiving")
                .then()
                .statusCode(200);
        given().get("/api/v1/calls/" + id).then().statusCode(404);
        given().get("/api/v1/calls/" + id + "/admission-rule").then().statusCode(404);
        given().queryParam("workshop", slug).get("/api/v1/calls").then().body("id", hasSize(0));
        organiser().get("/api/v1/admin/calls/" + id).then().statusCode(200).body("state", equalTo("ARCHIVED"));

        // one that people have seen stays where they find it
        id = draft(wanted).statusCode(201).extract().path("id");
        open();
        for (String step : List.of("closing", "archiving")) {
            organiser()
                    .header("If-Match", "*")
                    .post("/api/v1/admin/calls/" + id + "/" + step)
                    .then()
                    .statusCode(200);
        }
        given().get("/api/v1/calls/" + id).then().statusCode(200);
        given().queryParam("workshop", slug).get("/api/v1/calls").then().body("id", equalTo(List.of(id)));
    }

    @Test
    void a_call_is_cloned_for_another_workshop() {
        wanted.put(
                "buckets",
                List.of(Map.of("code", "CITY:bilbao", "label", "Bilbao", "limit", 2, "handBackOn", "2016-11-01")));
        edit("*").statusCode(200);
        String slug = registrations.announcedWorkshop();
        String clone = cloneFor(slug)
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("workshopSlug", equalTo(slug))
                .body("capacity", equalTo(10))
                .body("zone", equalTo("Europe/Berlin"))
                .extract()
                .path("id");
        seats(clone)
                .body("buckets.code", equalTo(List.of("CITY:bilbao")))
                .body("buckets.held", equalTo(List.of(0)))
                // three days before the closing, as in the earlier call
                .body("buckets.handBackOn", equalTo(List.of("2017-03-28")));
        cloneFor(slug).statusCode(409).body("type", equalTo("urn:infocus:problem:call-exists"));
        cloneFor("atlantis").statusCode(409).body("type", equalTo("urn:infocus:problem:workshop-unknown"));
    }

    private ValidatableResponse cloneFor(String slug) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "workshopSlug", slug,
                        "opensAt", "2017-02-01T09:00:00+01:00",
                        "closesAt", "2017-03-31T18:00:00+02:00"))
                .post("/api/v1/admin/calls/" + id + "/clones")
                .then();
    }

    private void buckets(Map<String, Integer> limits) {
        wanted.put("buckets", call("x", limits, 10).get("buckets"));
    }

    private void open() {
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/opening")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse edit(String ifMatch) {
        var request = organiser().contentType(ContentType.JSON).body(wanted);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/admin/calls/" + id)
                .then();
    }
}
