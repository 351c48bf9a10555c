package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Spreadsheets;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.privacy.Retention;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.tasksOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** A workshop of November, seen on 10 October: people with a place are asked, and kitchens and buses get their numbers. */
@QuarkusTest
@WithEmbeddedServers
class LogisticsTest {

    private static final String OWN = "/api/v1/self-service/logistics";

    @Inject
    Registrations registrations;

    @Inject
    PurgeNeeds purgeNeeds;

    @Inject
    RemindBeforeFreeze remindBeforeFreeze;

    @Inject
    TellOrganisers tellOrganisers;

    @Inject
    LogisticsPersonalData personalData;

    @Inject
    RequestChange requestChange;

    @Inject
    ChooseOptions chooseOptions;

    @Inject
    SetFreeze setFreeze;

    @Inject
    DefineOption defineOption;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private String call;
    private String person;
    private String token;
    private String bus;
    private String dinner;

    @BeforeEach
    void open() {
        call = registrations.openCall();
        freeze("2016-11-16T18:00:00+01:00");
        bus = option("BUS", "Bus to Höchst", "2016-11-24T08:15:00+01:00", 2, false);
        dinner = option("DINNER", "Dinner in Sachsenhausen", "2016-11-24T20:00:00+01:00", 3, true);
        person = admitted();
        token = linkToken(person);
    }

    @Test
    void a_person_with_a_place_is_asked_and_answers_piece_by_piece() {
        own(token)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("zone", equalTo("Europe/Berlin"))
                .body("freezeAt", equalTo("2016-11-16T17:00:00Z"))
                .body("frozen", equalTo(false))
                .body("options.title", equalTo(List.of("Bus to Höchst", "Dinner in Sachsenhausen")))
                .body("options.free", equalTo(List.of(2, 3)))
                .body("options.chosen", equalTo(List.of(false, false)))
                .body("choicesAnswered", equalTo(false));
        tasksOf(token)
                .body("tasks.code", equalTo(List.of("TRAVEL", "CHOICES", "NEEDS", "PHOTO")))
                .body("tasks.answered", equalTo(List.of(false, false, false, false)))
                .body("tasks[0].dueAt", equalTo("2016-11-16T17:00:00Z"))
                .body("open", equalTo(4));
        put("/travel", travel("2016-11-23T11:00:00+01:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200)
                .body("arrival.at", equalTo("2016-11-23T10:00:00Z"))
                .body("arrival.by", equalTo("PLANE"))
                .body("arrival.details", equalTo("TP 574"));
        put("/choices", choices(Map.of(bus, 0, dinner, 1)))
                .statusCode(200)
                .body("options.chosen", equalTo(List.of(true, true)))
                .body("options.companions", equalTo(List.of(0, 1)))
                .body("options.free", equalTo(List.of(1, 1)));
        put("/needs", needs(List.of("VEGETARIAN"), "No celery, please", List.of("STEP_FREE"), true))
                .statusCode(200)
                .body("diets", equalTo(List.of("VEGETARIAN")))
                .body("dietNote", equalTo("No celery, please"))
                .body("accessNeeds", equalTo(List.of("STEP_FREE")));
        put("/photo-consent", Map.of("consent", false)).statusCode(200).body("photoConsent", equalTo(false));
        tasksOf(token).body("open", equalTo(0));
    }

    @Test
    void nobody_without_a_place_is_asked_or_may_answer() {
        String waiting = applied(application(call));
        String waitingToken = linkToken(waiting);
        Map<String, Map<String, Object>> answers = Map.of(
                "/travel", travel("2016-11-23T11:00:00+01:00", "2016-11-25T15:00:00+01:00"),
                "/choices", choices(Map.of(bus, 0)),
                "/needs", needs(List.of(), null, List.of(), false),
                "/photo-consent", Map.of("consent", true),
                "/change-request", choices(Map.of(bus, 0)));
        for (String decision : List.of("", "WAITLIST", "DECLINE")) {
            if (!decision.isEmpty()) {
                decide(waiting, decision).statusCode(200);
            }
            own(waitingToken).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
            tasksOf(waitingToken).body("tasks", hasSize(0));
            answers.forEach((path, body) -> put(waitingToken, path, body)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:not-admitted")));
        }
        for (String bad : List.of("nonsense", "", token + "A")) {
            own(bad).statusCode(404);
            answers.forEach((path, body) -> put(bad, path, body).statusCode(404));
            given().header("Application-Link", bad)
                    .get("/api/v1/self-service/tasks")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void after_the_freeze_time_nothing_is_wanted_by_a_time_that_has_passed() {
        freeze("2016-10-09T18:00:00+02:00");
        tasksOf(token)
                .body("tasks.code", equalTo(List.of("TRAVEL", "CHOICES", "NEEDS", "PHOTO")))
                .body("tasks[0].dueAt", equalTo("2016-11-23T12:30:00Z"))
                // these can only be asked for
                .body("tasks[1].dueAt", nullValue())
                .body("tasks[2].dueAt", equalTo("2016-11-23T12:30:00Z"));
    }

    @Test
    void nothing_is_asked_before_the_organisers_say_until_when() {
        String silent = registrations.openCall();
        String admitted = admitted(silent);
        String silentToken = linkToken(admitted);
        own(silentToken).statusCode(409).body("type", equalTo("urn:infocus:problem:logistics-not-asked"));
        put(silentToken, "/photo-consent", Map.of("consent", true))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:logistics-not-asked"));
        tasksOf(silentToken).body("tasks", hasSize(0));
    }

    @Test
    void nobody_is_reminded_before_the_organisers_say_until_when_though_they_have_looked() {
        String asked = call;
        call = registrations.openCall();
        String silent = admitted();
        admittedTwoDaysAgo(silent);
        admittedTwoDaysAgo(person);
        organiser().get(logistics() + "/settings").then().statusCode(200).body("freezeAt", nullValue());
        for (String soon : List.of(asked, call)) {
            registrations.workshopIs(
                    soon, Instant.parse("2016-10-13T08:00:00Z"), Instant.parse("2016-10-14T15:00:00Z"));
        }
        remindBeforeFreeze.remindDue();
        assertThat(registrations.told(person)).endsWith("logistics-answer-due");
        assertThat(registrations.told(silent)).doesNotContain("logistics-answer-due");
        freeze("2016-10-12T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        assertThat(registrations.told(silent)).endsWith("logistics-answer-due");
    }

    @Test
    void the_last_place_is_given_once_companions_count_and_a_refusal_changes_nothing() {
        String other = linkToken(admitted());
        put("/choices", choices(Map.of(dinner, 1))).statusCode(200);
        put(other, "/choices", choices(Map.of(bus, 0, dinner, 1)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:option-full"))
                .body("detail", equalTo("Dinner in Sachsenhausen has 1 left, 2 are needed."));
        assertThat(taken()).containsExactly(0, 2);
        put(other, "/choices", choices(Map.of(bus, 0, dinner, 0))).statusCode(200);
        put("/choices", choices(Map.of(bus, 0, dinner, 2)))
                .statusCode(409)
                .body("detail", equalTo("Dinner in Sachsenhausen is full."));
        assertThat(taken()).containsExactly(1, 3);
        put("/choices", choices(Map.of(bus, 0, dinner, 0))).statusCode(200);
        assertThat(taken()).containsExactly(2, 2);
        put("/choices", choices(Map.of(bus, 1)))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:companions-not-possible"));
        put("/choices", choices(Map.of(UUID.randomUUID().toString(), 0)))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:option-unknown"));
        put("/choices", choices(Map.of())).statusCode(200).body("choicesAnswered", equalTo(true));
        assertThat(taken()).containsExactly(1, 1);
    }

    @Test
    void wrong_answers_are_named() {
        put("/travel", travel("2016-11-25T11:00:00+01:00", "2016-11-25T11:00:00+01:00"))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:travel-backwards"));
        put("/travel", travel("1816-11-23T11:00:00+01:00", "2016-11-25T11:00:00+01:00"))
                .statusCode(422)
                .body("errors[0].field", equalTo("arrival.at"));
        put("/travel", Map.of("arrival", Map.of("at", "2016-11-23T11:00:00+01:00", "by", "BROOM")))
                .statusCode(400);
        Map.of(
                        travel("2010-01-01T11:00:00+01:00", "2016-11-25T11:00:00+01:00"),
                        "Arrival and departure must be within 14 days before or after the workshop.",
                        travel("2016-11-23T11:00:00+01:00", "2016-12-10T00:00:00+01:00"),
                        "Arrival and departure must be within 14 days before or after the workshop.",
                        travel("2016-11-25T14:00:00+01:00", "2016-11-26T14:00:00+01:00"),
                        "The arrival must be before the workshop ends, and the departure after it begins.",
                        travel("2016-11-21T14:00:00+01:00", "2016-11-23T13:30:00+01:00"),
                        "The arrival must be before the workshop ends, and the departure after it begins.")
                .forEach((times, why) -> put("/travel", times)
                        .statusCode(422)
                        .body("type", equalTo("urn:infocus:problem:travel-backwards"))
                        .body("detail", equalTo(why)));
        put("/travel", travel("2016-11-09T00:00:00+01:00", "2016-12-09T23:59:00+01:00"))
                .statusCode(200);
        put("/needs", needs(List.of("OTHER"), null, List.of("OTHER"), true))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("dietNote", "accessNote")))
                .body("errors[0].message", equalTo("must say what else you eat or do not eat"));
        put("/choices", choices(Map.of(dinner, 5))).statusCode(422);
        put("/choices", Map.of("choices", List.of(choice(bus, 0), choice(bus, 0))))
                .statusCode(422)
                .body("errors[0].field", equalTo("choices[1].optionId"));
        put("/needs", needs(List.of("VEGAN"), null, List.of(), false))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:consent-missing"));
        put("/needs", needs(List.of(), "x".repeat(301), List.of(), true)).statusCode(422);
        put("/photo-consent", Map.of()).statusCode(422);
        own(token).body("choicesAnswered", equalTo(false)).body("needsAnswered", equalTo(false));
    }

    @Test
    void needing_nothing_keeps_nothing() {
        put("/needs", needs(List.of("HALAL"), null, List.of(), true)).statusCode(200);
        assertThat(rows("logistics_need")).isEqualTo(1);
        put("/needs", needs(List.of(), "", List.of(), false))
                .statusCode(200)
                .body("needsAnswered", equalTo(true))
                .body("diets", hasSize(0));
        assertThat(rows("logistics_need")).isZero();
    }

    @Test
    void kitchens_and_buses_get_numbers_and_no_names() {
        String other = linkToken(admitted());
        put("/choices", choices(Map.of(bus, 0, dinner, 1))).statusCode(200);
        put(other, "/choices", choices(Map.of(dinner, 0))).statusCode(200);
        put("/needs", needs(List.of("VEGETARIAN", "NUT_ALLERGY"), "No celery", List.of("STEP_FREE"), true))
                .statusCode(200);
        put(other, "/needs", needs(List.of("VEGETARIAN"), null, List.of(), true))
                .statusCode(200);
        put("/travel", travel("2016-11-23T23:30:00+00:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200);
        put("/photo-consent", Map.of("consent", false)).statusCode(200);
        String answer = organiser()
                .get(logistics() + "/headcounts")
                .then()
                .statusCode(200)
                .body("answers.admitted", equalTo(2))
                .body("answers.travel", equalTo(1))
                .body("answers.choices", equalTo(2))
                .body("answers.needs", equalTo(2))
                .body("answers.photoNo", equalTo(1))
                .body("answers.photoYes", equalTo(0))
                .body("options[0].people", equalTo(1))
                // nobody eats on the bus, which must be ready for wheelchairs all the same
                .body("options[0].diets", hasSize(0))
                .body("options[0].dietNotes", equalTo(0))
                .body("options[0].accessNeeds.code", equalTo(List.of("STEP_FREE")))
                .body("options[1].people", equalTo(2))
                .body("options[1].companions", equalTo(1))
                .body("options[1].places", equalTo(3))
                .body("options[1].option.free", equalTo(0))
                .body("options[1].diets.code", equalTo(List.of("VEGETARIAN", "NUT_ALLERGY")))
                .body("options[1].diets.find { it.code == 'VEGETARIAN' }.people", equalTo(2))
                .body("options[1].dietNotes", equalTo(1))
                // half past midnight in Frankfurt
                .body("arrivals[0].date", equalTo("2016-11-24"))
                .body("arrivals[0].by", equalTo("PLANE"))
                .body("departures[0].date", equalTo("2016-11-25"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("Quellenfinder", "Zdeňka", "celery", "@", person);
    }

    @Test
    void names_are_taken_away_as_csv_or_xlsx_with_what_must_be_known_and_whoever_takes_them_is_written_down() {
        put("/choices", choices(Map.of(dinner, 1, bus, 0))).statusCode(200);
        put("/needs", needs(List.of("KOSHER", "NO_PORK"), "No celery", List.of("STEP_FREE"), true))
                .statusCode(200);
        String path = logistics() + "/options/" + dinner + "/people/table";
        Response csv = organiser().get(path).then().statusCode(200).extract().response();
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"people.csv\"");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        List<String> keys = List.of(
                "family_name",
                "given_name",
                "organisation",
                "city_id",
                "companions",
                "access_needs",
                "access_note",
                "photo_consent",
                "diets",
                "diet_note");
        List<String> row = List.of(
                "Quellenfinder",
                "Zdeňka",
                "Cluster of the Test",
                "porto",
                "1",
                "STEP_FREE",
                "",
                "",
                "KOSHER; NO_PORK",
                "No celery");
        assertThat(Spreadsheets.csv(csv.asByteArray())).containsExactly(keys, row);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("logistics-names-exported"))
                .body("items[0].actor", startsWith("user:"))
                .body("items[0].details.rows", equalTo(1));
        assertThat(Spreadsheets.xlsx(organiser().get(path + "?format=xlsx").asByteArray()))
                .hasSize(2);
        assertThat(Spreadsheets.csv(organiser()
                        .get(logistics() + "/options/" + bus + "/people/table")
                        .asByteArray()))
                .containsExactly(
                        keys.subList(0, 8),
                        List.of("Quellenfinder", "Zdeňka", "Cluster of the Test", "porto", "0", "STEP_FREE", "", ""));
        organiser().get(path + "?format=pdf").then().statusCode(422);
    }

    @Test
    void names_are_on_their_own_list_and_whoever_reads_it_is_written_down() {
        put("/choices", choices(Map.of(dinner, 1, bus, 0))).statusCode(200);
        put("/needs", needs(List.of("KOSHER"), "No celery", List.of("STEP_FREE"), true))
                .statusCode(200);
        organiser()
                .get(logistics() + "/options/" + dinner + "/people")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("people", hasSize(1))
                .body("people[0].familyName", equalTo("Quellenfinder"))
                .body("people[0].companions", equalTo(1))
                .body("people[0].diets", equalTo(List.of("KOSHER")))
                .body("people[0].dietNote", equalTo("No celery"))
                .body("people[0].accessNeeds", equalTo(List.of("STEP_FREE")));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("logistics-names-read"))
                .body("items[0].actor", startsWith("user:"))
                .body("items[0].details.people", equalTo(1));
        organiser()
                .get(logistics() + "/options/" + bus + "/people")
                .then()
                .body("people[0].familyName", equalTo("Quellenfinder"))
                .body("people[0].diets", hasSize(0))
                .body("people[0].dietNote", nullValue())
                .body("people[0].accessNeeds", equalTo(List.of("STEP_FREE")));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + person)
                .then()
                .body("items.action", hasItem("logistics-needs-told"))
                .body("items.toString()", not(containsString("KOSHER")))
                .body("items.toString()", not(containsString("celery")));
    }

    @Test
    void who_arrives_when_is_a_list_of_its_own_and_whoever_reads_or_takes_it_is_written_down() {
        String later = linkToken(admitted());
        admitted();
        put(later, "/travel", travel("2016-11-23T23:30:00+00:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200);
        put("/travel", travel("2016-11-23T11:00:00+01:00", "2016-11-25T18:15:00+01:00"))
                .statusCode(200);
        organiser()
                .get(logistics() + "/travel")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("zone", equalTo("Europe/Berlin"))
                // who has said nothing is not on it
                .body("people", hasSize(2))
                .body("people[0].applicationId", equalTo(person))
                .body("people[0].familyName", equalTo("Quellenfinder"))
                .body("people[0].organisation", equalTo("Cluster of the Test"))
                .body("people[0].arrival.by", equalTo("PLANE"))
                .body("people[0].arrival.details", equalTo("TP 574"))
                .body("people[0].departure.by", equalTo("TRAIN"))
                .body("people[0].departure.at", equalTo("2016-11-25T17:15:00Z"))
                .body("people.arrival.at", equalTo(List.of("2016-11-23T10:00:00Z", "2016-11-23T23:30:00Z")))
                .body("people.outside", equalTo(List.of(false, false)));
        newestOfCall()
                .body("action", equalTo("logistics-names-read"))
                .body("actor", startsWith("user:"))
                .body("details.list", equalTo("travel"))
                .body("details.people", equalTo(2));
        String table = logistics() + "/travel/table";
        List<List<String>> rows = Spreadsheets.csv(organiser().get(table).asByteArray());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .containsExactly(
                        "family_name",
                        "given_name",
                        "organisation",
                        "city_id",
                        "arrival_date",
                        "arrival_time",
                        "arrival_by",
                        "arrival_details",
                        "departure_date",
                        "departure_time",
                        "departure_by",
                        "departure_details");
        // half past midnight in Frankfurt
        assertThat(rows.get(2))
                .containsExactly(
                        "Quellenfinder",
                        "Zdeňka",
                        "Cluster of the Test",
                        "porto",
                        "2016-11-24",
                        "00:30",
                        "PLANE",
                        "TP 574",
                        "2016-11-25",
                        "15:00",
                        "TRAIN",
                        "");
        assertThat(Spreadsheets.xlsx(organiser().get(table + "?format=xlsx").asByteArray()))
                .hasSize(3);
        newestOfCall()
                .body("action", equalTo("logistics-names-exported"))
                .body("details.list", equalTo("travel"))
                .body("details.format", equalTo("xlsx"))
                .body("details.rows", equalTo(2));
        organiser().get(table + "?format=pdf").then().statusCode(422);
        ByLink.withdraw(token).statusCode(200);
        organiser()
                .get(logistics() + "/travel")
                .then()
                .body("people.arrival.at", equalTo(List.of("2016-11-23T23:30:00Z")));
    }

    @Test
    void everybody_with_a_place_is_on_a_list_also_who_comes_along_to_nothing() {
        admitted();
        applied(application(call));
        put("/needs", needs(List.of("KOSHER"), "No celery", List.of("STEP_FREE"), true))
                .statusCode(200);
        put("/photo-consent", Map.of("consent", false)).statusCode(200);
        String list = organiser()
                .get(logistics() + "/people")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("people", hasSize(2))
                .rootPath("people.find { it.applicationId == '" + person + "' }")
                .body("familyName", equalTo("Quellenfinder"))
                .body("photoConsent", equalTo(false))
                .body("accessNeeds", equalTo(List.of("STEP_FREE")))
                .rootPath("people.find { it.applicationId != '" + person + "' }")
                .body("photoConsent", nullValue())
                .body("accessNeeds", hasSize(0))
                .extract()
                .asString();
        // what somebody eats is the kitchen's business alone
        assertThat(list).doesNotContain("KOSHER", "celery", "@");
        newestOfCall()
                .body("action", equalTo("logistics-names-read"))
                .body("details.list", equalTo("everybody"))
                .body("details.people", equalTo(2));
        String table = logistics() + "/people/table";
        List<List<String>> rows = Spreadsheets.csv(organiser().get(table).asByteArray());
        assertThat(rows.get(0))
                .containsExactly(
                        "family_name",
                        "given_name",
                        "organisation",
                        "city_id",
                        "photo_consent",
                        "access_needs",
                        "access_note");
        assertThat(rows).hasSize(3).anySatisfy(row -> assertThat(row)
                .containsExactly("Quellenfinder", "Zdeňka", "Cluster of the Test", "porto", "false", "STEP_FREE", ""));
        newestOfCall()
                .body("action", equalTo("logistics-names-exported"))
                .body("details.list", equalTo("everybody"))
                .body("details.rows", equalTo(2));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("options.accessNeeds", equalTo(List.of(List.of(), List.of())))
                .body("sessions.accessNeeds.code", equalTo(List.of("STEP_FREE")))
                .body("sessions.accessNeeds.people", equalTo(List.of(1)))
                .body("sessions.accessNotes", equalTo(0));
    }

    @Test
    void who_has_not_answered_is_listed_with_what_is_open() {
        String silent = admitted();
        answerAll(token, bus);
        String half = admitted();
        put(linkToken(half), "/travel", travel("2016-11-23T10:00:00+01:00", "2016-11-25T18:00:00+01:00"))
                .statusCode(200);
        organiser()
                .get(logistics() + "/open-answers")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("people", hasSize(2))
                .body(
                        "people.find { it.applicationId == '" + silent + "' }.open",
                        equalTo(List.of("TRAVEL", "CHOICES", "NEEDS", "PHOTO")))
                .body(
                        "people.find { it.applicationId == '" + half + "' }.open",
                        equalTo(List.of("CHOICES", "NEEDS", "PHOTO")));
        newestOfCall()
                .body("action", equalTo("logistics-names-read"))
                .body("details.list", equalTo("open-answers"))
                .body("details.people", equalTo(2));
    }

    private ValidatableResponse newestOfCall() {
        return organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .statusCode(200)
                .rootPath("items[0]");
    }

    @Test
    void whoever_withdraws_gives_everything_back_in_the_same_moment() {
        put("/choices", choices(Map.of(bus, 0, dinner, 2))).statusCode(200);
        put("/needs", needs(List.of("VEGAN"), null, List.of(), true)).statusCode(200);
        put("/travel", travel("2016-11-23T11:00:00+01:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200);
        assertThat(taken()).containsExactly(1, 3);
        ByLink.withdraw(token).statusCode(200);
        assertThat(taken()).containsExactly(0, 0);
        givenBack().body("actor", equalTo("applicant")).body("details.places", equalTo(4));
        assertThat(rows("logistics_need")).isZero();
        assertThat(rows("logistics")).isZero();
        own(token).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
    }

    @Test
    void whoever_loses_the_place_by_decision_gives_everything_back_too() {
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        decide(person, "WAITLIST").statusCode(200);
        assertThat(taken()).containsExactly(0, 0);
        givenBack().body("actor", startsWith("user:"));
        decide(person, "ADMIT").statusCode(200);
        own(token).statusCode(200).body("choicesAnswered", equalTo(false));
    }

    private ValidatableResponse givenBack() {
        return organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + person)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.action == 'logistics-places-given-back' }");
    }

    @Test
    void from_the_freeze_time_on_places_are_asked_for_and_organisers_answer() {
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        put("/change-request", choices(Map.of(dinner, 0)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:logistics-not-frozen"));
        freeze("2016-10-09T18:00:00+02:00");
        put("/choices", choices(Map.of(dinner, 0)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:logistics-frozen"));
        // a late train and an allergy ask nobody
        put("/travel", travel("2016-11-23T12:00:00+01:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200);
        put("/needs", needs(List.of("NUT_ALLERGY"), null, List.of(), true)).statusCode(200);
        String request = request(Map.of(dinner, 1), "My colleague joins.");
        put("/change-request", choices(Map.of()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:change-request-open"));
        assertThat(taken()).containsExactly(1, 0);
        String path = logistics() + "/change-requests/" + request;
        organiser()
                .get(logistics() + "/change-requests?state=OPEN")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(request)))
                .body("items[0].familyName", equalTo("Quellenfinder"))
                .body("items[0].has", equalTo(List.of(choice(bus, 0))))
                .body("items[0].wanted", equalTo(List.of(choice(dinner, 1))))
                .body("items[0].message", equalTo("My colleague joins."));
        String tag = organiser().get(path).then().statusCode(200).extract().header("ETag");
        decision(path, null, true).statusCode(428);
        decision(path, "\"v99\"", true).statusCode(412);
        decision(path, tag, true).statusCode(200).body("state", equalTo("ACCEPTED"));
        decision(path, "*", false).statusCode(409).body("type", equalTo("urn:infocus:problem:change-request-closed"));
        assertThat(taken()).containsExactly(0, 2);
        own(token).body("request.state", equalTo("ACCEPTED")).body("request.answer", equalTo("See you there."));
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", person))
                .extracting(Topics.Delivered::type)
                .endsWith("eu.urbact.infocus.registration.logistics-change-decided.v1"));
        Topics.read("infocus.registration.v1", person).forEach(record -> {
            Contracts.ofThisService().assertValid(record.type(), record.value());
            assertThat(record.value()).doesNotContain("Quellenfinder", "colleague", "See you there");
        });
    }

    @Test
    void a_new_freeze_time_is_ahead_and_before_the_workshop_ends() {
        Map.of(
                        "2016-10-10T09:00:00+02:00", "must be in the future",
                        "2016-10-01T18:00:00+02:00", "must be in the future",
                        "2016-12-01T18:00:00+01:00", "must be before the workshop ends",
                        "2016-11-25T14:00:00+01:00", "must be before the workshop ends",
                        "2216-12-01T18:00:00+01:00", "must be between 2000 and 2100")
                .forEach((at, why) -> frozenAt("*", at)
                        .statusCode(422)
                        .body("errors[0].field", equalTo("freezeAt"))
                        .body("errors[0].message", equalTo(why)));
        own(token).body("freezeAt", equalTo("2016-11-16T17:00:00Z"));
        frozenAt("*", "2016-11-25T13:59:00+01:00").statusCode(200);
        // what is there may stay, and be taken away
        freeze("2016-10-09T18:00:00+02:00");
        frozenAt("*", "2016-10-09T16:00:00Z").statusCode(200).body("frozen", equalTo(true));
        frozenAt("*", null).statusCode(200).body("freezeAt", nullValue());
        frozenAt("*", "2016-10-09T16:00:00Z").statusCode(422);
    }

    @Test
    void whoever_has_chosen_an_option_is_told_when_it_is_moved() {
        String other = admitted();
        String bystander = admitted();
        put("/choices", choices(Map.of(dinner, 1))).statusCode(200);
        put(linkToken(other), "/choices", choices(Map.of(dinner, 0, bus, 0))).statusCode(200);
        put(linkToken(bystander), "/choices", choices(Map.of(bus, 0))).statusCode(200);
        Map<String, Object> same = option("DINNER", "Dinner in Sachsenhausen", "2016-11-24T20:00:00+01:00", 4);
        changed(dinner, same).statusCode(200).body("free", equalTo(1));
        Map<String, Object> moved = new HashMap<>(same);
        moved.put("startsAt", "2016-11-23T19:30:00+01:00");
        changed(dinner, moved).statusCode(200);
        changed(dinner, moved).statusCode(200);
        moved.put("placeLimit", 1);
        changed(dinner, moved).statusCode(409);
        for (String told : List.of(person, other)) {
            await().untilAsserted(() -> assertThat(facts(told))
                    .containsExactly("application-submitted", "application-admitted", "logistics-option-changed"));
        }
        moved.put("placeLimit", null);
        moved.put("meetingPoint", "Römerberg");
        changed(dinner, moved).statusCode(200);
        moved.put("title", "Dinner at the Römer");
        changed(dinner, moved).statusCode(200);
        await().untilAsserted(() -> assertThat(facts(person))
                .filteredOn("logistics-option-changed"::equals)
                .hasSize(3));
        assertThat(registrations.told(bystander)).doesNotContain("logistics-option-changed");
        Topics.read("infocus.registration.v1", person).forEach(record -> {
            Contracts.ofThisService().assertValid(record.type(), record.value());
            assertThat(record.value()).doesNotContain("Quellenfinder", "Dinner", "Römer");
        });
    }

    @Test
    void what_somebody_asks_for_is_not_removed_and_they_are_told_when_it_is_moved() {
        String other = admitted();
        put(linkToken(other), "/choices", choices(Map.of(bus, 0))).statusCode(200);
        freeze("2016-10-09T18:00:00+02:00");
        String request = request(Map.of(dinner, 0), null);
        String others = put(linkToken(other), "/change-request", choices(Map.of(bus, 0, dinner, 0)))
                .statusCode(200)
                .extract()
                .path("request.id");
        removed(dinner)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:option-in-use"))
                .body("detail", equalTo("2 requests for other places ask for it. Answer them first."));
        removed(bus)
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("1 place of it is taken. 1 request for other places asks for it. Answer it first."));
        own(token).body("request.wanted", equalTo(List.of(choice(dinner, 0))));

        changed(dinner, option("DINNER", "Dinner in Sachsenhausen", "2016-11-23T19:30:00+01:00", 3))
                .statusCode(200);
        for (String told : List.of(person, other)) {
            await().untilAsserted(() -> assertThat(facts(told)).endsWith("logistics-option-changed"));
        }
        decision(logistics() + "/change-requests/" + request, "*", false).statusCode(200);
        decision(logistics() + "/change-requests/" + others, "*", false).statusCode(200);
        changed(dinner, option("DINNER", "Dinner elsewhere", "2016-11-23T19:30:00+01:00", 3))
                .statusCode(200);
        removed(dinner).statusCode(204);
        assertThat(registrations.told(person))
                .filteredOn("logistics-option-changed"::equals)
                .hasSize(1);
    }

    @Test
    void what_somebody_is_asking_for_at_this_moment_is_not_removed() throws Exception {
        freeze("2016-10-09T18:00:00+02:00");
        RowLocks.answerAfter(
                        dataSource,
                        () -> assertThat(requestChange
                                        .request(UUID.fromString(person), Map.of(UUID.fromString(dinner), 0), null)
                                        .isDone())
                                .isTrue(),
                        () -> removed(dinner))
                .statusCode(409)
                .body("detail", equalTo("1 request for other places asks for it. Answer it first."));
        own(token).body("request.wanted", equalTo(List.of(choice(dinner, 0))));
    }

    @Test
    void what_is_removed_at_this_moment_cannot_be_asked_for() throws Exception {
        freeze("2016-10-09T18:00:00+02:00");
        Outcome<Optional<ChangeRequest>> answer = RowLocks.answerAfter(
                dataSource,
                () -> defineOption.remove(UUID.fromString(dinner)),
                () -> requestChange.request(UUID.fromString(person), Map.of(UUID.fromString(dinner), 0), null));
        assertThat(answer).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.type())
                .isEqualTo(RegistrationProblem.OPTION_UNKNOWN));
    }

    private ValidatableResponse removed(String option) {
        return organiser()
                .header("If-Match", "*")
                .delete(logistics() + "/options/" + option)
                .then();
    }

    @Test
    void who_asks_for_other_places_has_done_what_is_asked() {
        freeze("2016-10-09T18:00:00+02:00");
        tasksOf(token).body("tasks[1].answered", equalTo(false));
        String path = logistics() + "/change-requests/" + request(Map.of(dinner, 0), null);
        tasksOf(token)
                .body("tasks[1].code", equalTo("CHOICES"))
                .body("tasks[1].answered", equalTo(true))
                .body("tasks[1].waiting", equalTo(true));
        decision(path, "*", false).statusCode(200);
        tasksOf(token)
                .body("tasks[1].answered", equalTo(true))
                .body("tasks[1].waiting", equalTo(false))
                .body("tasks[1].dueAt", nullValue());
        organiser().get(logistics() + "/headcounts").then().body("answers.choices", equalTo(1));
    }

    @Test
    void who_gets_a_place_when_the_lists_are_frozen_answers_that_they_want_nothing() {
        freeze("2016-10-09T18:00:00+02:00");
        tasksOf(token).body("tasks[1].answered", equalTo(false));
        put("/change-request", choices(Map.of()))
                .statusCode(200)
                .body("request", nullValue())
                .body("choicesAnswered", equalTo(true));
        tasksOf(token).body("tasks[1].answered", equalTo(true)).body("tasks[1].waiting", equalTo(false));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("answers.choices", equalTo(1))
                .body("openRequests", equalTo(0));
        Registrations.history(person).body("items[0].action", equalTo("logistics-options-chosen"));
        put("/change-request", choices(Map.of()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:nothing-to-change"));

        // a word to the organisers is for them to answer
        String writing = linkToken(admitted());
        Map<String, Object> word = choices(Map.of());
        word.put("message", "I would come along to a later dinner.");
        put(writing, "/change-request", word).statusCode(200).body("request.state", equalTo("OPEN"));
        String asked = organiser()
                .get(logistics() + "/change-requests?state=OPEN")
                .then()
                .extract()
                .path("items[0].id");
        decision(logistics() + "/change-requests/" + asked, "*", true).statusCode(200);
        tasksOf(writing).body("tasks[1].answered", equalTo(true)).body("tasks[1].waiting", equalTo(false));
    }

    @Test
    void what_was_chosen_beside_the_days_is_not_asked_again_when_only_the_name_or_the_house_is_another() {
        String tour = option("VISIT", "Rheingau tour", "2016-11-20T10:00:00+01:00", 5, false);
        answerAll(token, tour);
        admittedTwoDaysAgo(person);
        registrations.workshopIsCalled(call, "Workshop of the tests");
        registrations.venueIs(call, "House", "Street 1");
        tasksOf(token).body("open", equalTo(0));
        organiser().get(logistics() + "/headcounts").then().body("answers.choices", equalTo(1));
        freeze("2016-10-16T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        assertThat(registrations.told(person)).doesNotContain("logistics-answer-due");
        registrations.workshopIs(call, Instant.parse("2016-11-23T08:00:00Z"), Instant.parse("2016-11-25T13:00:00Z"));
        tasksOf(token).body("tasks[1].answered", equalTo(false));
        organiser().get(logistics() + "/headcounts").then().body("answers.choices", equalTo(0));
    }

    @Test
    void what_was_said_for_the_days_before_a_move_is_asked_again() {
        answerAll(token, dinner);
        tasksOf(token).body("open", equalTo(0));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("answers.travel", equalTo(1))
                .body("answers.choices", equalTo(1))
                .body("arrivals.outside", equalTo(List.of(false)));
        String unasked = admitted();
        answerAll(linkToken(unasked), dinner);
        admittedTwoDaysAgo(person);
        // a day later is not another workshop
        registrations.workshopIs(call, Instant.parse("2016-11-24T08:00:00Z"), Instant.parse("2016-11-26T15:00:00Z"));
        tasksOf(token).body("open", equalTo(0));
        own(token).body("travelOutside", equalTo(false));
        registrations.workshopIs(call, Instant.parse("2016-12-01T08:00:00Z"), Instant.parse("2016-12-02T15:00:00Z"));
        own(token).body("travelOutside", equalTo(true)).body("options.find { it.chosen }.outside", equalTo(true));
        tasksOf(token)
                .body("tasks.code", equalTo(List.of("TRAVEL", "CHOICES", "NEEDS", "PHOTO")))
                .body("tasks.answered", equalTo(List.of(false, false, true, true)));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("answers.travel", equalTo(0))
                .body("answers.choices", equalTo(0))
                .body("answers.needs", equalTo(2))
                .body("arrivals.outside", equalTo(List.of(true)))
                .body("departures.outside", equalTo(List.of(true)));
        freeze("2016-10-16T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        await().untilAsserted(() -> assertThat(facts(person)).endsWith("logistics-answer-due"));
        assertThat(registrations.told(unasked)).doesNotContain("logistics-answer-due");

        put("/travel", travel("2016-12-01T07:00:00+01:00", "2016-12-03T15:00:00+01:00"))
                .statusCode(200);
        // whoever chooses it now has seen that it is not on the workshop's days
        put("/choices", choices(Map.of(dinner, 0))).statusCode(200);
        tasksOf(token).body("open", equalTo(0));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("answers.travel", equalTo(1))
                .body("answers.choices", equalTo(1));
    }

    @Test
    void once_the_lists_are_frozen_nobody_is_asked_to_choose_again_what_was_moved_away_from() {
        put("/choices", choices(Map.of(dinner, 0))).statusCode(200);
        registrations.workshopIs(call, Instant.parse("2016-12-01T08:00:00Z"), Instant.parse("2016-12-02T15:00:00Z"));
        tasksOf(token).body("tasks.find { it.code == 'CHOICES' }.answered", equalTo(false));
        freeze("2016-10-09T18:00:00+02:00");
        tasksOf(token).body("tasks.find { it.code == 'CHOICES' }.answered", equalTo(true));
        // who has never chosen can still ask
        tasksOf(linkToken(admitted())).body("tasks.find { it.code == 'CHOICES' }.answered", equalTo(false));
        // the lists are opened again
        freeze("2016-11-16T18:00:00+01:00");
        tasksOf(token).body("tasks.find { it.code == 'CHOICES' }.answered", equalTo(false));
    }

    @Test
    void nobody_waits_for_a_freeze_that_comes_after_the_workshop_has_begun() {
        admittedTwoDaysAgo(person);
        registrations.workshopIs(call, Instant.parse("2016-10-13T08:00:00Z"), Instant.parse("2016-10-14T15:00:00Z"));
        tasksOf(token)
                .body("tasks.dueAt", equalTo(Collections.nCopies(4, "2016-10-13T08:00:00Z")))
                .body("open", equalTo(4));
        remindBeforeFreeze.remindDue();
        await().untilAsserted(() -> assertThat(facts(person)).endsWith("logistics-answer-due"));
        assertThat(Topics.read("infocus.registration.v1", person).stream()
                        .reduce((before, last) -> last)
                        .orElseThrow()
                        .value())
                .contains("2016-10-13T08:00:00Z");
        String late = admitted();
        admittedTwoDaysAgo(late);
        registrations.workshopIs(call, Instant.parse("2016-10-09T08:00:00Z"), Instant.parse("2016-10-14T15:00:00Z"));
        tasksOf(linkToken(late)).body("tasks[0].dueAt", equalTo("2016-10-14T15:00:00Z"));
        freeze("2016-10-12T18:00:00+02:00");
        tasksOf(linkToken(late)).body("tasks[0].dueAt", equalTo("2016-10-12T16:00:00Z"));
        registrations.workshopIs(call, Instant.parse("2016-10-08T08:00:00Z"), Instant.parse("2016-10-09T15:00:00Z"));
        tasksOf(linkToken(late)).body("tasks", hasSize(0));
        remindBeforeFreeze.remindDue();
        assertThat(registrations.told(late)).doesNotContain("logistics-answer-due");
    }

    private void admittedTwoDaysAgo(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update application set decided_at = '2016-10-08' where id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
    }

    @Test
    void what_has_taken_place_is_written_down_better_without_a_word() {
        put("/choices", choices(Map.of(dinner, 0))).statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update logistics_option set starts_at = '2016-10-08' where id = :id")
                .setParameter("id", UUID.fromString(dinner))
                .executeUpdate());
        LogisticsOption.Definition renamed = new LogisticsOption.Definition(
                OptionKind.DINNER, "Dinner", Instant.parse("2016-10-09T18:00:00Z"), null, true, 3);
        QuarkusTransaction.requiringNew().run(() -> defineOption.change(UUID.fromString(dinner), renamed));
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        change(bus, "*", 3).statusCode(200);
        await().untilAsserted(() -> assertThat(facts(person))
                .containsExactly("application-submitted", "application-admitted", "logistics-option-changed"));
    }

    private ValidatableResponse changed(String option, Map<String, Object> definition) {
        return organiser()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(definition)
                .put(logistics() + "/options/" + option)
                .then();
    }

    @Test
    void whoever_comes_too_late_is_told_who_was_quicker() {
        freeze("2016-10-09T18:00:00+02:00");
        String path = logistics() + "/change-requests/" + request(Map.of(bus, 0), null);
        String seen = organiser().get(path).then().extract().header("ETag");
        Registrations.secondOrganiser()
                .contentType(ContentType.JSON)
                .header("If-Match", seen)
                .body(Map.of("accept", false))
                .post(path + "/decision")
                .then()
                .statusCode(200);
        decision(path, seen, true)
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"))
                .body("by", equalTo("second-organiser"))
                .body("at", startsWith("2016-10-10T"))
                .body("yourself", equalTo(false));
        String second = logistics() + "/change-requests/" + request(Map.of(bus, 0), null);
        String tag = organiser().get(second).then().extract().header("ETag");
        decision(second, tag, true).statusCode(200);
        decision(second, tag, true)
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true));
        decision(second, "*", true)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:change-request-closed"))
                .body("yourself", equalTo(true));
        String third = logistics() + "/change-requests/" + request(Map.of(dinner, 0), null);
        String open = organiser().get(third).then().extract().header("ETag");
        given().header("Application-Link", token)
                .delete(OWN + "/change-request")
                .then()
                .statusCode(200);
        decision(third, open, true)
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("yourself", equalTo(false));
    }

    @Test
    void nobody_is_at_two_things_at_one_time() {
        String tour = option("VISIT", "Tour of the port", "2016-11-24T20:00:00+01:00", 3, true);
        String shuttle = option("BUS", "Shuttle", "2016-11-24T20:00:00+01:00", 3, true);
        put("/choices", choices(Map.of(dinner, 0, tour, 0)))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:options-at-one-time"))
                .body(
                        "detail",
                        equalTo(
                                "Dinner in Sachsenhausen and Tour of the port begin at the same time. Choose one of them."));
        assertThat(taken()).containsExactly(0, 0, 0, 0);
        put("/choices", choices(Map.of(tour, 0, shuttle, 0))).statusCode(200);
        // what was chosen before it was moved may stay, and nothing is added to it
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update logistics_option set starts_at ="
                        + " (select starts_at from logistics_option where id = :bus) where id = :tour")
                .setParameter("bus", UUID.fromString(shuttle))
                .setParameter("tour", UUID.fromString(tour))
                .executeUpdate());
        put("/choices", choices(Map.of(tour, 1, shuttle, 0))).statusCode(200);
        freeze("2016-10-09T18:00:00+02:00");
        put("/change-request", choices(Map.of(tour, 0, dinner, 0))).statusCode(422);
        request(Map.of(dinner, 0, shuttle, 0), null);
    }

    @Test
    void an_own_choice_answers_a_request_that_was_open() {
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        freeze("2016-10-09T18:00:00+02:00");
        String old = request(Map.of(dinner, 2), null);
        freeze("2016-11-16T18:00:00+01:00");
        put("/choices", choices(Map.of(bus, 0, dinner, 0))).statusCode(200);
        decision(logistics() + "/change-requests/" + old, "*", true)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:change-request-closed"))
                .body("detail", equalTo("The request has been taken back."));
        own(token).body("options.chosen", equalTo(List.of(true, true)));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + person)
                .then()
                .body("items[0].action", equalTo("logistics-options-chosen"))
                .body("items[0].details.choices.before", equalTo(List.of("Bus to Höchst")))
                .body("items[0].details.choices.after", equalTo(List.of("Bus to Höchst", "Dinner in Sachsenhausen")))
                .body("items[1].action", equalTo("logistics-change-requested"))
                .body("items[1].details.wanted", equalTo(List.of("Dinner in Sachsenhausen (with 2 companions)")));
        freeze("2016-10-09T18:00:00+02:00");
        String second = request(Map.of(dinner, 1), null);
        decision(logistics() + "/change-requests/" + second, "*", true).statusCode(200);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + person)
                .then()
                .body("items[0].action", equalTo("logistics-change-accepted"))
                .body("items[0].details.places", equalTo(2))
                .body("items[0].details.choices.before", equalTo(List.of("Bus to Höchst", "Dinner in Sachsenhausen")))
                .body("items[0].details.choices.after", equalTo(List.of("Dinner in Sachsenhausen (with 1 companion)")));
    }

    @Test
    void a_request_for_what_is_full_waits_for_a_larger_bus() {
        put(linkToken(admitted()), "/choices", choices(Map.of(bus, 0))).statusCode(200);
        put(linkToken(admitted()), "/choices", choices(Map.of(bus, 0))).statusCode(200);
        freeze("2016-10-09T18:00:00+02:00");
        String path = logistics() + "/change-requests/" + request(Map.of(bus, 0), null);
        decision(path, "*", true)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:option-full"))
                .body("detail", equalTo("Bus to Höchst is full."));
        organiser().get(path).then().body("state", equalTo("OPEN"));
        change(bus, "*", 3).statusCode(200).body("free", equalTo(1));
        decision(path, "*", true).statusCode(200);
        assertThat(taken()).containsExactly(3, 0);
    }

    @Test
    void organisers_are_told_once_a_day_that_requests_wait_and_at_once_of_what_begins_soon() {
        set("update logistics_option set starts_at = '2016-10-20T00:00:00Z' where call_id = :call");
        registrations.workshopIs(call, Instant.parse("2016-10-11T08:00:00Z"), Instant.parse("2016-10-21T15:00:00Z"));
        freeze("2016-10-09T18:00:00+02:00");
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).isEmpty();
        request(Map.of(bus, 0), null);
        tellOrganisers.tellDue();
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).singleElement().satisfies(told -> assertThat(told)
                .contains("\"waiting\": 1", "\"dueAt\": \"2016-10-20T00:00:00Z\""));
        newestOfCall().body("action", equalTo("logistics-changes-told")).body("details.waiting", equalTo(1));

        // another request on the same day is told on the next
        String second = linkToken(admitted());
        put(second, "/change-request", choices(Map.of(dinner, 0))).statusCode(200);
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).hasSize(1);
        set("update logistics_setting set changes_told_at = changes_told_at - interval '1 day' where call_id = :call");
        tellOrganisers.tellDue();
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).hasSize(2).last().asString().contains("\"waiting\": 2");

        // nothing new is told about what begins soon, until somebody asks about it
        set(
                "update logistics_option set starts_at = '2016-10-11T12:00:00Z' where call_id = :call and title like 'Dinner%'");
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).hasSize(2);
        set("update logistics_setting set changes_told_at = changes_told_at - interval '1 hour' where call_id = :call");
        String third = admitted();
        put(linkToken(third), "/change-request", choices(Map.of(bus, 0))).statusCode(200);
        set("update logistics_change_request set requested_at = requested_at - interval '2 hours'"
                + " where call_id = :call and application_id <> '" + third + "'");
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).hasSize(2);
        String fourth = linkToken(admitted());
        put(fourth, "/change-request", choices(Map.of(dinner, 0))).statusCode(200);
        tellOrganisers.tellDue();
        tellOrganisers.tellDue();
        assertThat(toldOrganisers())
                .hasSize(3)
                .last()
                .asString()
                .contains("\"waiting\": 4", "\"dueAt\": \"2016-10-11T12:00:00Z\"");
        organiser()
                .get("/api/v1/admin/open-work")
                .then()
                .statusCode(200)
                .body("find { it.callId == '" + call + "' }.changeRequests", equalTo(4));
        await().untilAsserted(() -> assertThat(facts(call)).contains("logistics-changes-waiting"));
        Topics.read("infocus.registration.v1", call)
                .forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
    }

    @Test
    void organisers_are_not_told_of_requests_that_are_answered_or_of_a_workshop_that_is_over() {
        freeze("2016-10-09T18:00:00+02:00");
        request(Map.of(bus, 0), null);
        put("/change-request", choices(Map.of())).statusCode(409);
        given().header("Application-Link", token)
                .delete(OWN + "/change-request")
                .then()
                .statusCode(200);
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).isEmpty();
        request(Map.of(bus, 0), null);
        registrations.workshopIs(call, Instant.parse("2016-10-08T08:00:00Z"), Instant.parse("2016-10-09T15:00:00Z"));
        tellOrganisers.tellDue();
        assertThat(toldOrganisers()).isEmpty();
    }

    private List<String> toldOrganisers() {
        return QuarkusTransaction.requiringNew().call(() -> ((List<?>) database.createNativeQuery(
                                "select cast(cast(convert_from(payload, 'UTF8') as jsonb) as text) from outbox_event"
                                        + " where message_key = :id and type like '%.logistics-changes-waiting.v1' order by position")
                        .setParameter("id", call)
                        .getResultList())
                .stream().map(String::valueOf).toList());
    }

    private void set(String sql) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(sql)
                .setParameter("call", UUID.fromString(call))
                .executeUpdate());
    }

    @Test
    void a_request_can_be_refused_or_taken_back() {
        freeze("2016-10-09T18:00:00+02:00");
        String refused = request(Map.of(bus, 0), null);
        decision(logistics() + "/change-requests/" + refused, "*", false)
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        String second = request(Map.of(dinner, 0), null);
        for (int i = 0; i < 2; i++) {
            given().header("Application-Link", token)
                    .delete(OWN + "/change-request")
                    .then()
                    .statusCode(200)
                    .body("request.state", equalTo("TAKEN_BACK"));
        }
        decision(logistics() + "/change-requests/" + second, "*", true).statusCode(409);
        assertThat(taken()).containsExactly(0, 0);
    }

    @Test
    void a_request_that_nobody_has_answered_is_refused_and_not_accepted_once_the_workshop_is_over() {
        freeze("2016-10-09T18:00:00+02:00");
        String path = logistics() + "/change-requests/" + request(Map.of(bus, 0), null);
        Instant ended = clock.instant();
        registrations.workshopIs(call, ended.minus(Duration.ofDays(2)), ended);
        decision(path, "*", true)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:logistics-over"))
                .body("detail", equalTo("The workshop is over."));
        organiser().get(path).then().body("state", equalTo("OPEN"));
        decision(path, "*", false).statusCode(200).body("state", equalTo("REFUSED"));
        decision(path, "*", false).statusCode(409).body("type", equalTo("urn:infocus:problem:change-request-closed"));
        organiser().get(logistics() + "/change-requests?state=OPEN").then().body("total", equalTo(0));
        own(token).body("over", equalTo(true)).body("request.state", equalTo("REFUSED"));
        assertThat(taken()).containsExactly(0, 0);
    }

    @Test
    void of_a_decision_and_taking_back_at_the_same_moment_the_second_finds_what_the_first_has_done() throws Exception {
        freeze("2016-10-09T18:00:00+02:00");
        String path = logistics() + "/change-requests/" + request(Map.of(bus, 0), null);
        RowLocks.answerAfter(
                        dataSource,
                        () -> requestChange.takeBack(UUID.fromString(person)),
                        () -> decision(path, "*", true))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:change-request-closed"));
        assertThat(taken()).containsExactly(0, 0);
    }

    @Test
    void whoever_withdraws_while_they_choose_comes_along_to_nothing() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> withdrawApplication.withdraw(UUID.fromString(person)),
                        () -> put("/choices", choices(Map.of(bus, 0))))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-admitted"));
        assertThat(taken()).containsExactly(0, 0);
        assertThat(rows("logistics")).isZero();
    }

    @Test
    void who_chooses_while_the_organisers_stop_asking_is_counted() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> assertThat(chooseOptions
                                        .choose(UUID.fromString(person), Map.of(UUID.fromString(bus), 0))
                                        .isDone())
                                .isTrue(),
                        () -> frozenAt("*", null))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:freeze-in-use"))
                .body("detail", startsWith("1 person has chosen places"));
        own(token).statusCode(200);
    }

    @Test
    void who_chooses_after_the_organisers_have_stopped_asking_in_the_same_moment_gets_nothing() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> assertThat(setFreeze
                                        .freezeAt(UUID.fromString(call), null)
                                        .isDone())
                                .isTrue(),
                        () -> put("/choices", choices(Map.of(bus, 0))))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:logistics-not-asked"));
        assertThat(taken()).containsExactly(0, 0);
    }

    @Test
    void companions_who_come_along_are_not_unwelcome_any_more() {
        put("/choices", choices(Map.of(dinner, 2))).statusCode(200);
        Map<String, Object> alone = new LinkedHashMap<>(Map.of(
                "kind",
                "DINNER",
                "title",
                "Dinner",
                "startsAt",
                "2016-11-24T20:00:00+01:00",
                "companionsWelcome",
                false));
        RequestSpecification organiser = organiser();
        organiser
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(alone)
                .put(logistics() + "/options/" + dinner)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:option-in-use"))
                .body("detail", equalTo("2 companions come along to it. Ask the people who bring them first."));
        put("/choices", choices(Map.of(dinner, 0))).statusCode(200);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(alone)
                .put(logistics() + "/options/" + dinner)
                .then()
                .statusCode(200)
                .body("companionsWelcome", equalTo(false));
    }

    @Test
    void options_are_changed_by_whoever_has_seen_them_and_never_below_what_is_taken() {
        put("/choices", choices(Map.of(dinner, 1))).statusCode(200);
        String tag = organiser()
                .get(logistics() + "/options/" + dinner)
                .then()
                .statusCode(200)
                .body("taken", equalTo(2))
                .extract()
                .header("ETag");
        change(dinner, null, 2).statusCode(428);
        change(dinner, tag, 1)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:option-too-small"))
                .body("detail", equalTo("2 places are taken, so 1 is too few."));
        change(dinner, tag, 2).statusCode(200).body("placeLimit", equalTo(2)).body("title", equalTo("Changed"));
        change(dinner, tag, 5).statusCode(412);
        String seen = organiser()
                .get(logistics() + "/options/" + dinner)
                .then()
                .extract()
                .header("ETag");
        change(dinner, seen, 3).statusCode(200);
        change(dinner, seen, 4).statusCode(412);
        change(dinner, "*", null)
                .statusCode(200)
                .body("placeLimit", nullValue())
                .body("free", nullValue());
        organiser()
                .header("If-Match", "*")
                .delete(logistics() + "/options/" + dinner)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:option-in-use"));
        organiser()
                .header("If-Match", "*")
                .delete(logistics() + "/options/" + bus)
                .then()
                .statusCode(204);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("logistics-option-removed"))
                .body("items[0].details.option", equalTo(bus))
                .body("items[0].details.title", notNullValue())
                .body("items[1].details.option", equalTo(dinner))
                .body("items[1].details.placeLimit.before", equalTo(3))
                .body("items[1].details.placeLimit.after", nullValue())
                .body("items[1].details.title", nullValue())
                .body("items[3].details.title.after", equalTo("Changed"));
        organiser().get(logistics() + "/options").then().body("id", equalTo(List.of(dinner)));
        organiser().get(logistics() + "/options/" + bus).then().statusCode(404);
    }

    @Test
    void one_key_is_one_option_and_wrong_ones_are_named() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> lunch = option("MEAL", "Lunch", "2016-11-24T13:00:00+01:00", null);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            ids.add(organiser()
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(lunch)
                    .post(logistics() + "/options")
                    .then()
                    .statusCode(201)
                    .header("Location", containsString("/logistics/options/"))
                    .extract()
                    .path("id"));
        }
        assertThat(ids).hasSize(1);
        // what was removed and is sent again is there again
        String removed = ids.iterator().next();
        organiser()
                .header("If-Match", "*")
                .delete(logistics() + "/options/" + removed)
                .then()
                .statusCode(204);
        String added = organiser()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(lunch)
                .post(logistics() + "/options")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(added).isNotEqualTo(removed);
        organiser().get(logistics() + "/options/" + added).then().statusCode(200);
        lunch.put("title", "");
        lunch.put("placeLimit", -1);
        organiser()
                .contentType(ContentType.JSON)
                .body(lunch)
                .post(logistics() + "/options")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2))
                .body("errors.message", hasItem("must be a whole number up to 10,000, or nothing for no limit"));
        for (String far : List.of("2016-11-08T22:59:00Z", "2016-12-09T23:00:00Z")) {
            organiser()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(option("MEAL", "Lunch", far, null))
                    .post(logistics() + "/options")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("startsAt"))
                    .body("errors[0].message", equalTo("must be within 14 days before or after the workshop"));
        }
        option("MEAL", "Early lunch", "2016-11-08T23:00:00Z", null, false);
    }

    @Test
    void what_was_planned_for_the_days_before_a_move_can_be_put_right_and_is_not_chosen_any_more() {
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        organiser().get(logistics() + "/options").then().body("outside", equalTo(List.of(false, false)));
        registrations.workshopIs(call, Instant.parse("2016-12-07T08:00:00Z"), Instant.parse("2016-12-08T15:00:00Z"));
        // a day near enough is chosen by whoever has seen that it is not one of the workshop's
        organiser().get(logistics() + "/options").then().body("outside", equalTo(List.of(true, true)));
        put("/choices", choices(Map.of(bus, 0, dinner, 0))).statusCode(200);
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        registrations.workshopIs(call, Instant.parse("2017-01-16T08:00:00Z"), Instant.parse("2017-01-18T15:00:00Z"));
        own(token).body("options.outside", equalTo(List.of(true, true)));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("options.option.outside", equalTo(List.of(true, true)));

        Map<String, Object> same = option("BUS", "Bus to Höchst", "2016-11-24T07:15:00Z", 3);
        same.put("companionsWelcome", false);
        putOption(bus, same).statusCode(200).body("placeLimit", equalTo(3));
        same.put("startsAt", "2016-11-24T07:30:00Z");
        putOption(bus, same)
                .statusCode(422)
                .body("errors[0].message", equalTo("must be within 14 days before or after the workshop"));
        put("/choices", choices(Map.of(bus, 0, dinner, 0)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:days-moved"))
                .body(
                        "detail",
                        equalTo(
                                "Dinner in Sachsenhausen is more than 14 days away from the workshop. It can be chosen when the organisers have given it another time."));
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        freeze("2016-10-09T18:00:00+02:00");
        put("/change-request", choices(Map.of(dinner, 0)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:days-moved"));
        same.put("startsAt", "2017-01-17T07:30:00Z");
        putOption(bus, same).statusCode(200).body("outside", equalTo(false));
    }

    @Test
    void a_request_for_what_the_workshop_has_moved_away_from_is_not_accepted() {
        freeze("2016-10-09T18:00:00+02:00");
        String path = logistics() + "/change-requests/" + request(Map.of(dinner, 0), null);
        registrations.workshopIs(call, Instant.parse("2017-01-16T08:00:00Z"), Instant.parse("2017-01-18T15:00:00Z"));
        decision(path, "*", true)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:days-moved"))
                .body(
                        "detail",
                        equalTo(
                                "Dinner in Sachsenhausen is more than 14 days away from the workshop. It can be chosen when the organisers have given it another time."));
        organiser().get(path).then().body("state", equalTo("OPEN"));
        assertThat(taken()).containsExactly(0, 0);

        registrations.workshopIs(call, Instant.parse("2016-12-07T08:00:00Z"), Instant.parse("2016-12-08T15:00:00Z"));
        decision(path, "*", true).statusCode(200).body("state", equalTo("ACCEPTED"));
    }

    private ValidatableResponse putOption(String option, Map<String, Object> body) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(logistics() + "/options/" + option)
                .then();
    }

    @Test
    void who_asks_for_what_they_have_is_told_so_and_asking_is_not_taken_back_over_their_heads() {
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        frozenAt("*", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:freeze-in-use"))
                .body(
                        "detail",
                        equalTo(
                                "1 person has chosen places, and would not see them any more. Set another time instead."));
        freeze("2016-10-09T18:00:00+02:00");
        put("/change-request", choices(Map.of(bus, 0)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:nothing-to-change"))
                .body("detail", equalTo("You have exactly these places. Choose what should be different."));
        organiser().get(logistics() + "/headcounts").then().body("openRequests", equalTo(0));
        put("/change-request", choices(Map.of(dinner, 0))).statusCode(200);
        frozenAt("*", null)
                .statusCode(409)
                .body("detail", equalTo("1 request for other places waits for your answer. Answer first."));
        String fresh = registrations.openCall();
        String settings = "/api/v1/admin/calls/" + fresh + "/logistics/settings";
        for (String time : Arrays.asList("2016-11-16T18:00:00+01:00", null)) {
            Map<String, Object> setting = new HashMap<>();
            setting.put("freezeAt", time);
            organiser()
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(setting)
                    .put(settings)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void logistics_are_for_organisers_and_of_calls_that_exist() {
        List<String> reads = List.of(
                "/settings",
                "/options",
                "/headcounts",
                "/options/" + bus + "/people",
                "/travel",
                "/travel/table",
                "/people",
                "/people/table",
                "/open-answers",
                "/options/" + bus + "/people/table",
                "/change-requests");
        for (String read : reads) {
            given().get(logistics() + read).then().statusCode(401);
            for (TestTokens wrong : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
                given().auth()
                        .oauth2(wrong.token())
                        .get(logistics() + read)
                        .then()
                        .statusCode(403);
            }
            organiser()
                    .get("/api/v1/admin/calls/" + UUID.randomUUID() + "/logistics" + read)
                    .then()
                    .statusCode(404);
        }
        given().auth()
                .oauth2(TestTokens.city("porto").token())
                .contentType(ContentType.JSON)
                .body(option("MEAL", "Lunch", "2016-11-24T13:00:00+01:00", null))
                .post(logistics() + "/options")
                .then()
                .statusCode(403);
        // an option of another call is as missing as one that never was
        String elsewhere = registrations.openCall();
        organiser()
                .get("/api/v1/admin/calls/" + elsewhere + "/logistics/options/" + bus)
                .then()
                .statusCode(404);
    }

    @Test
    void what_the_workshop_needed_is_forgotten_when_it_is_due_and_the_numbers_stay() {
        put("/choices", choices(Map.of(bus, 0))).statusCode(200);
        put("/needs", needs(List.of("VEGAN"), null, List.of(), true)).statusCode(200);
        put("/travel", travel("2016-11-23T11:00:00+01:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200);
        purgeNeeds.purge();
        assertThat(rows("logistics_need")).isEqualTo(1);
        ByLink.ownData(token)
                .body("kept.find { it.field == 'needs' }.erasedAfter", equalTo("2016-12-02T13:00:00Z"))
                .body("kept.find { it.field == 'arrival' }.erasedAfter", equalTo("2016-12-25T23:00:00Z"));
        put("/photo-consent", Map.of("consent", false)).statusCode(200);
        Registrations.history(person)
                .body("items.findAll { it.action == 'photo-consent-told' }.details", equalTo(List.of(Map.of())))
                .body("items.findAll { it.action == 'logistics-travel-told' }.details", equalTo(List.of(Map.of())));
        Instant ended = clock.instant().minus(Duration.ofDays(7));
        registrations.workshopIs(call, ended.minus(Duration.ofDays(2)), ended.plus(Duration.ofMinutes(1)));
        registrations.daysAreNoSlip(call);
        purgeNeeds.purge();
        assertThat(rows("logistics_need")).isEqualTo(1);
        own(token)
                .body("over", equalTo(true))
                .body("travelForgotten", equalTo(false))
                .body("needsForgotten", equalTo(false));
        registrations.workshopIs(call, ended.minus(Duration.ofDays(2)), ended);
        // days that were over when they were announced may be a slip
        purgeNeeds.purge();
        assertThat(rows("logistics_need")).isEqualTo(1);
        registrations.daysAreNoSlip(call);
        assertThat(purgeNeeds.purge()).isEqualTo(1);
        own(token).body("travelForgotten", equalTo(false)).body("needsForgotten", equalTo(true));
        UUID id = UUID.fromString(person);
        for (boolean cleared : List.of(true, false)) {
            assertThat(QuarkusTransaction.requiringNew().call(() -> personalData.clear(id, Retention.LOGISTICS)))
                    .isEqualTo(cleared);
        }
        assertThat(rows("logistics_need")).isZero();
        own(token)
                .body("arrival", nullValue())
                .body("departure", nullValue())
                .body("diets", hasSize(0))
                .body("travelForgotten", equalTo(true))
                .body("needsAnswered", equalTo(true))
                .body("needsForgotten", equalTo(true))
                .body("options[0].chosen", equalTo(true));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("options[0].people", equalTo(1))
                .body("answers.photoNo", equalTo(1))
                .body("answers.photoForgotten", equalTo(0));
        QuarkusTransaction.requiringNew().run(() -> personalData.erase(id));
        organiser()
                .get(logistics() + "/headcounts")
                .then()
                .body("answers.travel", equalTo(1))
                .body("answers.needs", equalTo(1))
                .body("answers.photoYes", equalTo(0))
                .body("answers.photoNo", equalTo(0))
                .body("answers.photoForgotten", equalTo(1));
    }

    @Test
    void what_was_never_said_is_not_called_deleted_when_its_time_is_over() {
        Instant ended = clock.instant().minus(Duration.ofDays(60));
        registrations.workshopIs(call, ended.minus(Duration.ofDays(2)), ended);
        own(token)
                .body("over", equalTo(true))
                .body("travelForgotten", equalTo(false))
                .body("needsForgotten", equalTo(false));
    }

    @Test
    void what_people_eat_and_need_is_kept_for_the_workshop_wherever_it_has_been_moved_to() {
        put("/needs", needs(List.of("VEGAN"), null, List.of(), true)).statusCode(200);
        Instant ended = clock.instant().minus(Duration.ofDays(8));
        registrations.workshopIs(call, ended.minus(Duration.ofDays(2)), ended);
        registrations.workshopIs(call, Instant.parse("2017-01-16T08:00:00Z"), Instant.parse("2017-01-18T15:00:00Z"));
        purgeNeeds.purge();
        assertThat(rows("logistics_need")).isEqualTo(1);
        ByLink.ownData(token).body("kept.find { it.field == 'needs' }.erasedAfter", equalTo("2017-01-25T15:00:00Z"));
        registrations.workshopIs(call, ended.minus(Duration.ofDays(2)), ended);
        registrations.daysAreNoSlip(call);
        purgeNeeds.purge();
        assertThat(rows("logistics_need")).isZero();
    }

    @Test
    void a_person_takes_along_what_they_said_and_is_forgotten_on_request() {
        put("/choices", choices(Map.of(dinner, 1))).statusCode(200);
        put("/needs", needs(List.of("VEGAN"), "No celery", List.of(), true)).statusCode(200);
        put("/travel", travel("2016-11-23T11:00:00+01:00", "2016-11-25T15:00:00+01:00"))
                .statusCode(200);
        ByLink.ownData(token)
                .statusCode(200)
                .body("sections.logistics.arrival.details", equalTo("TP 574"))
                .body("sections.logistics.choices[0].title", equalTo("Dinner in Sachsenhausen"))
                .body("sections.logistics.needs.dietNote", equalTo("No celery"))
                .body("sections.logistics.travelAnsweredAt", startsWith("2016-10-10T"))
                .body("sections.logistics.choicesAnsweredAt", startsWith("2016-10-10T"))
                .body("sections.logistics.needsAnsweredAt", startsWith("2016-10-10T"))
                .body("sections.logistics.photoConsentAnsweredAt", nullValue());
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(lessThan(300));
        assertThat(rows("logistics_need")).isZero();
        assertThat(rows("logistics")).isZero();
        assertThat(taken()).containsExactly(0, 0);
    }

    @Test
    void whoever_has_something_left_to_say_is_reminded_once_before_the_freeze_time() {
        String silent = admitted();
        String half = admitted();
        String complete = admitted();
        String fresh = admitted();
        String applicant = applied(application(call));
        answerAll(linkToken(half), null);
        answerAll(linkToken(complete), dinner);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update application set decided_at = '2016-10-08' where id in (:silent, :half, :complete)")
                .setParameter("silent", UUID.fromString(silent))
                .setParameter("half", UUID.fromString(half))
                .setParameter("complete", UUID.fromString(complete))
                .executeUpdate());
        // a month is no time to remind anybody
        freeze("2016-11-10T18:00:00+01:00");
        remindBeforeFreeze.remindDue();
        assertThat(registrations.told(silent)).doesNotContain("logistics-answer-due");
        freeze("2016-10-16T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        remindBeforeFreeze.remindDue();
        for (String reminded : List.of(silent, half)) {
            await().untilAsserted(() -> assertThat(facts(reminded))
                    .containsExactly("application-submitted", "application-admitted", "logistics-answer-due"));
        }
        for (String other : List.of(complete, fresh, applicant)) {
            assertThat(registrations.told(other)).as(other).doesNotContain("logistics-answer-due");
        }
        Topics.read("infocus.registration.v1", silent)
                .forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
        // when the lists are out it is too late to remind
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update application set decided_at = '2016-10-08' where id = :id")
                        .setParameter("id", UUID.fromString(person))
                        .executeUpdate());
        freeze("2016-10-09T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        assertThat(registrations.told(person)).doesNotContain("logistics-answer-due");
    }

    @Test
    void whoever_was_reminded_is_reminded_of_other_days_and_of_a_new_place_too() {
        admittedTwoDaysAgo(person);
        freeze("2016-10-16T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        registrations.workshopIsCalled(call, "Another name");
        remindBeforeFreeze.remindDue();
        assertThat(reminders()).isEqualTo(1);
        registrations.workshopIs(call, Instant.parse("2016-12-01T08:00:00Z"), Instant.parse("2016-12-02T15:00:00Z"));
        remindBeforeFreeze.remindDue();
        remindBeforeFreeze.remindDue();
        assertThat(reminders()).isEqualTo(2);
        decide(person, "WAITLIST").statusCode(200);
        decide(person, "ADMIT").statusCode(200);
        admittedTwoDaysAgo(person);
        remindBeforeFreeze.remindDue();
        remindBeforeFreeze.remindDue();
        assertThat(reminders()).isEqualTo(3);
    }

    private long reminders() {
        return registrations.told(person).stream()
                .filter("logistics-answer-due"::equals)
                .count();
    }

    @Test
    void who_owes_the_call_an_answer_is_reminded_too() {
        String owing = admitted();
        String done = admitted();
        UUID question = UUID.randomUUID();
        for (String one : List.of(owing, done)) {
            answerAll(linkToken(one), dinner);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update application set decided_at = '2016-10-08' where id in (:owing, :done)")
                    .setParameter("owing", UUID.fromString(owing))
                    .setParameter("done", UUID.fromString(done))
                    .executeUpdate();
            database.createNativeQuery("""
                            insert into question (id, call_id, key, type, label, required, choices, purpose, retention_days, moment,
                                position, retired, version)
                            values (:id, :call, 'late', 'TEXT', 'What else?', true, '{}', 'To know.', 30, 'AFTER_ADMISSION', 0, false, 0)
                            """)
                    .setParameter("id", question)
                    .setParameter("call", UUID.fromString(call))
                    .executeUpdate();
            database.createNativeQuery("insert into answer (application_id, question_id, given, answered_at)"
                            + " values (:done, :id, array['This.'], now())")
                    .setParameter("done", UUID.fromString(done))
                    .setParameter("id", question)
                    .executeUpdate();
        });
        freeze("2016-10-16T18:00:00+02:00");
        remindBeforeFreeze.remindDue();
        await().untilAsserted(() -> assertThat(facts(owing)).contains("logistics-answer-due"));
        assertThat(registrations.told(done)).doesNotContain("logistics-answer-due");
    }

    private static void answerAll(String link, String option) {
        put(link, "/travel", travel("2016-11-23T10:00:00+01:00", "2016-11-25T18:00:00+01:00"))
                .statusCode(200);
        put(link, "/needs", needs(List.of(), null, List.of(), false)).statusCode(200);
        put(link, "/photo-consent", Map.of("consent", true)).statusCode(200);
        if (option != null) {
            put(link, "/choices", choices(Map.of(option, 0))).statusCode(200);
        }
    }

    private static List<String> facts(String key) {
        return Topics.read("infocus.registration.v1", key).stream()
                .map(record -> record.type().replaceAll("^.*registration\\.|\\.v1$", ""))
                .toList();
    }

    private String request(Map<String, Integer> wanted, String message) {
        Map<String, Object> body = choices(wanted);
        body.put("message", message);
        return put("/change-request", body)
                .statusCode(200)
                .body("request.state", equalTo("OPEN"))
                .extract()
                .path("request.id");
    }

    private static ValidatableResponse decision(String path, String tag, boolean accept) {
        RequestSpecification request =
                organiser().contentType(ContentType.JSON).body(Map.of("accept", accept, "answer", "See you there."));
        return (tag == null ? request : request.header("If-Match", tag))
                .post(path + "/decision")
                .then();
    }

    private ValidatableResponse change(String option, String tag, Integer limit) {
        RequestSpecification request = organiser()
                .contentType(ContentType.JSON)
                .body(option("DINNER", "Changed", "2016-11-24T20:00:00+01:00", limit));
        return (tag == null ? request : request.header("If-Match", tag))
                .put(logistics() + "/options/" + option)
                .then();
    }

    private void freeze(String at) {
        if (Instant.parse("2016-10-10T08:00:00Z")
                .isBefore(OffsetDateTime.parse(at).toInstant())) {
            frozenAt("*", at).statusCode(200);
        } else {
            // what has been laid down before has come
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                            "update logistics_setting set freeze_at = :at where call_id = :call")
                    .setParameter("at", OffsetDateTime.parse(at).toInstant())
                    .setParameter("call", UUID.fromString(call))
                    .executeUpdate());
        }
    }

    private ValidatableResponse frozenAt(String tag, String at) {
        Map<String, Object> setting = new HashMap<>();
        setting.put("freezeAt", at);
        return organiser()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(setting)
                .put(logistics() + "/settings")
                .then();
    }

    private String option(String kind, String title, String startsAt, Integer limit, boolean companions) {
        Map<String, Object> option = option(kind, title, startsAt, limit);
        option.put("companionsWelcome", companions);
        return organiser()
                .contentType(ContentType.JSON)
                .body(option)
                .post(logistics() + "/options")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> option(String kind, String title, String startsAt, Integer limit) {
        Map<String, Object> option = new HashMap<>();
        option.put("kind", kind);
        option.put("title", title);
        option.put("startsAt", startsAt);
        option.put("meetingPoint", "Hanauer Landstraße 126-128");
        option.put("companionsWelcome", true);
        option.put("placeLimit", limit);
        return option;
    }

    private String admitted() {
        return admitted(call);
    }

    private static String admitted(String ofCall) {
        String id = Registrations.admitted(application(ofCall));
        return id;
    }

    private static ValidatableResponse own(String link) {
        return given().header("Application-Link", link).get(OWN).then();
    }

    private ValidatableResponse put(String path, Map<String, Object> body) {
        return put(token, path, body);
    }

    private static ValidatableResponse put(String link, String path, Map<String, Object> body) {
        return given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(body)
                .put(OWN + path)
                .then();
    }

    private static Map<String, Object> travel(String arrival, String departure) {
        return Map.of(
                "arrival", Map.of("at", arrival, "by", "PLANE", "details", "TP 574"),
                "departure", Map.of("at", departure, "by", "TRAIN"));
    }

    private static Map<String, Object> choices(Map<String, Integer> choices) {
        return new HashMap<>(Map.of(
                "choices",
                choices.entrySet().stream()
                        .map(choice -> choice(choice.getKey(), choice.getValue()))
                        .toList()));
    }

    private static Map<String, Object> choice(String option, int companions) {
        return Map.of("optionId", option, "companions", companions);
    }

    private static Map<String, Object> needs(
            List<String> diets, String dietNote, List<String> accessNeeds, boolean consent) {
        Map<String, Object> needs = new HashMap<>();
        needs.put("diets", diets);
        needs.put("dietNote", dietNote);
        needs.put("accessNeeds", accessNeeds);
        needs.put("accessNote", null);
        needs.put("consent", consent);
        return needs;
    }

    private String logistics() {
        return "/api/v1/admin/calls/" + call + "/logistics";
    }

    private List<Integer> taken() {
        return organiser().get(logistics() + "/options").then().extract().path("taken");
    }

    private long rows(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table + " where application_id = :id")
                        .setParameter("id", UUID.fromString(person))
                        .getSingleResult())
                .longValue();
    }
}
