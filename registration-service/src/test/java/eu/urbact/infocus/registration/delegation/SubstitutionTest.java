package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatLedger;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.freezeListsAt;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.openDinner;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.startWaitingList;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A city sends somebody else, and the seat is kept for them. */
@QuarkusTest
@WithEmbeddedServers
class SubstitutionTest extends DelegationSteps {

    @Inject
    Invitations invitations;

    @Inject
    ForgetInvited forgetInvited;

    /** Somebody who has applied and is invited, too. */
    private record Known(String application, String invitation) {}

    @Test
    void the_substitute_gets_the_seat_and_nobody_else_in_between() {
        String first = Registrations.admitted(application(call));
        String second = substitute("porto", "applications", first, address())
                .statusCode(201)
                .body("seatKept", equalTo(true))
                .extract()
                .path("id");
        state(first, "WITHDRAWN");
        assertThat(told(first, "application-withdrawn.v1")).contains("\"byCity\": true");
        ByLink.ownData(linkToken(first)).statusCode(200).body("sections.application.replaced", equalTo(true));
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
        ByLink.withdraw(linkToken(application)).statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(told(application, "application-withdrawn.v1")).doesNotContain("byCity");
        mine(application)
                .body("replaced", equalTo(false))
                .body(
                        "nextStep",
                        equalTo(
                                "You have withdrawn. If that was a mistake, tell the organisers: reply to one of our mails. You may apply again while the call is open."));
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
        ByLink.withdraw(linkToken(people.get(0))).statusCode(200);
        counted(2, 3);
        decide(people.get(1), "DECLINE").statusCode(200);
        counted(1, 3);
        decide(people.get(2), "ADMIT").statusCode(200);
        counted(1, 3);
        substitute("porto", "applications", people.get(2), address()).statusCode(201);
        counted(0, 4);
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
    void a_substitute_who_has_applied_before_gets_the_seat_that_is_kept() {
        for (String decision : new String[] {null, "WAITLIST"}) {
            String first = Registrations.admitted(application(call));
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

    @Test
    void an_application_of_another_city_or_with_a_seat_leaves_the_kept_one_to_others() {
        String first = Registrations.admitted(application(call));
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

        String another = Registrations.admitted(application(call));
        Map<String, Object> seated = application(call);
        String admitted = Registrations.admitted(seated);
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
    void whoever_becomes_another_citys_at_that_moment_is_not_found_any_more_and_stays() throws Exception {
        String person = applied(application(call));
        String nobody = UUID.randomUUID().toString();
        String missing = substitute("porto", "applications", nobody, address())
                .statusCode(404)
                .extract()
                .asString();
        String answer = RowLocks.answerAfter(
                        dataSource,
                        () -> database.createNativeQuery(
                                        "update application set city_id = 'bilbao', version = version + 1 where id = :id")
                                .setParameter("id", UUID.fromString(person))
                                .executeUpdate(),
                        () -> substitute("porto", "applications", person, address()))
                .statusCode(404)
                .extract()
                .asString();
        assertThat(answer).isEqualTo(missing.replace(nobody, person));
        state(person, "SUBMITTED");
        list("porto").body("items", hasSize(0));
    }

    @Test
    void whoever_is_replaced_gives_their_places_back_after_the_citys_seats_are_locked() throws Exception {
        String first = Registrations.admitted(application(call));
        freezeListsAt(call, "2016-11-16T18:00:00+01:00");
        String dinner = openDinner(call, "Dinner");
        given().header("Application-Link", linkToken(first))
                .contentType(ContentType.JSON)
                .body(Map.of("choices", List.of(Map.of("optionId", dinner, "companions", 0))))
                .put("/api/v1/self-service/logistics/choices")
                .then()
                .statusCode(200);
        RowLocks.answerAfter(
                        dataSource,
                        () -> seats.lock(UUID.fromString(call), List.of(BucketCode.city("porto"))),
                        () -> substitute("porto", "applications", first, address()),
                        // somebody else of the city withdraws, who has chosen the same dinner
                        () -> lockAtOnce("select 1 from logistics_option where id = :id", UUID.fromString(dinner)))
                .statusCode(201)
                .body("seatKept", equalTo(true));
        assertThat(held(call, PORTO)).isEqualTo(1);
    }

    @Test
    void whoever_is_erased_with_a_kept_seat_beside_their_own_has_both_locked_in_their_order() throws Exception {
        String email = address();
        Map<String, Object> person = application(call);
        person.put("email", email);
        person.put("cityId", "bilbao");
        String other = applied(person);
        decide(other, "*", Map.of("decision", "ADMIT", "bucket", "OPEN")).statusCode(200);
        substitute("porto", "applications", Registrations.admitted(application(call)), email)
                .statusCode(201)
                .body("seatKept", equalTo(true));
        String token = linkToken(other);
        RowLocks.answerAfter(
                        dataSource,
                        () -> seats.lock(UUID.fromString(call), List.of(BucketCode.city("porto"))),
                        () -> given().header("Application-Link", token)
                                .post("/api/v1/self-service/erasure")
                                .then(),
                        // as the city hands its seats back
                        () -> lockAtOnce(
                                "select 1 from seat_bucket where call_id = :id and code = 'OPEN'",
                                UUID.fromString(call)))
                .statusCode(204);
        assertThat(held(call, "OPEN")).isZero();
        assertThat(held(call, PORTO)).isZero();
    }

    private void lockAtOnce(String rows, UUID id) {
        database.createNativeQuery(rows + " for update nowait")
                .setParameter("id", id)
                .getResultList();
    }

    @Test
    void a_kept_seat_that_nobody_wants_is_free_again() {
        for (String end : List.of("decline", "revoke", "expire")) {
            String first = Registrations.admitted(application(call));
            String id = substituted("porto", "applications", first);
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
    void who_gives_up_a_kept_seat_while_others_of_the_city_end_holds_up_nobody() throws Exception {
        String one = substituted("porto", "applications", Registrations.admitted(application(call)));
        String two = substituted("porto", "applications", Registrations.admitted(application(call)));
        Instant now = clock.instant();
        registrations.workshopIs(call, now, now.plus(Duration.ofDays(1)));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<Future<Integer>> ended = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                invitations.toChange(UUID.fromString(two));
                // ends the first, and waits for the second
                ended.set(pool.submit(closeInvitation::expire));
                RowLocks.awaitWaiting(dataSource, 1);
                forgetInvited.forget(UUID.fromString(two));
            });
            assertThat(ended.get().get()).isPositive();
        } finally {
            pool.shutdown();
        }
        list("porto").body("items.find { it.id == '" + one + "' }.state", equalTo("EXPIRED"));
        list("porto").body("items.find { it.id == '" + two + "' }.state", equalTo("DECLINED"));
        assertThat(held(call, PORTO)).isZero();
    }

    @Test
    void nobody_is_sent_instead_of_somebody_who_had_their_place_when_they_were_forgotten() {
        String first = Registrations.admitted(application(call));
        Instant now = clock.instant();
        registrations.workshopIs(call, now.minus(Duration.ofDays(1)), Instant.parse("2016-11-25T13:00:00Z"));
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "PERSON_ASKED"))
                .post("/api/v1/admin/applications/" + first + "/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("ADMITTED"));
        substitute("porto", "applications", first, address())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:person-erased"));
        state(first, "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
    }

    @Test
    void a_refused_substitution_changes_nothing() {
        String first = Registrations.admitted(application(call));
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
    void after_the_call_has_closed_only_a_kept_seat_can_still_be_taken() {
        String first = Registrations.admitted(application(call));
        String open = linkToken(invited("porto", address()));
        closed();
        invite("porto", nomination("porto", address()))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-not-open"));
        accept(open, acceptance()).statusCode(409).body("type", equalTo("urn:infocus:problem:invitation-closed"));
        String kept = substituted("porto", "applications", first);
        accept(linkToken(kept), acceptance()).statusCode(200);
        assertThat(held(call, PORTO)).isEqualTo(1);
    }

    private void counted(int accepted, int asked) {
        organiser()
                .get("/api/v1/admin/calls/" + call + "/delegations")
                .then()
                .statusCode(200)
                .body("find { it.cityId == 'porto' }.accepted", equalTo(accepted))
                .body("find { it.cityId == 'porto' }.asked", equalTo(asked));
    }

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

    private static String offerOf(String application) {
        return given().header("Application-Link", linkToken(application))
                .get("/api/v1/self-service/waiting-list")
                .then()
                .statusCode(200)
                .extract()
                .path("offer.id");
    }

    private static ValidatableResponse mine(String application) {
        return ByLink.application(linkToken(application)).statusCode(200);
    }

    private static String stateOf(String application) {
        return organiser()
                .get("/api/v1/admin/applications/" + application)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }
}
