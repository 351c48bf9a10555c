package eu.urbact.infocus.registration.waitinglist;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.OfferedSeats;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.call.PromisedSeats;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.SeatLedger;
import eu.urbact.infocus.registration.seat.Seats;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class WaitingListTest {

    private static final Logger LOG = Logger.getLogger(WaitingListTest.class);

    @Inject
    Registrations registrations;

    @Inject
    DataSource dataSource;

    @Inject
    OfferRounds rounds;

    @Inject
    OfferSeats offerSeats;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    Applications applications;

    @Inject
    SeatOffers seatOffers;

    @Inject
    WaitingLists lists;

    @Inject
    WaitingEntries entries;

    @Inject
    Calls calls;

    @Inject
    Workshops workshops;

    @Inject
    Seats seats;

    @Inject
    PromisedSeats promises;

    @Inject
    OfferedSeats offeredSeats;

    @Inject
    AuditTrail audit;

    @Inject
    Caller caller;

    @Inject
    Event<OfferFact> facts;

    @Inject
    EndOffer endOffer;

    @Inject
    HandBackSeats handBackSeats;

    @Inject
    Clock clock;

    // --- the order

    @Test
    void the_list_is_what_somebody_gets_who_follows_the_published_rule_by_hand() throws Exception {
        long seed = Long.getLong("infocus.property.seed", new SplittableRandom().nextLong());
        LOG.infof("infocus.property.seed=%d", seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> origins = List.of("city porto", "city bilbao", "city torino", "country DE", "country PT");
        for (int room = 0; room < 4; room++) {
            String call = openCall(Map.of("OPEN", 20), 20);
            Map<String, Integer> seats = new HashMap<>();
            List<Callable<String>> admitted = new ArrayList<>();
            List<Callable<RuleByHand.Paper>> waiting = new ArrayList<>();
            for (int person = 0; person < 24; person++) {
                String origin = origins.get(random.nextInt(origins.size()));
                String cityId = origin.startsWith("city ") ? origin.substring(5) : null;
                String country = origin.startsWith("country ") ? origin.substring(8) : "IT";
                if (random.nextInt(4) == 0) {
                    admitted.add(() -> admitted(call, cityId, country));
                    seats.merge(origin, 1, Integer::sum);
                    continue;
                }
                if (cityId != null && random.nextInt(6) == 0) {
                    keepsSeat(call, cityId);
                    seats.merge(origin, 1, Integer::sum);
                }
                int priority = Math.max(0, random.nextInt(6) - 3);
                int passed = Math.max(0, random.nextInt(5) - 3);
                boolean setAside = passed > 0 && random.nextInt(2) == 0;
                Instant firstAt = random.nextInt(8) == 0
                        ? Instant.parse("2016-10-09T08:00:00Z").plusSeconds(random.nextInt(3))
                        : null;
                // some have applied at the very same moment
                Instant appliedAt = Instant.parse("2016-10-01T08:00:00Z").plusSeconds(random.nextInt(10));
                waiting.add(() -> {
                    String id = waits(call, cityId, country);
                    TestSql.execute(
                            dataSource,
                            "update application set applied_at = ? where id = ?",
                            appliedAt,
                            UUID.fromString(id));
                    TestSql.execute(
                            dataSource,
                            "insert into waiting_entry (application_id, priority, passed, set_aside, first_at) values (?, ?, ?, ?, ?)",
                            UUID.fromString(id),
                            priority,
                            passed,
                            setAside,
                            firstAt);
                    return new RuleByHand.Paper(id, origin, priority, appliedAt, passed, setAside, firstAt);
                });
            }
            atOnce(admitted);
            List<RuleByHand.Paper> papers = atOnce(waiting);
            assertThat(order(call)).as("seed %d", seed).isEqualTo(RuleByHand.order(papers, seats));
        }
    }

    @Test
    void balance_comes_before_priority_and_priority_before_time() {
        String call = openCall(Map.of("OPEN", 3), 3);
        admitted(call, "porto", "PT");
        String earlyPorto = waits(call, "porto", "PT");
        String laterPorto = waits(call, "porto", "PT");
        String bilbao = waits(call, "bilbao", "ES");
        String germany = waits(call, null, "DE");
        assertThat(order(call)).containsExactly(bilbao, germany, earlyPorto, laterPorto);
        prioritise(call, laterPorto, "\"v0\"", 2)
                .statusCode(200)
                .body("place", equalTo(3))
                .body(
                        "reasons",
                        contains(
                                "One person of the same city has a place so far; this would be number 2.",
                                "Priority 2."));
        prioritise(call, germany, "\"v0\"", 1).statusCode(200).body("place", equalTo(1));
        assertThat(order(call)).containsExactly(germany, bilbao, laterPorto, earlyPorto);
    }

    @Test
    void places_kept_for_whom_a_city_sends_instead_of_others_count_in_the_balance() {
        String call = openCall(Map.of("CITY:porto", 2, "CITY:bilbao", 1, "OPEN", 1), 4);
        String firstOfPorto = admitted(call, "porto", "PT");
        String secondOfPorto = admitted(call, "porto", "PT");
        admitted(call, "bilbao", "ES");
        String open = admitted(call, null, "DE");
        String porto = waits(call, "porto", "PT");
        String bilbao = waits(call, "bilbao", "ES");
        assertThat(order(call)).containsExactly(bilbao, porto);
        list(call)
                .body(
                        "waiting.items[1].reasons",
                        contains("2 people of the same city have a place so far; this would be number 3."));
        substitute(call, firstOfPorto);
        String kept = substitute(call, secondOfPorto);
        assertThat(order(call)).containsExactly(bilbao, porto);
        list(call)
                .body(
                        "waiting.items[1].reasons",
                        contains(
                                "The same city has 2 places so far, counting those kept for people whom it sends instead of others; this would be number 3."));
        // taken back, it is kept no longer and counts no longer
        Registrations.city("porto")
                .delete("/api/v1/partner/calls/" + call + "/invitations/" + kept)
                .then()
                .statusCode(204);
        assertThat(order(call)).containsExactly(porto, bilbao);
        list(call)
                .body(
                        "waiting.items[0].reasons",
                        contains(
                                "The same city has 1 place so far, counting those kept for people whom it sends instead of others; this would be number 2."));
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("limit", 1))
                .put("/api/v1/admin/calls/" + call + "/seats/CITY:porto")
                .then()
                .statusCode(200);
        run(call);
        withdraw(open).statusCode(200);
        awaitOffered(call, porto);
    }

    /** A seat of the city is kept for somebody whom it sends instead of another. */
    private void keepsSeat(String call, String cityId) throws SQLException {
        TestSql.execute(
                dataSource, """
                insert into invitation (id, call_id, workshop_id, city_id, email, email_key, state, seat_kept, invited_at, expires_at,
                    link_version, version)
                select ?, id, workshop_id, ?, 'x@example.org', ?, 'INVITED', true, now(), now() + interval '1 day', 1, 0
                from call_for_participation where id = ?
                """, UUID.randomUUID(), cityId, UUID.randomUUID().toString(), UUID.fromString(call));
    }

    private static String substitute(String call, String application) {
        return Registrations.city("porto")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("email", UUID.randomUUID() + "@example.org"))
                .post("/api/v1/partner/calls/" + call + "/applications/" + application + "/substitutions")
                .then()
                .statusCode(201)
                .body("seatKept", equalTo(true))
                .extract()
                .path("id");
    }

    @Test
    void of_two_with_the_same_time_the_one_that_was_entered_first_comes_first() throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(waits(call, "porto", "PT"));
        }
        TestSql.execute(
                dataSource,
                "update application set applied_at = ? where call_id = ?",
                Instant.parse("2016-10-01T08:00:00Z"),
                UUID.fromString(call));
        // ids of different moments are in their order
        assertThat(order(call)).isEqualTo(people).isSorted();
        prioritise(call, people.get(2), "*", 1).statusCode(200).body("place", equalTo(1));
        assertThat(order(call)).containsExactly(people.get(2), people.get(0), people.get(1));
    }

    @Test
    void a_seat_that_is_kept_goes_to_the_first_whom_it_is_kept_for() {
        String call = openCall(Map.of("CITY:porto", 1, "OPEN", 1), 2);
        String porto = admitted(call, "porto", "PT");
        String open = admitted(call, null, "DE");
        String bilbao = waits(call, "bilbao", "ES");
        String secondPorto = waits(call, "porto", "PT");
        run(call);
        withdraw(porto).statusCode(200);
        awaitOffered(call, secondPorto);
        withdraw(open).statusCode(200);
        awaitOffered(call, bilbao, secondPorto);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        assertThat(held(call, "OPEN")).isEqualTo(1);
    }

    // --- offers

    private static ValidatableResponse mine(String application) {
        return ByLink.application(Registrations.linkToken(application)).statusCode(200);
    }

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
    void who_lets_an_offer_lapse_comes_after_everybody_else_and_who_declines_is_offered_no_other() throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        String first = waits(call, "porto", "PT");
        String second = waits(call, "porto", "PT");
        String third = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, first);
        answer(first, "refusal", offerOf(first))
                .statusCode(200)
                .body("state", equalTo("WAITLISTED"))
                .body("setAside", equalTo(true))
                .body("band", nullValue());
        awaitOffered(call, second);
        deadlinePasses(second);
        rounds.tick();
        awaitOffered(call, third);
        own(second).body("setAside", equalTo(false)).body("band", equalTo("FIRST_FIVE"));
        assertThat(order(call)).containsExactly(second, first);
        list(call)
                .body(
                        "waiting.items[0].reasons",
                        hasItem(
                                "Has been offered a place before: comes after those who have not been offered a place."))
                .body(
                        "waiting.items[1].reasons",
                        hasItem(
                                "Has declined an offer, or organisers have taken one back: is offered another place only if organisers put the person first."));
        answer(third, "refusal", offerOf(third)).statusCode(200);
        awaitOffered(call, second);
        assertThat(order(call)).containsExactly(first, third);
        assertThat(held(call, "OPEN")).isEqualTo(1);
        told(second, "application-submitted", "application-waitlisted", "seat-offered", "offer-lapsed", "seat-offered");
        assertThat(lapsedOf(second)).doesNotContain("noMoreOffers");
        mine(first)
                .body("waitingList", equalTo("SET_ASIDE"))
                .body("offeredBefore", equalTo(true))
                .body(
                        "nextStep",
                        equalTo(
                                "You are on the waiting list, but you are offered another place only if the organisers put you first. If you can come after all, tell them: reply to one of our mails."))
                .body("nextStepAt", nullValue());
        list(call).body("closed", equalTo(false));
        // nothing is offered any more: the workshop starts in less than 2,000 hours
        waitingList(call, true, 72, 2_000).statusCode(200);
        list(call).body("closed", equalTo(true));
        deadlinePasses(second);
        rounds.tick();
        told(
                second,
                "application-submitted",
                "application-waitlisted",
                "seat-offered",
                "offer-lapsed",
                "seat-offered",
                "offer-lapsed");
        assertThat(lapsedOf(second)).contains("\"noMoreOffers\":true");
        mine(second).body("waitingList", equalTo("ENDED")).body("offeredBefore", equalTo(true));
        mine(first).body("waitingList", equalTo("ENDED"));
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

    private static String lapsedOf(String person) {
        return Topics.read("infocus.registration.v1", person).stream()
                .filter(record -> record.type().endsWith("offer-lapsed.v1"))
                .map(record -> record.value())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    void one_millisecond_after_the_deadline_is_too_late_and_one_before_is_not() {
        String call = openCall(Map.of("OPEN", 2), 2);
        String late = waits(call, "porto", "PT");
        String inTime = waits(call, "bilbao", "ES");
        run(call);
        await().untilAsserted(() -> assertThat(offered(call)).containsExactlyInAnyOrder(late, inTime));
        // so that the seat is not offered again to the only one who waits
        waitingList(call, false, 72, 48).statusCode(200);
        String offer = offerOf(late);
        Outcome<SeatOffer> refused = acceptAt(late, offer, expiryOf(call, late).plusMillis(1));
        assertThat(refused.isDone()).isFalse();
        // the refusal has settled the offer, though the housekeeper has not been there
        own(late).body("state", equalTo("WAITLISTED"));
        answer(late, "acceptance", offer)
                .statusCode(409)
                .body("detail", equalTo("Its deadline has passed. You are on the waiting list again."));
        Outcome<SeatOffer> accepted =
                acceptAt(inTime, offerOf(inTime), expiryOf(call, inTime).minusMillis(1));
        assertThat(accepted.isDone()).isTrue();
        own(inTime).body("state", equalTo("ADMITTED"));
    }

    @Test
    void nobody_is_offered_a_seat_after_the_cut_off() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        // the workshop starts in less than 2,000 hours
        waitingList(call, true, 72, 2_000).statusCode(200);
        rounds.tick();
        rounds.tick();
        assertThat(offers(call)).isEmpty();
        // and an offer made before ends with it
        waitingList(call, true, 2_000, 48).statusCode(200);
        awaitOffered(call, person);
        assertThat(expiryOf(call, person)).isEqualTo(Instant.parse("2016-11-21T12:30:00Z"));
    }

    @Test
    void a_seat_is_offered_a_millisecond_before_the_cut_off_and_not_at_it() {
        String call = openCall(Map.of("OPEN", 2), 2);
        String person = waits(call, "porto", "PT");
        waits(call, "porto", "PT");
        // it has passed for whoever else looks
        waitingList(call, true, 72, 2_000).statusCode(200);
        Instant cutOff = Instant.parse("2016-11-23T12:30:00Z").minus(Duration.ofHours(2_000));
        assertThat(offerAt(call, cutOff)).isEqualTo(OfferSeats.Attempt.NOTHING);
        assertThat(offers(call)).isEmpty();
        assertThat(offerAt(call, cutOff.minusMillis(1))).isEqualTo(OfferSeats.Attempt.OFFERED);
        assertThat(offers(call)).singleElement().satisfies(offer -> {
            assertThat(offer).containsEntry("applicationId", person);
            assertThat(Instant.parse((String) offer.get("offeredAt"))).isEqualTo(cutOff.minusMillis(1));
            assertThat(Instant.parse((String) offer.get("expiresAt"))).isEqualTo(cutOff);
        });
        assertThat(offerAt(call, cutOff)).isEqualTo(OfferSeats.Attempt.NOTHING);
        assertThat(offers(call)).hasSize(1);
    }

    @Test
    void whoever_has_an_offer_keeps_its_deadline_when_the_hours_change() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, person);
        Instant told = expiryOf(call, person);
        waitingList(call, true, 1, 2_000).statusCode(200);
        rounds.tick();
        assertThat(expiryOf(call, person)).isEqualTo(told);
        answer(person, "acceptance", offerOf(person)).statusCode(200).body("state", equalTo("ADMITTED"));
    }

    @Test
    void with_a_workshop_that_is_brought_forward_offers_end_at_the_new_cut_off() {
        String call = openCall(Map.of("OPEN", 2), 2);
        String late = waits(call, "porto", "PT");
        String inTime = waits(call, "bilbao", "ES");
        run(call);
        await().untilAsserted(() -> assertThat(offered(call)).containsExactlyInAnyOrder(late, inTime));
        // so that the seat is not offered again to the only one who waits
        waitingList(call, false, 72, 48).statusCode(200);
        Map<String, Instant> told = Map.of(late, expiryOf(call, late), inTime, expiryOf(call, inTime));
        // later, and earlier, though not by so much that anybody would hold a seat past the cut-off
        for (String day : List.of("2016-11-24", "2016-11-22")) {
            begins(call, Instant.parse(day + "T12:30:00Z"));
            told.forEach((person, end) -> assertThat(expiryOf(call, person)).isEqualTo(end));
        }
        told(late, "application-submitted", "application-waitlisted", "seat-offered");
        Instant cutOff = told.get(late).minusSeconds(60);
        begins(call, cutOff.plus(Duration.ofDays(2)));
        for (String person : List.of(late, inTime)) {
            assertThat(expiryOf(call, person)).isEqualTo(cutOff);
            own(person)
                    .body("state", equalTo("OFFERED"))
                    .body("cutOffAt", equalTo(cutOff.toString()))
                    .body("offer.expiresAt", equalTo(cutOff.toString()));
            told(person, "application-submitted", "application-waitlisted", "seat-offered", "seat-offered");
            List<String> facts = Topics.read("infocus.registration.v1", person).stream()
                    .map(Topics.Delivered::value)
                    .toList();
            assertThat(facts.get(2))
                    .contains("\"expiresAt\":\"" + told.get(person) + "\"")
                    .doesNotContain("broughtForward");
            assertThat(facts.get(3)).contains("\"expiresAt\":\"" + cutOff + "\"", "\"broughtForward\":true");
        }
        String offer = offerOf(late);
        cancel(organiser(), "\"v0\"", "/api/v1/admin/calls/" + call + "/waiting-list/offers/" + offer + "/cancellation")
                .statusCode(412)
                .body("by", equalTo("the system"));
        assertThat(acceptAt(late, offer, cutOff).isDone()).isFalse();
        own(late).body("state", equalTo("WAITLISTED"));
        assertThat(acceptAt(inTime, offerOf(inTime), cutOff.minusMillis(1)).isDone())
                .isTrue();
        own(inTime).body("state", equalTo("ADMITTED"));
    }

    @Test
    void when_the_cut_off_has_passed_with_a_workshop_that_is_brought_forward_nobody_holds_a_seat_any_more() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, person);
        String offer = offerOf(person);
        Instant before = clock.instant();
        begins(call, before.plus(Duration.ofHours(47)));
        answer(person, "acceptance", offer)
                .statusCode(409)
                .body("detail", equalTo("Its deadline has passed. You are on the waiting list again."));
        own(person).body("state", equalTo("WAITLISTED"));
        rounds.tick();
        assertThat(offers(call)).singleElement().satisfies(made -> assertThat(made)
                .containsEntry("state", "LAPSED"));
        assertThat(expiryOf(call, person)).isBetween(before, clock.instant());
        assertThat(held(call, "OPEN")).isZero();
        told(person, "application-submitted", "application-waitlisted", "seat-offered", "offer-lapsed");
        assertThat(lapsedOf(person)).contains("\"noMoreOffers\":true");
    }

    @Test
    void an_offer_that_is_made_while_the_workshop_is_brought_forward_comes_forward_too() throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        String admitted = admitted(call, null, "DE");
        String person = waits(call, "porto", "PT");
        run(call);
        Instant cutOff = clock.instant().plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.SECONDS);
        RowLocks.answerAfter(
                dataSource,
                () -> {
                    withdrawApplication.withdraw(UUID.fromString(admitted));
                    assertThat(offerSeats.offerNext(UUID.fromString(call))).isEqualTo(OfferSeats.Attempt.OFFERED);
                },
                () -> {
                    begins(call, cutOff.plus(Duration.ofDays(2)));
                    return null;
                });
        assertThat(expiryOf(call, person)).isEqualTo(cutOff);
        own(person).body("state", equalTo("OFFERED"));
    }

    private void begins(String call, Instant start) {
        registrations.workshopIs(call, start, start.plus(Duration.ofDays(2)));
    }

    @Test
    void an_offer_of_a_suspended_list_lapses_and_its_seat_waits_until_the_list_is_started() throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        String first = waits(call, "porto", "PT");
        String second = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, first);
        String offer = offerOf(first);
        waitingList(call, false, 72, 48).statusCode(200);
        deadlinePasses(first);
        rounds.tick();
        own(first).body("state", equalTo("WAITLISTED")).body("offer", nullValue());
        answer(first, "acceptance", offer)
                .statusCode(409)
                .body("detail", equalTo("Its deadline has passed. You are on the waiting list again."));
        rounds.tick();
        assertThat(offers(call)).hasSize(1);
        assertThat(held(call, "OPEN")).isZero();
        run(call);
        awaitOffered(call, second);
        assertThat(order(call)).containsExactly(first);
        assertThat(held(call, "OPEN")).isEqualTo(1);
    }

    @Test
    void an_offer_that_cannot_be_ended_at_the_moment_holds_up_no_other() throws Exception {
        String call = openCall(Map.of("OPEN", 2), 2);
        String busy = waits(call, "porto", "PT");
        String other = waits(call, "bilbao", "ES");
        run(call);
        await().untilAsserted(() -> assertThat(offered(call)).containsExactlyInAnyOrder(busy, other));
        waitingList(call, false, 72, 48).statusCode(200);
        deadlinePasses(busy);
        deadlinePasses(other);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                applications.toChange(UUID.fromString(busy));
                assertThatThrownBy(() -> pool.submit(rounds::settleDue).get()).isInstanceOf(ExecutionException.class);
            });
        } finally {
            pool.shutdown();
        }
        own(other).body("state", equalTo("WAITLISTED"));
        rounds.settleDue();
        own(busy).body("state", equalTo("WAITLISTED"));
        assertThat(held(call, "OPEN")).isZero();
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

    // --- many at once

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

    // --- seats of cities

    @Test
    void seats_that_cities_have_not_used_by_their_date_become_open_in_the_order_of_the_cities() throws Exception {
        String call = openCall(Map.of("CITY:porto", 3, "CITY:bilbao", 2, "CITY:torino", 1, "OPEN", 1), 7);
        UUID id = UUID.fromString(call);
        admitted(call, "porto", "PT");
        admitted(call, null, "DE");
        String person = waits(call, null, "DE");
        String another = waits(call, "bilbao", "ES");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:porto'",
                today,
                id);
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:bilbao'",
                today.minusDays(1),
                id);
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:torino'",
                today.plusDays(1),
                id);
        // whoever looks first hands them back: the list looks whenever somebody comes onto it
        handBackSeats.handBack(id);
        assertThat(handBackSeats.due()).doesNotContain(id);
        assertThat(handBackSeats.handBack(id)).isZero();
        theNextCallPromisesTheCitiesTheSame(call);
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:bilbao' }.limit", equalTo(0))
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(1))
                .body("buckets.find { it.code == 'CITY:torino' }.limit", equalTo(1))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(5));
        assertThat(new SeatLedger(dataSource, id).violations()).isEmpty();
        List<String> buckets = organiser()
                .queryParam("objectType", "call")
                .queryParam("objectId", call)
                .get("/api/v1/admin/audit-entries")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.action == 'seats-handed-back' }.details.bucket");
        // newest first
        assertThat(buckets).containsExactly("CITY:porto", "CITY:bilbao");
        run(call);
        await().untilAsserted(() -> assertThat(offered(call)).containsExactlyInAnyOrder(person, another));
    }

    private void theNextCallPromisesTheCitiesTheSame(String call) {
        String next = organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "workshopSlug",
                        registrations.announcedWorkshop("2017-05-03T12:30:00Z", "2017-05-05T13:00:00Z"),
                        "opensAt",
                        "2017-02-01T09:00:00+01:00",
                        "closesAt",
                        "2017-03-31T18:00:00+02:00"))
                .post("/api/v1/admin/calls/" + call + "/clones")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Registrations.seats(next)
                .body("buckets.code", contains("CITY:bilbao", "CITY:porto", "CITY:torino", "OPEN"))
                .body("buckets.limit", contains(2, 3, 1, 1));
    }

    @Test
    void a_seat_of_a_city_that_becomes_free_after_its_day_is_offered_to_all() throws Exception {
        String call = openCall(Map.of("CITY:porto", 2, "OPEN", 1), 3);
        String porto = admitted(call, "porto", "PT");
        admitted(call, "porto", "PT");
        admitted(call, null, "DE");
        String secondPorto = waits(call, "porto", "PT");
        String bilbao = waits(call, "bilbao", "ES");
        assertThat(order(call)).containsExactly(bilbao, secondPorto);
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:porto'",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")),
                UUID.fromString(call));
        run(call);
        withdraw(porto).statusCode(200);
        awaitOffered(call, bilbao);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        assertThat(held(call, "OPEN")).isEqualTo(2);
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(1))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(2));
        assertThat(new SeatLedger(dataSource, UUID.fromString(call)).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "refusal"})
    void an_offered_seat_of_a_city_is_handed_back_when_it_is_refused_and_not_before(String answer) throws Exception {
        String call = openCall(Map.of("CITY:porto", 2, "OPEN", 0), 2);
        String porto = waits(call, "porto", "PT");
        String germany = waits(call, null, "DE");
        String france = waits(call, null, "FR");
        run(call);
        awaitOffered(call, porto);
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:porto'",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin")),
                UUID.fromString(call));
        rounds.tick();
        // the other one, which nobody of the city waits for
        awaitOffered(call, germany, porto);
        seatsAre(call, 1, 1);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        answer(porto, answer, offerOf(porto)).statusCode(200);
        if (answer.equals("acceptance")) {
            rounds.tick();
            seatsAre(call, 1, 1);
            assertThat(offered(call)).containsExactly(germany);
        } else {
            awaitOffered(call, france, germany);
            seatsAre(call, 0, 2);
            assertThat(order(call)).containsExactly(porto);
        }
        assertThat(new SeatLedger(dataSource, UUID.fromString(call)).violations())
                .isEmpty();
    }

    private static void seatsAre(String call, int ofPorto, int open) {
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(ofPorto))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(open));
    }

    // --- who may not

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

    private static ValidatableResponse cancel(RequestSpecification who, String ifMatch, String offer) {
        return who.header("If-Match", ifMatch).post(offer).then();
    }

    private static RequestSpecification asSecond() {
        return Registrations.secondOrganiser();
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

    // --- helpers

    /** Does all of it, some at a time, and says what came of each, in their order. */
    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> task : pool.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }

    private Outcome<SeatOffer> acceptAt(String person, String offerId, Instant now) {
        EndOffer then = new EndOffer(
                applications,
                seatOffers,
                entries,
                offeredSeats,
                lists,
                workshops,
                audit,
                caller,
                facts,
                Clock.fixed(now, ZoneOffset.UTC));
        return QuarkusTransaction.requiringNew()
                .call(() -> then.accept(UUID.fromString(person), UUID.fromString(offerId)));
    }

    private OfferSeats.Attempt offerAt(String call, Instant now) {
        OfferSeats then = new OfferSeats(
                applications,
                lists,
                entries,
                seatOffers,
                calls,
                workshops,
                seats,
                promises,
                offeredSeats,
                audit,
                facts,
                Clock.fixed(now, ZoneOffset.UTC));
        return QuarkusTransaction.requiringNew().call(() -> then.offerNext(UUID.fromString(call)));
    }

    /** An open call with these seats, of which people of Porto, Bilbao and Torino may want some. */
    private String openCall(Map<String, Integer> seats, int capacity) {
        Map<String, Integer> buckets = new HashMap<>(Map.of("CITY:porto", 0, "CITY:bilbao", 0, "CITY:torino", 0));
        buckets.putAll(seats);
        return registrations.openCall(buckets, capacity);
    }

    private static Instant expiryOf(String call, String person) {
        return offers(call).stream()
                .filter(offer -> offer.get("applicationId").equals(person))
                .map(offer -> Instant.parse((String) offer.get("expiresAt")))
                .findFirst()
                .orElseThrow();
    }

    /** As if the hours had gone by. */
    private void deadlinePasses(String person) throws SQLException {
        Instant now = clock.instant();
        TestSql.execute(
                dataSource,
                "update seat_offer set offered_at = ?, expires_at = ? where application_id = ? and state = 'OPEN'",
                now.minusSeconds(7200),
                now,
                UUID.fromString(person));
    }

    private static ValidatableResponse prioritise(String call, String person, String ifMatch, int priority) {
        var request = organiser().contentType(ContentType.JSON).body(Map.of("priority", priority));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/admin/calls/" + call + "/waiting-list/" + person + "/priority")
                .then();
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

    private static ValidatableResponse cancel(String call, String offerId) {
        return organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/waiting-list/offers/" + offerId + "/cancellation")
                .then();
    }

    private static void told(String applicationId, String... facts) {
        List<Topics.Delivered> told = await().until(
                        () -> Topics.read("infocus.registration.v1", applicationId),
                        records -> records.size() >= facts.length);
        assertThat(told)
                .extracting(record -> record.type().replaceAll("^eu.urbact.infocus.registration.|.v1$", ""))
                .containsExactly(facts);
        told.forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
    }
}
