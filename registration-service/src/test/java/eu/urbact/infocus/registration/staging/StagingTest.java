package eu.urbact.infocus.registration.staging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.arjuna.ats.arjuna.coordinator.TxControl;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.seat.BucketCode;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.freezeListsAt;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.openHotel;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class StagingTest {

    private static final TestTokens SECOND = TestTokens.user("second-organiser", Set.of("organiser"), List.of());

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    @Inject
    Applications applications;

    @Inject
    ReadPlan readPlan;

    @Inject
    ReleaseOne releaseOne;

    @Inject
    Clock clock;

    @Inject
    DecisionReleases releases;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void what_is_staged_is_seen_by_organisers_and_by_nobody_else() {
        String id = applied(application(call));
        stage(id, "\"v0\"", "ADMIT")
                .statusCode(200)
                .body("decision", equalTo("ADMIT"))
                .body("stagedBy", equalTo("organiser"))
                .body("mine", equalTo(true));
        assertThat(held(call, "CITY:porto")).isZero();
        organiser().get("/api/v1/admin/applications/" + id).then().body("state", equalTo("SUBMITTED"));
        ByLink.application(linkToken(id)).body("state", equalTo("SUBMITTED"));
        Registrations.city("porto")
                .get("/api/v1/partner/applications/" + id)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("history", nullValue());
        desk("").body("items.staged.decision", contains("ADMIT"))
                .body("items[0].staged.stagedBy", equalTo("organiser"))
                .body("items[0].tag", equalTo(tag(id)));
        assertThat(registrations.told(id)).containsExactly("application-submitted");
        history(id)
                .body("items.action", contains("decision-staged", "application-submitted"))
                .body("items[0].details.decision", equalTo("ADMIT"));
    }

    @Test
    void the_tag_of_a_row_serves_to_decide_outright_too() {
        String id = applied(application(call));
        stage(id, "\"v0\"", "WAITLIST").statusCode(200);
        String tag = tag(id);
        decide(id, tag.replace("v0.", "v7."), Map.of("decision", "ADMIT")).statusCode(412);
        decide(id, tag, Map.of("decision", "ADMIT")).statusCode(200);
        // what was decided has raised the version
        decide(id, tag, Map.of("decision", "DECLINE", "reasonCode", "OTHER"))
                .statusCode(412)
                .body("by", equalTo("organiser"));
    }

    @Test
    void the_second_of_two_organisers_is_told_who_was_quicker_and_when() {
        String id = applied(application(call));
        stage(id, "\"v0\"", "ADMIT").statusCode(200);
        String at = read(id, "stagedAt");
        // a second click is told the truth
        stage(id, "\"v0\"", "ADMIT")
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true));
        // has seen the person before anything was staged
        stage(as(SECOND), id, "\"v0\"", Map.of("decision", "DECLINE", "reasonCode", "INCOMPLETE"))
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"))
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(false))
                .body("at", equalTo(at))
                .body("detail", equalTo("organiser has staged a place for this person at " + at + "."));
        // has seen it, and does not say that it is to be replaced
        stage(as(SECOND), id, tag(id), Map.of("decision", "WAITLIST"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:staged-by-other"))
                .body("by", equalTo("organiser"))
                .body("at", equalTo(at));
        assertThat(read(id, "decision")).isEqualTo("ADMIT");
        stage(as(SECOND), id, tag(id), Map.of("decision", "WAITLIST", "replace", true))
                .statusCode(200)
                .body("stagedBy", equalTo("second-organiser"));
        // the first has an old tag now, although something is staged as before
        stage(id, "\"v0\"", "ADMIT").statusCode(412).body("by", equalTo("second-organiser"));
    }

    @Test
    void who_decides_about_an_application_that_has_changed_is_told_by_whom() {
        String id = applied(application(call));
        as(SECOND)
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "WAITLIST"))
                .post("/api/v1/admin/applications/" + id + "/decisions")
                .then()
                .statusCode(200);
        decide(id, "\"v0\"", Map.of("decision", "ADMIT"))
                .statusCode(412)
                .body("by", equalTo("second-organiser"))
                .body("at", notNullValue());
        stage(id, "\"v0\"", "ADMIT")
                .statusCode(412)
                .body("by", equalTo("second-organiser"))
                .body("detail", containsString("application waitlisted"));
    }

    @Test
    void who_was_quicker_is_whoever_changed_what_was_looked_at() {
        String id = applied(application(call));
        stage(id, "\"v0\"", "ADMIT").statusCode(200);
        String staged = tag(id);
        // the person is named, and not the own staging, which was seen
        edit(id);
        stage(id, staged, "WAITLIST")
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("detail", containsString("the applicant was quicker: application edited at "));
        // nor a vote, not even the own
        String other = applied(application(call));
        as(SECOND)
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "WAITLIST"))
                .post("/api/v1/admin/applications/" + other + "/decisions")
                .then()
                .statusCode(200);
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("vote", "YES"))
                .put("/api/v1/admin/applications/" + other + "/review/vote")
                .then()
                .statusCode(204);
        stage(other, "\"v0\"", "ADMIT")
                .statusCode(412)
                .body("by", equalTo("second-organiser"))
                .body("detail", containsString("application waitlisted"));
        // who takes back what was staged changes what was looked at, too
        String third = applied(application(call));
        stage(third, "\"v0\"", "ADMIT").statusCode(200);
        String seen = tag(third);
        takeBack(as(SECOND), third, seen, "?others=true").statusCode(204);
        stage(third, seen, "WAITLIST")
                .statusCode(412)
                .body("by", equalTo("second-organiser"))
                .body("detail", containsString("staged decision taken back"));
    }

    private static void edit(String id) {
        String link = linkToken(id);
        Map<String, Object> application = application("unused");
        application.keySet().removeAll(Set.of("callId", "email", "privacyAccepted"));
        application.put("motivation", "I bring another question.");
        given().header("Application-Link", link)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(application)
                .put("/api/v1/self-service/application")
                .then()
                .statusCode(200);
    }

    @Test
    void of_many_organisers_at_the_same_moment_one_stages_and_the_others_are_told() throws Exception {
        String id = applied(application(call));
        int clients = 8;
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                TestTokens token = TestTokens.user("organiser-" + i, Set.of("organiser"), List.of());
                answers.add(pool.submit(() -> stage(as(token), id, "\"v0\"", Map.of("decision", "ADMIT"))
                        .extract()
                        .statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 412).hasSize(clients - 1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void what_is_taken_back_is_staged_no_more_and_can_be_staged_again() {
        String id = applied(application(call));
        stage(id, "\"v0\"", "ADMIT").statusCode(200);
        String first = tag(id);
        takeBack(as(SECOND), id, first, "").statusCode(409).body("by", equalTo("organiser"));
        takeBack(organiser(), id, "\"v0\"", "").statusCode(412);
        takeBack(organiser(), id, first, "").statusCode(204);
        takeBack(organiser(), id, first, "").statusCode(204);
        desk("&staged=NONE").body("items.id", contains(id)).body("items[0].staged", nullValue());
        // the tag of the plan that was taken back names no later one
        stage(as(SECOND), id, "\"v0\"", Map.of("decision", "ADMIT")).statusCode(200);
        stage(id, first, "WAITLIST").statusCode(412).body("by", equalTo("second-organiser"));
        takeBack(organiser(), id, tag(id), "?others=true").statusCode(204);
        history(id)
                .body(
                        "items.action",
                        contains(
                                "staged-decision-taken-back",
                                "decision-staged",
                                "staged-decision-taken-back",
                                "decision-staged",
                                "application-submitted"));
    }

    @Test
    void those_that_are_named_are_staged_and_the_others_reported() {
        String one = applied(application(call));
        String two = applied(application(call));
        String three = applied(application(call));
        stage(as(SECOND), two, "\"v0\"", Map.of("decision", "WAITLIST")).statusCode(200);
        decide(three, "ADMIT").statusCode(200);
        String foreign = applied(application(registrations.openCall()));
        ValidatableResponse answer = step(Map.of(
                        "decision",
                        "ADMIT",
                        "applications",
                        List.of(
                                Map.of("id", one, "tag", "\"v0\""),
                                Map.of("id", two, "tag", "\"v0\""),
                                Map.of("id", three),
                                Map.of("id", foreign))))
                .statusCode(201)
                .body("staged", equalTo(1))
                .body("refused.applicationId", containsInAnyOrder(two, three, foreign))
                .body("refused.find { it.applicationId == '" + two + "' }.type", equalTo("urn:infocus:problem:stale"))
                .body("refused.find { it.applicationId == '" + two + "' }.by", equalTo("second-organiser"))
                .body(
                        "refused.find { it.applicationId == '" + three + "' }.type",
                        equalTo("urn:infocus:problem:decision-not-possible"))
                .body(
                        "refused.find { it.applicationId == '" + foreign + "' }.type",
                        equalTo("urn:infocus:problem:not-found"));
        String location = answer.extract().header("Location");
        assertThat(location).contains("/staging-steps/" + answer.extract().<String>path("step"));
        organiser()
                .get(location)
                .then()
                .statusCode(200)
                .body("staged", equalTo(1))
                .body("by", equalTo("organiser"));
        as(SECOND).delete(location).then().statusCode(409);
        organiser().delete(location).then().statusCode(204);
        organiser().get(location).then().statusCode(404);
        desk("&staged=ANY").body("items.id", contains(two));
    }

    @Test
    void whoever_is_named_twice_is_staged_once() {
        String id = applied(application(call));
        step(Map.of("decision", "WAITLIST", "applications", List.of(Map.of("id", id), Map.of("id", id))))
                .statusCode(201)
                .body("staged", equalTo(1))
                .body("refused", hasSize(0));
        assertThat(read(id, "decision")).isEqualTo("WAITLIST");
        history(id).body("items.action", contains("decision-staged", "application-submitted"));
    }

    @Test
    void all_that_match_are_staged_when_they_are_as_many_as_were_seen() {
        List<String> porto = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            porto.add(applied(application(call)));
        }
        Map<String, Object> bilbao = application(call);
        bilbao.put("cityId", "bilbao");
        String other = applied(bilbao);
        Map<String, Object> matching = Map.of("city", "porto", "state", "SUBMITTED", "q", "QUELLEN");
        Map<String, Object> request = new HashMap<>(
                Map.of("decision", "DECLINE", "reasonCode", "ROOM_FULL", "matching", matching, "expected", 2));
        step(request)
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:selection-changed"))
                .body("detail", equalTo("2 matched when you looked, 3 match now. Look again."));
        desk("&staged=ANY").body("total", equalTo(0));
        stage(porto.get(0), "\"v0\"", "ADMIT").statusCode(200);
        request.put("expected", 3);
        String location = step(request)
                .statusCode(201)
                .body("staged", equalTo(2))
                .body("refused.applicationId", contains(porto.get(0)))
                .body("refused[0].by", equalTo("organiser"))
                .body("refused[0].yourself", equalTo(true))
                .extract()
                .header("Location");
        desk("&staged=DECLINE").body("items.id", containsInAnyOrder(porto.get(1), porto.get(2)));
        desk("&staged=NONE").body("items.id", contains(other));
        organiser().delete(location).then().statusCode(204);
        desk("&staged=ANY").body("items.id", contains(porto.get(0)));
    }

    @Test
    void of_many_only_those_are_declined_as_late_who_came_after_the_closing() {
        String early = applied(application(call));
        String late = applied(application(call));
        // as somebody whom organisers enter later from a table
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update application set applied_at = '2016-11-04T17:00:00Z' where id = :id")
                .setParameter("id", UUID.fromString(late))
                .executeUpdate());
        step(Map.of(
                        "decision",
                        "DECLINE",
                        "reasonCode",
                        "LATE",
                        "applications",
                        List.of(Map.of("id", early), Map.of("id", late))))
                .statusCode(201)
                .body("staged", equalTo(1))
                .body("refused.applicationId", contains(early))
                .body("refused[0].type", equalTo("urn:infocus:problem:reason-not-true"));
        desk("&staged=ANY").body("items.id", contains(late));
    }

    @Test
    void a_repeated_request_stages_once() {
        String id = applied(application(call));
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("decision", "ADMIT", "applications", List.of(Map.of("id", id)));
        String first = step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .extract()
                .path("step");
        step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .body("step", equalTo(first));
        assertThat(read(id, "step")).isEqualTo(first);
    }

    @Test
    void what_was_taken_back_and_is_sent_again_is_staged_anew() {
        String id = applied(application(call));
        String other = applied(application(call));
        String key = UUID.randomUUID().toString();
        Map<String, Object> request =
                Map.of("decision", "ADMIT", "applications", List.of(Map.of("id", id), Map.of("id", other)));
        String first = step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .extract()
                .path("step");
        organiser().delete(steps() + "/" + first).then().statusCode(204);
        organiser().delete(steps() + "/" + first).then().statusCode(204);

        String second = step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .body("staged", equalTo(2))
                .extract()
                .path("step");

        assertThat(second).isNotEqualTo(first);
        assertThat(read(id, "step")).isEqualTo(second);
        // and that is done once again
        step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .body("step", equalTo(second));
        assertThat(read(other, "step")).isEqualTo(second);
        desk("&staged=ADMIT").body("total", equalTo(2));
    }

    @Test
    void what_was_taken_back_for_one_person_is_staged_anew_for_that_person() {
        String id = applied(application(call));
        String other = applied(application(call));
        String key = UUID.randomUUID().toString();
        // as the page of the list sends it, with what it has shown
        Map<String, Object> request = Map.of(
                "decision",
                "DECLINE",
                "reasonCode",
                "ROOM_FULL",
                "applications",
                List.of(Map.of("id", id, "tag", "\"v0\""), Map.of("id", other, "tag", "\"v0\"")));
        String first = step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .extract()
                .path("step");
        takeBack(organiser(), id, "*", "").statusCode(204);

        String second = step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .body("staged", equalTo(1))
                .body("refused.applicationId", contains(other))
                .body("refused[0].yourself", equalTo(true))
                .extract()
                .path("step");

        assertThat(read(id, "step")).isEqualTo(second);
        assertThat(read(other, "step")).isEqualTo(first);
    }

    @Test
    void what_another_organiser_has_not_taken_back_is_not_sent_anew() {
        String id = applied(application(call));
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("decision", "ADMIT", "applications", List.of(Map.of("id", id)));
        String first = step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .extract()
                .path("step");
        as(SECOND).delete(steps() + "/" + first).then().statusCode(409);
        takeBack(as(SECOND), id, "*", "").statusCode(409);
        step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .body("step", equalTo(first));
        as(SECOND).delete(steps() + "/" + first + "?others=true").then().statusCode(204);
        step(organiser().header("Idempotency-Key", key), request)
                .statusCode(201)
                .body("step", not(equalTo(first)));
    }

    @Test
    void a_suggestion_that_was_taken_back_and_is_sent_again_is_staged_anew() {
        String id = applied(application(call));
        String key = UUID.randomUUID().toString();
        String first = suggested(key).statusCode(201).extract().path("step");
        assertThat(suggested(key).statusCode(201).extract().<String>path("step"))
                .isEqualTo(first);
        organiser().delete(steps() + "/" + first).then().statusCode(204);
        String second = suggested(key)
                .statusCode(201)
                .body("staged", equalTo(1))
                .extract()
                .path("step");
        assertThat(second).isNotEqualTo(first);
        assertThat(read(id, "step")).isEqualTo(second);
    }

    private ValidatableResponse suggested(String key) {
        return organiser()
                .header("Idempotency-Key", key)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("proposals", List.of("ADMIT")))
                .post("/api/v1/admin/calls/" + call + "/suggestion/staging")
                .then();
    }

    private String steps() {
        return "/api/v1/admin/calls/" + call + "/staging-steps";
    }

    @Test
    void requests_that_make_no_sense_are_refused_by_field() {
        String id = applied(application(call));
        step(Map.of("decision", "ADMIT")).statusCode(422).body("errors.field", contains("applications"));
        step(Map.of("decision", "ADMIT", "matching", Map.of()))
                .statusCode(422)
                .body("errors.field", contains("expected"));
        step(Map.of("decision", "DECLINE", "applications", List.of(Map.of("id", id))))
                .statusCode(422)
                .body("errors.field", contains("reasonCode"));
        step(Map.of("decision", "ADMIT", "matching", Map.of("state", "KING"), "expected", 0))
                .statusCode(422);
        stage(organiser(), id, "\"v0\"", Map.of("decision", "DECLINE"))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:reason-missing"));
        stage(organiser(), id, "\"v0\"", Map.of("decision", "ADMIT", "bucket", "CITY:torino"))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:bucket-unknown"));
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT"))
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(428);
        stage(UUID.randomUUID().toString(), "*", "ADMIT").statusCode(404);
        desk("&staged=SOME").statusCode(422);
    }

    @Test
    void the_plan_shows_the_room_as_it_would_be() {
        String earlier = registrations.openCall();
        Map<String, Object> before = application(earlier);
        decide(applied(before), "ADMIT").statusCode(200);
        registrations.workshopIs(earlier, Instant.parse("2016-09-20T08:00:00Z"), Instant.parse("2016-09-21T15:00:00Z"));
        before.put("callId", call);
        String returning = applied(before);
        Map<String, Object> expert = application(call);
        expert.put("profile", "EXPERT");
        expert.put("organisation", "cluster OF the test");
        String fresh = applied(expert);
        String leaving = Registrations.admitted(application(call));
        stage(returning, "*", "ADMIT").statusCode(200);
        stage(fresh, "*", "ADMIT").statusCode(200);
        stage(organiser(), leaving, "*", Map.of("decision", "DECLINE", "reasonCode", "OTHER", "note", "Sorry."))
                .statusCode(200);
        plan().body("capacity", equalTo(10))
                .body("held", equalTo(1))
                .body("after", equalTo(2))
                .body("people", equalTo(3))
                .body("over", equalTo(0))
                .body("buckets.find { it.code == 'CITY:porto' }.held", equalTo(1))
                .body("buckets.find { it.code == 'CITY:porto' }.freed", equalTo(1))
                .body("buckets.find { it.code == 'CITY:porto' }.planned", equalTo(2))
                .body("buckets.find { it.code == 'CITY:porto' }.after", equalTo(2))
                .body("cities.key", contains("porto"))
                .body("cities[0].held", equalTo(1))
                .body("cities[0].after", equalTo(2))
                .body("profiles.key", contains("CLUSTER_MANAGER", "EXPERT"))
                .body("profiles.after", contains(1, 1))
                .body("organisations.key", contains("Cluster of the Test"))
                .body("organisations.after", contains(2))
                .body("newcomers.key", contains("NEWCOMER", "RETURNING"))
                .body("newcomers.held", contains(1, 0))
                .body("newcomers.after", contains(1, 1))
                .body("outcomes.find { it.decision == 'ADMIT' }.recipients", equalTo(2))
                .body("outcomes.find { it.decision == 'ADMIT' }.samples", hasSize(2))
                .body("outcomes.find { it.decision == 'WAITLIST' }.recipients", equalTo(0))
                .body("outcomes.find { it.decision == 'DECLINE' }.mail", equalTo("application-declined"))
                .body("outcomes.find { it.decision == 'DECLINE' }.samples[0].note", equalTo("Sorry."))
                .body("outcomes.find { it.decision == 'DECLINE' }.samples[0].familyName", equalTo("Quellenfinder"));
        // one of them, and one for whom nothing is staged, who would be admitted
        String undecided = applied(application(call));
        with(fresh, undecided)
                .body("people", equalTo(1))
                .body("after", equalTo(3))
                .body("buckets.find { it.code == 'CITY:porto' }.after", equalTo(3))
                .body("newcomers.after", contains(3));
        // the same on top of all that is staged: somebody leaves, two come
        selection("?withStaged=true", fresh, undecided)
                .body("people", equalTo(3))
                .body("held", equalTo(1))
                .body("after", equalTo(3))
                .body("newcomers.after", contains(2, 1));
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("staged", "NONE", "city", "bilbao"))
                .post("/api/v1/admin/calls/" + call + "/plan/matching?withStaged=true")
                .then()
                .statusCode(200)
                .body("people", equalTo(3))
                .body("after", equalTo(2));
        // all that a list shows: only the undecided one, and everybody
        matching(organiser(), Map.of("staged", "NONE", "city", "porto"))
                .statusCode(200)
                .body("people", equalTo(0))
                .body("after", equalTo(2));
        matching(organiser(), Map.of("staged", "NONE", "city", "bilbao"))
                .statusCode(200)
                .body("after", equalTo(1));
        matching(organiser(), Map.of())
                .statusCode(200)
                .body("people", equalTo(3))
                .body("after", equalTo(3));
        matching(organiser(), Map.of("state", "NONSENSE"))
                .statusCode(422)
                .body("errors.field", contains(endsWith("state")));
        matching(as(TestTokens.city("porto")), Map.of()).statusCode(403);
    }

    @Test
    void more_than_can_be_staged_at_once_are_neither_looked_at_nor_staged_together() {
        apply(1_000);
        matching(organiser(), Map.of()).statusCode(200).body("after", equalTo(1_000));
        Map<String, Object> admit = new HashMap<>(Map.of("decision", "ADMIT", "matching", Map.of(), "expected", 1_001));
        apply(1);

        String why =
                "1001 people match; at most 1000 can be staged, or looked at, at once. Narrow the list, for example to one"
                        + " city or one state, and take its parts one after the other.";
        for (ValidatableResponse refused : List.of(matching(organiser(), Map.of()), step(admit))) {
            refused.statusCode(422)
                    .body("type", equalTo("urn:infocus:problem:selection-too-large"))
                    .body("title", equalTo("These are too many at once"))
                    .body("detail", equalTo(why));
        }

        desk("&staged=ANY").body("total", equalTo(0));
        // a part of the list
        String porto = applied(application(call));
        matching(organiser(), Map.of("city", "porto")).statusCode(200).body("after", equalTo(1));
        admit.put("matching", Map.of("city", "porto"));
        admit.put("expected", 1);
        step(admit).statusCode(201).body("staged", equalTo(1));
        assertThat(read(porto, "decision")).isEqualTo("ADMIT");
    }

    /** So many people who come with no city. */
    private void apply(int many) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                        insert into application (id, call_id, workshop_id, state, given_name, family_name, email, email_key,
                            organisation, country, profile, contributor, motivation, language, link_version, applied_at, version)
                        select gen_random_uuid(), c.id, c.workshop_id, 'SUBMITTED', 'Ana', 'Person ' || n, x || '@example.org',
                            x || '@example.org', 'Cluster', 'PT', 'EXPERT', false, 'I bring a case.', 'en', 1,
                            timestamptz '2016-10-01' + n * interval '1 second', 0
                        from call_for_participation c, generate_series(1, :many) n, lateral (select gen_random_uuid() || '-' || n as x) y
                        where c.id = cast(:call as uuid)
                        """)
                .setParameter("many", many)
                .setParameter("call", call)
                .executeUpdate());
    }

    /** The room as it would be with all that a list shows. */
    private ValidatableResponse matching(RequestSpecification by, Map<String, String> filter) {
        return by.contentType(ContentType.JSON)
                .body(filter)
                .post("/api/v1/admin/calls/" + call + "/plan/matching")
                .then();
    }

    @Test
    void a_filter_that_the_database_cannot_be_asked_for_is_refused() {
        for (String field : List.of("q", "city")) {
            Map<String, String> filter = Map.of(field, "a\u0000b");
            matching(organiser(), filter).statusCode(422).body("errors.field", contains(endsWith(field)));
            step(Map.of("decision", "WAITLIST", "matching", filter, "expected", 0))
                    .statusCode(422)
                    .body("errors.field", contains(endsWith("matching." + field)));
        }
        matching(organiser(), Map.of("state", "LOST"))
                .statusCode(422)
                .body(
                        "errors.message",
                        contains("must be one of SUBMITTED, ADMITTED, WAITLISTED, DECLINED, OFFERED and WITHDRAWN"));
        matching(organiser(), Map.of("q", "<b> =", "city", "none", "state", "")).statusCode(200);
        organiser()
                .get("/api/v1/admin/applications?call=" + call + "&city=NOPE")
                .then()
                .statusCode(422)
                .body("errors.message", contains("must be a partner city's id, or none"));
    }

    @Test
    void the_room_with_somebody_who_cannot_be_admitted_is_the_room_without_them() {
        String withdrawn = applied(application(call));
        ByLink.withdraw(linkToken(withdrawn)).statusCode(200);
        String admitted = Registrations.admitted(application(call));
        String declined = applied(application(call));
        decide(declined, "DECLINE").statusCode(200);
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        with(withdrawn, admitted).body("held", equalTo(1)).body("after", equalTo(1));
        // who was declined or waits can be admitted after all
        with(withdrawn, admitted, declined, waiting)
                .body("held", equalTo(1))
                .body("after", equalTo(3))
                .body("cities.after", contains(3));
    }

    private ValidatableResponse with(String... people) {
        return selection("", people);
    }

    private ValidatableResponse selection(String query, String... people) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("applicationIds", List.of(people)))
                .post("/api/v1/admin/calls/" + call + "/plan/selection" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void the_plan_counts_clusters_and_what_people_eat_and_where_they_sleep() {
        freezeListsAt(call, "2016-11-10T18:00:00+01:00");
        String dinner = organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "kind", "DINNER",
                        "title", "Dinner on the first day",
                        "startsAt", "2016-11-23T19:00:00+01:00",
                        "companionsWelcome", true,
                        "placeLimit", 5))
                .post("/api/v1/admin/calls/" + call + "/logistics/options")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        openHotel(call, 4);
        Map<String, Object> speaksForOne = application(call);
        speaksForOne.put("clusterId", "alpha-rlh");
        String there = Registrations.admitted(speaksForOne);
        given().header("Application-Link", linkToken(there))
                .contentType(ContentType.JSON)
                .body(Map.of("choices", List.of(Map.of("optionId", dinner, "companions", 2))))
                .put("/api/v1/self-service/logistics/choices")
                .then()
                .statusCode(200);
        given().header("Application-Link", linkToken(there))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "roomType", "SINGLE",
                        "checkIn", "2016-11-23",
                        "checkOut", "2016-11-24",
                        "othersWelcome", true))
                .put("/api/v1/self-service/hotel/request")
                .then()
                .statusCode(200);
        Map<String, Object> other = application(call);
        other.put("clusterId", "alpha-rlh");
        stage(applied(other), "*", "ADMIT").statusCode(200);
        stage(applied(application(call)), "*", "ADMIT").statusCode(200);
        plan().body("clusters.key", contains("alpha-rlh", "none"))
                .body("clusters.held", contains(1, 0))
                .body("clusters.after", contains(2, 1))
                .body("needs.kind", contains("DINNER", "NIGHT"))
                .body("needs.title", contains("Dinner on the first day", null))
                .body("needs[1].night", equalTo("2016-11-23"))
                .body("needs.limit", contains(5, 4))
                .body("needs.held", contains(3, 1))
                .body("needs.after", contains(3, 1))
                .body("unsaid.key", contains("PLACES", "NIGHT"))
                .body("unsaid.held", contains(0, 0))
                .body("unsaid.after", contains(2, 2));
        // whoever is to leave does not eat
        stage(organiser(), there, "*", Map.of("decision", "DECLINE", "reasonCode", "OTHER"))
                .statusCode(200);
        plan().body("needs.held", contains(3, 1))
                .body("needs.after", contains(0, 0))
                .body("clusters.after", contains(1, 1));
    }

    @Test
    void a_plan_beyond_the_room_may_be_staged_and_is_not_released() {
        List<String> ids =
                IntStream.range(0, 7).mapToObj(i -> applied(application(call))).toList();
        step(Map.of(
                        "decision",
                        "ADMIT",
                        "applications",
                        ids.stream().map(id -> Map.of("id", id)).toList()))
                .statusCode(201)
                .body("staged", equalTo(7));
        // three of Porto and two open seats
        String tag = plan().body("over", equalTo(2))
                .body("buckets.find { it.code == 'OPEN' }.over", equalTo(2))
                .body("buckets.find { it.code == 'OPEN' }.after", equalTo(4))
                .extract()
                .header("ETag");
        release(tag, Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:plan-overbooked"))
                .body("detail", containsString("2 of the people to admit would find no seat"));
        assertThat(held(call, "CITY:porto")).isZero();
        // five of them fit
        release(tag, Map.of("applicationIds", ids.subList(0, 5)))
                .statusCode(201)
                .body("release.admitted", equalTo(5))
                .body("release.kept", equalTo(0));
        assertThat(held(call, "CITY:porto")).isEqualTo(3);
        assertThat(held(call, "OPEN")).isEqualTo(2);
        desk("&staged=ANY").body("items.id", containsInAnyOrder(ids.get(5), ids.get(6)));
    }

    @Test
    void everybody_for_whom_there_is_a_seat_gets_the_one_of_the_plan_whoever_was_staged_first() {
        call = registrations.openCall(Map.of("CITY:porto", 1, "CITY:bilbao", 0, "CONTRIBUTORS", 1, "OPEN", 0), 2);
        String porto = contributor("porto");
        String bilbao = contributor("bilbao");
        stage(porto, "*", "ADMIT").statusCode(200);
        stage(bilbao, "*", "ADMIT").statusCode(200);
        String tag = plan().body("over", equalTo(0))
                .body("buckets.find { it.code == 'CITY:porto' }.planned", equalTo(1))
                .body("buckets.find { it.code == 'CONTRIBUTORS' }.planned", equalTo(1))
                .extract()
                .header("ETag");
        release(tag, Map.of())
                .statusCode(201)
                .body("release.admitted", equalTo(2))
                .body("release.kept", equalTo(0));
        for (String[] seat : new String[][] {{porto, "CITY:porto"}, {bilbao, "CONTRIBUTORS"}}) {
            organiser()
                    .get("/api/v1/admin/applications/" + seat[0])
                    .then()
                    .body("state", equalTo("ADMITTED"))
                    .body("bucket", equalTo(seat[1]));
        }
    }

    @Test
    void who_loses_the_seat_of_the_plan_during_the_release_gets_another_that_is_free() {
        call = registrations.openCall(Map.of("CITY:porto", 1, "OPEN", 1), 2);
        String id = applied(application(call));
        stage(id, "*", "ADMIT").statusCode(200);
        Plan plan = QuarkusTransaction.requiringNew().call(() -> readPlan.all(UUID.fromString(call)));
        assertThat(plan.decisions().get(0).bucket()).isEqualTo(new BucketCode("CITY:porto"));
        decide(applied(application(call)), "*", Map.of("decision", "ADMIT", "bucket", "CITY:porto"))
                .statusCode(200);

        UUID release = QuarkusTransaction.requiringNew().call(() -> {
            DecisionRelease begun =
                    new DecisionRelease(UUID.fromString(call), "organiser", 1, Instant.parse("2016-10-10T08:00:00Z"));
            releases.persist(begun);
            return begun.id();
        });
        assertThat(releaseOne.release(release, plan.decisions().get(0))).isEmpty();

        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("state", equalTo("ADMITTED"))
                .body("bucket", equalTo("OPEN"));
    }

    @Test
    void a_release_goes_on_as_long_as_its_decisions_follow_one_another() {
        UUID id = UUID.fromString(call);
        stage(applied(application(call)), "\"v0\"", "ADMIT").statusCode(200);
        Plan plan = QuarkusTransaction.requiringNew().call(() -> readPlan.all(id));
        UUID release = QuarkusTransaction.requiringNew().call(() -> {
            DecisionRelease begun =
                    new DecisionRelease(id, "organiser", 2, clock.instant().minus(Duration.ofMinutes(10)));
            releases.persist(begun);
            return begun.id();
        });
        // it was cut off, for all that is known
        assertThat(isGoingOn(clock.instant())).isFalse();
        assertThat(releaseOne.release(release, plan.decisions().get(0))).isEmpty();
        assertThat(isGoingOn(clock.instant())).isTrue();
        assertThat(isGoingOn(clock.instant().plus(Duration.ofMinutes(5)))).isFalse();
    }

    private boolean isGoingOn(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> releases.isGoingOn(UUID.fromString(call), now));
    }

    private String contributor(String cityId) {
        Map<String, Object> person = application(call);
        person.put("cityId", cityId);
        person.put("contributor", true);
        return applied(person);
    }

    @Test
    void a_seat_that_a_release_frees_after_the_citys_day_is_open_to_whom_it_admits() {
        call = registrations.openCall(Map.of("CITY:porto", 1, "OPEN", 1), 2);
        String leaving = Registrations.admitted(application(call));
        Map<String, Object> guest = application(call);
        guest.put("cityId", null);
        Registrations.admitted(guest);
        Map<String, Object> another = application(call);
        another.put("cityId", null);
        String coming = applied(another);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update seat_bucket set hand_back_on = date '2016-10-10' where call_id = :call and code = 'CITY:porto'")
                .setParameter("call", UUID.fromString(call))
                .executeUpdate());
        stage(organiser(), leaving, "*", Map.of("decision", "DECLINE", "reasonCode", "OTHER"))
                .statusCode(200);
        stage(coming, "*", "ADMIT").statusCode(200);
        String tag = plan().body("over", equalTo(0))
                .body("after", equalTo(2))
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(0))
                .body("buckets.find { it.code == 'CITY:porto' }.after", equalTo(0))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(2))
                .body("buckets.find { it.code == 'OPEN' }.after", equalTo(2))
                .extract()
                .header("ETag");
        release(tag, Map.of())
                .statusCode(201)
                .body("release.admitted", equalTo(1))
                .body("release.declined", equalTo(1))
                .body("release.kept", equalTo(0));
        assertThat(held(call, "OPEN")).isEqualTo(2);
        assertThat(held(call, "CITY:porto")).isZero();
    }

    @Test
    void what_was_looked_at_is_what_is_released_and_only_then_people_are_told() {
        String admitted = applied(application(call));
        String waiting = applied(application(call));
        String declined = applied(application(call));
        stage(admitted, "*", "ADMIT").statusCode(200);
        stage(waiting, "*", "WAITLIST").statusCode(200);
        String old = plan().extract().header("ETag");
        stage(
                        organiser(),
                        declined,
                        "*",
                        Map.of("decision", "DECLINE", "reasonCode", "NOT_ELIGIBLE", "note", "Next time."))
                .statusCode(200);
        String at = release(old, Map.of())
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"))
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true))
                .extract()
                .path("at");
        // what happens to somebody for whom nothing is staged has not changed the plan
        decide(applied(application(call)), "WAITLIST").statusCode(200);
        release(old, Map.of()).statusCode(412).body("at", equalTo(at));
        String another = tag(declined);
        stage(as(SECOND), declined, another, Map.of("decision", "WAITLIST", "replace", true))
                .statusCode(200);
        release(old, Map.of())
                .statusCode(412)
                .body("by", equalTo("second-organiser"))
                .body("yourself", equalTo(false))
                .body("at", not(equalTo(at)));
        stage(
                        organiser(),
                        declined,
                        "*",
                        Map.of(
                                "decision",
                                "DECLINE",
                                "reasonCode",
                                "NOT_ELIGIBLE",
                                "note",
                                "Next time.",
                                "replace",
                                true))
                .statusCode(200);
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then()
                .statusCode(428);
        String location = release(plan().extract().header("ETag"), Map.of())
                .statusCode(201)
                .body("release.planned", equalTo(3))
                .body("release.admitted", equalTo(1))
                .body("release.waitlisted", equalTo(1))
                .body("release.declined", equalTo(1))
                .body("release.releasedBy", equalTo("organiser"))
                .body("kept", hasSize(0))
                .extract()
                .header("Location");
        organiser().get(location).then().statusCode(200).body("finishedAt", notNullValue());
        organiser().get("/api/v1/admin/calls/" + call + "/releases").then().body("total", equalTo(1));
        organiser()
                .get("/api/v1/admin/applications/" + declined)
                .then()
                .body("state", equalTo("DECLINED"))
                .body("note", equalTo("Next time."))
                .body(
                        "history.action",
                        contains(
                                "application-declined",
                                "decision-staged",
                                "decision-staged",
                                "decision-staged",
                                "application-submitted"));
        desk("&staged=ANY").body("total", equalTo(0));
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", admitted))
                .extracting(Topics.Delivered::type)
                .containsExactly(
                        "eu.urbact.infocus.registration.application-submitted.v1",
                        "eu.urbact.infocus.registration.application-admitted.v1"));
        release(plan().extract().header("ETag"), Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:nothing-staged"));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("decisions-released"))
                .body("items[0].details.admitted", equalTo(1));
    }

    @Test
    void what_is_staged_for_an_earlier_application_goes_when_the_person_applies_again() {
        Map<String, Object> person = application(call);
        String declined = applied(person);
        decide(declined, "*", Map.of("decision", "DECLINE", "reasonCode", "OTHER", "note", "Sorry."))
                .statusCode(200);
        stage(declined, "*", "ADMIT").statusCode(200);
        String other = applied(application(call));
        stage(other, "*", "ADMIT").statusCode(200);
        plan().body("people", equalTo(2));

        String again = applied(person);

        plan().body("people", equalTo(1));
        desk("&staged=ANY").body("items.id", contains(other));
        history(declined)
                .body("items[0].action", equalTo("staged-decision-overtaken"))
                .body("items[0].details.by", equalTo("SUBMITTED"));
        history(other).body("items.action", contains("decision-staged", "application-submitted"));
        for (String decision : List.of("ADMIT", "WAITLIST")) {
            stage(declined, "*", decision)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:decision-not-possible"))
                    .body(
                            "detail",
                            equalTo("The person has applied again in the meantime; decide about that application."));
        }
        stage(again, "*", "ADMIT").statusCode(200);
        release(plan().extract().header("ETag"), Map.of())
                .statusCode(201)
                .body("release.admitted", equalTo(2))
                .body("kept", hasSize(0));
    }

    @Test
    void nobody_is_given_a_place_by_a_plan_once_the_attendance_lists_are_final() {
        String admitted = applied(application(call));
        String declined = applied(application(call));
        stage(admitted, "*", "ADMIT").statusCode(200);
        stage(organiser(), declined, "*", Map.of("decision", "DECLINE", "reasonCode", "ROOM_FULL"))
                .statusCode(200);
        Instant today = Instant.parse("2016-10-10T08:00:00Z");
        registrations.workshopIs(call, today.minus(Duration.ofDays(16)), today.minus(Duration.ofDays(15)));
        release(plan().extract().header("ETag"), Map.of())
                .statusCode(201)
                .body("release.admitted", equalTo(0))
                .body("release.declined", equalTo(1))
                .body("release.kept", equalTo(1))
                .body("kept.applicationId", contains(admitted))
                .body("kept[0].type", equalTo("urn:infocus:problem:attendance-settled"));
        assertThat(held(call, "CITY:porto")).isZero();
        desk("&staged=ANY").body("items.id", contains(admitted));
    }

    @Test
    void a_release_that_is_sent_twice_with_its_key_is_one_release() {
        String id = applied(application(call));
        stage(id, "*", "ADMIT").statusCode(200);
        String tag = plan().extract().header("ETag");
        String key = UUID.randomUUID().toString();
        String first = releaseWithKey(key, tag)
                .statusCode(201)
                .body("release.admitted", equalTo(1))
                .extract()
                .asString();
        // the second time there would be nothing to release, in a plan that has changed
        assertThat(releaseWithKey(key, tag).statusCode(201).extract().asString())
                .isEqualTo(first);
        releaseWithKey(UUID.randomUUID().toString(), tag).statusCode(412);
        organiser().get("/api/v1/admin/calls/" + call + "/releases").then().body("total", equalTo(1));
        assertThat(registrations.told(id)).containsExactly("application-submitted", "application-admitted");
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
    }

    private ValidatableResponse releaseWithKey(String key, String tag) {
        return organiser()
                .header("Idempotency-Key", key)
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then();
    }

    @Test
    void what_a_release_that_was_cut_off_has_left_is_released_by_the_next_one() {
        List<String> ids =
                IntStream.range(0, 4).mapToObj(i -> applied(application(call))).toList();
        ids.forEach(id -> stage(id, "*", "ADMIT").statusCode(200));
        Plan plan = QuarkusTransaction.requiringNew().call(() -> readPlan.all(UUID.fromString(call)));
        UUID cutOff = QuarkusTransaction.requiringNew().call(() -> {
            DecisionRelease begun =
                    new DecisionRelease(UUID.fromString(call), "organiser", 4, Instant.parse("2016-10-10T08:00:00Z"));
            releases.persist(begun);
            return begun.id();
        });
        List<Plan.Planned> done = plan.decisions().subList(0, 2);
        done.forEach(
                decision -> assertThat(releaseOne.release(cutOff, decision)).isEmpty());
        List<String> left = new ArrayList<>(ids);
        done.forEach(decision -> left.remove(decision.applicationId().toString()));

        desk("&staged=ANY").body("items.id", containsInAnyOrder(left.toArray()));
        left.forEach(id -> assertThat(registrations.told(id)).containsExactly("application-submitted"));
        release(plan().extract().header("ETag"), Map.of())
                .statusCode(201)
                .body("release.planned", equalTo(2))
                .body("release.admitted", equalTo(2))
                .body("release.kept", equalTo(0));

        ids.forEach(id ->
                assertThat(registrations.told(id)).containsExactly("application-submitted", "application-admitted"));
        assertThat(held(call, "CITY:porto")).isEqualTo(3);
        assertThat(held(call, "OPEN")).isEqualTo(1);
        organiser()
                .get("/api/v1/admin/calls/" + call + "/releases/" + cutOff)
                .then()
                .statusCode(200)
                .body("admitted", equalTo(2))
                .body("finishedAt", nullValue());
    }

    @Test
    void two_releases_at_the_same_moment_tell_everybody_once() throws Exception {
        List<String> ids =
                IntStream.range(0, 5).mapToObj(i -> applied(application(call))).toList();
        step(Map.of(
                        "decision",
                        "ADMIT",
                        "applications",
                        ids.stream().map(id -> Map.of("id", id)).toList()))
                .statusCode(201);
        String tag = plan().extract().header("ETag");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        int admitted = 0;
        try {
            List<Future<ValidatableResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(pool.submit(() -> release(tag, Map.of())));
            }
            for (Future<ValidatableResponse> answer : answers) {
                int status = answer.get().extract().statusCode();
                assertThat(status).isIn(201, 409, 412);
                if (status == 201) {
                    admitted += answer.get().extract().<Integer>path("release.admitted");
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(admitted).isEqualTo(5);
        assertThat(held(call, "CITY:porto") + held(call, "OPEN")).isEqualTo(5);
        for (String id : ids) {
            await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", id))
                    .extracting(Topics.Delivered::type)
                    .containsOnlyOnce("eu.urbact.infocus.registration.application-admitted.v1"));
        }
    }

    @Test
    void who_withdraws_or_is_decided_about_has_nothing_staged_any_more() {
        String withdrawn = applied(application(call));
        String decided = applied(application(call));
        stage(withdrawn, "*", "ADMIT").statusCode(200);
        stage(decided, "*", "ADMIT").statusCode(200);
        ByLink.withdraw(linkToken(withdrawn)).statusCode(200);
        decide(decided, "WAITLIST").statusCode(200);
        plan().body("people", equalTo(0));
        history(decided)
                .body(
                        "items.action",
                        containsInAnyOrder(
                                "application-waitlisted",
                                "staged-decision-overtaken",
                                "decision-staged",
                                "application-submitted"));
    }

    @Test
    void who_asks_for_the_link_again_keeps_what_is_staged() {
        Map<String, Object> person = application(call);
        String id = applied(person);
        stage(id, "*", "ADMIT").statusCode(200);
        String workshop = given().get("/api/v1/calls/" + call).then().extract().path("workshopSlug");
        given().contentType(ContentType.JSON)
                .body(Map.of("workshopSlug", workshop, "email", person.get("email")))
                .post("/api/v1/self-service/link-requests")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", id))
                .extracting(Topics.Delivered::type)
                .contains("eu.urbact.infocus.registration.application-link-requested.v1"));
        desk("&staged=ANY").body("items.id", contains(id));
    }

    @Test
    void the_neighbours_in_the_list_are_found_in_every_order() {
        List<String> cities = new ArrayList<>();
        for (String city : new String[] {"porto", "bilbao", null, "porto", null}) {
            Map<String, Object> person = application(call);
            person.put("cityId", city);
            person.put("familyName", "Name " + (char) ('E' - cities.size()));
            cities.add(applied(person));
        }
        decide(cities.get(1), "WAITLIST").statusCode(200);
        for (String sort : List.of("appliedAt", "name", "city", "state")) {
            List<String> order = desk("&sort=" + sort).extract().path("items.id");
            assertThat(order).hasSize(5);
            for (int i = 0; i < order.size(); i++) {
                ValidatableResponse place = organiser()
                        .get("/api/v1/admin/desk/" + order.get(i) + "?call=" + call + "&sort=" + sort)
                        .then()
                        .statusCode(200)
                        .body("row.id", equalTo(order.get(i)));
                assertThat(place.extract().<String>path("previous")).isEqualTo(i == 0 ? null : order.get(i - 1));
                assertThat(place.extract().<String>path("next")).isEqualTo(i == 4 ? null : order.get(i + 1));
            }
            // the pages near the end are read from the end
            for (int page = 0; page < 5; page++) {
                desk("&size=1&sort=" + sort + "&page=" + page).body("items.id", contains(order.get(page)));
            }
            desk("&size=2&page=2&sort=" + sort).body("items.id", contains(order.get(4)));
            desk("&size=2&page=3&sort=" + sort).body("items.size()", equalTo(0)).body("total", equalTo(5));
        }
        desk("&profile=EXPERT").body("total", equalTo(0));
        desk("&profile=CLUSTER_MANAGER").body("total", equalTo(5));
    }

    @Test
    void it_is_for_organisers_only_and_a_foreign_call_is_not_found() {
        String id = applied(application(call));
        for (TestTokens tokens : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
            RequestSpecification other = as(tokens);
            other.get("/api/v1/admin/desk?call=" + call).then().statusCode(403);
            as(tokens).get("/api/v1/admin/calls/" + call + "/plan").then().statusCode(403);
            stage(as(tokens), id, "*", Map.of("decision", "ADMIT")).statusCode(403);
            takeBack(as(tokens), id, "*", "").statusCode(403);
            step(as(tokens), Map.of("decision", "ADMIT", "applications", List.of(Map.of("id", id))))
                    .statusCode(403);
            as(tokens)
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(Map.of())
                    .post("/api/v1/admin/calls/" + call + "/releases")
                    .then()
                    .statusCode(403);
        }
        given().get("/api/v1/admin/desk?call=" + call).then().statusCode(401);
        String nowhere = "/api/v1/admin/calls/" + UUID.randomUUID();
        organiser().get(nowhere + "/plan").then().statusCode(404);
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(nowhere + "/plan/matching")
                .then()
                .statusCode(404);
        organiser().get(nowhere + "/releases").then().statusCode(404);
        organiser()
                .delete(nowhere + "/staging-steps/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_release_that_takes_longer_than_a_transaction_may_is_answered_all_the_same() {
        String id = applied(application(call));
        stage(id, "*", "ADMIT").statusCode(200);
        String tag = plan().extract().header("ETag");
        QuarkusTransaction.requiringNew().run(() -> {
            // the decision waits for it for three seconds, and is given up then
            applications.toChange(UUID.fromString(id));
            int before = TxControl.getDefaultTimeout();
            TxControl.setDefaultTimeout(2);
            try {
                release(tag, Map.of())
                        .statusCode(201)
                        .body("release.kept", equalTo(1))
                        .body("kept.applicationId", contains(id))
                        .body("kept.type", contains("urn:infocus:problem:busy"));
            } finally {
                TxControl.setDefaultTimeout(before);
            }
        });
    }

    private static RequestSpecification as(TestTokens tokens) {
        return given().auth().oauth2(tokens.token());
    }

    private static ValidatableResponse stage(String id, String ifMatch, String decision) {
        return stage(organiser(), id, ifMatch, Map.of("decision", decision));
    }

    private static ValidatableResponse stage(
            RequestSpecification who, String id, String ifMatch, Map<String, Object> request) {
        return who.header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(request)
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then();
    }

    private static ValidatableResponse takeBack(RequestSpecification who, String id, String ifMatch, String query) {
        return who.header("If-Match", ifMatch)
                .delete("/api/v1/admin/applications/" + id + "/staged-decision" + query)
                .then();
    }

    private static String read(String id, String path) {
        return organiser()
                .get("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private static String tag(String id) {
        return organiser()
                .get("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private ValidatableResponse step(Map<String, Object> request) {
        return step(organiser(), request);
    }

    private ValidatableResponse step(RequestSpecification who, Map<String, Object> request) {
        return who.contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/admin/calls/" + call + "/staging-steps")
                .then();
    }

    private ValidatableResponse plan() {
        return organiser().get("/api/v1/admin/calls/" + call + "/plan").then().statusCode(200);
    }

    private ValidatableResponse release(String ifMatch, Map<String, Object> request) {
        return organiser()
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(request)
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then();
    }

    private ValidatableResponse desk(String query) {
        return organiser().get("/api/v1/admin/desk?call=" + call + query).then();
    }

    private static ValidatableResponse history(String id) {
        return organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + id)
                .then();
    }
}
