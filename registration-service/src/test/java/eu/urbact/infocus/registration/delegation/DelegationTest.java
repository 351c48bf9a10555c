package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Cities invite people for the seats that are kept for them, and people answer. */
@QuarkusTest
@WithEmbeddedServers
class DelegationTest extends DelegationSteps {

    @Test
    void porto_invites_the_person_applies_and_the_organisers_see_it_while_bilbao_sees_nothing() {
        String email = address();
        String id = invited("porto", email);
        String token = linkToken(id);
        own(token)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("INVITED"))
                .body("cityId", equalTo("porto"))
                .body("email", equalTo(email))
                .body("placeKept", equalTo(false))
                .body("message", equalTo("Please come."))
                .body("zone", equalTo("Europe/Berlin"));
        assertThat(told(id, "invitation-sent.v1")).contains("\"expiresAt\": \"2016-11-04T17:00:00Z\"");
        accept(token, acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));

        String application = organiser()
                .queryParam("q", email)
                .get("/api/v1/admin/applications")
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("SUBMITTED"))
                .body("items[0].cityId", equalTo("porto"))
                .extract()
                .path("items[0].id");
        assertThat(told(application, "application-submitted.v1")).doesNotContain("admissionFollows");
        list("porto").body("items[0].applicationId", equalTo(application)).body("items[0].state", equalTo("ACCEPTED"));
        list("bilbao").body("items", hasSize(0));
        balance("porto", 3, 0, 0, 1, 2);
        // a second click is harmless, whatever is in it
        accept(token, Map.of()).statusCode(422);
        accept(token, acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        assertThat(facts(application)).containsExactly("application-submitted.v1");
        decline(token)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:invitation-closed"))
                .body("detail", equalTo("The invitation has been accepted already."));
        revoke("porto", id).statusCode(409);
    }

    @Test
    void a_city_invites_for_itself_only() {
        Map<String, Object> body = nomination("bilbao", address());
        invite("porto", body).statusCode(404);
        body.put("cityId", "porto");
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path("/invitations"))
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(body)
                .post(path("/invitations"))
                .then()
                .statusCode(401);
        city("porto")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/v1/partner/calls/" + UUID.randomUUID() + "/invitations")
                .then()
                .statusCode(404);
        String id = invited("porto", address());
        revoke("bilbao", id).statusCode(404);
        remind("bilbao", id).statusCode(404);
        substitute("bilbao", "invitations", id, address()).statusCode(404);
        String person = applied(application(call));
        substitute("bilbao", "applications", person, address()).statusCode(404);
        city("porto").get("/api/v1/admin/calls/" + call + "/delegations").then().statusCode(403);
        city("bilbao").get(path("/delegation")).then().statusCode(200).body("cityId", equalTo(List.of("bilbao")));
    }

    @Test
    void no_more_are_invited_than_the_city_has_seats() {
        decide(applied(application(call)), "ADMIT").statusCode(200);
        String first = invited("porto", address());
        invited("porto", address());
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"))
                .body(
                        "detail",
                        equalTo(
                                "The city has 3 seats: 1 is taken, 2 are promised by open invitations, and 0 nominees wait for a decision of the organisers."));
        balance("porto", 3, 1, 2, 0, 0);
        revoke("porto", first).statusCode(204);
        revoke("porto", first).statusCode(204);
        invited("porto", address());
    }

    @Test
    void the_same_address_is_invited_once_and_a_known_one_is_not_given_away() {
        String email = address();
        invited("porto", email);
        invite("porto", nomination("porto", email.toUpperCase(java.util.Locale.ROOT)))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-invited"));
        // another city neither learns of it nor is kept from it
        invited("bilbao", email);

        Map<String, Object> applicant = application(call);
        applicant.put("cityId", "bilbao");
        String known = applied(applicant);
        String id = invited("porto", (String) applicant.get("email"));
        accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        list("porto").body("items.find { it.id == '" + id + "' }.applicationId", nullValue());
        organiser()
                .queryParam("q", applicant.get("email"))
                .get("/api/v1/admin/applications")
                .then()
                .body("items.id", equalTo(List.of(known)))
                .body("items[0].cityId", equalTo("bilbao"));
    }

    @Test
    void whoever_comes_with_the_city_is_not_invited_again() {
        Map<String, Object> applicant = application(call);
        String admitted = Registrations.admitted(applicant);
        invite("porto", nomination("porto", (String) applicant.get("email")))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-coming"))
                .body("detail", equalTo("The person has a place and comes with this city."));
        balance("porto", 3, 1, 0, 0, 2);
        // another city learns nothing of it
        invited("bilbao", (String) applicant.get("email"));
        // who has withdrawn can be asked again
        ByLink.withdraw(linkToken(admitted)).statusCode(200);
        invited("porto", (String) applicant.get("email"));
    }

    @Test
    void the_invitation_of_somebody_whose_address_was_wrong_opens_nothing() {
        String id = invited("porto", address());
        String token = linkToken(id);
        accept(token, acceptance()).statusCode(200);
        own(token).statusCode(200);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("email", address()))
                .put("/api/v1/admin/applications/" + applicationOf(id) + "/address")
                .then()
                .statusCode(204);
        own(token).statusCode(404);
        list("porto").body("items.find { it.id == '" + id + "' }.state", equalTo("ACCEPTED"));
    }

    @Test
    void who_has_applied_before_and_is_invited_is_a_nominee_once() {
        Map<String, Object> applicant = application(call);
        String known = applied(applicant);
        String id = invited("porto", (String) applicant.get("email"));
        accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        assertThat(applicationOf(id)).isEqualTo(known);
        state(known, "SUBMITTED");
        undecided("porto", 1);
        invite("porto", nomination("porto", (String) applicant.get("email")))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-coming"))
                .body(
                        "detail",
                        equalTo("The person has accepted an invitation of this city and waits for the organisers."));
        invited("porto", address());
        invited("porto", address());
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "The city has 3 seats: 0 are taken, 2 are promised by open invitations, and 1 nominee waits for a decision of the organisers."));
    }

    @Test
    void who_waits_on_the_list_and_accepts_waits_for_a_decision_with_the_citys_promise() {
        Map<String, Object> applicant = application(call);
        String known = applied(applicant);
        decide(known, "WAITLIST").statusCode(200);
        String id = invited("porto", (String) applicant.get("email"));
        accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        assertThat(applicationOf(id)).isEqualTo(known);
        state(known, "SUBMITTED");
        undecided("porto", 1);
        balance("porto", 3, 0, 0, 1, 2);
        assertThat(facts(known))
                .containsExactly("application-submitted.v1", "application-waitlisted.v1", "application-submitted.v1");
        await().untilAsserted(() ->
                assertThat(Topics.read("infocus.registration.v1", known)).hasSize(3));
        List<String> told = Topics.read("infocus.registration.v1", known).stream()
                .map(Topics.Delivered::value)
                .toList();
        told.stream().filter(fact -> fact.contains("SUBMITTED")).forEach(fact -> Contracts.ofThisService()
                .assertValid("application-submitted.v1", fact));
        assertThat(told.get(0)).doesNotContain("byCity");
        assertThat(told.get(2)).contains("\"state\":\"SUBMITTED\"", "\"byCity\":true");
        organiser()
                .get("/api/v1/admin/applications/" + known)
                .then()
                .body("history[0].action", equalTo("application-nominated"))
                .body("history[0].details.before", equalTo("WAITLISTED"))
                .body("history[0].details.after", equalTo("SUBMITTED"));
        // who has seen the person wait is told of that, and of nothing older
        organiser()
                .header("If-Match", "\"v1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT"))
                .put("/api/v1/admin/applications/" + known + "/staged-decision")
                .then()
                .statusCode(412)
                .body("detail", containsString(" was quicker: application nominated at "));
        // whoever accepts for another city than the one they wait for stays where they are
        Map<String, Object> ofBilbao = application(call);
        ofBilbao.put("cityId", "bilbao");
        String other = applied(ofBilbao);
        decide(other, "WAITLIST").statusCode(200);
        accept(linkToken(invited("porto", (String) ofBilbao.get("email"))), acceptance())
                .statusCode(200);
        state(other, "WAITLISTED");
        decide(known, "ADMIT").statusCode(200).body("bucket", equalTo(PORTO));
    }

    @Test
    void the_invited_answer_what_the_call_asks_like_everybody_else() {
        Map<String, Object> draft = Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2), 4);
        draft.put("skipModerationForDelegations", true);
        draft.put(
                "questions",
                List.of(
                        question("first", "YES_NO", true, "APPLICATION"),
                        question("bring", "TEXT", false, "APPLICATION"),
                        question("arrival", "DATE", true, "AFTER_ADMISSION")));
        open(draft);
        String late = invited("porto", address());
        String id = invited("porto", address());
        Map<String, Object> acceptance = acceptance();
        acceptance.put("clusterId", "porto-tech-hub");

        accept(linkToken(id), acceptance).statusCode(422).body("errors.field", equalTo(List.of("answers.first")));
        acceptance.put("answers", Map.of("first", true, "arrival", "2016-11-23"));
        accept(linkToken(id), acceptance).statusCode(422).body("errors.field", equalTo(List.of("answers.arrival")));
        own(linkToken(id)).body("state", equalTo("INVITED"));

        acceptance.put("answers", Map.of("first", true, "bring", "A case."));
        accept(linkToken(id), acceptance).statusCode(200);
        organiser()
                .get("/api/v1/admin/applications/" + applicationOf(id))
                .then()
                .body("state", equalTo("ADMITTED"))
                .body("clusterId", equalTo("porto-tech-hub"))
                .body("answers.key", equalTo(List.of("first", "bring")))
                .body("answers[1].values", equalTo(List.of("A case.")));
        // what has been accepted stays so, whatever is wrong with a form that comes later
        accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        // what comes too late is told first, also before the invitation has been marked as expired
        accept(linkToken(late), acceptance()).statusCode(422);
        closes(clock.instant().minusSeconds(1));
        accept(linkToken(late), acceptance()).statusCode(409);
    }

    @Test
    void when_the_call_closes_later_or_earlier_its_invitations_follow() {
        Map<String, Object> draft = Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 3), 4);
        open(draft);
        String open = invited("porto", address());
        String declined = invited("porto", address());
        decline(linkToken(declined)).statusCode(200);
        String first = Registrations.admitted(application(call));
        String kept = substitute("porto", "applications", first, address())
                .statusCode(201)
                .body("expiresAt", equalTo("2016-11-23T12:30:00Z"))
                .extract()
                .path("id");
        own(linkToken(open)).body("expiresAt", equalTo("2016-11-04T17:00:00Z"));
        organiser()
                .get("/api/v1/admin/applications/" + first)
                .then()
                .body("history.find { it.action == 'application-replaced' }.by", equalTo("porto"));

        for (String closesAt : List.of("2016-11-08T17:00:00Z", "2016-10-20T17:00:00Z")) {
            draft.put("closesAt", closesAt);
            organiser()
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(draft)
                    .put("/api/v1/admin/calls/" + call)
                    .then()
                    .statusCode(200);

            own(linkToken(open)).body("expiresAt", equalTo(closesAt));
            own(linkToken(kept)).body("expiresAt", equalTo("2016-11-23T12:30:00Z"));
            own(linkToken(declined)).body("expiresAt", equalTo("2016-11-04T17:00:00Z"));
        }
        accept(linkToken(open), acceptance()).statusCode(200);
    }

    @Test
    void a_closing_time_that_moved_unnoticed_holds_before_anybody_is_reminded_or_too_late() {
        String first = Registrations.admitted(application(call));
        String kept = substituted("porto", "applications", first);
        String open = invited("porto", address());
        String reminded = invited("porto", address());
        // whoever would be too late now but for the call, which closes later
        shift(open, "expires_at");
        shift(reminded, "expires_at");
        shift(reminded, "remind_at");
        closes(Instant.parse("2016-11-08T17:00:00Z"));
        remindInvited.remindDue();
        assertThat(facts(reminded)).containsExactly("invitation-sent.v1", "invitation-reminded.v1");
        own(linkToken(open)).body("expiresAt", equalTo("2016-11-08T17:00:00Z"));
        shift(open, "expires_at");
        closeInvitation.expire();
        own(linkToken(open)).body("state", equalTo("INVITED")).body("expiresAt", equalTo("2016-11-08T17:00:00Z"));

        closes(clock.instant().minusSeconds(1));
        closeInvitation.expire();
        own(linkToken(open)).body("state", equalTo("EXPIRED"));
        own(linkToken(kept)).body("state", equalTo("INVITED")).body("expiresAt", equalTo("2016-11-23T12:30:00Z"));
    }

    @Test
    void when_organisers_close_the_call_early_its_invitations_end_and_nobody_is_reminded_of_them() {
        String first = Registrations.admitted(application(call));
        String kept = substituted("porto", "applications", first);
        String open = invited("porto", address());
        shift(open, "remind_at");
        String closedAt = closed().extract().path("closedEarlyAt");
        String ends = own(linkToken(open)).extract().path("expiresAt");
        assertThat(Instant.parse(ends).truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(Instant.parse(closedAt).truncatedTo(ChronoUnit.MILLIS));
        own(linkToken(kept)).body("state", equalTo("INVITED")).body("expiresAt", equalTo("2016-11-23T12:30:00Z"));
        remindInvited.remindDue();
        // they are told that the time they relied on is over
        assertThat(facts(open)).containsExactly("invitation-sent.v1", "invitation-reminded.v1");
        assertThat(told(open, "invitation-reminded.v1")).contains("\"broughtForward\": true");
        own(linkToken(open)).body("state", equalTo("EXPIRED"));
        closeInvitation.expire();
        own(linkToken(open)).body("state", equalTo("EXPIRED"));
        assertThat(facts(open)).hasSize(2);
        assertThat(facts(kept)).containsExactly("invitation-sent.v1");
    }

    @Test
    void whoever_has_not_answered_is_reminded_once_by_itself_and_once_a_day_by_the_city() {
        String id = invited("porto", address());
        remind("porto", id).statusCode(409).body("type", equalTo("urn:infocus:problem:reminded-lately"));
        shift(id, "remind_at");
        assertThat(remindInvited.remindDue()).isPositive();
        assertThat(facts(id)).containsExactly("invitation-sent.v1", "invitation-reminded.v1");
        remindInvited.remindDue();
        assertThat(facts(id)).hasSize(2);
        remind("porto", id).statusCode(409);
        shift(id, "reminded_at");
        remind("porto", id).statusCode(200);
        remind("porto", id).statusCode(409);
        revoke("porto", id).statusCode(204);
        assertThat(facts(id))
                .containsExactly(
                        "invitation-sent.v1",
                        "invitation-reminded.v1",
                        "invitation-reminded.v1",
                        "invitation-revoked.v1");
        remind("porto", id).statusCode(409).body("type", equalTo("urn:infocus:problem:invitation-closed"));
    }

    @Test
    void whoever_has_less_time_to_answer_is_reminded_halfway_but_not_within_a_day() {
        String early = invited("porto", address());
        shift(early, "invited_at");
        remindInvited.remindDue();
        assertThat(facts(early)).containsExactly("invitation-sent.v1");
        String late = invited("porto", address());
        // two days have gone by of two days and ten hours, and nothing of ten hours
        Instant end = clock.instant().plus(Duration.ofHours(10)).truncatedTo(ChronoUnit.SECONDS);
        closes(end);
        shift(early, "expires_at", end);
        shift(late, "expires_at", end);
        remindInvited.remindDue();
        assertThat(facts(early)).containsExactly("invitation-sent.v1", "invitation-reminded.v1");
        assertThat(facts(late)).containsExactly("invitation-sent.v1");
        remindInvited.remindDue();
        assertThat(facts(early)).hasSize(2);
    }

    @Test
    void whoever_has_less_time_to_answer_than_was_said_is_told_once_also_when_it_is_over() {
        String open = invited("porto", address());
        String first = Registrations.admitted(application(call));
        String kept = substituted("porto", "applications", first);
        String answered = invited("porto", address());
        decline(linkToken(answered)).statusCode(200);
        Instant earlier = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        closes(earlier);
        remindInvited.remindDue();
        assertThat(facts(open)).containsExactly("invitation-sent.v1", "invitation-reminded.v1");
        assertThat(told(open, "invitation-reminded.v1"))
                .contains("\"broughtForward\": true", "\"expiresAt\": \"" + earlier + "\"");
        // that was the reminder, and there is no second mail on the same day
        remindInvited.remindDue();
        shift(open, "invited_at");
        remindInvited.remindDue();
        remind("porto", open).statusCode(409).body("type", equalTo("urn:infocus:problem:reminded-lately"));
        closes(earlier.plus(Duration.ofDays(1)));
        remindInvited.remindDue();
        assertThat(facts(open)).hasSize(2);
        assertThat(facts(kept)).containsExactly("invitation-sent.v1");

        String late = invited("porto", address());
        closes(clock.instant().minusSeconds(1));
        // ended, whether anybody has noticed or not
        shift(late, "expires_at", clock.instant().minusSeconds(1));
        own(linkToken(late)).body("state", equalTo("EXPIRED"));
        list("porto").body("items.find { it.id == '" + late + "' }.state", equalTo("EXPIRED"));
        closeInvitation.expire();
        assertThat(facts(open)).hasSize(3);
        assertThat(facts(late)).hasSize(1);
        assertThat(facts(answered)).containsExactly("invitation-sent.v1");
    }

    @Test
    void malformed_input_is_told_by_field() {
        Map<String, Object> body = nomination("porto", "no address");
        body.put("message", "x".repeat(1_001));
        invite("porto", body).statusCode(422).body("errors.field", org.hamcrest.Matchers.hasItem("email"));
        String token = linkToken(invited("porto", address()));
        Map<String, Object> empty = acceptance();
        empty.put("motivation", " ");
        accept(token, empty).statusCode(422).body("errors[0].field", startsWith("motivation"));
        own(token).body("state", equalTo("INVITED"));
    }

    @Test
    void the_same_key_invites_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = nomination("porto", address());
        String id = invite("porto", key, body).statusCode(201).extract().path("id");
        invite("porto", key, body).statusCode(201).body("id", equalTo(id));
        list("porto").body("items", hasSize(1));
    }

    @Test
    void who_was_taken_back_and_is_sent_again_is_invited_anew() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = nomination("porto", address());
        String first = invite("porto", key, body).statusCode(201).extract().path("id");
        revoke("porto", first).statusCode(204);

        String second = invite("porto", key, body)
                .statusCode(201)
                .body("state", equalTo("INVITED"))
                .extract()
                .path("id");

        assertThat(second).isNotEqualTo(first);
        own(linkToken(second)).body("state", equalTo("INVITED"));
        // and that is done once again, also when the first is taken back once more
        revoke("porto", first).statusCode(204);
        invite("porto", key, body).statusCode(201).body("id", equalTo(second));
        list("porto").body("items.id", contains(first, second)).body("items.state", contains("REVOKED", "INVITED"));
        balance("porto", 3, 0, 1, 0, 2);
        assertThat(facts(first)).containsExactly("invitation-sent.v1", "invitation-revoked.v1");
        assertThat(facts(second)).containsExactly("invitation-sent.v1");
    }

    @Test
    void one_address_is_invited_three_times_a_day_by_a_city_and_then_again() {
        String email = address();
        String first = invited("porto", email);
        for (int times = 1; times < 3; times++) {
            revoke("porto", open(email)).statusCode(204);
            invited("porto", email.toUpperCase(java.util.Locale.ROOT));
        }
        decline(linkToken(open(email))).statusCode(200);
        invite("porto", nomination("porto", email))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:invited-too-often"))
                .body(
                        "detail",
                        matchesPattern(
                                "The city has invited this address 3 times within 24 hours, each time with a mail\\. It can invite it again from \\d\\d:\\d\\d on 11 October 2016 \\(Europe/Berlin\\)\\."));
        // nor in the place of somebody else, who stays where they were
        String other = invited("porto", address());
        substitute("porto", "invitations", other, email)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:invited-too-often"));
        list("porto").body("items.find { it.id == '" + other + "' }.state", equalTo("INVITED"));
        // other addresses, cities and days are not counted
        invited("porto", address());
        invited("bilbao", email);
        shift(first, "invited_at");
        invited("porto", email);
    }

    /** The invitation to this address that can be answered. */
    private String open(String email) {
        return list("porto")
                .extract()
                .path("items.find { it.email.toLowerCase() == '" + email + "' && it.state == 'INVITED' }.id");
    }

    @Test
    void who_was_taken_back_and_is_sent_again_is_refused_when_the_seat_is_promised_to_others() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = nomination("porto", address());
        String first = invite("porto", key, body).statusCode(201).extract().path("id");
        revoke("porto", first).statusCode(204);
        for (int seat = 0; seat < 3; seat++) {
            invited("porto", address());
        }
        invite("porto", key, body)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"))
                .body(
                        "detail",
                        equalTo(
                                "The city has 3 seats: 0 are taken, 3 are promised by open invitations, and 0 nominees wait for a decision of the organisers."));
    }

    @Test
    void what_the_invited_person_has_answered_is_not_asked_anew_by_a_repeated_request() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = nomination("porto", address());
        String id = invite("porto", key, body).statusCode(201).extract().path("id");
        decline(linkToken(id)).statusCode(200);
        revoke("porto", id).statusCode(409);
        invite("porto", key, body).statusCode(201).body("id", equalTo(id));
        list("porto").body("items.id", contains(id)).body("items.state", contains("DECLINED"));
    }

    @Test
    void a_substitution_that_is_sent_again_is_done_once_and_refused_when_it_was_taken_back() {
        String firstKey = UUID.randomUUID().toString();
        Map<String, Object> first = nomination("porto", address());
        String invitation =
                invite("porto", firstKey, first).statusCode(201).extract().path("id");
        String key = UUID.randomUUID().toString();
        String path = path("/invitations/" + invitation + "/substitutions");
        Map<String, Object> other = Map.of("email", address());
        String substitute =
                posted("porto", key, path, other).statusCode(201).extract().path("id");
        posted("porto", key, path, other).statusCode(201).body("id", equalTo(substitute));
        list("porto").body("items.id", contains(invitation, substitute));

        revoke("porto", substitute).statusCode(204);
        posted("porto", key, path, other)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:invitation-closed"))
                .body("detail", equalTo("The city has taken the invitation back."));
        // whoever was invited first is not invited any more
        String again =
                invite("porto", firstKey, first).statusCode(201).extract().path("id");
        assertThat(again).isNotEqualTo(invitation);
        list("porto").body("items.state", contains("REVOKED", "REVOKED", "INVITED"));
    }

    private static Map<String, Object> question(String key, String type, boolean required, String moment) {
        return Map.of(
                "key", key,
                "type", type,
                "label", "About " + key + "?",
                "required", required,
                "purpose", "To plan the day.",
                "retentionDays", 30,
                "moment", moment);
    }

    private ValidatableResponse remind(String as, String id) {
        return city(as).post(path("/invitations/" + id + "/reminders")).then();
    }

    /** Moves the call's closing time as if nobody had been told. */
    private void closes(Instant at) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update call_for_participation set opens_at = :opens, closes_at = :at, planned_closes_at = :at where id = :id")
                .setParameter("opens", at.minus(Duration.ofDays(30)))
                .setParameter("at", at)
                .setParameter("id", UUID.fromString(call))
                .executeUpdate());
    }
}
