package eu.urbact.infocus.registration.waitinglist;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.seat.SeatLedger;

import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.waitingList;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.admitted;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.answer;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.applies;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.awaitOffered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.list;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offerOf;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offers;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.order;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.own;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.run;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.waits;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.withdraw;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Seats that become free are offered to those who wait, one after the other, and organisers run the list. */
@QuarkusTest
@WithEmbeddedServers
class WaitingListTest extends WaitingSteps {

    @Inject
    EndOffer endOffer;

    @Inject
    ChangeWaitingList changeWaitingList;

    @Test
    void a_freed_seat_is_offered_once_to_the_next_who_accepts_it() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String admitted = admitted(call, null, "DE");
        String next = waits(call, "porto", "PT");
        String afterNext = waits(call, "porto", "PT");
        // nothing is promised while the list is suspended
        mine(next)
                .body("nextStep", startsWith("You are on the waiting list. The organisers do not offer places from it"))
                .body("nextStepAt", nullValue())
                .body("waitingList", equalTo("SUSPENDED"))
                .body("offeredBefore", equalTo(false));
        run(call);
        mine(next)
                .body("waitingList", equalTo("RUNNING"))
                .body(
                        "nextStep",
                        equalTo("You are on the waiting list. You will get a mail when a place becomes free."))
                .body("nextStepAt", equalTo("2016-11-21T12:30:00Z"));
        own(next)
                .statusCode(200)
                .body("state", equalTo("WAITLISTED"))
                .body("running", equalTo(true))
                .body("band", equalTo("FIRST_FIVE"))
                .body("bandWords", equalTo("among the first five"))
                .body("cutOffAt", equalTo("2016-11-21T12:30:00Z"))
                .body("closed", equalTo(false))
                .body("offer", nullValue());
        withdraw(admitted).statusCode(200);
        awaitOffered(call, next);
        assertThat(held(call, "OPEN")).isEqualTo(1);
        rounds.tick();
        assertThat(offers(call)).hasSize(1);
        Map<String, Object> offer = offers(call).get(0);
        assertThat(Instant.parse((String) offer.get("expiresAt")))
                .isEqualTo(Instant.parse((String) offer.get("offeredAt")).plusSeconds(72 * 3600));
        own(next)
                .body("state", equalTo("OFFERED"))
                .body("offer.open", equalTo(true))
                .body("offer.expiresAt", equalTo(offer.get("expiresAt")))
                .body("band", nullValue());
        mine(next).body("nextStepAt", equalTo(offer.get("expiresAt"))).body("waitingList", nullValue());
        String offerId = offerOf(next);
        answer(next, "acceptance", offerId).statusCode(200).body("state", equalTo("ADMITTED"));
        // a second click is harmless
        answer(next, "acceptance", offerId).statusCode(200).body("state", equalTo("ADMITTED"));
        answer(next, "refusal", offerId)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:offer-over"));
        assertThat(held(call, "OPEN")).isEqualTo(1);
        own(afterNext).body("state", equalTo("WAITLISTED"));
        told(next, "application-submitted", "application-waitlisted", "seat-offered", "application-admitted");
    }

    @Test
    void a_seat_that_organisers_give_up_for_somebody_is_offered_to_the_next_and_an_offer_to_the_one_after() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String admitted = admitted(call, null, "DE");
        String next = waits(call, "porto", "PT");
        String afterNext = waits(call, "porto", "PT");
        run(call);
        enterWithdrawal(admitted);
        awaitOffered(call, next);
        assertThat(held(call, "OPEN")).isEqualTo(1);
        String dead = offerOf(next);
        enterWithdrawal(next);
        awaitOffered(call, afterNext);
        answer(next, "acceptance", dead).statusCode(409).body("detail", equalTo("It has been taken back."));
        // who comes back gets none of it
        organiser()
                .header("If-Match", "*")
                .delete("/api/v1/admin/applications/" + next + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
        answer(next, "acceptance", dead).statusCode(409).body("detail", equalTo("It has been taken back."));
        own(afterNext).body("state", equalTo("OFFERED"));
        assertThat(held(call, "OPEN")).isEqualTo(1);
    }

    private static void enterWithdrawal(String applicationId) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/admin/applications/" + applicationId + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void after_a_withdrawal_the_next_is_offered_the_seat_and_the_old_offer_is_dead() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String first = waits(call, "porto", "PT");
        String second = waits(call, "porto", "PT");
        String third = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, first);
        String old = offerOf(first);
        withdraw(first).statusCode(200);
        awaitOffered(call, second);
        answer(first, "acceptance", old).statusCode(409).body("detail", equalTo("It has been taken back."));
        String cancelled = offerOf(second);
        cancel(call, cancelled).statusCode(200).body("state", equalTo("CANCELLED"));
        awaitOffered(call, third);
        answer(second, "acceptance", cancelled).statusCode(409);
        own(second).body("state", equalTo("WAITLISTED")).body("offer", nullValue());
        cancel(call, cancelled).statusCode(409);
        answer(second, "acceptance", offerOf(third))
                .statusCode(409)
                .body("detail", equalTo("There is no such offer for you."));
        assertThat(held(call, "OPEN")).isEqualTo(1);
        told(second, "application-submitted", "application-waitlisted", "seat-offered", "offer-cancelled");
    }

    @Test
    void after_an_accepted_place_was_given_up_its_offer_is_dead_too() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String first = waits(call, "porto", "PT");
        String second = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, first);
        String accepted = offerOf(first);
        answer(first, "acceptance", accepted).statusCode(200).body("state", equalTo("ADMITTED"));
        withdraw(first).statusCode(200);
        awaitOffered(call, second);
        answer(first, "acceptance", accepted)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:offer-over"))
                .body("detail", equalTo("It has been accepted already."));
        mine(first).body("state", equalTo("WITHDRAWN"));
        assertThat(held(call, "OPEN")).isEqualTo(1);
        mine(second).body("state", equalTo("OFFERED"));

        // nor when the organisers have taken the place since
        String taken = offerOf(second);
        answer(second, "acceptance", taken).statusCode(200);
        waitingList(call, false, 72, 48).statusCode(200);
        decide(second, "WAITLIST").statusCode(200);
        answer(second, "acceptance", taken).statusCode(409);
        mine(second).body("state", equalTo("WAITLISTED"));
        assertThat(held(call, "OPEN")).isZero();
    }

    @Test
    void who_declines_or_has_an_offer_taken_back_is_offered_no_other_until_put_first_or_put_on_the_list_anew() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, person);
        answer(person, "refusal", offerOf(person)).statusCode(200);
        rounds.tick();
        assertThat(offered(call)).isEmpty();
        assertThat(held(call, "OPEN")).isZero();
        // nor proposed one
        String proposed = "entries.items.find { it.applicationId == '" + person + "' }.";
        organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .statusCode(200)
                .body(proposed + "proposal", equalTo("FOR_PEOPLE"))
                .body(proposed + "reasons[0].text", startsWith("The person has declined an offered place"));

        putFirst(call, person, "*", Map.of("reason", "Can come after all.")).statusCode(200);
        rounds.tick();
        awaitOffered(call, person);
        cancel(call, offerOf(person)).statusCode(200);
        rounds.tick();
        assertThat(offered(call)).isEmpty();
        assertThat(offers(call)).hasSize(2);

        // a priority does not change that
        prioritise(call, person, "*", 9).statusCode(200);
        rounds.tick();
        assertThat(offered(call)).isEmpty();
        String other = waits(call, "porto", "PT");
        awaitOffered(call, other);
        withdraw(other).statusCode(200);
        rounds.tick();
        assertThat(offered(call)).isEmpty();

        decide(person, "DECLINE").statusCode(200);
        decide(person, "WAITLIST").statusCode(200);
        awaitOffered(call, person);
    }

    @Test
    void whom_a_place_is_offered_to_is_decided_about_once_the_offer_is_taken_back() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, person);
        for (String decision : List.of("ADMIT", "DECLINE", "WAITLIST")) {
            decide(person, decision)
                    .statusCode(409)
                    .body(
                            "detail",
                            equalTo(
                                    "A place from the waiting list is held for this person until they answer. To decide yourself, take the offer back first. So that the place does not go to the next on the list, suspend the list before."));
        }
        cancel(call, offerOf(person)).statusCode(200);
        decide(person, "ADMIT").statusCode(200);
        assertThat(held(call, "OPEN")).isEqualTo(1);
    }

    @Test
    void three_more_seats_are_offered_to_the_first_three_of_five() {
        String call = openCall(Map.of("OPEN", 1), 4);
        admitted(call, null, "DE");
        String porto = waits(call, "porto", "PT");
        String secondPorto = waits(call, "porto", "PT");
        String bilbao = waits(call, "bilbao", "ES");
        String germany = waits(call, null, "DE");
        String torino = waits(call, "torino", "IT");
        assertThat(order(call)).containsExactly(porto, bilbao, torino, secondPorto, germany);
        run(call);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("limit", 4))
                .put("/api/v1/admin/calls/" + call + "/seats/OPEN")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(offered(call)).hasSize(3));
        rounds.tick();
        // newest first, so in the order of the list
        assertThat(offers(call)).extracting(offer -> offer.get("applicationId")).containsExactly(torino, bilbao, porto);
        assertThat(order(call)).containsExactly(secondPorto, germany);
        assertThat(held(call, "OPEN")).isEqualTo(4);
    }

    @Test
    void a_suspended_list_offers_nothing_until_it_is_started() {
        String call = openCall(Map.of("OPEN", 2), 2);
        String person = waits(call, "porto", "PT");
        rounds.tick();
        assertThat(offers(call)).isEmpty();
        list(call).body("settings.running", equalTo(false)).body("settingsVersion", equalTo(0));
        run(call);
        awaitOffered(call, person);
        waitingList(call, false, 72, 48).statusCode(200);
        waits(call, "porto", "PT");
        rounds.tick();
        assertThat(offered(call)).containsExactly(person);
    }

    @Test
    void seats_that_become_free_by_resizing_or_a_changed_decision_are_offered() {
        String call = openCall(Map.of("OPEN", 1), 3);
        String admitted = admitted(call, null, "DE");
        String first = waits(call, "porto", "PT");
        String second = waits(call, "porto", "PT");
        run(call);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("limit", 2))
                .put("/api/v1/admin/calls/" + call + "/seats/OPEN")
                .then()
                .statusCode(200);
        awaitOffered(call, first);
        decide(admitted, "DECLINE").statusCode(200);
        await().untilAsserted(() -> assertThat(offered(call)).containsExactlyInAnyOrder(first, second));
    }

    @Test
    void whoever_is_put_first_with_a_reason_is_offered_the_next_seat() {
        String call = openCall(Map.of("OPEN", 1), 1);
        waits(call, "porto", "PT");
        String last = waits(call, "porto", "PT");
        putFirst(call, last, "*", Map.of("reason", " ")).statusCode(422);
        putFirst(call, last, "\"v0\"", Map.of("reason", "Chairs the panel now."))
                .statusCode(200)
                .body("place", equalTo(1))
                .body("firstReason", equalTo("Chairs the panel now."));
        run(call);
        awaitOffered(call, last);
        organiser()
                .get("/api/v1/admin/applications/" + last)
                .then()
                .statusCode(200)
                .body("history.action", hasItem("waiting-put-first"))
                .body("history.details.toString()", not(containsString("panel")));
    }

    @Test
    void whom_organisers_give_a_place_themselves_is_first_no_longer_when_they_take_it() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String earlier = waits(call, "porto", "PT");
        String person = waits(call, "porto", "PT");
        putFirst(call, person, "\"v0\"", Map.of("reason", "Chairs the panel now."))
                .statusCode(200)
                .header("ETag", "\"v1\"");
        decide(person, "ADMIT").statusCode(200);
        asSecond()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "WAITLIST"))
                .post("/api/v1/admin/applications/" + person + "/decisions")
                .then()
                .statusCode(200);
        assertThat(order(call)).containsExactly(earlier, person);
        list(call).body("waiting.items.firstAt", contains(nullValue(), nullValue()));
        // who has seen the person first is told
        putFirst(call, person, "\"v1\"", Map.of("reason", "Speaks."))
                .statusCode(412)
                .body("yourself", equalTo(false));
        run(call);
        awaitOffered(call, earlier);
    }

    @Test
    void whoever_was_put_first_and_withdrew_waits_like_others_when_that_is_taken_back() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String earlier = waits(call, "porto", "PT");
        String person = waits(call, "porto", "PT");
        putFirst(call, person, "*", Map.of("reason", "Chairs the panel now.")).statusCode(200);
        String path = "/api/v1/admin/applications/" + person + "/withdrawal";
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(path)
                .then()
                .statusCode(200);
        organiser().header("If-Match", "*").delete(path).then().statusCode(200);
        decide(person, "WAITLIST").statusCode(200);
        assertThat(order(call)).containsExactly(earlier, person);
        run(call);
        awaitOffered(call, earlier);
    }

    @Test
    void why_somebody_was_put_first_is_kept_after_the_offer_until_they_are_forgotten() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        precedences(call, person).statusCode(200).body("size()", equalTo(0));
        putFirst(call, person, "*", Map.of("reason", "Chairs the panel now.")).statusCode(200);
        run(call);
        awaitOffered(call, person);
        precedences(call, person).statusCode(200).body("reason", contains("Chairs the panel now."));
        // the precedence has had its effect
        waitingList(call, false, 72, 48).statusCode(200);
        answer(person, "refusal", offerOf(person)).statusCode(200);
        list(call).body("waiting.items[0].firstAt", nullValue()).body("waiting.items[0].firstReason", nullValue());
        putFirst(call, person, "*", Map.of("reason", "The second speaker is ill."))
                .statusCode(200)
                .body("firstReason", equalTo("The second speaker is ill."));
        precedences(call, person)
                .body("reason", contains("Chairs the panel now.", "The second speaker is ill."))
                .body("[0].at", startsWith("2016-10-10T"));
        ownData(person)
                .body(
                        "sections.waitingList.putFirst.reason",
                        contains("Chairs the panel now.", "The second speaker is ill."));
        Registrations.city("porto")
                .get("/api/v1/admin/calls/" + call + "/waiting-list/" + person + "/precedence")
                .then()
                .statusCode(403);
        precedences(openCall(Map.of("OPEN", 1), 1), person).statusCode(404);
        given().header("Application-Link", Registrations.linkToken(person))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        precedences(call, person).statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void of_all_who_end_an_offer_at_the_same_moment_one_does() throws Exception {
        int times = 30;
        String call = openCall(Map.of("OPEN", times), times);
        SeatLedger ledger = new SeatLedger(dataSource, UUID.fromString(call));
        List<String> people = atOnce(Collections.nCopies(times, () -> waits(call, "porto", "PT")));
        run(call);
        await().untilAsserted(() -> assertThat(offered(call)).hasSize(times));
        // what is given back in one round is offered to nobody in the next
        waitingList(call, false, 72, 48).statusCode(200);
        Map<String, UUID> offerOf = new HashMap<>();
        offers(call)
                .forEach(made ->
                        offerOf.put((String) made.get("applicationId"), UUID.fromString((String) made.get("id"))));
        List<String> tooLate = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(5);
        try {
            for (int round = 0; round < times; round++) {
                String person = people.get(round);
                UUID id = UUID.fromString(person);
                UUID offer = offerOf.get(person);
                if (round % 2 == 0) {
                    deadlinePasses(person);
                    tooLate.add(person);
                }
                List<Callable<Object>> ends = List.of(
                        () -> endOffer.accept(id, offer).isDone(),
                        () -> endOffer.accept(id, offer).isDone(),
                        () -> endOffer.decline(id, offer).isDone(),
                        () -> {
                            rounds.settleDue();
                            return false;
                        },
                        () -> withdraw(person).extract().statusCode());
                for (Future<Object> end : pool.invokeAll(ends)) {
                    end.get();
                }
                assertThat(ledger.violations()).as("round %d", round).isEmpty();
                withdraw(person).statusCode(200);
                assertThat(ledger.violations()).as("round %d", round).isEmpty();
                assertThat(held(call, "OPEN")).isEqualTo(times - round - 1);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(offers(call))
                .filteredOn(made -> tooLate.contains(made.get("applicationId")))
                .hasSize(tooLate.size())
                .extracting(made -> made.get("state"))
                .isSubsetOf("LAPSED", "CANCELLED");
    }

    @Test
    void each_of_many_freed_seats_is_offered_once_whoever_looks() throws Exception {
        String call = openCall(Map.of("OPEN", 6), 6);
        List<String> people = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            people.add(waits(call, person % 2 == 0 ? "porto" : "bilbao", "PT"));
        }
        List<String> expected = order(call).subList(0, 6);
        waitingList(call, true, 72, 48).statusCode(200);
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> lookers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                lookers.add(() -> {
                    rounds.offerAll(UUID.fromString(call));
                    return null;
                });
            }
            for (Future<Void> looker : pool.invokeAll(lookers)) {
                looker.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(offered(call)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(offers(call)).hasSize(6);
        assertThat(held(call, "OPEN")).isEqualTo(6);
        assertThat(people).containsAll(expected);
    }

    @Test
    void the_list_is_the_organisers_alone() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        String list = "/api/v1/admin/calls/" + call + "/waiting-list";
        given().get(list).then().statusCode(401);
        Registrations.city("porto").get(list).then().statusCode(403);
        given().auth().oauth2(TestTokens.desk().token()).get(list).then().statusCode(403);
        Registrations.city("porto").get(list + "/offers").then().statusCode(403);
        Registrations.city("porto")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("priority", 9))
                .put(list + "/" + person + "/priority")
                .then()
                .statusCode(403);
        Registrations.city("porto")
                .header("If-Match", "*")
                .post(list + "/offers/" + UUID.randomUUID() + "/cancellation")
                .then()
                .statusCode(403);
        organiser()
                .get("/api/v1/admin/calls/" + UUID.randomUUID() + "/waiting-list")
                .then()
                .statusCode(404);
    }

    @Test
    void organisers_read_deadlines_in_the_zone_of_the_venue_like_the_people_concerned() throws SQLException {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        TestSql.execute(
                dataSource,
                "update workshop_view set zone = 'Europe/Lisbon'"
                        + " where id = (select workshop_id from call_for_participation where id = ?)",
                UUID.fromString(call));
        organiser()
                .get("/api/v1/admin/calls/" + call + "/waiting-list")
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Lisbon"));
        own(person).statusCode(200).body("zone", equalTo("Europe/Lisbon"));
    }

    @Test
    void who_comes_second_is_told_who_was_quicker() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        putFirst(call, person, "\"v0\"", Map.of("reason", "Speaks.")).statusCode(200);
        // a second click tells the truth, too
        putFirst(call, person, "\"v0\"", Map.of("reason", "Speaks."))
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true));
        asSecond()
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Speaks, too."))
                .post("/api/v1/admin/calls/" + call + "/waiting-list/" + person + "/precedence")
                .then()
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(false))
                .body("at", startsWith("20"));

        waitingList(call, true, 72, 48).statusCode(200);
        rounds.tick();
        awaitOffered(call, person);
        String offer = "/api/v1/admin/calls/" + call + "/waiting-list/offers/" + offerOf(person) + "/cancellation";
        cancel(organiser(), "\"v0\"", offer).statusCode(200);
        cancel(organiser(), "\"v0\"", offer)
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true));
        cancel(asSecond(), "\"v0\"", offer)
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(false));
        cancel(asSecond(), "*", offer)
                .statusCode(409)
                .body("detail", equalTo("This offer has been taken back already, or the person has withdrawn."));
        asSecond()
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(Map.of("running", false, "offerHours", 72, "cutOffHours", 48))
                .put("/api/v1/admin/calls/" + call + "/waiting-list/settings")
                .then()
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(false));
    }

    @Test
    void of_the_first_two_changes_of_a_list_at_once_the_second_is_told_of_the_first() throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        RowLocks.answerAfter(
                        dataSource,
                        () -> changeWaitingList.change(UUID.fromString(call), new Settings(true, 24, 12)),
                        () -> asSecond()
                                .header("If-Match", "\"v0\"")
                                .contentType(ContentType.JSON)
                                .body(Map.of("running", false, "offerHours", 72, "cutOffHours", 48))
                                .put("/api/v1/admin/calls/" + call + "/waiting-list/settings")
                                .then())
                .statusCode(412)
                .body("by", equalTo("the system"))
                .body("at", startsWith("20"));
        list(call)
                .body("settings.running", equalTo(true))
                .body("settings.offerHours", equalTo(24))
                .body("settings.cutOffHours", equalTo(12))
                .body("settingsVersion", equalTo(1));
    }

    @Test
    void who_comes_after_an_offer_or_a_withdrawal_is_told_of_that_and_of_nothing_older() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        putFirst(call, person, "\"v0\"", Map.of("reason", "Speaks.")).statusCode(200);
        waitingList(call, true, 72, 48).statusCode(200);
        rounds.tick();
        awaitOffered(call, person);
        prioritise(call, person, "\"v1\"", 1)
                .statusCode(412)
                .body("by", equalTo("the system"))
                .body("yourself", equalTo(false));

        String first = "/api/v1/admin/calls/" + call + "/waiting-list/offers/" + offerOf(person) + "/cancellation";
        cancel(organiser(), "\"v7\"", first).statusCode(412).body("by", nullValue());
        withdraw(person).statusCode(200);
        cancel(organiser(), "\"v0\"", first)
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("yourself", equalTo(false));
    }

    @Test
    void stale_missing_and_malformed_requests_are_refused() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String other = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        String undecided = applies(call, "porto", "PT");
        prioritise(call, person, null, 1).statusCode(428);
        prioritise(call, person, "\"v7\"", 1).statusCode(412);
        prioritise(call, person, "*", 10).statusCode(422);
        prioritise(other, person, "*", 1).statusCode(404);
        prioritise(call, undecided, "*", 1).statusCode(409).body("type", equalTo("urn:infocus:problem:not-waiting"));
        prioritise(call, person, "\"v0\"", 1).statusCode(200);
        prioritise(call, person, "\"v0\"", 2)
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true))
                .body("at", startsWith("20"));
        putFirst(call, person, null, Map.of("reason", "Because.")).statusCode(428);
        putFirst(call, person, "*", Map.of("reason", "<b>Because</b>")).statusCode(422);
        waitingList(call, true, 0, 48).statusCode(422);
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("running", true, "offerHours", 1, "cutOffHours", 1))
                .put("/api/v1/admin/calls/" + call + "/waiting-list/settings")
                .then()
                .statusCode(428);
        given().header("Application-Link", "nonsense")
                .get("/api/v1/self-service/waiting-list")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("offerId", UUID.randomUUID()))
                .post("/api/v1/self-service/waiting-list/acceptance")
                .then()
                .statusCode(404);
        answer(person, "acceptance", UUID.randomUUID().toString()).statusCode(409);
        given().header("Application-Link", Registrations.linkToken(person))
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/self-service/waiting-list/acceptance")
                .then()
                .statusCode(422);
    }

    @Test
    void everybody_can_read_the_rule_with_the_hours_of_the_call() {
        String call = openCall(Map.of("OPEN", 1), 1);
        waitingList(call, false, 24, 12).statusCode(200);
        given().get("/api/v1/calls/" + call + "/waiting-list-rule")
                .then()
                .statusCode(200)
                .body(
                        "sentences",
                        hasItem(
                                containsString(
                                        "24 hours to accept it, and never longer than until 12 hours before the workshop begins.")));
        waitingList(call, false, 1, 0).statusCode(200);
        given().get("/api/v1/calls/" + call + "/waiting-list-rule")
                .then()
                .statusCode(200)
                .body(
                        "sentences",
                        hasItem(
                                "Who is offered a place has 1 hour to accept it, and never longer than until the workshop begins. From then on nobody is offered a place."))
                .body(
                        "sentences",
                        hasItem("When the organisers change these times, an offer that has been made keeps its own."))
                .body(
                        "sentences",
                        hasItem(
                                "Who lets an offer lapse stays on the list, and is offered another place after everybody else has been offered one. Who declines an offer stays on the list, too, but is offered another place only if the organisers put them first. The same holds for an offer that the organisers take back."));
        given().get("/api/v1/calls/" + UUID.randomUUID() + "/waiting-list-rule")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification asSecond() {
        return Registrations.secondOrganiser();
    }

    private static ValidatableResponse putFirst(String call, String person, String ifMatch, Map<String, Object> body) {
        var request = organiser().contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/admin/calls/" + call + "/waiting-list/" + person + "/precedence")
                .then();
    }

    private static ValidatableResponse precedences(String call, String person) {
        return organiser()
                .get("/api/v1/admin/calls/" + call + "/waiting-list/" + person + "/precedence")
                .then();
    }

    private static ValidatableResponse ownData(String person) {
        return ByLink.ownData(Registrations.linkToken(person)).statusCode(200);
    }
}
