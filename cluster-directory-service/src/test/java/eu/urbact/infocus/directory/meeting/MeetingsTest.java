package eu.urbact.infocus.directory.meeting;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class MeetingsTest {

    private static final String TOPIC = "infocus.registration.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    private final UUID workshop = UUID.randomUUID();
    private final UUID ana = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private String etag;

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
        announce(workshop);
        etag = null;
    }

    /** 23 to 25 November 2016 in Frankfurt. */
    private void announce(UUID id) {
        DirectoryData.change(
                database,
                "insert into hosted_workshop (workshop_id, slug, title, theme, host_city_id, starts_at, ends_at, zone) values ('"
                        + id
                        + "', 'w', 'Workshop', 'Clusters', 'frankfurt', '2016-11-23T13:30:00+01', '2016-11-25T14:00:00+01',"
                        + " 'Europe/Berlin')");
    }

    @Test
    void meetings_are_set_up_only_for_a_workshop_that_was_announced() {
        DirectoryData.change(database, "delete from hosted_workshop");
        arrange(2, 5, 4)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:workshop-not-announced"))
                .body("detail", startsWith("No workshop with this id has been announced"));
        given(admin()).get(base()).then().statusCode(404);
        announce(workshop);
        arrange(2, 5, 4).statusCode(201);
    }

    @Test
    void meetings_begin_and_end_on_a_day_of_the_workshop_as_it_is_counted_there() {
        for (String outside : List.of(
                // twenty to midnight there, and the second slot ends after it
                "2016-11-25T23:40:00+01:00",
                // still the 22nd there, although already the 23rd elsewhere
                "2016-11-23T00:30:00+02:00",
                "2016-11-22T14:00:00+01:00",
                "2016-11-26T00:00:00+01:00",
                "2017-11-24T14:00:00+01:00")) {
            arrangeAt(outside)
                    .statusCode(422)
                    .body("type", equalTo("urn:infocus:problem:outside-the-workshop"))
                    .body(
                            "detail",
                            equalTo("The workshop lasts from 23 November 2016 to 25 November 2016 (Europe/Berlin). All"
                                    + " slots have to lie on these days."));
        }
        given(admin()).get(base()).then().statusCode(404);
        arrangeAt("2016-11-24T14:00:00+01:00").statusCode(201).body("startsAt", notNullValue());
        // the 23rd there, although still the 22nd elsewhere
        arrangeAt("2016-11-22T23:30:00Z").statusCode(200);
        arrangeAt("2016-11-25T23:20:00+01:00").statusCode(200);
        arrangeAt("2016-11-26T09:00:00+01:00").statusCode(422);
        show().body("startsAt", startsWith("2016-11-25T22:20"));
    }

    private ValidatableResponse arrangeAt(String startsAt) {
        return kept(etag(given(admin()))
                .body(Map.of("slots", 2, "minutes", 20, "startsAt", startsAt, "tables", 5, "chairs", 4))
                .put(base())
                .then());
    }

    private void bothAreAdmitted(int slots, int tables, int chairs) {
        tell("application-admitted.v1", ana, 1, "porto");
        tell("application-admitted.v1", ben, 1, "grenoble");
        arrange(slots, tables, chairs).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people", hasSize(2)));
    }

    private void anaAnswersGaiaAndBenHegan() {
        cluster("gaia", List.of("software-engineering"), List.of("biopharma")).statusCode(200);
        cluster("hegan", List.of("composites"), List.of("robotics-automation")).statusCode(200);
        wishes(ana, List.of("biopharma"), List.of("software-engineering")).statusCode(200);
        wishes(ben, List.of("robotics-automation"), List.of("composites")).statusCode(200);
    }

    @Test
    void admitted_people_meet_the_clusters_that_answer_them_and_whoever_leaves_is_noticed() {
        bothAreAdmitted(2, 5, 4);
        anaAnswersGaiaAndBenHegan();

        post("/plan")
                .statusCode(200)
                .body("meetings.slot", contains(1, 2))
                .body("meetings.find { it.clusterId == 'gaia' }.person", equalTo(ana.toString()))
                .body("meetings.find { it.clusterId == 'gaia' }.gets.need.code", equalTo("software-engineering"))
                .body("meetings.find { it.clusterId == 'gaia' }.gives.offer.label", equalTo("Biopharmaceuticals"))
                .body("meetings.find { it.clusterId == 'hegan' }.person", equalTo(ben.toString()))
                .body("withoutMeeting", empty())
                .body("stable", equalTo(true))
                .body("workingTables.people.flatten()", containsInAnyOrder(ana.toString(), ben.toString()))
                .body("plannedAt", notNullValue());
        given(admin())
                .queryParam("person", ana.toString())
                .get(base() + "/fits")
                .then()
                .statusCode(200)
                .body("[0].clusterId", equalTo("gaia"))
                .body("[0].score", equalTo(1.0f))
                .body("[0].wanted", equalTo(1.0f));

        tell("application-withdrawn.v1", ben, 2, "grenoble");
        await().atMost(PATIENCE).untilAsserted(() -> show().body("left", contains(ben.toString())));
        post("/plan/mending")
                .statusCode(200)
                .body("meetings", hasSize(1))
                .body("left", empty())
                .body("changes.added", empty())
                .body("changes.moved", empty())
                .body("changes.removed.person", contains(ben.toString()));
    }

    @Test
    void whoever_leaves_without_a_meeting_still_has_a_chair_and_is_noticed() {
        bothAreAdmitted(1, 1, 4);
        cluster("gaia", List.of("software-engineering"), List.of("biopharma")).statusCode(200);
        contributor("c-speaker", Map.of("label", "A speaker")).statusCode(200);
        wishes(ana, List.of("biopharma"), List.of("software-engineering")).statusCode(200);
        wishes(ben, List.of("biopharma"), List.of("software-engineering")).statusCode(200);
        String met = post("/plan")
                .statusCode(200)
                .body("meetings", hasSize(1))
                .body("workingTables[0].people", hasSize(3))
                .body("left", empty())
                .extract()
                .path("meetings[0].person");
        UUID unmet = met.equals(ana.toString()) ? ben : ana;

        etag(given(admin())).delete(base() + "/contributors/c-speaker").then().statusCode(200);
        show().body("left", contains("c-speaker"));
        tell("application-withdrawn.v1", unmet, 2, unmet.equals(ana) ? "porto" : "grenoble");
        await().atMost(PATIENCE)
                .untilAsserted(() -> show().body("left", containsInAnyOrder(unmet.toString(), "c-speaker")));
        show().body("workingTables[0].people", hasSize(3));

        post("/plan/mending")
                .statusCode(200)
                .body("left", empty())
                .body("changes.removed", empty())
                .body("workingTables.people.flatten()", contains(met));
    }

    @Test
    void clusters_that_have_left_are_named_as_long_as_the_plan_has_them() {
        bothAreAdmitted(2, 5, 4);
        anaAnswersGaiaAndBenHegan();
        post("/plan").statusCode(200).body("meetings", hasSize(2)).body("clustersLeft", empty());

        etag(given(admin()))
                .delete(base() + "/clusters/gaia")
                .then()
                .statusCode(200)
                .body("left", empty())
                .body("clustersLeft.id", contains("gaia"))
                .body("clustersLeft.name", contains("GAIA"))
                .body("clustersLeft.waits", contains(true));
        DirectoryData.change(
                database, "update cluster set withdrawn_at = now(), withdrawn_because = 'Closed.' where id = 'hegan'");
        show().body("clustersLeft.name", contains("GAIA", "HEGAN")).body("clustersLeft.waits", contains(true, true));

        post("/plan/mending")
                .statusCode(200)
                .body("meetings", empty())
                .body("changes.removed.clusterId", containsInAnyOrder("gaia", "hegan"))
                .body("clustersLeft.name", contains("GAIA", "HEGAN"))
                .body("clustersLeft.waits", contains(false, false));
        show().body("clustersLeft", empty());
    }

    @Test
    void who_has_no_chair_and_who_changes_the_table_is_named() {
        bothAreAdmitted(2, 5, 2);
        show().body("withoutTable", empty());
        cluster("gaia", List.of("software-engineering"), List.of("biopharma", "composites"))
                .statusCode(200);
        wishes(ana, List.of("biopharma", "composites"), List.of("software-engineering"));
        wishes(ben, List.of("composites"), List.of("software-engineering"));
        post("/plan")
                .statusCode(200)
                .body("withoutTable", empty())
                .body("stable", equalTo(true))
                .body("changes.seats.to", contains("gaia", "gaia"));

        arrange(2, 5, 1).statusCode(200).body("stable", equalTo(false)).body("withoutTable", empty());
        post("/plan/mending")
                .statusCode(200)
                .body("stable", equalTo(true))
                .body("workingTables.people.flatten()", contains(ana.toString()))
                .body("withoutTable", contains(ben.toString()))
                .body("changes.seats", hasSize(1))
                .body("changes.seats[0].person", equalTo(ben.toString()))
                .body("changes.seats[0].from", equalTo("gaia"))
                .body("changes.seats[0].to", nullValue())
                .body("changes.removed", empty());
        post("/plan/mending").body("changes.seats", empty());

        tell("application-withdrawn.v1", ana, 2, "porto");
        await().atMost(PATIENCE).untilAsserted(() -> show().body("left", contains(ana.toString())));
        show().body("stable", equalTo(false)).body("withoutTable", contains(ben.toString()));
        post("/plan/mending").body("changes.seats.to", contains("gaia")).body("withoutTable", empty());
    }

    @Test
    void with_fewer_slots_a_meeting_moves_instead_of_being_lost() {
        tell("application-admitted.v1", ana, 1, "porto");
        tell("application-admitted.v1", ben, 1, "grenoble");
        arrange(3, 1, 4).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people", hasSize(2)));
        cluster("gaia", List.of("software-engineering"), List.of("biopharma")).statusCode(200);
        cluster("hegan", List.of("composites"), List.of("biopharma")).statusCode(200);
        wishes(ana, List.of("biopharma"), List.of("software-engineering", "composites"));
        wishes(ben, List.of("biopharma"), List.of("software-engineering"));
        // one table in the room: three meetings one after the other
        post("/plan").body("meetings.slot", contains(1, 2, 3));
        arrange(2, 2, 4).statusCode(200).body("meetings.slot", contains(1, 2, 3));
        post("/plan/mending")
                .body("meetings", hasSize(3))
                .body("changes.removed", empty())
                .body("changes.added", empty())
                .body("changes.moved", hasSize(1));
    }

    @Test
    void whoever_wants_to_be_forgotten_is_in_no_table_any_more() {
        tell("application-admitted.v1", ana, 1, "porto");
        arrange(1, 5, 4).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people", hasSize(1)));
        cluster("gaia", List.of("software-engineering"), List.of("biopharma")).statusCode(200);
        wishes(ana, List.of("biopharma"), List.of("software-engineering")).statusCode(200);
        post("/plan").body("meetings", hasSize(1));
        state(ana, 2, UUID.randomUUID(), List.of("composites"), List.of("biopharma"));

        tell("application-erased.v1", ana, 3, "porto");

        await().atMost(PATIENCE).untilAsserted(() -> {
            for (String query : List.of(
                    "workshop_attendee where application_id = '" + ana + "'",
                    "stated_wishes where application_id = '" + ana + "'",
                    "meeting where person = '" + ana + "'",
                    "meeting_chair where person = '" + ana + "'",
                    "meeting_wish where subject = '" + ana + "'")) {
                assertThat(DirectoryData.number(database, "select count(*) from " + query))
                        .as(query)
                        .isZero();
            }
        });
    }

    @Test
    void without_wishes_of_their_own_the_profiles_speak_for_clusters_and_people() {
        tell("application-admitted.v1", ana, 1, "torino");
        arrange(1, 5, 4).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people", hasSize(1)));
        cluster("saam", null, null)
                .body("clusters[0].derived", equalTo(true))
                .body("clusters[0].offers.code", contains("29", "robotics-automation", "vehicle-engineering"))
                .body("clusters[0].needs.code", contains("29", "process-monitoring"));
        show().body("people[0].derived", equalTo(true)).body("people[0].offers.code", hasItem("mechatronics"));
        cluster("mesap", null, null).statusCode(200);
        post("/plan")
                .body("meetings.person", contains(ana.toString()))
                .body("meetings.clusterId", contains("saam"))
                .body("clustersWithoutMeeting", contains("mesap"));
    }

    @Test
    void what_organisers_entered_counts_before_what_the_person_stated_and_that_before_what_is_derived() {
        tell("application-admitted.v1", ana, 1, "torino");
        arrange(1, 5, 4).statusCode(201);
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("DERIVED"))
                .body("people[0].derived", equalTo(true))
                .body("people[0].offers.code", hasItem("mechatronics")));

        // the division is known, and nobody knows the last of the competences
        state(
                ana,
                2,
                UUID.randomUUID(),
                List.of("software-engineering", "biopharma", "no-such-competence"),
                List.of("composites"));
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people[0].origin", equalTo("STATED"))
                .body("people[0].derived", equalTo(false))
                .body("people[0].offers.code", contains("62", "biopharma", "software-engineering"))
                .body("people[0].needs.code", contains("composites")));

        wishes(ana, List.of("robotics-automation"), List.of()).statusCode(200);
        show().body("people[0].origin", equalTo("ENTERED"))
                .body("people[0].offers.code", contains("robotics-automation"))
                .body("people[0].needs", empty());
        state(ana, 3, UUID.randomUUID(), List.of("photonics"), List.of("biopharma"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(DirectoryData.number(
                        database,
                        "select count(*) from stated_wishes where application_id = '" + ana
                                + "' and offered_competences = '{photonics}'"))
                .isEqualTo(1));
        show().body("people[0].offers.code", contains("robotics-automation"));
        wishes(ana, List.of(), List.of()).statusCode(200);
        show().body("people[0].origin", equalTo("STATED")).body("people[0].offers.code", contains("62", "photonics"));

        state(ana, 4, UUID.randomUUID(), List.of(), List.of("no-such-competence"));
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people[0].origin", equalTo("DERIVED")));
    }

    @Test
    void of_who_takes_back_what_was_stated_nothing_is_kept() {
        tell("application-admitted.v1", ana, 1, "torino");
        arrange(1, 5, 4).statusCode(201);
        state(ana, 2, UUID.randomUUID(), List.of("biopharma"), List.of("composites"));
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("STATED")));

        state(ana, 3, UUID.randomUUID(), List.of(), List.of());
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("DERIVED"))
                .body("people[0].offers.code", hasItem("mechatronics")));
        assertThat(DirectoryData.number(
                        database, "select count(*) from stated_wishes where application_id = '" + ana + "'"))
                .isZero();
    }

    @Test
    void wishes_that_come_too_early_or_twice_take_effect_once_and_in_order() {
        arrange(1, 5, 4).statusCode(201);
        UUID stated = UUID.randomUUID();
        state(ana, 2, stated, List.of("software-engineering"), List.of("composites"));
        tell("application-admitted.v1", ana, 1, "porto");
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("STATED")));

        state(ana, 2, stated, List.of("biopharma"), List.of("biopharma"));
        // admitted anew: what the person has said stays
        tell("application-admitted.v1", ana, 3, "grenoble");
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people.cityId", contains("grenoble")));
        show().body("people[0].origin", equalTo("STATED"))
                .body("people[0].offers.code", contains("62", "software-engineering"))
                .body("people[0].needs.code", contains("composites"));
    }

    @Test
    void who_loses_the_place_is_not_in_the_room_and_has_stated_nothing() {
        arrange(1, 5, 4).statusCode(201);
        long version = 0;
        for (String lost :
                List.of("application-waitlisted.v1", "application-declined.v1", "application-withdrawn.v1")) {
            tell("application-admitted.v1", ana, ++version, "torino");
            await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("DERIVED")));
            state(ana, ++version, UUID.randomUUID(), List.of("biopharma"), List.of());
            await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("STATED")));
            tell(lost, ana, ++version, "torino");
            await().atMost(PATIENCE).untilAsserted(() -> show().body("people", empty()));
        }
    }

    @Test
    void a_plan_stays_as_it_was_made_when_somebody_states_other_wishes() {
        tell("application-admitted.v1", ana, 1, "porto");
        state(ana, 2, UUID.randomUUID(), List.of("biopharma"), List.of("software-engineering"));
        arrange(1, 5, 4).statusCode(201);
        cluster("gaia", List.of("software-engineering"), List.of("biopharma")).statusCode(200);
        cluster("hegan", List.of("composites"), List.of("robotics-automation")).statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people.origin", contains("STATED")));
        post("/plan")
                .body("meetings.clusterId", contains("gaia"))
                .body("meetings.gets.need.code", contains("software-engineering"));

        state(ana, 3, UUID.randomUUID(), List.of("robotics-automation"), List.of("composites"));
        await().atMost(PATIENCE).untilAsserted(() -> show().body("people[0].needs.code", contains("composites"))
                .body("meetings.clusterId", contains("gaia")));
        post("/plan").body("meetings.clusterId", contains("hegan"));
    }

    @Test
    void a_notice_about_a_competence_and_an_activity_is_answered_by_either() {
        DirectoryData.change(
                database,
                "insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id, division_code, expires_on, created_at)"
                        + " values ('" + UUID.randomUUID()
                        + "', 0, 'saam', 'NEED', 'Sensors for hospitals', 'photonics', '86', date '2999-01-01', now())");
        arrange(1, 5, 4).statusCode(201);
        cluster("saam", null, null)
                .statusCode(200)
                .body("clusters[0].derived", equalTo(true))
                .body("clusters[0].needs.facet", contains("ACTIVITY", "COMPETENCE"))
                .body("clusters[0].needs.code", contains("86", "photonics"));
    }

    @Test
    void notices_speak_that_hold_on_the_day_of_the_meetings() {
        DirectoryData.change(
                database,
                "insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id, expires_on, created_at)"
                        + " values ('" + UUID.randomUUID()
                        + "', 0, 'saam', 'NEED', 'Light', 'photonics', date '2016-11-24', now())");
        arrange(1, 5, 4).statusCode(201);
        cluster("saam", null, null).body("clusters[0].needs.code", contains("photonics"));
        arrangeAt("2016-11-24T14:00:00+01:00").statusCode(200);
        show().body("clusters[0].needs.code", contains("photonics"));
        arrangeAt("2016-11-25T09:00:00+01:00").statusCode(200);
        show().body("clusters[0].needs.code", contains("29", "process-monitoring"));
    }

    @Test
    void a_contributor_takes_part_under_the_name_of_the_programme() {
        arrange(1, 5, 4).statusCode(201);
        contributor("c-keynote", Map.of("label", "Keynote speaker", "cityId", "ostrava"))
                .statusCode(200)
                .body("people.key", contains("c-keynote"))
                .body("people[0].label", equalTo("Keynote speaker"));
        contributor("c-other", Map.of("label", "Somebody", "cityId", "atlantis"))
                .statusCode(422)
                .body("errors.field", contains("cityId"));
        contributor("keynote", Map.of("label", "Keynote speaker")).statusCode(404);
        contributor("c-other", Map.of("label", "x".repeat(101)))
                .statusCode(422)
                .body("errors.message", contains("must have at most 100 characters"));
        contributorWishes("c-keynote", Collections.nCopies(31, "photonics"), List.of())
                .statusCode(422)
                .body("errors.message", contains("must have at most 30 entries"));
        etag(given(admin()))
                .delete(base() + "/contributors/c-keynote")
                .then()
                .statusCode(200)
                .body("people", empty());
    }

    @Test
    void who_only_needs_meets_the_cluster_that_offers_it_and_the_meeting_is_marked() {
        arrange(2, 5, 4).statusCode(201);
        cluster("alpha-rlh", List.of("photonics"), List.of("biopharma")).statusCode(200);
        cluster("hegan", List.of("composites"), List.of("robotics-automation")).statusCode(200);
        contributor("c-keynote", Map.of("label", "Keynote speaker")).statusCode(200);
        contributor("c-guest", Map.of("label", "Guest")).statusCode(200);
        contributorWishes("c-keynote", List.of(), List.of("photonics")).statusCode(200);
        given(admin())
                .queryParam("person", "c-keynote")
                .get(base() + "/fits")
                .then()
                .body("[0].clusterId", equalTo("alpha-rlh"))
                .body("[0].wanted", equalTo(1.0f))
                .body("[0].wantedBack", equalTo(0.0f))
                .body("[0].score", equalTo(0.0f))
                .body("[0].oneSided", equalTo(true))
                .body("[1].oneSided", equalTo(false));

        post("/plan")
                .statusCode(200)
                .body("meetings.person", contains("c-keynote"))
                .body("meetings.clusterId", contains("alpha-rlh"))
                .body("meetings.oneSided", contains(true))
                .body("meetings.score", contains(0.0f))
                .body("meetings[0].gets.need.code", equalTo("photonics"))
                .body("meetings[0].gives", nullValue())
                .body("withoutMeeting", contains("c-guest"))
                .body("clustersWithoutMeeting", contains("hegan"));
    }

    @Test
    void only_organisers_and_only_on_what_they_have_seen() {
        given().get(base()).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.city("porto").token())
                .get(base())
                .then()
                .statusCode(403);
        given(admin()).get(base()).then().statusCode(404);
        arrange(2, 5, 4).statusCode(201).body("plannedAt", nullValue());
        post("/plan/mending").statusCode(409).body("type", equalTo("urn:infocus:problem:no-meeting-plan"));
        given(admin()).post(base() + "/plan").then().statusCode(428);
        given(admin())
                .header("If-Match", "\"v99\"")
                .post(base() + "/plan")
                .then()
                .statusCode(412);
        cluster("no-such-cluster", null, null).statusCode(404);
        cluster("gaia", List.of("no-such-competence"), List.of())
                .statusCode(422)
                .body("errors.field", contains("offers[0].code"));
        wishes(UUID.randomUUID(), List.of(), List.of()).statusCode(404);
        for (String odd :
                List.of("-5000-01-01T10:00Z", "+999999-01-01T10:00Z", "1999-12-31T23:59Z", "2101-01-01T00:00Z")) {
            etag(given(admin()))
                    .body(Map.of("slots", 2, "minutes", 20, "startsAt", odd, "tables", 5, "chairs", 4))
                    .put(base())
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("startsAt"));
        }
        arrange(0, 5, 4).statusCode(422).body("errors.field", contains("slots"));
        arrange(13, 5, 4).statusCode(422);
        show().body("slots", equalTo(2)).body("clusters", empty());
    }

    private ValidatableResponse arrange(int slots, int tables, int chairs) {
        return kept(etag(given(admin()))
                .body(Map.of("slots", slots, "minutes", 20, "tables", tables, "chairs", chairs))
                .put(base())
                .then());
    }

    private ValidatableResponse cluster(String id, List<String> offers, List<String> needs) {
        return kept(etag(given(admin()))
                .body(offers == null ? Map.of() : Map.of("offers", topics(offers), "needs", topics(needs)))
                .put(base() + "/clusters/" + id)
                .then());
    }

    private ValidatableResponse wishes(UUID person, List<String> offers, List<String> needs) {
        return contributorWishes(person.toString(), offers, needs);
    }

    private ValidatableResponse contributorWishes(String person, List<String> offers, List<String> needs) {
        return kept(etag(given(admin()))
                .body(Map.of("offers", topics(offers), "needs", topics(needs)))
                .put(base() + "/people/" + person + "/wishes")
                .then());
    }

    private ValidatableResponse contributor(String key, Map<String, String> body) {
        return kept(etag(given(admin()))
                .body(body)
                .put(base() + "/contributors/" + key)
                .then());
    }

    private ValidatableResponse post(String path) {
        return kept(etag(given(admin())).post(base() + path).then());
    }

    private ValidatableResponse show() {
        return kept(given(admin()).get(base()).then().statusCode(200));
    }

    /** Remembers the tag of what was seen last. */
    private ValidatableResponse kept(ValidatableResponse response) {
        String seen = response.extract().header("ETag");
        etag = seen == null ? etag : seen;
        return response;
    }

    private RequestSpecification etag(RequestSpecification request) {
        return etag == null ? request : request.header("If-Match", etag);
    }

    private static List<Map<String, String>> topics(List<String> competences) {
        return competences.stream()
                .map(code -> Map.of("facet", "COMPETENCE", "code", code))
                .toList();
    }

    private void tell(String type, UUID application, long version, String city) {
        JsonNode example = Contracts.ofService("registration-service").example(type);
        ObjectNode data = example.path("data")
                .<ObjectNode>deepCopy()
                .put("applicationId", application.toString())
                .put("workshopId", workshop.toString());
        if (data.has("cityId")) {
            data.put("cityId", city);
        }
        Topics.send(
                TOPIC,
                application.toString(),
                example.path("type").asText(),
                UUID.randomUUID(),
                version,
                data.toString());
    }

    /** What a person states themselves, as registration-service tells it; with any offers goes the division of the example. */
    private void state(UUID application, long version, UUID event, List<String> offers, List<String> needs) {
        JsonNode example = Contracts.ofService("registration-service").example("application-wishes-stated.v1");
        ObjectNode data = example.path("data")
                .<ObjectNode>deepCopy()
                .put("applicationId", application.toString())
                .put("workshopId", workshop.toString());
        competences(data.withObjectProperty("offers"), offers);
        competences(data.withObjectProperty("needs"), needs);
        if (offers.isEmpty()) {
            data.withObjectProperty("offers").putArray("activities");
        }
        Topics.send(TOPIC, application.toString(), example.path("type").asText(), event, version, data.toString());
    }

    private static void competences(ObjectNode topics, List<String> codes) {
        ArrayNode array = topics.putArray("competences");
        codes.forEach(array::add);
    }

    private String base() {
        return "/api/v1/admin/workshops/" + workshop + "/meetings";
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(TestTokens.organiser().token()).contentType(ContentType.JSON);
    }
}
