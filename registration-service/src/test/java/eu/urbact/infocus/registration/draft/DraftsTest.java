package eu.urbact.infocus.registration.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.question;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithEmbeddedServers
class DraftsTest {

    private static final String DRAFT = "/api/v1/self-service/draft";

    @Inject
    Registrations registrations;

    @Inject
    Drafts drafts;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private Map<String, Object> wanted;
    private String call;
    private String address;

    @BeforeEach
    void open() {
        wanted = Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 3), 3);
        wanted.put(
                "questions",
                List.of(Map.of(
                        "key", "first",
                        "type", "YES_NO",
                        "label", "Is it your first workshop?",
                        "required", true,
                        "purpose", "To mix the groups.",
                        "retentionDays", 30)));
        call = Registrations.draft(wanted).statusCode(201).extract().path("id");
        act("opening");
        address = "draft-" + UUID.randomUUID() + "@example.org";
    }

    @Test
    void page_by_page_becomes_one_application() {
        String token = begun(you());
        save(token, Map.of("cityId", "porto", "profile", "EXPERT", "contributor", true))
                .statusCode(200)
                .body("entries.givenName", equalTo("Zdeňka"))
                .body("entries.cityId", equalTo("porto"))
                .body("errors.field", equalTo(List.of("motivation", "answers.first")));
        save(token, last()).statusCode(200).body("errors", empty());
        with(token)
                .get(DRAFT)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("acceptsApplications", equalTo(true))
                .body("sent", equalTo(false))
                .body("entries.motivation", equalTo("I bring a question."));

        send(token, true).statusCode(201).body("state", equalTo("RECEIVED")).body("receivedAt", notNullValue());

        applications(1)
                .body("items[0].givenName", equalTo("Zdeňka"))
                .body("items[0].profile", equalTo("EXPERT"))
                .body("items[0].contributor", equalTo(true));
    }

    @Test
    void sent_twice_at_once_is_sent_once_and_nothing_entered_stays_behind() throws Exception {
        String token = complete();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<String> click =
                    () -> send(token, true).statusCode(201).extract().path("receivedAt");
            List<Future<String>> answers = both.invokeAll(List.of(click, click));
            assertEquals(answers.get(0).get(), answers.get(1).get());
        } finally {
            both.shutdownNow();
        }
        applications(1);
        with(token)
                .get(DRAFT)
                .then()
                .statusCode(200)
                .body("sent", equalTo(true))
                .body("errors", empty())
                .body("entries.givenName", nullValue())
                .body("entries.answers", nullValue());
        save(token, you()).statusCode(409).body("type", equalTo("urn:infocus:problem:draft-sent"));
        assertFalse(row(token).contains("Zde"), "the row holds nothing of the person");
    }

    @Test
    void what_another_window_has_saved_is_neither_changed_nor_sent_nor_deleted_unseen() {
        String token = complete();
        String seen = tag(token);
        save(token, Map.of("familyName", "Elsewhere")).statusCode(200).body("tag", not(equalTo(seen)));

        asSeen(token, seen)
                .body(Map.of("motivation", "Of somebody else."))
                .patch(DRAFT)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        asSeen(token, seen)
                .body(Map.of("privacyAccepted", true))
                .post(DRAFT + "/submission")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        with(token)
                .header("If-Match", seen)
                .delete(DRAFT)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        with(token)
                .get(DRAFT)
                .then()
                .body("entries.familyName", equalTo("Elsewhere"))
                .body("entries.motivation", equalTo("I bring a question."));
        applications(0);
        // nor what another draft holds, though it was saved as often
        String other = complete();
        save(other, Map.of("familyName", "Third")).statusCode(200);
        asSeen(token, tag(other))
                .body(Map.of("privacyAccepted", true))
                .post(DRAFT + "/submission")
                .then()
                .statusCode(412);

        String now = tag(token);
        asSeen(token, now).body(last()).patch(DRAFT).then().statusCode(200);
        // the second click of the same form, which changes nothing
        asSeen(token, now).body(last()).patch(DRAFT).then().statusCode(200);
        String latest = tag(token);
        for (int click = 0; click < 2; click++) {
            asSeen(token, latest)
                    .body(Map.of("privacyAccepted", true))
                    .post(DRAFT + "/submission")
                    .then()
                    .statusCode(201);
        }
        applications(1).body("items[0].familyName", equalTo("Elsewhere"));
        with(other).header("If-Match", tag(other)).delete(DRAFT).then().statusCode(204);
        with(other).get(DRAFT).then().statusCode(404);
    }

    @Test
    void what_is_saved_as_it_was_is_kept_longer_and_may_still_be_sent_or_deleted_elsewhere() {
        String token = complete();
        String seen = tag(token);
        Instant before = expiresAt(token);
        for (Map<String, Object> same : List.of(you(), last())) {
            asSeen(token, seen).body(same).patch(DRAFT).then().statusCode(200).body("tag", equalTo(seen));
        }
        assertEquals(seen, tag(token));
        assertTrue(expiresAt(token).isAfter(before), "saved again, so kept again");
        asSeen(token, seen)
                .body(Map.of("privacyAccepted", true))
                .post(DRAFT + "/submission")
                .then()
                .statusCode(201);
        String other = complete();
        String looked = tag(other);
        save(other, last()).statusCode(200).body("tag", equalTo(looked));
        save(other, Map.of("answers", Map.of("first", false))).statusCode(200).body("tag", not(equalTo(looked)));
        with(other).header("If-Match", looked).delete(DRAFT).then().statusCode(412);
        String latest = tag(other);
        save(other, Map.of("answers", Map.of("first", false))).statusCode(200);
        with(other).header("If-Match", latest).delete(DRAFT).then().statusCode(204);
    }

    private static Instant expiresAt(String token) {
        return Instant.parse(
                with(token).get(DRAFT).then().statusCode(200).extract().path("expiresAt"));
    }

    @Test
    void without_a_tag_the_draft_is_taken_as_it_is() {
        String token = complete();
        with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("familyName", "Elsewhere"))
                .patch(DRAFT)
                .then()
                .statusCode(200);
        with(token)
                .contentType(ContentType.JSON)
                .body(Map.of("privacyAccepted", true))
                .post(DRAFT + "/submission")
                .then()
                .statusCode(201);
        applications(1).body("items[0].familyName", equalTo("Elsewhere"));
        String other = complete();
        with(other).delete(DRAFT).then().statusCode(204);
        with(other).get(DRAFT).then().statusCode(404);
    }

    @Test
    void the_tag_is_the_entity_tag_of_whatever_shows_the_draft() {
        String token = complete();
        with(token).get(DRAFT).then().header("ETag", equalTo(tag(token)));
        String saved = save(token, Map.of("familyName", "Elsewhere"))
                .statusCode(200)
                .extract()
                .header("ETag");
        assertEquals(tag(token), saved);
    }

    private static String tag(String token) {
        return with(token).get(DRAFT).then().statusCode(200).extract().path("tag");
    }

    private static RequestSpecification asSeen(String token, String tag) {
        return with(token).header("If-Match", tag).contentType(ContentType.JSON);
    }

    @Test
    void wrong_entries_are_kept_letter_by_letter_and_named() {
        String odd = "<b>\u0000 👩‍🔬 \u202B";
        String token = begun(Map.of("givenName", odd, "familyName", "", "email", "x", "profile", "WIZARD"));
        save(token, Map.of("motivation", "x".repeat(5_000), "cityId", "atlantis", "country", "ZZ"))
                .statusCode(200)
                .body("entries.givenName", equalTo(odd))
                .body("entries.motivation", equalTo("x".repeat(5_000)))
                .body(
                        "errors.field",
                        hasItems(
                                "givenName",
                                "familyName",
                                "email",
                                "organisation",
                                "profile",
                                "motivation",
                                "cityId",
                                "country",
                                "answers.first"))
                .body("errors.field", not(hasItems("privacyAccepted")))
                .body("errors.findAll { it.field == 'profile' }", hasSize(1));
        send(token, true).statusCode(422);
        applications(0);
    }

    @Test
    void the_privacy_notice_must_be_accepted() {
        String token = complete();
        send(token, false).statusCode(422).body("errors.field", equalTo(List.of("privacyAccepted")));
        send(token, true).statusCode(201);
    }

    @Test
    void what_is_longer_than_anything_meant_is_refused() {
        Map<String, Object> huge = Map.of(
                "callId",
                call,
                "entries",
                Map.of(
                        "motivation", "x".repeat(20_001),
                        "givenName", "x".repeat(2_001)));
        begin(huge).statusCode(422).body("errors.field", hasItems("entries.motivation", "entries.givenName"));
        Map<String, Object> answers = Map.of("bring", "x".repeat(20_001), "formats", Map.of("a", 1), "A b@c", "x");
        begin(Map.of("callId", call, "entries", Map.of("answers", answers)))
                .statusCode(422)
                .body("errors.field", hasItems("answers.bring", "answers.formats", "answers"));
    }

    @Test
    void the_deadline_passes_in_the_middle_and_the_draft_stays() {
        String token = complete();
        act("closing");
        save(token, Map.of("motivation", "One more word."))
                .statusCode(200)
                .body("acceptsApplications", equalTo(false))
                .body("entries.motivation", equalTo("One more word."));
        send(token, true).statusCode(409).body("type", equalTo("urn:infocus:problem:call-not-open"));
        save(token, Map.of("motivation", "")).statusCode(200);
        send(token, true).statusCode(409);
        with(token).get(DRAFT).then().statusCode(200).body("entries.givenName", equalTo("Zdeňka"));
        applications(0);
        begin(Map.of("callId", call, "entries", you())).statusCode(409);
    }

    @Test
    void a_draft_call_and_an_unknown_one_take_no_drafts() {
        String hidden = Registrations.draft(Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 3), 3))
                .extract()
                .path("id");
        for (String id : List.of(hidden, UUID.randomUUID().toString())) {
            begin(Map.of("callId", id, "entries", you())).statusCode(422).body("errors.field", hasItems("callId"));
        }
    }

    @Test
    void without_its_token_there_is_no_draft() {
        String token = complete();
        String altered = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        for (String other : List.of(altered, "", "x", DraftTokens.hash(token))) {
            with(other).get(DRAFT).then().statusCode(404).body("type", equalTo("urn:infocus:problem:draft-unknown"));
            save(other, you()).statusCode(404);
            send(other, true).statusCode(404);
            with(other).header("If-Match", "*").delete(DRAFT).then().statusCode(204);
        }
        given().get(DRAFT).then().statusCode(404);
        with(token).get(DRAFT).then().statusCode(200);
        assertFalse(row(token).contains(token), "only the hash of the token is kept");
    }

    @Test
    void given_up_is_gone() {
        String token = complete();
        with(token).header("If-Match", "*").delete(DRAFT).then().statusCode(204);
        with(token).get(DRAFT).then().statusCode(404);
        send(token, true).statusCode(404);
        assertEquals("", row(token));
    }

    @Test
    void a_draft_that_nobody_saves_ends_exactly_after_its_days() {
        String token = complete();
        Draft draft = drafts.find(token, clock.instant()).orElseThrow();
        assertEquals(Duration.ofDays(14), Duration.between(draft.savedAt(), draft.expiresAt()));
        assertEquals(
                1,
                drafts.find(token, draft.expiresAt().minusNanos(1000)).stream().count());
        assertEquals(0, drafts.find(token, draft.expiresAt()).stream().count());
        Map<String, Object> applicant = Registrations.application(call);
        applicant.put("email", address);
        applicant.put("answers", Map.of("first", true));
        ByLink.ownData(Registrations.linkToken(Registrations.applied(applicant)))
                .body(
                        "kept.find { it.section == 'drafts' }.erasedAfter",
                        equalTo(draft.expiresAt().toString()));
        QuarkusTransaction.requiringNew()
                .run(() -> drafts.forget(draft.expiresAt().minusNanos(1000)));
        with(token).get(DRAFT).then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> drafts.forget(draft.expiresAt()));
        with(token).get(DRAFT).then().statusCode(404);
        assertEquals("", row(token));
    }

    @Test
    void somebody_who_has_applied_already_gets_the_same_answer() {
        send(complete(), true).statusCode(201).body("state", equalTo("RECEIVED"));
        send(complete(), true).statusCode(201).body("state", equalTo("RECEIVED"));
        applications(1);
    }

    @Test
    void an_answer_to_what_is_not_asked_any_more_stops_nobody() {
        ask(
                question("first", "YES_NO", true, List.of()),
                question("formats", "CHOICE", false, List.of("Talk", "Panel")));
        String token = complete();
        save(token, Map.of("answers", Map.of("first", true, "formats", "Panel")))
                .statusCode(200)
                .body("entries.answers", equalTo(Map.of("first", true, "formats", "Panel")))
                .body("errors", empty());

        Map<String, Object> late = question("formats", "CHOICE", false, List.of("Talk", "Panel"));
        late.put("moment", "AFTER_ADMISSION");
        ask(question("first", "YES_NO", true, List.of()), late);
        with(token)
                .get(DRAFT)
                .then()
                .body("entries.answers", equalTo(Map.of("first", true)))
                .body("errors", empty());
        ask(question("first", "YES_NO", true, List.of()));
        save(token, Map.of("answers", Map.of("first", true, "formats", "Panel")))
                .statusCode(200)
                .body("entries.answers", equalTo(Map.of("first", true)))
                .body("errors", empty());
        send(token, true).statusCode(201);
        String id = applications(1).extract().path("items[0].id");
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers.key", equalTo(List.of("first")))
                .body("answers.values", equalTo(List.of(List.of("yes"))));
    }

    @Test
    void an_answer_of_another_kind_than_is_asked_for_now_is_none() {
        String token = complete();
        ask(question("first", "TEXT", true, List.of()));
        with(token)
                .get(DRAFT)
                .then()
                .body("entries.answers", equalTo(Map.of()))
                .body("errors", equalTo(List.of(Map.of("field", "answers.first", "message", "must be answered"))));
        send(token, true).statusCode(422).body("errors.field", equalTo(List.of("answers.first")));
        ask(question("first", "TEXT", false, List.of()));
        send(token, true).statusCode(201);
    }

    private void ask(Object... questions) {
        wanted.put("questions", List.of(questions));
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(wanted)
                .put("/api/v1/admin/calls/" + call)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> you() {
        return Map.of(
                "givenName", "Zdeňka",
                "familyName", "Quellenfinder",
                "email", address,
                "organisation", "Cluster of the Test",
                "position", "",
                "country", "PT");
    }

    private static Map<String, Object> last() {
        return Map.of("motivation", "I bring a question.", "answers", Map.of("first", true));
    }

    private String complete() {
        String token = begun(you());
        save(token, Map.of("cityId", "", "profile", "EXPERT", "contributor", false))
                .statusCode(200);
        save(token, last()).statusCode(200).body("errors", empty());
        return token;
    }

    private String begun(Map<String, Object> entries) {
        return begin(Map.of("callId", call, "entries", entries))
                .statusCode(201)
                .header("Location", endsWith(DRAFT))
                .extract()
                .path("token");
    }

    private static ValidatableResponse begin(Map<String, Object> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/application-drafts")
                .then();
    }

    private static ValidatableResponse save(String token, Map<String, Object> entries) {
        return with(token)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(entries)
                .patch(DRAFT)
                .then();
    }

    private static ValidatableResponse send(String token, boolean privacyAccepted) {
        return with(token)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("privacyAccepted", privacyAccepted))
                .post(DRAFT + "/submission")
                .then();
    }

    private static RequestSpecification with(String token) {
        return given().header("Application-Draft", token);
    }

    private ValidatableResponse applications(int count) {
        return organiser()
                .get("/api/v1/admin/applications?call=" + call)
                .then()
                .statusCode(200)
                .body("total", equalTo(count));
    }

    private void act(String action) {
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/" + action)
                .then()
                .statusCode(200);
    }

    /** The draft as the database has it, or nothing. */
    private String row(String token) {
        List<?> rows = entities.createNativeQuery(
                        "select to_jsonb(d)::text from application_draft d where token_hash = :hash")
                .setParameter("hash", DraftTokens.hash(token))
                .getResultList();
        return rows.isEmpty() ? "" : rows.get(0).toString();
    }
}
