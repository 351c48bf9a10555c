package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.application.DecideApplication;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatLedger;
import eu.urbact.infocus.registration.seat.Seats;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.startWaitingList;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class DelegationTest {

    private static final String PORTO = "CITY:porto";

    @Inject
    Registrations registrations;

    @Inject
    RemindInvited remindInvited;

    @Inject
    CloseInvitation closeInvitation;

    @Inject
    ForgetInvited forgetInvited;

    @Inject
    HandBackSeats handBackSeats;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    @Inject
    DecideApplication decideApplication;

    @Inject
    Seats seats;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

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
                        equalTo("No other seat is free, and those of the person's city are promised to its nominees."
                                + " Choose the city's seats to take one of them all the same."));
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
        String invitation = invited("porto", address());
        String other = ofPorto();
        String looked = suggestion()
                .body("entries.items.bucket", equalTo(List.of(PORTO)))
                .extract()
                .header("ETag");
        takeOver(looked).statusCode(201).body("staged", equalTo(1));
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
                                "1 of the people to admit would find no seat. 1 seat is kept for people whom cities have nominated"
                                        + " and about whom nobody has decided yet. Take some back, or change the groups of seats."));
        // the same when the nominee comes between the look at the plan and the decision
        Outcome<?> refused = decideApplication.decide(new DecideApplication.Command(
                UUID.fromString(other), Decision.ADMIT, null, null, BucketCode.city("porto"), true));
        assertThat(refused).isInstanceOfSatisfying(Outcome.Refused.class, full -> assertThat(full.detail())
                .isEqualTo("The seat that was proposed is promised to a nominee of the city by now."
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

    private ValidatableResponse plan() {
        return organiser().get("/api/v1/admin/calls/" + call + "/plan").then().statusCode(200);
    }

    private ValidatableResponse release() {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then();
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

    private String ofPorto() {
        Map<String, Object> person = Registrations.application(call);
        person.put("cityId", "porto");
        return Registrations.applied(person);
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
    void the_substitute_gets_the_seat_and_nobody_else_in_between() {
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String second = substitute("porto", "applications", first, address())
                .statusCode(201)
                .body("seatKept", equalTo(true))
                .extract()
                .path("id");
        state(first, "WITHDRAWN");
        assertThat(told(first, "application-withdrawn.v1")).contains("\"byCity\": true");
        given().header("Application-Link", linkToken(first))
                .get("/api/v1/self-service/own-data")
                .then()
                .statusCode(200)
                .body("sections.application.replaced", equalTo(true));
        mine(first)
                .body("replaced", equalTo(true))
                .body(
                        "nextStep",
                        equalTo(
                                "Your city sends somebody else. If you think that this is a mistake, ask your city. You may apply again while the call is open."));
        list("porto").body("items[0].insteadOfApplicationId", equalTo(first));
        assertThat(held(call, PORTO)).isEqualTo(1);
        balance("porto", 3, 1, 1, 0, 2);
        kept("porto", 1);
        // of whoever comes only the city is known
        plan().body("held", equalTo(1))
                .body("after", equalTo(1))
                .body("keptForSubstitutes", equalTo(1))
                .body("cities.key", contains("porto"))
                .body("cities.held", contains(1))
                .body("cities.after", contains(1))
                .body("profiles", hasSize(0))
                .body("newcomers", hasSize(0))
                .body("organisations", hasSize(0));
        // passed on once more, and the two other seats are still the only free ones
        String third = substitute("porto", "invitations", second, address())
                .statusCode(201)
                .body("seatKept", equalTo(true))
                .extract()
                .path("id");
        list("porto")
                .body("items.find { it.id == '" + third + "' }.insteadOfInvitationId", equalTo(second))
                .body("items.find { it.id == '" + third + "' }.insteadOfApplicationId", nullValue());
        own(linkToken(second)).statusCode(404);
        for (int i = 0; i < 4; i++) {
            decide(applied(application(call)), "ADMIT").statusCode(200);
        }
        assertThat(held(call, PORTO)).isEqualTo(3);
        decide(applied(application(call)), "ADMIT").statusCode(409);

        accept(linkToken(third), acceptance()).statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(3);
        String application = list("porto").extract().path("items.find { it.id == '" + third + "' }.applicationId");
        state(application, "ADMITTED");
        plan().body("held", equalTo(5))
                .body("keptForSubstitutes", equalTo(0))
                .body("cities.held", contains(5))
                .body("newcomers.held", contains(5));
        assertThat(told(application, "application-admitted.v1")).contains("\"byCity\": true");
        assertThat(rowsHeld()).isEqualTo(3);
        kept("porto", 0);
        // the seat is an ordinary one from now on
        given().header("Application-Link", linkToken(application))
                .post("/api/v1/self-service/withdrawal")
                .then()
                .statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(told(application, "application-withdrawn.v1")).doesNotContain("byCity");
        mine(application)
                .body("replaced", equalTo(false))
                .body("nextStep", equalTo("You have withdrawn. You may apply again while the call is open."));
    }

    @Test
    void who_has_withdrawn_or_was_declined_has_accepted_an_invitation_no_more() {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String invitation = invited("porto", address());
            accept(linkToken(invitation), acceptance()).statusCode(200);
            people.add(applicationOf(invitation));
        }
        counted(3, 3);
        given().header("Application-Link", linkToken(people.get(0)))
                .post("/api/v1/self-service/withdrawal")
                .then()
                .statusCode(200);
        counted(2, 3);
        decide(people.get(1), "DECLINE").statusCode(200);
        counted(1, 3);
        decide(people.get(2), "ADMIT").statusCode(200);
        counted(1, 3);
        substitute("porto", "applications", people.get(2), address()).statusCode(201);
        counted(0, 4);
    }

    private void counted(int accepted, int asked) {
        organiser()
                .get("/api/v1/admin/calls/" + call + "/delegations")
                .then()
                .statusCode(200)
                .body("find { it.cityId == 'porto' }.accepted", equalTo(accepted))
                .body("find { it.cityId == 'porto' }.asked", equalTo(asked));
    }

    @Test
    void nobody_is_sent_in_their_own_place() {
        for (String decision : new String[] {null, "WAITLIST", "ADMIT"}) {
            Map<String, Object> applicant = application(call);
            String person = applied(applicant);
            if (decision != null) {
                decide(person, decision).statusCode(200);
            }
            String before = stateOf(person);
            substitute(
                            "porto",
                            "applications",
                            person,
                            ((String) applicant.get("email")).toUpperCase(java.util.Locale.ROOT))
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:same-person"))
                    .body(
                            "detail",
                            equalTo(
                                    "This is the address of the person themselves. Nothing has changed for them; enter somebody else's."));
            assertThat(stateOf(person)).isEqualTo(before);
            assertThat(facts(person)).doesNotContain("application-withdrawn.v1");
        }
        assertThat(held(call, PORTO)).isEqualTo(1);
        String email = address();
        String invited = invited("porto", email);
        substitute("porto", "invitations", invited, email)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:same-person"));
        own(linkToken(invited)).statusCode(200).body("state", equalTo("INVITED"));
        balance("porto", 3, 1, 1, 0, 1);
    }

    @Test
    void whoever_comes_with_the_city_is_not_invited_again() {
        Map<String, Object> applicant = application(call);
        String admitted = applied(applicant);
        decide(admitted, "ADMIT").statusCode(200);
        invite("porto", nomination("porto", (String) applicant.get("email")))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-coming"))
                .body("detail", equalTo("The person has a place and comes with this city."));
        balance("porto", 3, 1, 0, 0, 2);
        // another city learns nothing of it
        invited("bilbao", (String) applicant.get("email"));
        // who has withdrawn can be asked again
        given().header("Application-Link", linkToken(admitted))
                .post("/api/v1/self-service/withdrawal")
                .then()
                .statusCode(200);
        invited("porto", (String) applicant.get("email"));
    }

    @Test
    void a_substitute_who_has_applied_before_gets_the_seat_that_is_kept() {
        for (String decision : new String[] {null, "WAITLIST"}) {
            String first = applied(application(call));
            decide(first, "ADMIT").statusCode(200);
            int before = held(call, PORTO);
            Map<String, Object> applicant = application(call);
            String known = applied(applicant);
            if (decision != null) {
                decide(known, decision).statusCode(200);
            }
            String id = substitute("porto", "applications", first, (String) applicant.get("email"))
                    .statusCode(201)
                    .extract()
                    .path("id");
            accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
            state(known, "ADMITTED");
            assertThat(applicationOf(id)).isEqualTo(known);
            assertThat(held(call, PORTO)).isEqualTo(before);
            assertThat(rowsHeld()).isEqualTo(before);
            assertThat(facts(known)).endsWith("application-admitted.v1").doesNotContain("application-repeated.v1");
        }
    }

    @Test
    void a_substitute_who_is_offered_a_seat_gets_the_kept_one_and_the_next_is_offered_the_other() throws Exception {
        for (String offered : List.of("OPEN", PORTO)) {
            open(Registrations.call(
                    registrations.announcedWorkshop(),
                    Map.of(PORTO, offered.equals(PORTO) ? 2 : 1, "OPEN", offered.equals(PORTO) ? 0 : 1),
                    2));
            String first = ofPorto();
            decide(first, "ADMIT").statusCode(200);
            String email = address();
            String substitute = ofPorto(email);
            decide(substitute, "WAITLIST").statusCode(200);
            startWaitingList(call, 72, 48);
            await().untilAsserted(() -> state(substitute, "OFFERED"));
            String offer = offerOf(substitute);
            String next = ofPorto();
            decide(next, "WAITLIST").statusCode(200);

            String id = substitute("porto", "applications", first, email)
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(new SeatLedger(dataSource, UUID.fromString(call)).violations())
                    .isEmpty();
            state(substitute, "OFFERED");
            accept(linkToken(id), acceptance()).statusCode(200);
            state(substitute, "ADMITTED");
            assertThat(applicationOf(id)).isEqualTo(substitute);
            organiser()
                    .get("/api/v1/admin/applications/" + substitute)
                    .then()
                    .body("bucket", equalTo(PORTO))
                    .body("history[0].action", equalTo("application-admitted"))
                    .body("history[0].details.before", equalTo("OFFERED"));
            // the seat that was held for them is the next one's, and the old offer opens nothing
            await().untilAsserted(() -> state(next, "OFFERED"));
            answer(substitute, "acceptance", offer)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:offer-over"))
                    .body("detail", equalTo("It has been taken back."));
            answer(substitute, "refusal", offer).statusCode(409);
            state(substitute, "ADMITTED");
            assertThat(held(call, PORTO) + held(call, "OPEN")).isEqualTo(2);
            assertThat(rowsHeld()).isEqualTo(offered.equals(PORTO) ? 2 : 1);
            assertThat(new SeatLedger(dataSource, UUID.fromString(call)).violations())
                    .isEmpty();
            assertThat(facts(substitute)).endsWith("application-admitted.v1").doesNotContain("application-repeated.v1");
        }
    }

    @Test
    void whoever_has_an_offer_and_is_invited_keeps_it_until_the_city_has_a_seat_at_once() throws Exception {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of(PORTO, 2, "CITY:bilbao", 1, "OPEN", 1), 4);
        open(draft);
        Known known = offeredAndInvited();
        // organisers decide about nominees here, and they have: the offer stands
        accept(linkToken(known.invitation()), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        state(known.application(), "OFFERED");
        assertThat(applicationOf(known.invitation())).isNull();
        assertThat(facts(known.application())).endsWith("application-repeated.v1");
        assertThat(held(call, PORTO)).isEqualTo(1);
        answer(known.application(), "acceptance", offerOf(known.application())).statusCode(200);

        draft = Registrations.call(registrations.announcedWorkshop(), Map.of(PORTO, 2, "CITY:bilbao", 1, "OPEN", 1), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        Known atOnce = offeredAndInvited();
        assertThat(held(call, PORTO)).isEqualTo(1);
        decide(ofPorto(), "*", Map.of("decision", "ADMIT", "bucket", PORTO)).statusCode(200);
        // the city has no other seat left than the one that is held for them
        accept(linkToken(atOnce.invitation()), acceptance()).statusCode(200);
        state(atOnce.application(), "ADMITTED");
        assertThat(applicationOf(atOnce.invitation())).isEqualTo(atOnce.application());
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(rowsHeld()).isEqualTo(2);
        assertThat(new SeatLedger(dataSource, UUID.fromString(call)).violations())
                .isEmpty();
    }

    /** Somebody who has applied and is invited, too. */
    private record Known(String application, String invitation) {}

    /** Somebody of Porto to whom a seat is offered, and whom the city has invited. */
    private Known offeredAndInvited() {
        String email = address();
        String application = ofPorto(email);
        decide(application, "WAITLIST").statusCode(200);
        String invitation = invited("porto", email);
        startWaitingList(call, 72, 48);
        await().untilAsserted(() -> state(application, "OFFERED"));
        return new Known(application, invitation);
    }

    private String ofPorto(String email) {
        Map<String, Object> person = application(call);
        person.put("cityId", "porto");
        person.put("email", email);
        return applied(person);
    }

    private static String offerOf(String application) {
        return given().header("Application-Link", linkToken(application))
                .get("/api/v1/self-service/waiting-list")
                .then()
                .statusCode(200)
                .extract()
                .path("offer.id");
    }

    private static ValidatableResponse answer(String application, String answer, String offer) {
        return given().header("Application-Link", linkToken(application))
                .contentType(ContentType.JSON)
                .body(Map.of("offerId", offer))
                .post("/api/v1/self-service/waiting-list/" + answer)
                .then();
    }

    @Test
    void an_application_of_another_city_or_with_a_seat_leaves_the_kept_one_to_others() {
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        Map<String, Object> applicant = application(call);
        applicant.put("cityId", "bilbao");
        String known = applied(applicant);
        String id = substitute("porto", "applications", first, (String) applicant.get("email"))
                .statusCode(201)
                .extract()
                .path("id");
        accept(linkToken(id), acceptance()).statusCode(200);
        state(known, "SUBMITTED");
        assertThat(applicationOf(id)).isNull();
        assertThat(held(call, PORTO)).isZero();

        String another = applied(application(call));
        decide(another, "ADMIT").statusCode(200);
        Map<String, Object> seated = application(call);
        String admitted = applied(seated);
        decide(admitted, "ADMIT").statusCode(200);
        substitute("porto", "applications", another, (String) seated.get("email"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-coming"));
        state(another, "ADMITTED");
        // who gets a place after they have been asked
        decide(admitted, "WAITLIST").statusCode(200);
        String second = substitute("porto", "applications", another, (String) seated.get("email"))
                .statusCode(201)
                .extract()
                .path("id");
        decide(admitted, "ADMIT").statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(2);
        accept(linkToken(second), acceptance()).statusCode(200);
        state(admitted, "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
        assertThat(rowsHeld()).isEqualTo(1);
    }

    @Test
    void a_call_that_leaves_delegations_to_the_cities_admits_at_once_while_a_seat_is_free() {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "CITY:bilbao", 2), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        String first = invited("porto", address());
        String second = invited("porto", address());
        own(linkToken(first)).body("placeKept", equalTo(false)).body("placeAtOnce", equalTo(true));

        accept(linkToken(first), acceptance()).statusCode(200);
        String admitted = applicationOf(first);
        state(admitted, "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
        assertThat(facts(admitted)).containsExactly("application-submitted.v1", "application-admitted.v1");
        assertThat(told(admitted, "application-admitted.v1")).contains("\"byCity\": true");
        organiser()
                .get("/api/v1/admin/applications/" + admitted)
                .then()
                .body("history[0].details.before", equalTo("SUBMITTED"))
                .body("history[0].details.after", equalTo("ADMITTED"))
                .body("history[0].details.bucket", equalTo(PORTO));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=invitation&objectId=" + first)
                .then()
                .body("items[0].action", equalTo("invitation-accepted"))
                .body("items[0].details.before", equalTo("INVITED"))
                .body("items[0].details.after", equalTo("ACCEPTED"))
                .body("items[0].details.seatKept", equalTo(false));
        // one mail is enough: whoever is written to about the admission is not told before that there is no place yet
        assertThat(told(admitted, "application-submitted.v1")).contains("\"admissionFollows\": true");

        // the organisers have given the last seat to somebody else of the city: they decide about the second, too
        decide(applied(application(call)), "ADMIT").statusCode(200);
        accept(linkToken(second), acceptance()).statusCode(200);
        state(applicationOf(second), "SUBMITTED");
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(rowsHeld()).isEqualTo(2);
        // whoever applies without an invitation waits for a decision
        String other = applied(application(call));
        state(other, "SUBMITTED");
    }

    @Test
    void who_gets_a_seat_at_once_while_the_citys_seats_are_resized_waits_for_it_and_holds_up_nobody() throws Exception {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of(PORTO, 1, "CITY:bilbao", 2), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        String id = invited("porto", address());
        String token = linkToken(id);
        RowLocks.answerAfter(
                        dataSource,
                        () -> {
                            assertThat(seats.resize(UUID.fromString(call), 4, BucketCode.city("porto"), 2)
                                            .isDone())
                                    .isTrue();
                        },
                        () -> accept(token, acceptance()))
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        state(applicationOf(id), "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
        Registrations.seats(call).body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(2));
    }

    @Test
    void whoever_has_an_open_seat_is_replaced_while_somebody_gets_a_seat_of_the_city_for_an_open_one()
            throws Exception {
        open(Registrations.call(registrations.announcedWorkshop(), Map.of(PORTO, 2, "OPEN", 2), 4));
        String first = applied(application(call));
        decide(first, "*", Map.of("decision", "ADMIT", "bucket", "OPEN")).statusCode(200);
        decide(applied(application(call)), "*", Map.of("decision", "ADMIT", "bucket", "OPEN"))
                .statusCode(200);
        UUID id = UUID.fromString(call);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<Future<ValidatableResponse>> answer = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                assertThat(seats.takeFirstFree(id, List.of(BucketCode.city("porto")))
                                .isDone())
                        .isTrue();
                answer.set(pool.submit(() -> substitute("porto", "applications", first, address())));
                RowLocks.awaitWaiting(dataSource, 1);
                seats.giveBack(id, BucketCode.OPEN);
            });
            answer.get().get().statusCode(201);
        } finally {
            pool.shutdown();
        }
        assertThat(held(call, PORTO)).isEqualTo(1);
        assertThat(held(call, "OPEN")).isZero();
    }

    @Test
    void who_has_applied_before_gets_the_citys_place_at_once_too_and_waits_for_a_decision_without_one() {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "CITY:bilbao", 2), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        for (String decision : new String[] {null, "WAITLIST"}) {
            Map<String, Object> applicant = application(call);
            String known = applied(applicant);
            if (decision != null) {
                decide(known, decision).statusCode(200);
            }
            String id = invited("porto", (String) applicant.get("email"));
            accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
            state(known, "ADMITTED");
            assertThat(applicationOf(id)).isEqualTo(known);
            assertThat(facts(known)).endsWith("application-admitted.v1").doesNotContain("application-repeated.v1");
        }
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(rowsHeld()).isEqualTo(2);

        // the organisers have given Bilbao's seats to others in the meantime
        Map<String, Object> applicant = application(call);
        applicant.put("cityId", "bilbao");
        String late = applied(applicant);
        String other = invited("bilbao", (String) applicant.get("email"));
        for (int i = 0; i < 2; i++) {
            Map<String, Object> seated = application(call);
            seated.put("cityId", "bilbao");
            decide(applied(seated), "ADMIT").statusCode(200);
        }
        accept(linkToken(other), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        state(late, "SUBMITTED");
        list("bilbao").body("items.find { it.id == '" + other + "' }.applicationId", equalTo(late));
        assertThat(held(call, "CITY:bilbao")).isEqualTo(2);
        assertThat(facts(late)).endsWith("application-repeated.v1").doesNotContain("application-admitted.v1");
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
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String kept = substitute("porto", "applications", first, address())
                .statusCode(201)
                .body("expiresAt", equalTo("2016-11-23T12:30:00Z"))
                .extract()
                .path("id");
        own(linkToken(open)).body("expiresAt", equalTo("2016-11-04T17:00:00Z"));

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
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String kept = substitute("porto", "applications", first, address())
                .statusCode(201)
                .extract()
                .path("id");
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
    void a_kept_seat_that_nobody_wants_is_free_again() {
        for (String end : List.of("decline", "revoke", "expire")) {
            String first = applied(application(call));
            decide(first, "ADMIT").statusCode(200);
            String id = substitute("porto", "applications", first, address())
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(held(call, PORTO)).as(end).isEqualTo(1);
            switch (end) {
                case "decline" -> {
                    String token = linkToken(id);
                    decline(token).statusCode(200).body("state", equalTo("DECLINED"));
                    decline(token).statusCode(200);
                }
                case "revoke" -> revoke("porto", id).statusCode(204);
                default -> {
                    // it ends when the workshop begins, and follows it
                    for (String begins : List.of("2016-11-22T12:30:00Z", "2016-11-24T12:30:00Z")) {
                        registrations.workshopIs(call, Instant.parse(begins), Instant.parse("2016-11-25T13:00:00Z"));
                        own(linkToken(id)).body("state", equalTo("INVITED")).body("expiresAt", equalTo(begins));
                    }
                    Instant now = clock.instant();
                    registrations.workshopIs(call, now, now.plus(Duration.ofDays(1)));
                    accept(linkToken(id), acceptance()).statusCode(409);
                    assertThat(closeInvitation.expire()).isPositive();
                    list("porto").body("items.find { it.id == '" + id + "' }.state", equalTo("EXPIRED"));
                }
            }
            assertThat(held(call, PORTO)).as(end).isZero();
        }
    }

    @Test
    void a_refused_substitution_changes_nothing() {
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String email = address();
        invited("porto", email);
        substitute("porto", "applications", first, email)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-invited"));
        state(first, "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
        decide(first, "DECLINE").statusCode(200);
        substitute("porto", "applications", first, address())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-withdrawable"));
    }

    @Test
    void when_organisers_close_the_call_early_its_invitations_end_and_nobody_is_reminded_of_them() {
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String kept = substitute("porto", "applications", first, address())
                .statusCode(201)
                .extract()
                .path("id");
        String open = invited("porto", address());
        shift(open, "remind_at");
        String closedAt = organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200)
                .extract()
                .path("closedEarlyAt");
        String ends = own(linkToken(open)).extract().path("expiresAt");
        assertThat(Instant.parse(ends).truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(Instant.parse(closedAt).truncatedTo(ChronoUnit.MILLIS));
        own(linkToken(kept)).body("state", equalTo("INVITED")).body("expiresAt", equalTo("2016-11-23T12:30:00Z"));
        remindInvited.remindDue();
        assertThat(facts(open)).containsExactly("invitation-sent.v1");
        closeInvitation.expire();
        own(linkToken(open)).body("state", equalTo("EXPIRED"));
    }

    @Test
    void after_the_call_has_closed_only_a_kept_seat_can_still_be_taken() {
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String open = linkToken(invited("porto", address()));
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-not-open"));
        accept(open, acceptance()).statusCode(409).body("type", equalTo("urn:infocus:problem:invitation-closed"));
        String kept = substitute("porto", "applications", first, address())
                .statusCode(201)
                .extract()
                .path("id");
        accept(linkToken(kept), acceptance()).statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(1);
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
        closes(clock.instant().plus(Duration.ofHours(10)));
        remindInvited.remindDue();
        assertThat(facts(early)).containsExactly("invitation-sent.v1", "invitation-reminded.v1");
        assertThat(facts(late)).containsExactly("invitation-sent.v1");
        remindInvited.remindDue();
        assertThat(facts(early)).hasSize(2);
    }

    @Test
    void every_link_that_opens_nothing_gets_the_same_answer() {
        String id = invited("porto", address());
        String token = linkToken(id);
        String another = linkToken(applied(application(call)));
        String answer = own("nonsense").statusCode(404).extract().asString();
        String answerToAccepting =
                accept("nonsense", acceptance()).statusCode(404).extract().asString();
        revoke("porto", id).statusCode(204);
        for (String bad :
                List.of(token, another, "", "a b", (token.charAt(5) == 'A' ? "B" : "A") + token.substring(1))) {
            assertThat(own(bad).statusCode(404).extract().asString()).as(bad).isEqualTo(answer);
            assertThat(accept(bad, acceptance()).statusCode(404).extract().asString())
                    .as(bad)
                    .isEqualTo(answerToAccepting);
            decline(bad).statusCode(404);
        }
        given().header("Application-Link", token)
                .get("/api/v1/self-service/application")
                .then()
                .statusCode(404);
    }

    @Test
    void an_invited_person_who_does_not_want_to_be_known_is_forgotten_at_once() {
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        String email = address();
        String id = substitute("porto", "applications", first, email)
                .statusCode(201)
                .extract()
                .path("id");
        String token = linkToken(id);
        forget("nonsense").statusCode(404);
        forget(token).statusCode(204);

        assertThat(held(call, PORTO)).isZero();
        list("porto")
                .body("items[0].state", equalTo("DECLINED"))
                .body("items[0].forgotten", equalTo(true))
                .body("items[0].email", nullValue())
                .body("items[0].givenName", nullValue());
        assertThat(rowOf(id)).doesNotContain(email);
        assertThat(facts(id)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        own(token).statusCode(404);
        forget(token).statusCode(404);
        // no mail finds them any more, and the city may ask again
        Registrations.recipients(id).statusCode(200).body("recipients", hasSize(0));
        invited("porto", email);
    }

    @Test
    void who_is_forgotten_in_the_moment_of_an_answer_gets_the_answer_of_a_dead_link() throws Exception {
        String id = invited("porto", address());
        String token = linkToken(id);
        RowLocks.answerAfter(dataSource, () -> forgetInvited.forget(UUID.fromString(id)), () -> decline(token))
                .statusCode(404)
                .body("type", equalTo("urn:infocus:problem:not-found"));
        list("porto").body("items[0].state", equalTo("DECLINED")).body("items[0].forgotten", equalTo(true));
    }

    @Test
    void whoever_takes_their_data_along_or_has_them_erased_finds_the_invitation_among_them() {
        String email = address();
        String id = invited("porto", email);
        accept(linkToken(id), acceptance()).statusCode(200);
        String application = applicationOf(id);
        String token = linkToken(application);
        given().header("Application-Link", token)
                .get("/api/v1/self-service/own-data")
                .then()
                .statusCode(200)
                .body("sections.delegation.invitations[0].email", equalTo(email))
                .body("sections.delegation.invitations[0].cityId", equalTo("porto"))
                .body("sections.delegation.invitations[0].message", equalTo("Please come."));
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        assertThat(rowOf(id)).doesNotContain(email, "Inês", "Please come");
        assertThat(facts(id)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        list("porto").body("items[0].forgotten", equalTo(true)).body("items[0].state", equalTo("ACCEPTED"));
    }

    @Test
    void whoever_has_themselves_erased_is_not_asked_to_come_any_more() {
        Map<String, Object> applicant = application(call);
        String email = (String) applicant.get("email");
        String token = linkToken(applied(applicant));
        String porto = invited("porto", email);
        String bilbao = invited("bilbao", email.toUpperCase(java.util.Locale.ROOT));
        String other = invited("porto", address());
        // and one that keeps a seat
        String first = applied(application(call));
        decide(first, "ADMIT").statusCode(200);
        revoke("porto", porto).statusCode(204);
        String kept = substitute("porto", "applications", first, email)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(held(call, PORTO)).isEqualTo(1);
        String invitationToken = linkToken(bilbao);
        given().header("Application-Link", token)
                .get("/api/v1/self-service/own-data")
                .then()
                .statusCode(200)
                .body("sections.delegation.invitations", hasSize(3));

        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        for (String id : List.of(porto, bilbao, kept)) {
            assertThat(rowOf(id).toLowerCase(java.util.Locale.ROOT)).doesNotContain(email, "inês", "please come");
            assertThat(facts(id)).endsWith("invitation-forgotten.v1");
        }
        list("bilbao").body("items[0].state", equalTo("DECLINED")).body("items[0].forgotten", equalTo(true));
        list("porto")
                .body("items.find { it.id == '" + kept + "' }.state", equalTo("DECLINED"))
                .body("items.find { it.id == '" + other + "' }.state", equalTo("INVITED"))
                .body("items.find { it.id == '" + other + "' }.forgotten", equalTo(false));
        assertThat(held(call, PORTO)).isZero();
        shift(bilbao, "remind_at");
        remindInvited.remindDue();
        assertThat(facts(bilbao)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        own(invitationToken).statusCode(404);
    }

    @Test
    void who_has_not_applied_is_forgotten_some_time_after_the_invitation_has_ended() {
        String declined = invited("porto", address());
        decline(linkToken(declined)).statusCode(200);
        String accepted = invited("porto", address());
        accept(linkToken(accepted), acceptance()).statusCode(200);
        String open = invited("porto", address());
        for (String id : List.of(declined, accepted, open)) {
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                            "update invitation set closed_at = closed_at - interval '29 days 23 hours' where id = :id")
                    .setParameter("id", UUID.fromString(id))
                    .executeUpdate());
        }
        forgetInvited.forgetDue();
        list("porto").body("items.forgotten", equalTo(List.of(false, false, false)));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update invitation set closed_at = closed_at - interval '1 hour' where call_id = :call")
                .setParameter("call", UUID.fromString(call))
                .executeUpdate());
        assertThat(forgetInvited.forgetDue()).isPositive();
        assertThat(facts(declined)).contains("invitation-forgotten.v1");
        assertThat(facts(accepted)).doesNotContain("invitation-forgotten.v1");

        list("porto").body("items.forgotten", equalTo(List.of(true, false, false)));
        balance("porto", 3, 0, 1, 1, 1);
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

    private String path(String rest) {
        return "/api/v1/partner/calls/" + call + rest;
    }

    private static String address() {
        return "nominee-" + UUID.randomUUID() + "@example.org";
    }

    private static Map<String, Object> nomination(String cityId, String email) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cityId", cityId);
        body.put("email", email);
        body.put("givenName", "Inês");
        body.put("familyName", "Nomeada");
        body.put("message", "Please come.");
        return body;
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

    private static Map<String, Object> acceptance() {
        Map<String, Object> body = application("none");
        List.of("callId", "email", "cityId").forEach(body::remove);
        return body;
    }

    private String invited(String cityId, String email) {
        return invite(cityId, nomination(cityId, email))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse invite(String as, Map<String, Object> body) {
        return invite(as, UUID.randomUUID().toString(), body);
    }

    private ValidatableResponse invite(String as, String key, Map<String, Object> body) {
        return posted(as, key, path("/invitations"), body);
    }

    private ValidatableResponse substitute(String as, String kind, String id, String email) {
        return posted(
                as,
                UUID.randomUUID().toString(),
                path("/" + kind + "/" + id + "/substitutions"),
                Map.of("email", email));
    }

    private static ValidatableResponse posted(String as, String key, String path, Map<String, Object> body) {
        RequestSpecification request = city(as);
        return request.contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse revoke(String as, String id) {
        return city(as).delete(path("/invitations/" + id)).then();
    }

    private ValidatableResponse remind(String as, String id) {
        return city(as).post(path("/invitations/" + id + "/reminders")).then();
    }

    private ValidatableResponse list(String as) {
        return city(as).get(path("/invitations")).then().statusCode(200);
    }

    private static ValidatableResponse own(String token) {
        return given().header("Invitation-Link", token)
                .get("/api/v1/invitation")
                .then();
    }

    private static ValidatableResponse accept(String token, Map<String, Object> body) {
        return given().header("Invitation-Link", token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/invitation/acceptance")
                .then();
    }

    private static ValidatableResponse decline(String token) {
        return given().header("Invitation-Link", token)
                .post("/api/v1/invitation/refusal")
                .then();
    }

    private String applicationOf(String invitation) {
        return list("porto").extract().path("items.find { it.id == '" + invitation + "' }.applicationId");
    }

    private static ValidatableResponse forget(String token) {
        return given().header("Invitation-Link", token)
                .delete("/api/v1/invitation")
                .then();
    }

    private String rowOf(String id) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(to_jsonb(i) as text) from invitation i where id = :id", String.class)
                .setParameter("id", UUID.fromString(id))
                .getSingleResult());
    }

    private static void state(String application, String state) {
        organiser()
                .get("/api/v1/admin/applications/" + application)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    private void balance(String cityId, int limit, int held, int invited, int accepted, int free) {
        String row = "find { it.cityId == '" + cityId + "' }.";
        organiser()
                .get("/api/v1/admin/calls/" + call + "/delegations")
                .then()
                .statusCode(200)
                .body(row + "limit", equalTo(limit))
                .body(row + "held", equalTo(held))
                .body(row + "invited", equalTo(invited))
                .body(row + "accepted", equalTo(accepted))
                .body(row + "free", equalTo(free));
    }

    private void kept(String cityId, int kept) {
        city(cityId)
                .get(path("/delegation"))
                .then()
                .statusCode(200)
                .body("find { it.cityId == '" + cityId + "' }.kept", equalTo(kept));
    }

    private static ValidatableResponse mine(String application) {
        return given().header("Application-Link", linkToken(application))
                .get("/api/v1/self-service/application")
                .then()
                .statusCode(200);
    }

    private static String stateOf(String application) {
        return organiser()
                .get("/api/v1/admin/applications/" + application)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private void undecided(String cityId, int undecided) {
        city(cityId)
                .get(path("/delegation"))
                .then()
                .statusCode(200)
                .body("find { it.cityId == '" + cityId + "' }.undecided", equalTo(undecided));
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

    /** Moves a moment of the invitation two days back. */
    private void shift(String id, String column) {
        Instant past = clock.instant().minus(Duration.ofDays(2));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update invitation set " + column + " = :at where id = :id")
                        .setParameter("at", past)
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
    }

    /** Moves the call's closing time as if nobody had been told. */
    private void closes(Instant at) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update call_for_participation set opens_at = :opens, closes_at = :at where id = :id")
                .setParameter("opens", at.minus(Duration.ofDays(30)))
                .setParameter("at", at)
                .setParameter("id", UUID.fromString(call))
                .executeUpdate());
    }

    private long rowsHeld() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from application where call_id = :call and bucket = 'CITY:porto'")
                        .setParameter("call", UUID.fromString(call))
                        .getSingleResult())
                .longValue());
    }

    private void open(Map<String, Object> draft) {
        call = Registrations.draft(draft).statusCode(201).extract().path("id");
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/opening")
                .then()
                .statusCode(200);
    }

    /** What is told on the topic with the first such fact. */
    private String told(String id, String type) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(cast(convert_from(payload, 'UTF8') as jsonb) as text) from outbox_event where message_key = :id and type = :type"
                                + " order by aggregate_version limit 1",
                        String.class)
                .setParameter("id", id)
                .setParameter("type", "eu.urbact.infocus.registration." + type)
                .getSingleResult());
    }

    private List<String> facts(String id) {
        return QuarkusTransaction.requiringNew().call(() -> ((List<?>) database.createNativeQuery(
                                "select replace(type, 'eu.urbact.infocus.registration.', '') from outbox_event where message_key = :id order by aggregate_version")
                        .setParameter("id", id)
                        .getResultList())
                .stream().map(String::valueOf).toList());
    }
}
