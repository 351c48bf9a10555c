package eu.urbact.infocus.registration.selfservice;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.application.Applications;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class EditTest {

    private static final String MINE = "/api/v1/self-service/application";

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    Applications applications;

    @Inject
    DataSource dataSource;

    private String call;
    private String id;
    private String token;

    @BeforeEach
    void apply() {
        call = registrations.openCall();
        id = applied(application(call));
        token = linkToken(id);
    }

    @Test
    void what_was_sent_in_is_changed_and_the_trail_names_the_fields_without_their_content() {
        String etag = show().body("canEdit", equalTo(true))
                .body("nextStepAt", equalTo("2016-11-04T17:00:00Z"))
                .body("callClosesAt", equalTo("2016-11-04T17:00:00Z"))
                .extract()
                .header("ETag");
        Map<String, Object> edit = edit();
        edit.put("givenName", "Zoë");
        edit.put("cityId", null);
        edit.put("contributor", true);

        String next = put(etag, edit)
                .statusCode(200)
                .body("givenName", equalTo("Zoë"))
                .body("cityId", nullValue())
                .body("contributor", equalTo(true))
                .body("familyName", equalTo("Quellenfinder"))
                .body("state", equalTo("SUBMITTED"))
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(etag);
        show().header("ETag", equalTo(next)).body("email", equalTo(email()));
        assertThat(told()).isEqualTo(1);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("givenName", equalTo("Zoë"))
                .body("history.action", hasItem("application-edited"))
                .body(
                        "history.find { it.action == 'application-edited' }.details.fields",
                        equalTo(List.of("givenName", "cityId", "contributor")))
                .body("history.find { it.action == 'application-edited' }.details.cityId.before", equalTo("porto"))
                .body("history.find { it.action == 'application-edited' }.details.cityId.after", nullValue())
                .body("history.find { it.action == 'application-edited' }.details.contributor.before", equalTo(false))
                .body("history.find { it.action == 'application-edited' }.details.contributor.after", equalTo(true))
                .body("history.find { it.action == 'application-edited' }.details.country", nullValue())
                .body("history.toString()", not(org.hamcrest.Matchers.containsString("Zoë")));

        // the same again is no change
        put(next, edit).statusCode(200).header("ETag", equalTo(next));
        // also when it was sent twice from the same form
        put(etag, edit).statusCode(200).header("ETag", equalTo(next));
        put(null, edit).statusCode(428);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void a_city_that_is_none_of_the_calls_any_more_may_stay() throws Exception {
        TestSql.execute(dataSource, "update application set city_id = 'riga' where id = ?", UUID.fromString(id));
        Map<String, Object> edit = edit();
        edit.put("cityId", "riga");
        edit.put("motivation", "Without the slip.");
        put("*", edit).statusCode(200).body("cityId", equalTo("riga")).body("motivation", equalTo("Without the slip."));
        edit.put("cityId", "brno");
        put("*", edit).statusCode(422).body("errors.field", equalTo(List.of("cityId")));
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen() {
        String etag = show().extract().header("ETag");
        Map<String, Object> edit = edit();
        edit.put("organisation", "First");
        put(etag, edit).statusCode(200);
        edit.put("organisation", "Second");
        put(etag, edit).statusCode(412).body("type", equalTo("urn:infocus:problem:stale"));
        given().header("Application-Link", token)
                .contentType(ContentType.JSON)
                .body(edit)
                .put(MINE)
                .then()
                .statusCode(428);
        show().body("organisation", equalTo("First"));
    }

    @Test
    void another_kind_of_line_break_changes_nothing() throws SQLException {
        TestSql.execute(
                dataSource,
                "update application set motivation = replace(motivation, E'\\n', E'\\r\\n') where id = ?",
                UUID.fromString(id));
        put("\"v99\"", edit()).statusCode(200);
        assertThat(told()).isZero();
        Map<String, Object> other = edit();
        other.put("motivation", "I bring a question. And a case.");
        put("\"v99\"", other).statusCode(412);
    }

    @Test
    void after_a_decision_it_is_refused() {
        decide(id, "WAITLIST").statusCode(200);
        show().body("canEdit", equalTo(false));
        put("*", edit())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-editable"))
                .body("detail", equalTo("The organisers have decided about the application."));
        decide(id, "ADMIT").statusCode(200);
        put("*", edit()).statusCode(409);
        ByLink.withdraw(token).statusCode(200);
        put("*", edit()).statusCode(409).body("detail", equalTo("The application has been withdrawn."));
        assertThat(told()).isZero();
    }

    @Test
    void a_name_is_put_right_after_the_decision_and_nothing_else() {
        decide(id, "ADMIT").statusCode(200);
        String etag = show().body("canCorrect", equalTo(true))
                .body("canEdit", equalTo(false))
                .extract()
                .header("ETag");
        Map<String, Object> called = new HashMap<>(
                Map.of("givenName", "Zoë", "familyName", "Quellenfinder", "organisation", "Cluster of the Test"));
        correct(null, called).statusCode(428);
        correct("\"v0\"", called).statusCode(412);
        called.put("email", "other@example.org");
        correct(etag, called).statusCode(400);
        called.remove("email");
        called.put("organisation", 5);
        correct(etag, called).statusCode(400).body("errors.field", equalTo(List.of("organisation")));
        called.put("organisation", "Cluster of the Test");
        called.put("familyName", "q".repeat(101));
        correct(etag, called).statusCode(422).body("errors.field", equalTo(List.of("familyName")));
        called.put("familyName", "Quellenfinder");

        String next = correct(etag, called)
                .statusCode(200)
                .body("givenName", equalTo("Zoë"))
                .body("position", nullValue())
                .body("state", equalTo("ADMITTED"))
                .body("cityId", equalTo("porto"))
                .extract()
                .header("ETag");
        correct(next, called).statusCode(200).header("ETag", equalTo(next));
        correct(etag, called).statusCode(200).header("ETag", equalTo(next));
        assertThat(told()).isEqualTo(1);
        called.put("givenName", "Zora");
        correct(etag, called).statusCode(412);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("givenName", equalTo("Zoë"))
                .body("history[0].action", equalTo("application-corrected"))
                .body("history[0].actor", equalTo("applicant"))
                .body("history[0].details", equalTo(Map.of("fields", List.of("givenName", "position"))))
                .body("history.toString()", not(org.hamcrest.Matchers.containsString("Zoë")));
        // whoever decides next on the old version is told by whom it was changed
        decide(id, etag, Map.of("decision", "WAITLIST")).statusCode(412).body("by", equalTo("the applicant"));
    }

    @Test
    void a_name_that_could_not_be_given_any_more_stays_until_it_is_changed() throws SQLException {
        TestSql.execute(
                dataSource,
                "update application set given_name = 'Ma.Luisa', family_name = 'St.Pierre' where id = ?",
                UUID.fromString(id));
        Map<String, Object> edit = edit();
        edit.put("givenName", "Ma.Luisa");
        edit.put("familyName", "St.Pierre");
        edit.put("motivation", "Something else.");
        String next = put(show().extract().header("ETag"), edit)
                .statusCode(200)
                .body("motivation", equalTo("Something else."))
                .body("familyName", equalTo("St.Pierre"))
                .extract()
                .header("ETag");
        Map<String, Object> called =
                new HashMap<>(Map.of("givenName", "Ma. Luisa", "familyName", "St.Pierre", "organisation", "Cluster"));
        next = correct(next, called).statusCode(200).extract().header("ETag");

        String wrong = "must not look like an address on the web; write a space behind the dot";
        called.put("familyName", "Win at www.evil.example");
        correct(next, called)
                .statusCode(422)
                .body("errors", equalTo(List.of(Map.of("field", "familyName", "message", wrong))));
        edit.put("givenName", "Evil.Com");
        edit.put("familyName", "4ever");
        put(next, edit).statusCode(422).body("errors.field", equalTo(List.of("familyName")));
        edit.put("familyName", "St.Pierre");
        put(next, edit)
                .statusCode(422)
                .body("errors", equalTo(List.of(Map.of("field", "givenName", "message", wrong))));
        show().body("givenName", equalTo("Ma. Luisa")).body("familyName", equalTo("St.Pierre"));
    }

    @Test
    void the_same_correction_sent_twice_at_the_very_same_moment_is_taken_once() throws Exception {
        String etag = show().extract().header("ETag");
        Map<String, Object> called =
                Map.of("givenName", "Zoë", "familyName", "Quellenfinder", "organisation", "Cluster of the Test");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<ValidatableResponse>> both = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                applications.toChange(UUID.fromString(id));
                // neither has seen what the other does
                for (int i = 0; i < 2; i++) {
                    both.add(pool.submit(() -> correct(etag, called)));
                }
                RowLocks.awaitWaiting(dataSource, 2);
            });
            for (Future<ValidatableResponse> one : both) {
                one.get().statusCode(200).body("givenName", equalTo("Zoë"));
            }
        } finally {
            pool.shutdown();
        }
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("history.action", equalTo(List.of("application-corrected", "application-submitted")));
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void when_the_workshop_is_over_no_name_is_put_right() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update workshop_view set starts_at = :from, ends_at = :to where id ="
                                + " (select workshop_id from application where id = :id)")
                .setParameter("from", clock.instant().minusSeconds(60))
                .setParameter("to", clock.instant().minusSeconds(1))
                .setParameter("id", UUID.fromString(id))
                .executeUpdate());
        show().body("canCorrect", equalTo(false));
        correct("*", Map.of("givenName", "Zoë", "familyName", "Quellenfinder", "organisation", "Cluster"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-editable"))
                .body("detail", equalTo("The workshop is over."));
        show().body("givenName", equalTo("Zdeňka"));
    }

    private ValidatableResponse correct(String etag, Map<String, Object> called) {
        var request = given().header("Application-Link", token)
                .contentType(ContentType.JSON)
                .body(called);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put(MINE + "/person").then();
    }

    @Test
    void after_the_closing_time_it_is_refused() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update call_for_participation set closes_at = :past where id = :id")
                .setParameter("past", java.time.Instant.parse("2016-10-10T07:59:59Z"))
                .setParameter("id", UUID.fromString(call))
                .executeUpdate());
        show().body("canEdit", equalTo(false)).body("nextStepAt", nullValue());
        put("*", edit())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-editable"))
                .body("detail", equalTo("The call has closed."));
        assertThat(told()).isZero();
    }

    @Test
    void what_is_wrong_is_told_by_field() {
        Map<String, Object> edit = edit();
        edit.put("givenName", " ");
        edit.put("country", "XX");
        put("*", edit)
                .statusCode(422)
                .body("errors.field", hasItem("givenName"))
                .body("errors.field", hasItem("country"));
        edit = edit();
        edit.put("cityId", "atlantis");
        put("*", edit).statusCode(422).body("errors[0].field", equalTo("cityId"));
        // whose application it is cannot be changed
        edit = edit();
        edit.put("email", "other@example.org");
        put("*", edit).statusCode(400);
        given().header("Application-Link", token)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("null")
                .put(MINE)
                .then()
                .statusCode(422);
    }

    private Map<String, Object> edit() {
        Map<String, Object> edit = new LinkedHashMap<>(application(call));
        edit.keySet().removeAll(List.of("callId", "email", "privacyAccepted"));
        return edit;
    }

    private ValidatableResponse put(String ifMatch, Map<String, Object> edit) {
        var request = given().header("Application-Link", token)
                .contentType(ContentType.JSON)
                .body(edit);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(MINE).then();
    }

    private ValidatableResponse show() {
        return given().header("Application-Link", token).get(MINE).then().statusCode(200);
    }

    private String email() {
        return organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .extract()
                .path("email");
    }

    private long told() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from outbox_event where message_key = :id and type like '%application-edited.v1'")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue());
    }
}
