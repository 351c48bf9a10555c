package eu.urbact.infocus.registration.owndata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.DatabaseTraces;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.delegation.InvitationLinks;
import eu.urbact.infocus.registration.delegation.Invitations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.comment;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.freezeListsAt;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.openDinner;
import static eu.urbact.infocus.registration.Registrations.openHotel;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static eu.urbact.infocus.registration.Registrations.vote;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class ErasureTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Registrations registrations;

    @Inject
    Calls calls;

    @Inject
    Applications applications;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    @Inject
    EraseApplication eraseApplication;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    Invitations invitations;

    @Inject
    InvitationLinks invitationLinks;

    private String mark;
    private String call;
    private String id;
    private String key;

    @BeforeEach
    void apply() {
        // in every field that takes words, so that wherever one of them goes it can be found
        mark = "q" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");
        call = registrations.openCall();
        key = UUID.randomUUID().toString();
        id = apply(key).statusCode(201).extract().path("id");
    }

    private ValidatableResponse apply(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(person())
                .post("/api/v1/applications")
                .then();
    }

    @Test
    void nothing_in_the_database_tells_who_it_was() {
        decide(id, "*", Map.of("decision", "DECLINE", "reasonCode", "OTHER", "note", "Sorry, " + mark))
                .statusCode(200);
        draft(mark.toUpperCase(Locale.ROOT) + "@example.org").statusCode(201);
        walkIn(workshopIsOn()).then().statusCode(201);
        comment(id, "Knows " + mark).statusCode(201);
        assertThat(traces())
                .as("the scan finds what is there")
                .contains(
                        "application.given_name",
                        "application.family_name",
                        "application.email",
                        "application.email_key",
                        "application.search_text",
                        "application.sort_name",
                        "application.motivation",
                        "application.note",
                        "application_comment.text",
                        "walk_in.family_name",
                        "application_draft.entries",
                        "idempotency_key.body");

        eraseMyself(linkToken(id)).statusCode(204);

        assertThat(traces()).isEmpty();
    }

    @Test
    void the_history_tells_neither_which_room_nor_which_meals_it_was_any_more() {
        decide(id, "ADMIT").statusCode(200);
        String link = linkToken(id);
        openHotel(call, 1);
        askForRoom(link).then().statusCode(200);
        freezeListsAt(call, "2016-11-16T18:00:00+01:00");
        String dinner = openDinner(call, "Kosher dinner");
        put(link, "logistics/choices", Map.of("choices", List.of(Map.of("optionId", dinner, "companions", 0))))
                .then()
                .statusCode(200);
        assertThat(Registrations.history(id).extract().asString()).contains("Kosher dinner", "SINGLE");

        eraseMyself(link).statusCode(204);

        // also what the withdrawal has written, which gives the room back
        assertThat(Registrations.history(id).extract().asString())
                .contains(
                        "hotel-room-requested",
                        "hotel-room-cancelled",
                        "logistics-options-chosen",
                        "application-admitted")
                .doesNotContain("Kosher dinner", "SINGLE", "roomType");
    }

    @Test
    void an_invitation_that_was_accepted_beside_the_own_application_is_forgotten_too() {
        accept(invited(), acceptance()).then().statusCode(lessThan(300));
        assertThat(traces()).contains("invitation.email", "invitation.family_name", "invitation.message");
        ByLink.ownData(linkToken(id))
                .statusCode(200)
                .body("sections.delegation.invitations.message", equalTo(List.of("Come, " + mark)));

        eraseMyself(linkToken(id)).statusCode(204);

        assertThat(traces()).isEmpty();
    }

    /** The person's city invites them as well; the link of the invitation. */
    private String invited() {
        String invitation = Registrations.city("porto")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "cityId", "porto",
                        "email", mark.toUpperCase(Locale.ROOT) + "@example.org",
                        "givenName", "Zdeňka " + mark,
                        "familyName", mark,
                        "message", "Come, " + mark))
                .post("/api/v1/partner/calls/" + call + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return QuarkusTransaction.requiringNew()
                .call(() -> invitationLinks.token(invitations.findById(UUID.fromString(invitation))));
    }

    private Map<String, Object> acceptance() {
        Map<String, Object> person = person();
        List.of("callId", "email", "cityId").forEach(person::remove);
        return person;
    }

    private static Response accept(String link, Map<String, Object> person) {
        return given().header("Invitation-Link", link)
                .contentType(ContentType.JSON)
                .body(person)
                .post("/api/v1/invitation/acceptance");
    }

    @Test
    void what_was_begun_with_the_address_is_named_and_not_shown_because_anybody_may_have_begun_it() {
        draft(mark + "@example.org").statusCode(201);
        ByLink.ownData(linkToken(id))
                .statusCode(200)
                .body("sections.drafts.open", hasSize(1))
                .body("sections.drafts.open[0].savedAt", startsWith("2016-10-10T"))
                .body("sections.drafts.open[0].entries", nullValue())
                .body("sections.drafts.note", startsWith("Begun with your address and not sent."))
                .body(not(containsString("Once more")));
    }

    @Test
    void what_was_begun_to_other_calls_goes_when_the_person_wants_it_and_not_when_the_time_is_over() {
        String first = call;
        call = registrations.openCall();
        draft(mark + "@example.org").statusCode(201);
        call = first;
        draft(mark + "@example.org").statusCode(201);
        ByLink.ownData(linkToken(id)).statusCode(200).body("sections.drafts.open", hasSize(2));
        String again = eraseAndApplyAgain(ErasureReason.RETENTION_OVER);
        ByLink.ownData(linkToken(again)).statusCode(200).body("sections.drafts.open", hasSize(1));

        eraseMyself(linkToken(again)).statusCode(204);

        assertThat(traces()).isEmpty();
    }

    private String eraseAndApplyAgain(ErasureReason reason) {
        eraseApplication.erase(UUID.fromString(id), reason, "test");
        return Registrations.admitted(person());
    }

    @Test
    void ended_applications_to_the_same_call_are_forgotten_with_the_one_that_followed() {
        ByLink.withdraw(linkToken(id)).statusCode(200);
        String declined = applied(person());
        decide(declined, "DECLINE").statusCode(200);
        String last = Registrations.admitted(person());
        assertThat(traces()).isNotEmpty();

        eraseMyself(linkToken(last)).statusCode(204);

        assertThat(traces()).isEmpty();
        assertThat(held(call, "CITY:porto")).isZero();
        for (String ended : List.of(id, declined, last)) {
            await().untilAsserted(() -> assertThat(Registrations.facts(ended))
                    .filteredOn("application-erased"::equals)
                    .hasSize(1));
        }
        // what it was counted as stays
        organiser().get("/api/v1/admin/applications/" + declined).then().body("state", equalTo("DECLINED"));
    }

    @Test
    void a_live_application_beside_an_ended_one_and_one_to_another_call_stay_until_their_own_link_erases_them() {
        String link = linkToken(id);
        ByLink.withdraw(link).statusCode(200);
        String live = Registrations.admitted(person());
        String first = call;
        call = registrations.openCall();
        String elsewhere = applied(person());
        call = first;

        eraseMyself(link).statusCode(204);

        organiser().get("/api/v1/admin/applications/" + id).then().body("familyName", equalTo("(erased)"));
        organiser()
                .get("/api/v1/admin/applications/" + live)
                .then()
                .body("familyName", equalTo(mark))
                .body("state", equalTo("ADMITTED"));
        organiser().get("/api/v1/admin/applications/" + elsewhere).then().body("familyName", equalTo(mark));
    }

    @Test
    void an_application_that_should_never_have_been_there_is_erased_alone() {
        ByLink.withdraw(linkToken(id)).statusCode(200);
        String last = Registrations.admitted(person());
        eraseApplication.erase(UUID.fromString(last), ErasureReason.MISTAKE, "test");
        organiser().get("/api/v1/admin/applications/" + last).then().body("familyName", equalTo("(erased)"));
        organiser().get("/api/v1/admin/applications/" + id).then().body("familyName", equalTo(mark));
    }

    @ParameterizedTest
    @EnumSource(names = {"MISTAKE", "ENTERED_BY_SOMEBODY_ELSE"})
    void what_should_never_have_been_there_takes_nothing_of_the_person_along(ErasureReason reason) {
        String link = invited();
        draft(mark + "@example.org").statusCode(201);

        eraseApplication.erase(UUID.fromString(id), reason, "test");

        assertThat(traces())
                .contains("invitation.email", "invitation.message", "application_draft.entries")
                .doesNotContain("application.email", "application.family_name");
        given().header("Invitation-Link", link)
                .get("/api/v1/invitation")
                .then()
                .statusCode(200)
                .body("state", equalTo("INVITED"));
    }

    @Test
    void the_invitation_that_it_was_made_through_goes_with_what_should_never_have_been_there() {
        eraseMyself(linkToken(id)).statusCode(204);
        call = registrations.openCall();
        accept(invited(), acceptance()).then().statusCode(200);
        String nominee = Registrations.city("porto")
                .get("/api/v1/partner/calls/" + call + "/invitations")
                .path("items[0].applicationId");

        eraseApplication.erase(UUID.fromString(nominee), ErasureReason.MISTAKE, "test");

        assertThat(traces()).isEmpty();
    }

    @Test
    void as_long_as_a_live_application_stays_an_ended_one_takes_nothing_else_along() {
        String link = linkToken(id);
        ByLink.withdraw(link).statusCode(200);
        applied(person());
        String invitation = invited();
        draft(mark + "@example.org").statusCode(201);

        eraseMyself(link).statusCode(204);

        organiser().get("/api/v1/admin/applications/" + id).then().body("familyName", equalTo("(erased)"));
        assertThat(traces()).contains("application_draft.entries");
        given().header("Invitation-Link", invitation)
                .get("/api/v1/invitation")
                .then()
                .statusCode(200)
                .body("state", equalTo("INVITED"));
    }

    @Test
    void a_draft_with_another_address_is_somebody_elses() {
        draft("somebody-else@example.org").statusCode(201);
        eraseMyself(linkToken(id)).statusCode(204);
        assertThat(traces()).containsExactly("application_draft.entries");
    }

    @Test
    void the_seat_is_free_again_and_a_number_is_left() {
        decide(id, "ADMIT").statusCode(200);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        String link = linkToken(id);

        eraseMyself(link).statusCode(204);

        assertThat(held(call, "CITY:porto")).isZero();
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("cityId", equalTo("porto"))
                .body("profile", equalTo("CLUSTER_MANAGER"))
                .body("familyName", equalTo("(erased)"))
                .body("email", equalTo(""));
        assertThat(facts())
                .containsExactly(
                        "application-submitted", "application-admitted", "application-withdrawn", "application-erased");
        recipients(id).statusCode(200).body("recipients", equalTo(List.of()));
    }

    @Test
    void who_was_there_stays_counted_as_admitted_and_present() {
        decide(id, "ADMIT").statusCode(200);
        String today = workshopIsOn();
        checkIn(today).then().statusCode(201);

        eraseMyself(linkToken(id)).statusCode(204);

        assertThat(traces()).isEmpty();
        organiser().get("/api/v1/admin/applications/" + id).then().body("state", equalTo("ADMITTED"));
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        given().auth()
                .oauth2(TestTokens.desk().token())
                .get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("find { it.date == '" + today + "' }.checkedIn", equalTo(1));
    }

    @Test
    void until_the_workshop_is_over_whoever_waits_for_a_decision_withdraws_by_it() {
        workshopIsOn();
        eraseMyself(linkToken(id)).statusCode(204);
        organiser().get("/api/v1/admin/applications/" + id).then().body("state", equalTo("WITHDRAWN"));
        assertThat(facts())
                .containsExactly(
                        "application-submitted", "applicant-moved", "application-withdrawn", "application-erased");
    }

    @Test
    void once_the_workshop_is_over_everybody_stays_what_they_were() {
        workshopIsOver();
        eraseMyself(linkToken(id)).statusCode(204);
        assertThat(traces()).isEmpty();
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("familyName", equalTo("(erased)"));
        assertThat(facts()).containsExactly("application-submitted", "application-erased");
        decide(id, "ADMIT")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:decision-not-possible"))
                .body("detail", equalTo("The person's data have been erased."));
    }

    @Test
    void nobody_who_was_forgotten_is_offered_or_suggested_or_planned_anything_also_when_the_workshop_comes_again() {
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        String known = applied(application(call));
        decide(known, "WAITLIST").statusCode(200);
        workshopIsOver();
        eraseMyself(linkToken(id)).statusCode(204);
        eraseMyself(linkToken(waiting)).statusCode(204);
        organiser().get("/api/v1/admin/applications/" + waiting).then().body("state", equalTo("WAITLISTED"));
        registrations.workshopIs(call, Instant.parse("2016-11-23T12:30:00Z"), Instant.parse("2016-11-25T13:00:00Z"));

        organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .statusCode(200)
                .body("entries.items.applicationId", equalTo(List.of(known)));
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("applicationIds", List.of(id, waiting, known)))
                .post("/api/v1/admin/calls/" + call + "/plan/selection")
                .then()
                .statusCode(200)
                .body("after", equalTo(1));
        organiser()
                .get("/api/v1/admin/calls/" + call + "/waiting-list")
                .then()
                .statusCode(200)
                .body("waiting.total", equalTo(1))
                .body("waiting.items.applicationId", equalTo(List.of(known)))
                .body("waiting.items[0].place", equalTo(1));
        Registrations.startWaitingList(call, 72, 48);
        await().untilAsserted(() ->
                organiser().get("/api/v1/admin/applications/" + known).then().body("state", equalTo("OFFERED")));
        organiser().get("/api/v1/admin/applications/" + waiting).then().body("state", equalTo("WAITLISTED"));
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
    }

    @Test
    void the_mailer_learns_which_workshop_it_was_and_nothing_about_the_person() {
        recipients(id).statusCode(200).body("erased", hasSize(0)).body("recipients", hasSize(1));
        eraseMyself(linkToken(id)).statusCode(204);
        String slug = QuarkusTransaction.requiringNew()
                .call(() -> calls.findById(UUID.fromString(call)).workshopSlug());
        recipients(id)
                .statusCode(200)
                .body("recipients", hasSize(0))
                .body("erased.applicationId", equalTo(List.of(id)))
                .body("erased[0].keySet()", equalTo(Set.of("applicationId", "link", "workshop")))
                .body("erased[0].link", equalTo("http://localhost:8080/org/w/" + slug + "/admission"))
                .body("erased[0].workshop.title", equalTo("Workshop of the test"));
    }

    @Test
    void afterwards_the_link_is_as_dead_as_one_that_never_was() {
        String link = linkToken(id);
        eraseMyself(link).statusCode(204);
        assertThat(ByLink.ownData(link).statusCode(404).extract().asString())
                .isEqualTo(ByLink.ownData("never-given-out").extract().asString());
        assertThat(eraseMyself(link).statusCode(404).extract().asString())
                .isEqualTo(eraseMyself("never-given-out").extract().asString());
        assertThat(facts()).filteredOn("application-erased"::equals).hasSize(1);
    }

    @Test
    void the_same_person_may_apply_again_and_two_erased_people_are_two() {
        String again = applied(person());
        assertThat(again).isNotEqualTo(id);
        eraseMyself(linkToken(id)).statusCode(204);
        String second = Registrations.admitted(person());
        eraseMyself(linkToken(second)).statusCode(204);
        assertThat(traces()).isEmpty();
    }

    @Test
    void a_late_repetition_brings_back_neither_the_person_nor_what_was_said_of_them() {
        commentOn(key).statusCode(201);
        eraseMyself(linkToken(id)).statusCode(204);

        for (int time = 0; time < 2; time++) {
            requestErased(apply(key));
            requestErased(commentOn(key));
        }

        assertThat(traces()).isEmpty();
        organiser().get("/api/v1/admin/applications?call=" + call).then().body("items.id", equalTo(List.of(id)));
        assertThat(facts()).filteredOn("application-submitted"::equals).hasSize(1);
        // with a key of its own it is meant
        apply(UUID.randomUUID().toString()).statusCode(201);
    }

    @Test
    void a_late_repetition_at_the_door_does_not_write_down_again_who_it_was() {
        String today = workshopIsOn();
        walkIn(today, key).then().statusCode(201);
        eraseMyself(linkToken(id)).statusCode(204);
        requestErased(walkIn(today, key).then());
        assertThat(traces()).isEmpty();
    }

    private ValidatableResponse commentOn(String key) {
        return organiser()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Knows " + mark))
                .post("/api/v1/admin/applications/" + id + "/review/comments")
                .then();
    }

    private static void requestErased(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("type", equalTo("urn:infocus:problem:request-erased"))
                .body("detail", equalTo("It is not done again. Use a new key if it is meant anew."));
    }

    @Test
    void a_late_repetition_of_what_was_asked_for_many_is_not_done_again_for_the_others() {
        String other = applied(application(call));
        ByLink.withdraw(linkToken(id)).statusCode(200);
        String step = stageBoth(other)
                .statusCode(201)
                .body("staged", equalTo(1))
                .body("refused.applicationId", equalTo(List.of(id)))
                .extract()
                .header("Location");
        eraseMyself(linkToken(id)).statusCode(204);

        requestErased(stageBoth(other));

        // what was done stays
        organiser().get(step).then().statusCode(200).body("staged", equalTo(1));
    }

    private ValidatableResponse stageBoth(String other) {
        return organiser()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT", "applications", List.of(Map.of("id", other), Map.of("id", id))))
                .post("/api/v1/admin/calls/" + call + "/staging-steps")
                .then();
    }

    @Test
    void nothing_is_decided_about_somebody_who_was_erased() {
        decide(id, "DECLINE").statusCode(200);
        eraseMyself(linkToken(id)).statusCode(204);
        decide(id, "ADMIT").statusCode(409).body("type", equalTo("urn:infocus:problem:decision-not-possible"));
    }

    @Test
    void nothing_is_written_about_somebody_who_was_erased() {
        eraseMyself(linkToken(id)).statusCode(204);
        comment(id, "They were " + mark).statusCode(409).body("type", equalTo("urn:infocus:problem:person-erased"));
        vote(id, "YES").statusCode(409).body("type", equalTo("urn:infocus:problem:person-erased"));
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT", "note", "For " + mark))
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:decision-not-possible"))
                .body("detail", equalTo("The person's data have been erased."));
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/applications/" + id + "/link-renewals")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:person-erased"));
        assertThat(traces()).isEmpty();
    }

    @Test
    void what_is_written_while_the_person_is_erased_does_not_stay() throws Exception {
        decide(id, "WAITLIST").statusCode(200);
        String link = linkToken(id);
        ExecutorService pool = Executors.newFixedThreadPool(5);
        try {
            AtomicReference<Future<Integer>> first = new AtomicReference<>();
            AtomicReference<Future<Integer>> renewal = new AtomicReference<>();
            AtomicReference<Future<Integer>> withdrawal = new AtomicReference<>();
            AtomicReference<Future<Integer>> comment = new AtomicReference<>();
            AtomicReference<Future<Integer>> vote = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                eraseApplication.erase(UUID.fromString(id), ErasureReason.PERSON_ASKED, "test");
                // they have seen the person, and come in between
                comment.set(pool.submit(() -> organiser()
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", "They are " + mark))
                        .post("/api/v1/admin/applications/" + id + "/review/comments")
                        .statusCode()));
                vote.set(pool.submit(() -> organiser()
                        .contentType(ContentType.JSON)
                        .body(Map.of("vote", "NO"))
                        .put("/api/v1/admin/applications/" + id + "/review/vote")
                        .statusCode()));
                first.set(pool.submit(() -> organiser()
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(Map.of("reason", "They are " + mark))
                        .post("/api/v1/admin/calls/" + call + "/waiting-list/" + id + "/precedence")
                        .statusCode()));
                renewal.set(pool.submit(() -> given().header("Application-Link", link)
                        .post("/api/v1/self-service/link-renewals")
                        .statusCode()));
                withdrawal.set(pool.submit(() -> given().header("Application-Link", link)
                        .post("/api/v1/self-service/withdrawal")
                        .statusCode()));
                RowLocks.awaitWaiting(dataSource, 5);
            });
            assertThat(first.get().get()).isEqualTo(409);
            assertThat(renewal.get().get()).isEqualTo(404);
            assertThat(withdrawal.get().get()).isEqualTo(404);
            assertThat(comment.get().get()).isEqualTo(409);
            assertThat(vote.get().get()).isEqualTo(409);
        } finally {
            pool.shutdown();
        }
        assertThat(traces()).isEmpty();
    }

    /** What needs the person and has seen them before they were erased. */
    enum Late {
        OWN_ANSWERS,
        OWN_STAY,
        OWN_ROOM,
        DECISION_ON_ROOM,
        WALK_IN,
        CHECK_IN,
        LINK_RENEWAL
    }

    @ParameterizedTest
    @EnumSource
    void whatever_comes_in_while_the_person_is_erased_is_refused_by_that_name(Late late) throws Exception {
        Callable<Response> request = prepared(late);
        RowLocks.answerAfter(
                        dataSource,
                        () -> eraseApplication.erase(UUID.fromString(id), ErasureReason.PERSON_ASKED, "test"),
                        request)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:person-erased"));
        assertThat(traces()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_is_taken_while_nobody_erases_the_person(Late late) throws Exception {
        prepared(late).call().then().statusCode(lessThan(300));
    }

    /** The request, with everything that it takes for granted. */
    private Callable<Response> prepared(Late late) {
        if (late == Late.WALK_IN) {
            String today = workshopIsOn();
            return () -> walkIn(today);
        }
        decide(id, "ADMIT").statusCode(200);
        String link = linkToken(id);
        switch (late) {
            case CHECK_IN -> {
                String today = workshopIsOn();
                return () -> checkIn(today);
            }
            case OWN_ANSWERS -> {
                return () -> put(link, "answers", Map.of("answers", Map.of()));
            }
            case OWN_STAY -> {
                freezeListsAt(call, "2016-11-16T18:00:00+01:00");
                Map<String, Object> travel = Map.of(
                        "arrival", Map.of("at", "2016-11-23T11:00:00+01:00", "by", "TRAIN", "details", mark),
                        "departure", Map.of("at", "2016-11-25T15:00:00+01:00", "by", "TRAIN"));
                return () -> put(link, "logistics/travel", travel);
            }
            case OWN_ROOM -> {
                openHotel(call, 1);
                return () -> askForRoom(link);
            }
            case DECISION_ON_ROOM -> {
                openHotel(call, 1);
                askForRoom(link).then().statusCode(200);
                String requests = "/api/v1/admin/calls/" + call + "/hotel-requests";
                String request = organiser().get(requests).path("items[0].id");
                return () -> organiser()
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(Map.of("decision", "REFUSE", "answer", "Sorry, " + mark))
                        .post(requests + "/" + request + "/decision");
            }
            default -> {
                return () ->
                        organiser().header("If-Match", "*").post("/api/v1/admin/applications/" + id + "/link-renewals");
            }
        }
    }

    private static Response askForRoom(String link) {
        return put(
                link,
                "hotel/request",
                Map.of("roomType", "SINGLE", "checkIn", "2016-11-23", "checkOut", "2016-11-24", "othersWelcome", true));
    }

    private static Response put(String link, String path, Map<String, Object> body) {
        return given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/self-service/" + path);
    }

    @Test
    void whoever_accepts_an_invitation_while_they_are_erased_waits_for_it_and_is_forgotten() throws Exception {
        String link = invited();
        Map<String, Object> person = acceptance();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<Future<Response>> answer = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                // the erasure has come as far as the application, and has not reached the invitation
                applications.toChange(UUID.fromString(id));
                answer.set(pool.submit(() -> accept(link, person)));
                RowLocks.awaitWaiting(dataSource, 1);
                eraseApplication.erase(UUID.fromString(id), ErasureReason.PERSON_ASKED, "test");
            });
            answer.get().get().then().statusCode(409).body("type", equalTo("urn:infocus:problem:invitation-closed"));
        } finally {
            pool.shutdown();
        }
        assertThat(traces()).isEmpty();
    }

    @Test
    void organisers_erase_on_request_and_say_why() {
        erase(organiserToken(), null, "PERSON_ASKED").statusCode(428);
        erase(organiserToken(), "\"v99\"", "PERSON_ASKED").statusCode(412);
        erase(organiserToken(), "*", "RETENTION_OVER").statusCode(400);
        given().auth()
                .oauth2(organiserToken())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/applications/" + id + "/erasure")
                .then()
                .statusCode(422);
        assertThat(traces()).isNotEmpty();

        erase(organiserToken(), "*", "PERSON_ASKED")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("WITHDRAWN"));

        assertThat(traces()).isEmpty();
        Registrations.history(id)
                .body(
                        "items.action",
                        equalTo(List.of("application-erased", "application-withdrawn", "application-submitted")))
                .body("items[0].actor", startsWith("user:"))
                .body("items[0].details.reason", equalTo("PERSON_ASKED"));
    }

    @Test
    void nobody_but_organisers_erases_somebody_else() {
        for (TestTokens tokens : List.of(
                TestTokens.desk(),
                TestTokens.city("porto"),
                TestTokens.service("notification-service", "recipients:read"))) {
            erase(tokens.token(), "*", "MISTAKE").statusCode(403);
            given().auth()
                    .oauth2(tokens.token())
                    .get("/api/v1/admin/applications/" + id + "/history")
                    .then()
                    .statusCode(403);
        }
        given().header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "MISTAKE"))
                .post("/api/v1/admin/applications/" + id + "/erasure")
                .then()
                .statusCode(401);
        assertThat(traces()).isNotEmpty();
    }

    @Test
    void the_history_is_paged_and_knows_only_applications_that_exist() {
        decide(id, "WAITLIST").statusCode(200);
        organiser()
                .get("/api/v1/admin/applications/" + id + "/history?page=1&size=1")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("application-submitted"))
                .body("items[0].actor", equalTo("public"));
        Registrations.history(id)
                .body("items[0].details.before", equalTo("SUBMITTED"))
                .body("items[0].details.after", equalTo("WAITLISTED"));
        organiser()
                .get("/api/v1/admin/applications/" + UUID.randomUUID() + "/history")
                .then()
                .statusCode(404);
    }

    @Test
    void the_fact_on_the_topic_is_the_one_of_the_contract() {
        eraseMyself(linkToken(id)).statusCode(204);
        JsonNode example = Contracts.ofThisService().example("application-erased.v1");
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", id))
                .last()
                .satisfies(fact -> {
                    assertThat(fact.type()).isEqualTo(example.path("type").asText());
                    assertThat(fact.value()).contains(id).contains(call).doesNotContain(mark);
                }));
    }

    private Map<String, Object> person() {
        Map<String, Object> person = new HashMap<>(application(call));
        person.put("givenName", "Zdeňka " + mark);
        person.put("familyName", mark);
        person.put("email", mark + "@example.org");
        person.put("organisation", "Cluster " + mark);
        person.put("position", mark);
        person.put("motivation", "I bring " + mark);
        return person;
    }

    /** The person begins to apply once more. */
    private ValidatableResponse draft(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("callId", call, "entries", Map.of("email", email, "motivation", "Once more " + mark)))
                .post("/api/v1/application-drafts")
                .then();
    }

    private Response checkIn(String today) {
        return given().auth()
                .oauth2(TestTokens.desk().token())
                .contentType(ContentType.JSON)
                .body(Map.of("applicationId", id))
                .post("/api/v1/desk/calls/" + call + "/days/" + today + "/check-ins");
    }

    /** The person comes to the door without a place, and the desk's request is remembered with its answer. */
    private Response walkIn(String today) {
        return walkIn(today, UUID.randomUUID().toString());
    }

    private Response walkIn(String today, String key) {
        return given().auth()
                .oauth2(TestTokens.desk().token())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "applicationId", id,
                        "givenName", mark,
                        "familyName", mark,
                        "organisation", mark,
                        "cityId", "porto",
                        "country", "PT"))
                .post("/api/v1/desk/calls/" + call + "/days/" + today + "/walk-ins");
    }

    private void workshopIsOver() {
        Instant now = clock.instant();
        registrations.workshopIs(call, now.minus(Duration.ofDays(2)), now);
    }

    /** Moves the call's workshop to these days and says which day it is there. */
    private String workshopIsOn() {
        LocalDate today = clock.instant().atZone(BERLIN).toLocalDate();
        registrations.workshopIs(
                call,
                today.minusDays(1).atTime(13, 30).atZone(BERLIN).toInstant(),
                today.plusDays(1).atTime(15, 0).atZone(BERLIN).toInstant());
        return today.toString();
    }

    private List<String> traces() {
        return DatabaseTraces.of(dataSource, mark);
    }

    private List<String> facts() {
        await().until(() -> !Topics.read("infocus.registration.v1", id).isEmpty());
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", id))
                .extracting(Topics.Delivered::type)
                .contains("eu.urbact.infocus.registration.application-erased.v1"));
        return Registrations.facts(id);
    }

    private static String organiserToken() {
        return TestTokens.organiser().token();
    }

    @Test
    void whoever_erases_too_late_is_told_who_was_quicker_also_when_they_were_it_themselves() {
        erase(organiserToken(), "*", "PERSON_ASKED").statusCode(200);
        erase(organiserToken(), "\"v0\"", "PERSON_ASKED")
                .statusCode(412)
                .body("by", not(nullValue()))
                .body("yourself", equalTo(true))
                .body("at", not(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON_ASKED", "MISTAKE"})
    void nobody_is_erased_in_a_state_that_came_in_between(String reason) throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> withdrawApplication.withdraw(UUID.fromString(id)),
                        () -> erase(organiserToken(), "\"v0\"", reason))
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("yourself", equalTo(false));
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("erasedAt", nullValue());
        assertThat(traces()).contains("application.family_name");
    }

    private ValidatableResponse erase(String token, String ifMatch, String reason) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(Map.of("reason", reason));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/admin/applications/" + id + "/erasure").then();
    }

    private static ValidatableResponse eraseMyself(String token) {
        return given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then();
    }
}
