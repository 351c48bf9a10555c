package eu.urbact.infocus.registration.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.draft;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class SuggestionTest {

    @Inject
    Registrations registrations;

    @Inject
    ChangeBalanceGoals changeBalanceGoals;

    @Inject
    DataSource dataSource;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall(Map.of("CITY:porto", 2, "OPEN", 1), 4);
    }

    @Test
    void a_selection_is_proposed_with_reasons_and_decides_nothing() {
        String held = Registrations.admitted(application(call));
        List<String> porto =
                List.of(applied(application(call)), applied(application(call)), applied(application(call)));
        Map<String, Object> odd = application(call);
        odd.put("profile", "OTHER");
        String other = applied(odd);
        suggestion()
                .body("admitted", equalTo(2))
                .body("waitlisted", equalTo(1))
                .body("forPeople", equalTo(1))
                .body("entries.total", equalTo(4))
                .body("entries.items.applicationId", contains(porto.get(0), porto.get(1), porto.get(2), other))
                .body("entries.items.proposal", contains("ADMIT", "ADMIT", "WAITLIST", "FOR_PEOPLE"))
                .body("entries.items.bucket", contains("CITY:porto", "OPEN", null, null))
                .body("entries.items[0].reasons[0].text", equalTo("Reserved seat of CITY:porto, 2nd of 2."))
                .body("entries.items[0].next.applicationId", contains(porto.get(2)))
                .body("entries.items[0].next.familyName", contains("Quellenfinder"))
                .body("entries.items[2].nextIn", contains("CITY:porto", "OPEN"))
                .body("entries.items[2].rank", equalTo(1))
                .body("buckets.find { it.code == 'CITY:porto' }.suggested", equalTo(1))
                .body("buckets.find { it.code == 'CITY:porto' }.free", equalTo(1));
        organiser()
                .get("/api/v1/admin/applications?state=SUBMITTED&call=" + call)
                .then()
                .body("total", equalTo(4));
        organiser()
                .get(path("suggestion") + "?size=1&page=2")
                .then()
                .body("entries.items.applicationId", contains(porto.get(2)))
                .body("admitted", equalTo(2));
    }

    @Test
    void the_entity_tag_stays_until_something_changes() {
        applied(application(call));
        String tag = suggestion().extract().header("ETag");
        assertThat(suggestion().extract().header("ETag")).isEqualTo(tag);
        String id = applied(application(call));
        String another = suggestion().extract().header("ETag");
        assertThat(another).isNotEqualTo(tag);
        decide(id, "ADMIT").statusCode(200);
        String third = suggestion().extract().header("ETag");
        assertThat(third).isNotEqualTo(another);
        change("\"v0\"", 1, 10, Map.of()).statusCode(200);
        assertThat(suggestion().extract().header("ETag")).isNotEqualTo(third);
    }

    @Test
    void the_entity_tag_stays_when_something_changes_that_no_proposal_depends_on() {
        String id = applied(application(call));
        String tag = suggestion().extract().header("ETag");
        organiser()
                .header("If-Match", "\"v0\"")
                .post("/api/v1/admin/applications/" + id + "/link-renewals")
                .then()
                .statusCode(204);
        organiser().get("/api/v1/admin/applications/" + id).then().header("ETag", "\"v1\"");
        assertThat(suggestion().extract().header("ETag")).isEqualTo(tag);
    }

    @Test
    void of_the_first_two_changes_of_the_goals_at_once_the_second_is_told_of_the_first() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> changeBalanceGoals.change(UUID.fromString(call), new Goals(1, 50, Map.of())),
                        () -> change("\"v0\"", 3, 40, Map.of()))
                .statusCode(412)
                .body("by", equalTo("the system"))
                .body("at", notNullValue());
        organiser()
                .get(path("balance-goals"))
                .then()
                .header("ETag", "\"v1\"")
                .body("maxPerCityInOpenPool", equalTo(1))
                .body("newcomersPercent", equalTo(50));
    }

    @Test
    void who_was_admitted_before_is_no_newcomer() {
        String earlier = registrations.openCall();
        Map<String, Object> person = application(earlier);
        decide(applied(person), "ADMIT").statusCode(200);
        registrations.workshopIs(earlier, Instant.parse("2016-09-20T08:00:00Z"), Instant.parse("2016-09-21T15:00:00Z"));
        person.put("callId", call);
        String returning = applied(person);
        String fresh = applied(application(call));
        suggestion()
                .body("entries.items.find { it.applicationId == '" + returning + "' }.newcomer", equalTo(false))
                .body("entries.items.find { it.applicationId == '" + fresh + "' }.newcomer", equalTo(true));
    }

    @Test
    void goals_are_changed_by_whoever_has_seen_them_and_the_rule_follows() {
        organiser()
                .get(path("balance-goals"))
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"")
                .body("maxPerCityInOpenPool", equalTo(2))
                .body("newcomersPercent", equalTo(30))
                .body("minimumPerProfile", equalTo(Map.of()));
        change("\"v0\"", 1, 50, Map.of("EXPERT", 2, "ACADEMIC", 0))
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("minimumPerProfile", equalTo(Map.of("EXPERT", 2)));
        change("\"v0\"", 3, 50, Map.of())
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"))
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true))
                .body("at", notNullValue());
        change("\"v1\"", 1, 50, Map.of("EXPERT", 3)).statusCode(200).header("ETag", "\"v2\"");
        organiser()
                .contentType(ContentType.JSON)
                .body(goals(1, 50, Map.of()))
                .put(path("balance-goals"))
                .then()
                .statusCode(428);
        given().get("/api/v1/calls/" + call + "/admission-rule")
                .then()
                .statusCode(200)
                .body("sentences", hasItem("No partner city gets more than 1 open place."))
                .body("seatsFor", equalTo(List.of("CITIES", "EVERYBODY")))
                .body("sentences", hasItem(startsWith("Of some profiles the room needs a few: 3 experts.")));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("balance-goals-changed"))
                .body("items[0].details.after.minimumPerProfile", equalTo(Map.of("EXPERT", 3)));
    }

    @Test
    void published_rules_speak_only_of_the_seats_that_the_call_has() {
        call = registrations.openCall(Map.of("CITY:porto", 3), 4);
        given().get("/api/v1/calls/" + call + "/admission-rule")
                .then()
                .statusCode(200)
                .body("seatsFor", equalTo(List.of("CITIES")))
                .body(
                        "sentences",
                        contains(
                                startsWith("People decide."),
                                equalTo("3 places are kept for people who come with a partner city: CITY:porto 3."),
                                startsWith("A place of its city is promised to each person whom the city has invited"),
                                startsWith(
                                        "Places are filled one after the other. Each goes to the person with most points"),
                                startsWith("Every organiser who is for a person counts 10 points"),
                                startsWith("Who has not been admitted to an earlier workshop of the network gets"),
                                startsWith("For some people the rule proposes nothing"),
                                equalTo(
                                        "Everybody else who gets no place is proposed for the waiting list, in the order of their points.")));
        waitingListRule()
                .body(
                        "sentences[0]",
                        endsWith(
                                "it is held for the first person on the list whom it may go to: a place kept for a partner city goes to"
                                        + " the first who comes with that city. A place that is promised to a person whom a city has invited, until"
                                        + " the invitation ends, and after the person has accepted it until somebody has decided, is not free."))
                .body("sentences", not(hasItem(containsString("open one"))))
                .body("sentences", not(hasItem(startsWith("Balance comes first"))));

        call = registrations.openCall(Map.of("OPEN", 3), 4);
        waitingListRule()
                .body("sentences[0]", endsWith("it is held for the first person on the list."))
                .body("sentences[1]", startsWith("Balance comes first"));
    }

    @Test
    void published_rules_speak_of_handing_back_where_a_day_is_agreed() {
        Map<String, Object> wanted = Registrations.call(registrations.announcedWorkshop(), Map.of(), 4);
        wanted.put(
                "buckets",
                List.of(
                        Map.of("code", "CITY:porto", "label", "Porto", "limit", 3, "handBackOn", "2016-11-01"),
                        Map.of("code", "OPEN", "label", "Open", "limit", 0)));
        call = draft(wanted).statusCode(201).extract().path("id");
        String handBack = "Where a day is agreed on which a city hands its unused places back";
        organiser()
                .get("/api/v1/calls/" + call + "/admission-rule")
                .then()
                .body("sentences", hasItem(startsWith(handBack)))
                .body("sentences", hasItem(startsWith("For an open place a person gets 15 points")))
                .body("sentences", not(hasItem(endsWith("open to all."))));
        waitingListRule()
                .body("sentences", hasItem(startsWith(handBack)))
                .body("sentences[0]", containsString(", an open one to the first of all."));
    }

    private ValidatableResponse waitingListRule() {
        return organiser()
                .get("/api/v1/calls/" + call + "/waiting-list-rule")
                .then()
                .statusCode(200);
    }

    @Test
    void goals_that_make_no_sense_are_named() {
        change("*", -1, 30, Map.of()).statusCode(422).body("errors[0].field", equalTo("maxPerCityInOpenPool"));
        change("*", 1, 101, Map.of()).statusCode(422).body("errors[0].field", equalTo("newcomersPercent"));
        change("*", 1, 30, Map.of("EXPERT", -1)).statusCode(422).body("errors.size()", equalTo(1));
        change("*", 1, 30, Map.of("KING", 1)).statusCode(400);
        organiser().get(path("balance-goals")).then().header("ETag", "\"v0\"");
    }

    @Test
    void it_is_for_organisers_and_so_is_the_rule_of_a_draft() {
        for (String what : List.of("suggestion", "balance-goals")) {
            given().get(path(what)).then().statusCode(401);
            for (TestTokens tokens : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
                given().auth().oauth2(tokens.token()).get(path(what)).then().statusCode(403);
            }
            organiser()
                    .get("/api/v1/admin/calls/" + UUID.randomUUID() + "/" + what)
                    .then()
                    .statusCode(404);
        }
        String draft = draft(Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 1), 1))
                .extract()
                .path("id");
        organiser()
                .get("/api/v1/calls/" + draft + "/admission-rule")
                .then()
                .body("seatsFor", equalTo(List.of("EVERYBODY")));
        for (String rule : List.of("/admission-rule", "/waiting-list-rule")) {
            given().get("/api/v1/calls/" + draft + rule).then().statusCode(404);
            organiser().get("/api/v1/calls/" + draft + rule).then().statusCode(200);
            given().auth()
                    .oauth2(TestTokens.city("porto").token())
                    .get("/api/v1/calls/" + draft + rule)
                    .then()
                    .statusCode(404);
        }
        given().get("/api/v1/calls/" + UUID.randomUUID() + "/admission-rule")
                .then()
                .statusCode(404);
        organiser().get("/api/v1/admin/calls/" + draft + "/suggestion").then().statusCode(200);
    }

    private ValidatableResponse suggestion() {
        return organiser().get(path("suggestion")).then().statusCode(200);
    }

    private ValidatableResponse change(
            String ifMatch, Integer maxPerCity, int newcomersPercent, Map<String, Integer> minimums) {
        return organiser()
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(goals(maxPerCity, newcomersPercent, minimums))
                .put(path("balance-goals"))
                .then();
    }

    private static Map<String, Object> goals(Integer maxPerCity, int newcomersPercent, Map<String, Integer> minimums) {
        return Map.of(
                "maxPerCityInOpenPool",
                maxPerCity,
                "newcomersPercent",
                newcomersPercent,
                "minimumPerProfile",
                minimums);
    }

    private String path(String what) {
        return "/api/v1/admin/calls/" + call + "/" + what;
    }
}
