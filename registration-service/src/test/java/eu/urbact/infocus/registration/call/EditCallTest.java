package eu.urbact.infocus.registration.call;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.programmeview.RememberWorkshop;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatPlan;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.call;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.draft;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.seats;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithEmbeddedServers
class EditCallTest {

    private static final Map<String, Integer> BUCKETS = Map.of("OPEN", 5, "CITY:porto", 3);

    @Inject
    Registrations registrations;

    @Inject
    DataSource dataSource;

    @Inject
    DraftCall draftCall;

    @Inject
    RememberWorkshop rememberWorkshop;

    private Map<String, Object> wanted;
    private String id;

    @BeforeEach
    void draftOne() {
        wanted = call(registrations.announcedWorkshop(), BUCKETS, 10);
        id = draft(wanted).statusCode(201).extract().path("id");
    }

    @Test
    void a_call_that_is_drafted_while_its_workshop_is_renamed_has_the_new_name() throws Exception {
        String slug = registrations.announcedWorkshop();
        AtomicReference<UUID> drafted = new AtomicReference<>();
        RowLocks.answerAfter(
                dataSource, () -> drafted.set(((Outcome.Done<UUID>) draftCall.draft(command(slug))).value()), () -> {
                    isCalled(slug, "Renamed");
                    return null;
                });
        title(drafted.get().toString()).body("title", equalTo("Renamed"));

        String other = registrations.announcedWorkshop();
        String late = RowLocks.answerAfter(
                        dataSource, () -> isCalled(other, "Renamed too"), () -> draft(call(other, BUCKETS, 10)))
                .statusCode(201)
                .extract()
                .path("id");
        title(late).body("title", equalTo("Renamed too"));
    }

    private static DraftCall.Command command(String slug) {
        return new DraftCall.Command(
                slug,
                Instant.parse("2016-09-26T07:00:00Z"),
                Instant.parse("2016-11-04T17:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                10,
                "All",
                List.of(),
                List.of(),
                false,
                List.of(new SeatPlan(BucketCode.OPEN, "Open", 5, null)),
                null,
                null);
    }

    private void isCalled(String slug, String title) {
        rememberWorkshop.remember(new RememberWorkshop.Announcement(
                UUID.fromString(slug.substring("workshop-".length())),
                slug,
                title,
                "frankfurt",
                Instant.parse("2016-11-23T12:30:00Z"),
                Instant.parse("2016-11-25T13:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                null,
                null));
    }

    private static ValidatableResponse title(String call) {
        return organiser().get("/api/v1/admin/calls/" + call).then().statusCode(200);
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
    void a_call_may_say_by_when_it_decides() {
        wanted.put("decidesBy", "2016-11-11");
        edit("*").statusCode(200).body("decidesBy", equalTo("2016-11-11"));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + id)
                .then()
                .body("items[0].details.decidesBy.before", nullValue())
                .body("items[0].details.decidesBy.after", equalTo("2016-11-11"));
        Registrations.open(id);
        given().get("/api/v1/calls/" + id).then().body("decidesBy", equalTo("2016-11-11"));
        String link = linkToken(applied(application(id)));
        own(link).body("decidesBy", equalTo("2016-11-11"));
        for (String wrong : List.of("2016-11-03", "2016-11-24", "1916-11-11")) {
            wanted.put("decidesBy", wrong);
            edit("*").statusCode(422).body("errors.field", equalTo(List.of("decidesBy")));
        }
        wanted.put("decidesBy", "2016-11-11");
        wanted.put("closesAt", "2016-11-12T18:00:00+01:00");
        edit("*")
                .statusCode(422)
                .body(
                        "errors[0].message",
                        equalTo("must not be before the day on which the call closes, 12 November 2016"));
        wanted.put("closesAt", "2016-11-04T18:00:00+01:00");
        wanted.remove("decidesBy");
        edit("*").statusCode(200).body("decidesBy", nullValue());
        own(link).body("decidesBy", nullValue());
    }

    @Test
    void whoever_is_decided_about_waits_for_no_day_of_a_decision() {
        wanted.put("decidesBy", "2016-11-11");
        edit("*").statusCode(200);
        Registrations.open(id);
        String decided = applied(application(id));
        decide(decided, "WAITLIST").statusCode(200);
        own(linkToken(decided)).body("state", equalTo("WAITLISTED")).body("decidesBy", nullValue());
    }

    private static ValidatableResponse own(String link) {
        return given().header("Application-Link", link)
                .get("/api/v1/self-service/application")
                .then()
                .statusCode(200);
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
        edit("\"v0\"").statusCode(412).body("by", equalTo("organiser")).body("yourself", equalTo(true));
        Registrations.secondOrganiser()
                .header("If-Match", "\"v0\"")
                .post("/api/v1/admin/calls/" + id + "/opening")
                .then()
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(false))
                .body("at", startsWith("20"));
    }

    @Test
    void days_fit_the_present_the_opening_and_the_workshop() {
        wanted.put("opensAt", "2016-10-20T09:00:00+02:00");
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("2016-10-09", "must not be in the past");
        wrong.put("2016-10-20", "must be after the day on which the call opens, 20 October 2016");
        wrong.put("2016-11-24", "must not be after the day on which the workshop begins, 23 November 2016");
        wrong.forEach((day, message) -> {
            handBackOn(day);
            edit("*")
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("buckets[1].handBackOn")))
                    .body("errors.message", equalTo(List.of(message)));
            Map<String, Object> other = new LinkedHashMap<>(wanted);
            other.put("workshopSlug", registrations.announcedWorkshop());
            draft(other).statusCode(422).body("errors.message", equalTo(List.of(message)));
        });
        for (String day : List.of("2016-10-21", "2016-11-23")) {
            handBackOn(day);
            edit("*").statusCode(200);
        }
        // the day stays and the opening comes after it
        wanted.put("opensAt", "2016-11-23T09:00:00+01:00");
        wanted.put("closesAt", "2016-11-25T14:00:00+01:00");
        edit("*")
                .statusCode(422)
                .body(
                        "errors.message",
                        equalTo(List.of("must be after the day on which the call opens, 23 November 2016")));
        wanted.put("opensAt", "2016-10-20T09:00:00+02:00");
        edit("*").statusCode(200);
        wanted.put("closesAt", "2016-11-25T14:00:01+01:00");
        edit("*")
                .statusCode(422)
                .body("errors.field", equalTo(List.of("closesAt")))
                .body("errors.message", equalTo(List.of("must not be after the workshop ends, on 25 November 2016")));
    }

    @Test
    void a_day_that_is_over_keeps_nobody_from_changing_the_rest() throws SQLException {
        open();
        handBackOn("2016-11-04");
        edit("*").statusCode(200);
        handedBackOn("2016-10-09");
        handBackOn("2016-10-09");
        wanted.put("eligibility", "Everybody.");
        edit("*").statusCode(200);
        handBackOn("2016-10-08");
        edit("*").statusCode(422).body("errors.message", equalTo(List.of("must not be in the past")));
    }

    @Test
    void no_call_is_opened_whose_cities_would_lose_their_seats_at_once() throws SQLException {
        handBackOn("2016-11-04");
        edit("*").statusCode(200);
        handedBackOn("2016-10-09");
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/opening")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:hand-back-passed"))
                .body(
                        "detail",
                        equalTo("The seats of Porto would be handed back at once: their day, 9 October 2016, has come."
                                + " Choose a later day or none, then open the call."));
        seats(id).body("buckets.limit", equalTo(List.of(3, 5)));
        handBackOn("2016-11-04");
        edit("*").statusCode(200);
        open();
    }

    @Test
    void no_call_is_opened_whose_cities_would_lose_their_seats_before_people_may_apply() throws SQLException {
        TestSql.execute(
                dataSource,
                "update call_for_participation set opens_at = timestamptz '2016-10-20 07:00Z' where id = ?",
                UUID.fromString(id));
        handedBackOn("2016-10-20");
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + id + "/opening")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "The seats of CITY:porto would be handed back at once: their day, 20 October 2016, will have come"
                                        + " when people may apply. Choose a later day or none, then open the call."));
        handedBackOn("2016-10-21");
        open();
    }

    private void handBackOn(String day) {
        wanted.put(
                "buckets",
                List.of(
                        Map.of("code", "OPEN", "label", "Open", "limit", 5),
                        Map.of("code", "CITY:porto", "label", "Porto", "limit", 3, "handBackOn", day)));
    }

    /** As if the day had been chosen earlier. */
    private void handedBackOn(String day) throws SQLException {
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:porto'",
                LocalDate.parse(day),
                UUID.fromString(id));
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
    }

    @Test
    void what_is_handed_back_needs_open_seats_to_become() {
        Map<String, Object> porto =
                Map.of("code", "CITY:porto", "label", "Porto", "limit", 1, "handBackOn", "2016-11-04");
        wanted.put("buckets", List.of(porto));
        edit("*")
                .statusCode(422)
                .body("errors.field", equalTo(List.of("buckets[0].handBackOn")))
                .body(
                        "errors.message",
                        equalTo(
                                List.of(
                                        "needs open seats, which unused ones become: add them to the call, even if there are 0 at first")));
        wanted.put("buckets", List.of(porto, Map.of("code", "OPEN", "label", "Open", "limit", 0)));
        edit("*").statusCode(200);
    }

    @Test
    void seats_are_kept_for_partner_cities_only() {
        wanted.put(
                "buckets",
                List.of(
                        Map.of("code", "CITY:bielsko-biala", "label", "Bielsko-Biała", "limit", 1),
                        Map.of("code", "CITY:atlantis", "label", "Atlantis", "limit", 1)));
        edit("*")
                .statusCode(422)
                .body("errors.field", equalTo(List.of("buckets[1].code")))
                .body("errors.message", equalTo(List.of("must be of a partner city of the network")));
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
                .body("detail", equalTo("The groups of seats hold 8 seats, the room 7."));
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
                List.of(
                        Map.of("code", "CITY:bilbao", "label", "Bilbao", "limit", 2, "handBackOn", "2016-11-01"),
                        Map.of("code", "OPEN", "label", "Open", "limit", 0)));
        edit("*").statusCode(200);
        String slug = registrations.announcedWorkshop("2017-05-03T12:30:00Z", "2017-05-05T13:00:00Z");
        String clone = cloneFor(slug)
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("workshopSlug", equalTo(slug))
                .body("capacity", equalTo(10))
                .body("zone", equalTo("Europe/Berlin"))
                .extract()
                .path("id");
        seats(clone)
                .body("buckets.code", equalTo(List.of("CITY:bilbao", "OPEN")))
                .body("buckets.held", equalTo(List.of(0, 0)))
                // three days before the closing, as in the earlier call
                .body("buckets.handBackOn", equalTo(Arrays.asList("2017-03-28", null)));
        cloneFor(slug)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-exists"))
                .body("detail", equalTo("This workshop has a call already. Change that one, or archive it first."));
        cloneFor(registrations.announcedWorkshop())
                .statusCode(422)
                .body("errors.field", equalTo(List.of("closesAt")))
                .body("errors.message", equalTo(List.of("must not be after the workshop ends, on 25 November 2016")));
        cloneFor("atlantis").statusCode(409).body("type", equalTo("urn:infocus:problem:workshop-unknown"));
    }

    @Test
    void a_clone_keeps_the_balance_goals_and_the_times_of_the_waiting_list_which_is_suspended() {
        put(
                "balance-goals",
                Map.of("maxPerCityInOpenPool", 1, "newcomersPercent", 45, "minimumPerProfile", Map.of("EXPERT", 3)));
        put("waiting-list/settings", Map.of("running", true, "offerHours", 24, "cutOffHours", 12));
        String clone = cloneFor(registrations.announcedWorkshop("2017-05-03T12:30:00Z", "2017-05-05T13:00:00Z"))
                .statusCode(201)
                .extract()
                .path("id");
        organiser()
                .get("/api/v1/admin/calls/" + clone + "/balance-goals")
                .then()
                .body("maxPerCityInOpenPool", equalTo(1))
                .body("newcomersPercent", equalTo(45))
                .body("minimumPerProfile", equalTo(Map.of("EXPERT", 3)));
        organiser()
                .get("/api/v1/admin/calls/" + clone + "/waiting-list")
                .then()
                .body("settings.running", equalTo(false))
                .body("settings.offerHours", equalTo(24))
                .body("settings.cutOffHours", equalTo(12));
    }

    private void put(String what, Map<String, Object> body) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/admin/calls/" + id + "/" + what)
                .then()
                .statusCode(200);
    }

    @Test
    void days_that_do_not_fit_are_not_taken_over() {
        wanted.put("opensAt", "2016-10-20T09:00:00+02:00");
        wanted.put(
                "buckets",
                List.of(
                        // 14 days before the closing, on it, and 19 days after it
                        Map.of("code", "CITY:bilbao", "label", "Bilbao", "limit", 2, "handBackOn", "2016-10-21"),
                        Map.of("code", "CITY:porto", "label", "Porto", "limit", 2, "handBackOn", "2016-11-04"),
                        Map.of("code", "CITY:torino", "label", "Torino", "limit", 2, "handBackOn", "2016-11-23"),
                        Map.of("code", "OPEN", "label", "Open", "limit", 1)));
        edit("*").statusCode(200);
        String clone = organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "workshopSlug", registrations.announcedWorkshop("2017-04-12T12:30:00Z", "2017-04-14T13:00:00Z"),
                        "opensAt", "2017-03-20T09:00:00+01:00",
                        "closesAt", "2017-03-31T18:00:00+02:00"))
                .post("/api/v1/admin/calls/" + id + "/clones")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        seats(clone)
                .body("buckets.code", equalTo(List.of("CITY:bilbao", "CITY:porto", "CITY:torino", "OPEN")))
                .body("buckets.limit", equalTo(List.of(2, 2, 2, 1)))
                .body("buckets.handBackOn", equalTo(Arrays.asList(null, "2017-03-31", null, null)));
    }

    @Test
    void days_of_an_earlier_call_without_open_seats_are_not_taken_over() throws SQLException {
        buckets(Map.of("CITY:bilbao", 2, "CITY:porto", 3));
        edit("*").statusCode(200);
        // as calls could be before a hand-back day needed open seats
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = '2016-11-01' where call_id = ?",
                UUID.fromString(id));
        String slug = registrations.announcedWorkshop("2017-05-03T12:30:00Z", "2017-05-05T13:00:00Z");

        String clone = cloneFor(slug).statusCode(201).extract().path("id");

        seats(clone)
                .body("buckets.code", equalTo(List.of("CITY:bilbao", "CITY:porto")))
                .body("buckets.limit", equalTo(List.of(2, 3)))
                .body("buckets.handBackOn", equalTo(Arrays.asList(null, null)));
        // so it can be changed and opened as it is
        wanted.put("workshopSlug", slug);
        wanted.put("opensAt", "2016-10-10T09:00:00+02:00");
        wanted.put("closesAt", "2017-03-31T18:00:00+02:00");
        id = clone;
        edit("*").statusCode(200);
        open();
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
        Registrations.open(id);
    }

    private ValidatableResponse edit(String ifMatch) {
        var request = organiser().contentType(ContentType.JSON).body(wanted);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/admin/calls/" + id)
                .then();
    }
}
