package eu.urbact.infocus.registration.desk;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class DeskTest {

    @Inject
    Registrations registrations;

    @Inject
    DataSource dataSource;

    @Test
    void a_view_is_its_owners_and_others_see_it_when_it_is_shared() {
        TestTokens owner = someOrganiser();
        TestTokens other = someOrganiser();
        String own = keep(owner, view("Mine", false)).statusCode(201).extract().path("id");
        String shared = keep(owner, view("Ours", true))
                .statusCode(201)
                .body("staged", equalTo("NONE"))
                .body("unvoted", equalTo(true))
                .extract()
                .path("id");
        as(owner).get("/api/v1/admin/saved-views").then().body("findAll { it.mine }.name", contains("Mine", "Ours"));
        as(other)
                .get("/api/v1/admin/saved-views")
                .then()
                .body("find { it.id == '" + shared + "' }.mine", equalTo(false))
                .body("findAll { it.id == '" + own + "' }", hasSize(0));
        for (String id : List.of(own, shared)) {
            change(other, id, "*", view("Stolen", true)).statusCode(404);
            as(other)
                    .header("If-Match", "*")
                    .delete("/api/v1/admin/saved-views/" + id)
                    .then()
                    .statusCode(404);
        }
        change(owner, own, "\"v0\"", view("Renamed", false)).statusCode(200).header("ETag", "\"v1\"");
        change(owner, own, "\"v0\"", view("Again", false)).statusCode(412);
        as(owner)
                .header("If-Match", "\"v1\"")
                .delete("/api/v1/admin/saved-views/" + own)
                .then()
                .statusCode(204);
        as(owner).get("/api/v1/admin/saved-views").then().body("findAll { it.mine }.name", contains("Ours"));
    }

    @Test
    void a_name_is_used_once_by_each_organiser() {
        TestTokens owner = someOrganiser();
        keep(owner, view("Porto", false)).statusCode(201);
        keep(owner, view("Porto", false))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:view-exists"))
                .body("detail", equalTo("You have a view of this name already. Choose another name."));
        keep(someOrganiser(), view("Porto", false)).statusCode(201);
        String second =
                keep(owner, view("Bilbao", false)).statusCode(201).extract().path("id");
        change(owner, second, "*", view("Porto", false)).statusCode(409);
    }

    @Test
    void a_view_that_was_thrown_away_is_gone_however_often_and_late_that_is_sent_again() throws SQLException {
        for (boolean purged : List.of(false, true)) {
            TestTokens owner = someOrganiser();
            String key = UUID.randomUUID().toString();
            String first = keep(owner, key, view("Ours", true))
                    .statusCode(201)
                    .extract()
                    .path("id");
            if (purged) {
                // as the housekeeping does after two days; the name is taken all the same
                TestSql.execute(dataSource, "delete from idempotency_key where key = ?", key);
                keep(owner, key, view("Ours", true))
                        .statusCode(409)
                        .body("type", equalTo("urn:infocus:problem:view-exists"))
                        .body("detail", equalTo("You have a view of this name already. Choose another name."));
            } else {
                keep(owner, key, view("Ours", true)).statusCode(201).body("id", equalTo(first));
            }
            discard(owner, first, "\"v0\"").statusCode(204);
            discard(owner, first, "\"v0\"").statusCode(404).body("type", equalTo("urn:infocus:problem:not-found"));

            String second = keep(owner, key, view("Ours", true))
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(second).isNotEqualTo(first);
            keep(owner, key, view("Ours", true)).statusCode(201).body("id", equalTo(second));
            discard(owner, first, "*").statusCode(404);
            as(owner).get("/api/v1/admin/saved-views").then().body("findAll { it.mine }.id", contains(second));
        }
    }

    private static ValidatableResponse keep(TestTokens who, String key, Map<String, Object> view) {
        return as(who).header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(view)
                .post("/api/v1/admin/saved-views")
                .then();
    }

    private static ValidatableResponse discard(TestTokens who, String id, String tag) {
        return as(who).header("If-Match", tag)
                .delete("/api/v1/admin/saved-views/" + id)
                .then();
    }

    @Test
    void views_that_no_list_can_show_are_refused() {
        TestTokens owner = someOrganiser();
        for (String field : List.of("state", "profile", "staged", "sort")) {
            Map<String, Object> view = view("Odd", false);
            view.put(field, "KING");
            keep(owner, view).statusCode(422).body("errors.field", contains(field));
        }
        Map<String, Object> nameless = view(" ", false);
        keep(owner, nameless).statusCode(422).body("errors.field", everyItem(equalTo("name")));
        keep(TestTokens.desk(), view("Door", false)).statusCode(403);
        given().get("/api/v1/admin/saved-views").then().statusCode(401);
    }

    @Test
    void whoever_stages_a_suggestion_that_has_changed_is_told_who_has_changed_it() {
        String call = registrations.openCall(Map.of("CITY:porto", 1, "OPEN", 1), 2);
        String person = applied(application(call));
        String tag = organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .extract()
                .header("ETag");
        applied(application(call));
        applied(application(registrations.openCall()));
        take(call, tag, List.of("ADMIT"))
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("yourself", equalTo(false))
                .body("at", notNullValue());
        as(someOrganiser())
                .contentType(ContentType.JSON)
                .body(Map.of("vote", "YES"))
                .put("/api/v1/admin/applications/" + person + "/review/vote")
                .then()
                .statusCode(204);
        take(call, tag, List.of("ADMIT"))
                .statusCode(412)
                .body("by", startsWith("organiser-"))
                .body("yourself", equalTo(false));
    }

    @Test
    void a_suggestion_is_taken_over_with_its_seats_and_what_was_staged_stays() {
        String call = registrations.openCall(Map.of("CITY:porto", 1, "OPEN", 1), 3);
        String first = applied(application(call));
        String second = applied(application(call));
        String third = applied(application(call));
        String fourth = applied(application(call));
        decide(fourth, "WAITLIST").statusCode(200);
        String tag = organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .extract()
                .header("ETag");
        as(someOrganiser())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "DECLINE", "reasonCode", "INCOMPLETE"))
                .put("/api/v1/admin/applications/" + second + "/staged-decision")
                .then()
                .statusCode(200);
        take(call, "\"0123\"", List.of("ADMIT"))
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true))
                .body("at", notNullValue());
        take(call, tag, List.of()).statusCode(422);
        take(call, tag, List.of("FOR_PEOPLE")).statusCode(400);
        take(call, tag, List.of("ADMIT", "WAITLIST"))
                .statusCode(201)
                .body("staged", equalTo(2))
                .body("refused.applicationId", contains(second))
                .body("refused.type", contains("urn:infocus:problem:staged-by-other"));
        organiser()
                .get("/api/v1/admin/desk?staged=ANY&call=" + call)
                .then()
                .body("items.id", containsInAnyOrder(first, second, third))
                .body("items.find { it.id == '" + first + "' }.staged.decision", equalTo("ADMIT"))
                .body("items.find { it.id == '" + first + "' }.staged.bucket", equalTo("CITY:porto"))
                .body("items.find { it.id == '" + second + "' }.staged.decision", equalTo("DECLINE"))
                .body("items.find { it.id == '" + third + "' }.staged.decision", equalTo("WAITLIST"));
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("proposals", List.of("ADMIT")))
                .post("/api/v1/admin/calls/" + call + "/suggestion/staging")
                .then()
                .statusCode(428);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("proposals", List.of("ADMIT")))
                .post("/api/v1/admin/calls/" + UUID.randomUUID() + "/suggestion/staging")
                .then()
                .statusCode(404);
    }

    @Test
    void who_comes_back_is_known_from_earlier_workshops() {
        String earlier = registrations.openCall();
        Map<String, Object> person = application(earlier);
        String before = Registrations.admitted(person);
        registrations.workshopIs(earlier, Instant.parse("2016-09-20T08:00:00Z"), Instant.parse("2016-09-21T15:00:00Z"));
        String call = registrations.openCall();
        person.put("callId", call);
        String now = applied(person);
        String stranger = applied(application(call));
        organiser()
                .get("/api/v1/admin/desk?call=" + call)
                .then()
                .body("items.find { it.id == '" + now + "' }.newcomer", equalTo(false))
                .body("items.find { it.id == '" + stranger + "' }.newcomer", equalTo(true));
        organiser()
                .get("/api/v1/admin/applications/" + now + "/earlier")
                .then()
                .statusCode(200)
                .body("applicationId", contains(before))
                .body("state", contains("ADMITTED"))
                .body("title", contains("Workshop of the test"))
                .body("daysAttended", contains(0));
        organiser()
                .get("/api/v1/admin/applications/" + stranger + "/earlier")
                .then()
                .body("", hasSize(0));
        organiser()
                .get("/api/v1/admin/applications/" + UUID.randomUUID() + "/earlier")
                .then()
                .statusCode(404);
        Registrations.city("porto")
                .get("/api/v1/admin/applications/" + now + "/earlier")
                .then()
                .statusCode(403);
    }

    @Test
    void whoever_has_a_place_at_a_later_workshop_has_not_been_before() {
        String later = registrations.openCall();
        Map<String, Object> person = application(later);
        Registrations.admitted(person);
        registrations.workshopIs(later, Instant.parse("2017-03-07T08:00:00Z"), Instant.parse("2017-03-08T15:00:00Z"));
        String call = registrations.openCall();
        person.put("callId", call);
        String now = applied(person);

        organiser()
                .get("/api/v1/admin/desk?call=" + call)
                .then()
                .body("items.find { it.id == '" + now + "' }.newcomer", equalTo(true));
        organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .body("entries.items.find { it.applicationId == '" + now + "' }.newcomer", equalTo(true));
        decide(now, "ADMIT").statusCode(200);
        organiser()
                .get("/api/v1/admin/calls/" + call + "/plan")
                .then()
                .statusCode(200)
                .body("newcomers.find { it.key == 'NEWCOMER' }.held", equalTo(1));
    }

    @Test
    void the_list_and_all_that_is_made_of_it_is_narrowed_by_what_the_room_is_balanced_by() {
        String earlier = registrations.openCall();
        Map<String, Object> known = application(earlier);
        Registrations.admitted(known);
        registrations.workshopIs(earlier, Instant.parse("2016-09-20T08:00:00Z"), Instant.parse("2016-09-21T15:00:00Z"));
        String call = registrations.openCall();
        known.put("callId", call);
        String back = applied(known);
        Map<String, Object> contributor = application(call);
        contributor.put("contributor", true);
        String speaker = applied(contributor);
        Map<String, Object> speaking = application(call);
        speaking.put("clusterId", "gaia");
        String member = applied(speaking);
        Map<String, Object> academic = application(call);
        academic.put("profile", "ACADEMIC");
        String seated = Registrations.admitted(academic);
        Map<Map<String, Object>, List<String>> lists = new LinkedHashMap<>();
        lists.put(Map.of("newcomer", true), List.of(speaker, member, seated));
        lists.put(Map.of("newcomer", false), List.of(back));
        lists.put(Map.of("contributor", true), List.of(speaker));
        lists.put(Map.of("contributor", false), List.of(back, member, seated));
        lists.put(Map.of("cluster", "gaia"), List.of(member));
        lists.put(Map.of("cluster", "none"), List.of(back, speaker, seated));
        lists.put(Map.of("bucket", "CITY:porto"), List.of(seated));
        lists.put(Map.of("bucket", "OPEN"), List.of());
        lists.put(Map.of("profile", "ACADEMIC", "newcomer", true, "bucket", "CITY:porto"), List.of(seated));
        lists.put(Map.of("newcomer", false, "contributor", true), List.of());
        lists.put(Map.of("newcomer", true, "contributor", false, "cluster", "gaia", "staged", "NONE"), List.of(member));

        lists.forEach((narrowed, people) -> {
            Map<String, Object> query = new LinkedHashMap<>(narrowed);
            query.put("call", call);
            organiser()
                    .queryParams(query)
                    .get("/api/v1/admin/desk")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(people.size()))
                    .body("items.id", equalTo(people));
            String[] file = organiser()
                    .queryParams(query)
                    .get("/api/v1/admin/applications/export")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()
                    .split("\r\n");
            assertThat(file).as(narrowed.toString()).hasSize(people.size() + 1);
            for (int i = 0; i < people.size(); i++) {
                assertThat(file[i + 1]).startsWith("\"" + people.get(i) + "\"");
            }
            organiser()
                    .contentType(ContentType.JSON)
                    .body(Map.of("decision", "ADMIT", "matching", narrowed, "expected", people.size() + 1))
                    .post("/api/v1/admin/calls/" + call + "/staging-steps")
                    .then()
                    .statusCode(412);
            query.remove("staged");
            organiser()
                    .queryParams(query)
                    .queryParam("sort", "name")
                    .get("/api/v1/admin/applications")
                    .then()
                    .statusCode(200)
                    .body("items.id", containsInAnyOrder(people.toArray()));
        });
        organiser()
                .get("/api/v1/admin/desk/" + member + "?newcomer=true&call=" + call)
                .then()
                .body("previous", equalTo(speaker))
                .body("next", equalTo(seated));
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "decision", "ADMIT", "matching", Map.of("newcomer", true, "cluster", "none"), "expected", 2))
                .post("/api/v1/admin/calls/" + call + "/staging-steps")
                .then()
                .statusCode(201)
                .body("staged", equalTo(1))
                .body("refused.applicationId", contains(seated));
        for (String wrong : List.of("newcomer=maybe", "contributor=1", "cluster=A%20B", "bucket=BOX")) {
            organiser()
                    .urlEncodingEnabled(false)
                    .get("/api/v1/admin/desk?call=" + call + "&" + wrong)
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains(wrong.split("=")[0]));
        }
    }

    @Test
    void a_view_keeps_what_the_room_is_balanced_by() {
        TestTokens owner = someOrganiser();
        Map<String, Object> view = view("New ones of GAIA", false);
        view.putAll(Map.of("newcomer", true, "contributor", false, "cluster", "gaia", "bucket", "CITY:porto"));
        keep(owner, view).statusCode(201);
        as(owner)
                .get("/api/v1/admin/saved-views")
                .then()
                .body("find { it.mine }.newcomer", equalTo(true))
                .body("find { it.mine }.contributor", equalTo(false))
                .body("find { it.mine }.cluster", equalTo("gaia"))
                .body("find { it.mine }.bucket", equalTo("CITY:porto"));
        Map<String, Object> plain = view("Everybody", false);
        keep(owner, plain)
                .statusCode(201)
                .body("newcomer", nullValue())
                .body("contributor", nullValue())
                .body("cluster", nullValue())
                .body("bucket", nullValue());
        for (Map.Entry<String, String> wrong :
                Map.of("cluster", "A B", "bucket", "BOX").entrySet()) {
            Map<String, Object> odd = view("Odd", false);
            odd.put(wrong.getKey(), wrong.getValue());
            keep(owner, odd).statusCode(422).body("errors.field", contains(wrong.getKey()));
        }
    }

    private static ValidatableResponse take(String call, String ifMatch, List<String> proposals) {
        return organiser()
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(Map.of("proposals", proposals))
                .post("/api/v1/admin/calls/" + call + "/suggestion/staging")
                .then();
    }

    private static ValidatableResponse keep(TestTokens who, Map<String, Object> view) {
        return as(who).contentType(ContentType.JSON)
                .body(view)
                .post("/api/v1/admin/saved-views")
                .then();
    }

    private static ValidatableResponse change(TestTokens who, String id, String ifMatch, Map<String, Object> view) {
        return as(who).header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(view)
                .put("/api/v1/admin/saved-views/" + id)
                .then();
    }

    private static Map<String, Object> view(String name, boolean shared) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", name);
        view.put("shared", shared);
        view.put("state", "SUBMITTED");
        view.put("city", "porto");
        view.put("staged", "NONE");
        view.put("unvoted", true);
        view.put("sort", "name");
        return view;
    }

    private static TestTokens someOrganiser() {
        return TestTokens.user("organiser-" + UUID.randomUUID(), Set.of("organiser"), List.of());
    }

    private static RequestSpecification as(TestTokens tokens) {
        return given().auth().oauth2(tokens.token());
    }
}
