package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.application.DecideApplication;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.seat.BucketCode;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.startWaitingList;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A seat of a city is promised to its nominees until the organisers have decided about them, or the day of the hand-back has come. */
@QuarkusTest
@WithEmbeddedServers
class PromisedSeatsTest extends DelegationSteps {

    @Inject
    HandBackSeats handBackSeats;

    @Inject
    DecideApplication decideApplication;

    @Test
    void nominees_about_whom_nobody_has_decided_fill_the_citys_seats_too() {
        for (int i = 0; i < 3; i++) {
            accept(linkToken(invited("porto", address())), acceptance()).statusCode(200);
        }
        balance("porto", 3, 0, 0, 3, 0);
        undecided("porto", 3);
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"))
                .body(
                        "detail",
                        equalTo(
                                "The city has 3 seats: 0 are taken, 0 are promised by open invitations, and 3 nominees wait for a decision of the organisers."));
        List<String> applications = list("porto").extract().path("items.applicationId");
        decide(applications.get(0), "ADMIT").statusCode(200);
        balance("porto", 3, 1, 0, 3, 0);
        undecided("porto", 2);
        decide(applications.get(1), "DECLINE").statusCode(200);
        balance("porto", 3, 1, 0, 2, 1);
        // whoever comes for another city now needs no seat of this one
        Map<String, Object> moved = acceptance();
        moved.put("cityId", "bilbao");
        List.of("answers", "privacyAccepted").forEach(moved::remove);
        String token = linkToken(applications.get(2));
        given().header("Application-Link", token)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(moved)
                .put("/api/v1/self-service/application")
                .then()
                .statusCode(200);
        undecided("porto", 0);
        balance("porto", 3, 1, 0, 1, 2);
        invited("porto", address());
    }

    @Test
    void nobody_else_gets_a_seat_that_is_promised_to_a_nominee_unless_organisers_choose_it() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 2), 3));
        String id = invited("porto", address());
        accept(linkToken(id), acceptance()).statusCode(200);
        String nominee = applicationOf(id);
        List<String> others = List.of(ofPorto(), ofPorto(), ofPorto());
        decide(others.get(0), "ADMIT").statusCode(200);
        decide(others.get(1), "ADMIT").statusCode(200);
        assertThat(held(call, PORTO)).isZero();
        assertThat(held(call, "OPEN")).isEqualTo(2);
        decide(others.get(2), "ADMIT")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:bucket-full"))
                .body(
                        "detail",
                        equalTo(
                                "No other seat is free, and those of the person's city are promised: 1 is free, 0 are promised to"
                                        + " people who can still answer an invitation of the city, and 1 to people who have accepted one and"
                                        + " wait for a decision. Choose the city's seats to take one of them all the same."));
        decide(nominee, "ADMIT").statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(1);
        decide(nominee, "WAITLIST").statusCode(200);
        // nothing is promised any more
        decide(others.get(2), "ADMIT").statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(1);
    }

    @Test
    void organisers_may_choose_a_seat_that_is_promised() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 1), 2));
        accept(linkToken(invited("porto", address())), acceptance()).statusCode(200);
        decide(ofPorto(), "*", Map.of("decision", "ADMIT", "bucket", PORTO)).statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(1);
    }

    @Test
    void a_suggestion_that_was_taken_over_gives_nobody_a_seat_that_is_promised_since() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 1), 2));
        String other = ofPorto();
        String looked = suggestion()
                .body("entries.items.bucket", equalTo(List.of(PORTO)))
                .extract()
                .header("ETag");
        takeOver(looked).statusCode(201).body("staged", equalTo(1));
        String invitation = invited("porto", address());
        takeOver(looked).statusCode(412);
        plan().body("over", equalTo(1)).body("buckets.find { it.code == 'CITY:porto' }.kept", equalTo(1));
        accept(linkToken(invitation), acceptance()).statusCode(200);
        String nominee = applicationOf(invitation);
        takeOver(looked).statusCode(412);
        plan().body("over", equalTo(1))
                .body("buckets.find { it.code == 'CITY:porto' }.over", equalTo(1))
                .body("buckets.find { it.code == 'CITY:porto' }.kept", equalTo(1));
        release()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:plan-overbooked"))
                .body(
                        "detail",
                        equalTo(
                                "1 of the people to admit would find no seat. 1 seat is kept for people whom cities have invited,"
                                        + " and who have not answered or about whom nobody has decided yet. Take some back, or change the groups of seats."));
        // the same when the nominee comes between the look at the plan and the decision
        Outcome<?> refused = decideApplication.decide(new DecideApplication.Command(
                UUID.fromString(other), Decision.ADMIT, null, null, BucketCode.city("porto"), true));
        assertThat(refused).isInstanceOfSatisfying(Outcome.Refused.class, full -> assertThat(full.detail())
                .isEqualTo(
                        "The seat that was proposed is promised to somebody by now: 1 is free, 0 are promised to people who can"
                                + " still answer an invitation of the city, and 1 to people who have accepted one and wait for a decision."
                                + " Choose the city's seats to take one of them all the same."));
        assertThat(held(call, PORTO)).isZero();

        // what is proposed now leaves the city's seat to the nominee
        organiser()
                .header("If-Match", "*")
                .delete("/api/v1/admin/applications/" + other + "/staged-decision")
                .then()
                .statusCode(204);
        suggestion()
                .body("entries.items.find { it.applicationId == '" + nominee + "' }.bucket", equalTo(PORTO))
                .body(
                        "entries.items.find { it.applicationId == '" + nominee + "' }.reasons[1].code",
                        equalTo("NOMINATED"))
                .body("entries.items.find { it.applicationId == '" + other + "' }.bucket", equalTo("OPEN"));
        takeOver("*").statusCode(201).body("staged", equalTo(2));
        plan().body("over", equalTo(0)).body("buckets.find { it.code == 'CITY:porto' }.kept", equalTo(0));
        release().statusCode(201).body("release.admitted", equalTo(2)).body("kept", hasSize(0));
        assertThat(held(call, PORTO)).isEqualTo(1);
        assertThat(held(call, "OPEN")).isEqualTo(1);
    }

    @Test
    void organisers_may_give_a_nominees_seat_to_somebody_in_a_plan_by_choosing_it() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 0), 1));
        accept(linkToken(invited("porto", address())), acceptance()).statusCode(200);
        String other = ofPorto();
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT", "bucket", PORTO))
                .put("/api/v1/admin/applications/" + other + "/staged-decision")
                .then()
                .statusCode(200);
        plan().body("over", equalTo(0)).body("buckets.find { it.code == 'CITY:porto' }.kept", equalTo(0));
        release().statusCode(201).body("release.admitted", equalTo(1));
        state(other, "ADMITTED");
    }

    @Test
    void nobody_who_waits_is_offered_a_seat_that_is_promised() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 0), 1));
        String id = invited("porto", address());
        accept(linkToken(id), acceptance()).statusCode(200);
        String waits = ofPorto();
        decide(waits, "WAITLIST").statusCode(200);
        startWaitingList(call, 72, 48);
        // started with a look at the free seats; a second look comes with whoever waits
        decide(ofPorto(), "WAITLIST").statusCode(200);
        await().during(Duration.ofSeconds(2)).until(() -> held(call, PORTO) == 0);
        state(waits, "WAITLISTED");
        decide(applicationOf(id), "DECLINE").statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> held(call, PORTO) == 1);
        state(waits, "OFFERED");
    }

    @Test
    void a_seat_is_promised_from_the_invitation_on_and_free_when_it_ends_without_an_answer() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "OPEN", 0), 2));
        String first = invited("porto", address());
        String second = invited("porto", address());
        String waits = ofPorto();
        decide(waits, "ADMIT")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:bucket-full"))
                .body(
                        "detail",
                        equalTo(
                                "No other seat is free, and those of the person's city are promised: 2 are free, 2 are promised to"
                                        + " people who can still answer an invitation of the city, and 0 to people who have accepted one and"
                                        + " wait for a decision. Choose the city's seats to take one of them all the same."));
        suggestion()
                .body("entries.items.applicationId", equalTo(List.of(waits)))
                .body("entries.items[0].bucket", nullValue());
        decide(waits, "WAITLIST").statusCode(200);
        startWaitingList(call, 72, 48);
        decide(ofPorto(), "WAITLIST").statusCode(200);
        await().during(Duration.ofSeconds(2)).until(() -> held(call, PORTO) == 0);
        balance("porto", 2, 0, 2, 0, 0);
        accept(linkToken(first), acceptance()).statusCode(200);
        balance("porto", 2, 0, 1, 1, 0);
        assertThat(held(call, PORTO)).isZero();
        // what the invited person does not want goes to whoever waits
        decline(linkToken(second)).statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> held(call, PORTO) == 1);
        state(waits, "OFFERED");
        decide(applicationOf(first), "ADMIT").statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(2);
    }

    @Test
    void a_person_who_is_invited_and_has_applied_already_gets_the_seat_that_is_promised_to_them() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 0), 1));
        Map<String, Object> applicant = application(call);
        String person = applied(applicant);
        invited("porto", (String) applicant.get("email"));
        decide(ofPorto(), "ADMIT").statusCode(409).body("type", equalTo("urn:infocus:problem:bucket-full"));
        suggestion().body("entries.items.find { it.applicationId == '" + person + "' }.bucket", equalTo(PORTO));
        decide(person, "ADMIT").statusCode(200).body("bucket", equalTo(PORTO));
    }

    @Test
    void who_has_got_a_seat_without_having_answered_needs_no_second_one() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "OPEN", 0), 2));
        Map<String, Object> applicant = application(call);
        String person = applied(applicant);
        invited("porto", (String) applicant.get("email"));
        balance("porto", 2, 0, 1, 0, 1);
        decide(person, "ADMIT").statusCode(200).body("bucket", equalTo(PORTO));
        balance("porto", 2, 1, 1, 0, 1);
        decide(ofPorto(), "ADMIT").statusCode(200).body("bucket", equalTo(PORTO));
    }

    @Test
    void a_citys_numbers_tell_nothing_of_people_whom_others_have_got_a_seat_for() {
        open(Registrations.call(
                registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "CITY:bilbao", 2, "OPEN", 0), 4));
        Map<String, Object> elsewhere = application(call);
        elsewhere.put("cityId", "bilbao");
        decide(applied(elsewhere), "ADMIT").statusCode(200).body("bucket", equalTo("CITY:bilbao"));
        invited("porto", (String) elsewhere.get("email"));
        balance("porto", 2, 0, 1, 0, 1);
        invited("porto", address());
        balance("porto", 2, 0, 2, 0, 0);
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"));
    }

    @Test
    void a_citys_seats_do_not_become_fewer_than_those_that_are_promised() {
        String workshop = registrations.announcedWorkshop();
        open(Registrations.call(workshop, Map.of("CITY:porto", 4, "OPEN", 1), 5));
        decide(ofPorto(), "*", Map.of("decision", "ADMIT", "bucket", PORTO)).statusCode(200);
        accept(linkToken(invited("porto", address())), acceptance()).statusCode(200);
        String invited = invited("porto", address());

        String numbers =
                "Of the seats of %s 1 is held and 2 promised to people whom the city has invited or nominated, so %s. Decide about them, or set the city an earlier day for giving seats back.";
        resized(2)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:bucket-too-small"))
                .body("detail", equalTo(numbers.formatted("CITY:porto", "2 are too few")));
        edited(workshop, Map.of("CITY:porto", 1, "OPEN", 1))
                .statusCode(409)
                .body("detail", equalTo(numbers.formatted("CITY:porto", "1 is too few")));
        balance("porto", 4, 1, 1, 1, 1);
        resized(3).statusCode(200);

        revoke("porto", invited).statusCode(204);
        edited(workshop, Map.of("CITY:porto", 2, "OPEN", 1)).statusCode(200);
    }

    private ValidatableResponse resized(int limit) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("limit", limit))
                .put("/api/v1/admin/calls/" + call + "/seats/CITY:porto")
                .then();
    }

    private ValidatableResponse edited(String workshop, Map<String, Integer> buckets) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Registrations.call(workshop, buckets, 5))
                .put("/api/v1/admin/calls/" + call)
                .then();
    }

    @Test
    void a_seat_that_is_on_offer_elsewhere_may_lapse_and_ends_no_promise() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 1, "OPEN", 1), 2));
        Map<String, Object> applicant = application(call);
        String person = applied(applicant);
        decide(person, "WAITLIST").statusCode(200);
        invited("porto", (String) applicant.get("email"));
        startWaitingList(call, 72, 48);
        await().untilAsserted(() -> state(person, "OFFERED"));
        assertThat(held(call, "OPEN")).isEqualTo(1);
        balance("porto", 1, 0, 1, 0, 0);
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"));
    }

    @Test
    void who_cannot_be_replaced_stays_and_the_city_reads_the_numbers_that_it_knows() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "OPEN", 0), 2));
        String id = invited("porto", address());
        accept(linkToken(id), acceptance()).statusCode(200);
        String nominee = applicationOf(id);
        for (int i = 0; i < 2; i++) {
            decide(ofPorto(), "*", Map.of("decision", "ADMIT", "bucket", PORTO)).statusCode(200);
        }
        substitute("porto", "applications", nominee, address())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"))
                .body(
                        "detail",
                        equalTo(
                                "Nothing has changed for this person, in whose place nobody else would have a seat. The city has 2 seats: 2 are taken, 0 are promised by open invitations, and 1 nominee waits for a decision of the organisers."));
        state(nominee, "SUBMITTED");
        undecided("porto", 1);
    }

    @Test
    void invitations_end_when_the_city_hands_its_unused_seats_back_and_nominees_keep_theirs() {
        Map<String, Object> draft = Registrations.call(
                registrations.announcedWorkshop(), Map.of("CITY:porto", 3, "CITY:bilbao", 2, "OPEN", 1), 6);
        open(draft);
        String before = invited("porto", address());
        own(linkToken(before))
                .body("expiresAt", equalTo("2016-11-04T17:00:00Z"))
                .body("placesHandedBack", equalTo(false));
        handsBack("porto", LocalDate.of(2016, 11, 1));
        closeInvitation.expire();
        own(linkToken(before))
                .body("expiresAt", equalTo("2016-10-31T23:00:00Z"))
                .body("placesHandedBack", equalTo(true));
        String nominee = invited("porto", address());
        own(linkToken(nominee)).body("expiresAt", equalTo("2016-10-31T23:00:00Z"));
        accept(linkToken(nominee), acceptance()).statusCode(200);
        String bilbao = invited("bilbao", address());
        own(linkToken(bilbao)).body("expiresAt", equalTo("2016-11-04T17:00:00Z"));

        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        handsBack("porto", today);
        closeInvitation.expire();
        // before anything has been handed back, too
        balance("porto", 1, 0, 0, 1, 0);
        own(linkToken(before)).body("state", equalTo("EXPIRED"));
        UUID id = UUID.fromString(call);
        // whoever looks first hands them back: the round of the minute may have been here
        handBackSeats.handBack(id);
        assertThat(handBackSeats.handBack(id)).isZero();
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(1))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(3));
        balance("porto", 1, 0, 0, 1, 0);
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"))
                .body(
                        "detail",
                        equalTo(
                                "The seats that the city had not used became open to all on "
                                        + DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.ENGLISH)
                                                .format(today)
                                        + ", as agreed. You can still send somebody in the place of a person who has a seat of the city."));
        String application = applicationOf(nominee);
        substitute("porto", "applications", application, address())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:delegation-full"))
                .body(
                        "detail",
                        equalTo(
                                "Nothing has changed for this person. The seats that the city had not used became open to all on "
                                        + DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.ENGLISH)
                                                .format(today)
                                        + ", as agreed, and so would one that is promised to this person. Once the organisers have given"
                                        + " them a seat of the city, you can send somebody else in their place."));
        state(application, "SUBMITTED");
        undecided("porto", 1);
        assertThat(handBackSeats.handBack(id)).isZero();
        // the nominee's seat is there when the organisers decide, and everybody's when they decide against
        decide(application, "ADMIT").statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(1);
        String substitute = substitute("porto", "applications", application, address())
                .statusCode(201)
                .body("expiresAt", equalTo("2016-11-23T12:30:00Z"))
                .extract()
                .path("id");
        assertThat(handBackSeats.handBack(id)).isZero();
        // the seat that nobody wants is handed back right away
        decline(linkToken(substitute)).statusCode(200);
        await().untilAsserted(() -> Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(0))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(4)));
    }

    @Test
    void an_admission_finds_the_seats_open_that_a_city_has_to_hand_back() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "OPEN", 0), 2));
        Map<String, Object> applicant = application(call);
        applicant.remove("cityId");
        String person = applied(applicant);
        decide(person, "ADMIT").statusCode(409).body("type", equalTo("urn:infocus:problem:bucket-full"));
        // the day begins, and nobody has handed anything back
        handsBack("porto", LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")));
        decide(person, "ADMIT").statusCode(200).body("bucket", equalTo("OPEN"));
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(0))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(2))
                .body("buckets.find { it.code == 'OPEN' }.held", equalTo(1));
    }

    @Test
    void where_no_seats_are_open_to_all_none_are_handed_back() {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 3), 4));
        handsBack("porto", LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")));
        own(linkToken(invited("porto", address()))).body("expiresAt", equalTo("2016-11-04T17:00:00Z"));
        closeInvitation.expire();
        list("porto").body("items[0].expiresAt", equalTo("2016-11-04T17:00:00Z"));
    }

    @Test
    void two_colleagues_at_once_do_not_promise_the_last_seat_twice() throws Exception {
        invited("porto", address());
        invited("porto", address());
        ExecutorService both = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tries = java.util.stream.IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> invite("porto", nomination("porto", address()))
                            .extract()
                            .statusCode())
                    .toList();
            int taken = 0;
            for (Future<Integer> answer : both.invokeAll(tries)) {
                taken += answer.get() == 201 ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            both.shutdown();
        }
    }

    private ValidatableResponse suggestion() {
        return organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse takeOver(String tag) {
        return organiser()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(Map.of("proposals", List.of("ADMIT")))
                .post("/api/v1/admin/calls/" + call + "/suggestion/staging")
                .then();
    }

    private ValidatableResponse release() {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then();
    }

    /** As if this day had always been agreed with the city. */
    private void handsBack(String cityId, LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update seat_bucket set hand_back_on = :day where call_id = :call and code = :code")
                .setParameter("day", day)
                .setParameter("call", UUID.fromString(call))
                .setParameter("code", "CITY:" + cityId)
                .executeUpdate());
    }
}
