package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.OfferedSeats;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.PromisedSeats;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.Seats;
import eu.urbact.infocus.registration.staging.DecisionReleases;

import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.waitingList;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.admitted;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.answer;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.awaitOffered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.list;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offerOf;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offers;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.order;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.own;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.run;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** An offer ends at its deadline, at the cut-off at the latest, and its seat goes on. */
@QuarkusTest
@WithEmbeddedServers
class OfferDeadlineTest extends WaitingSteps {

    @Inject
    Applications applications;

    @Inject
    WaitingEntries entries;

    @Inject
    Calls calls;

    @Inject
    Seats seats;

    @Inject
    AuditTrail audit;

    @Inject
    Event<OfferFact> facts;

    @Inject
    OfferSeats offerSeats;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    SeatOffers seatOffers;

    @Inject
    WaitingLists lists;

    @Inject
    Workshops workshops;

    @Inject
    PromisedSeats promises;

    @Inject
    DecisionReleases releases;

    @Inject
    OfferedSeats offeredSeats;

    @Inject
    Caller caller;

    @Test
    void an_offer_of_a_call_that_was_put_away_is_not_accepted() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String waits = waits(call, "porto", "PT");
        run(call);
        awaitOffered(call, waits);
        inCallState(call, "ARCHIVED");
        answer(waits, "acceptance", offerOf(waits))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:offer-over"))
                .body(
                        "detail",
                        equalTo("The organisers have put this call away, and the place cannot be accepted any more."));
        inCallState(call, "OPEN");
        answer(waits, "acceptance", offerOf(waits)).statusCode(200).body("state", equalTo("ADMITTED"));
    }

    private void inCallState(String call, String state) {
        QuarkusTransaction.requiringNew().run(() -> calls.getEntityManager()
                .createNativeQuery(
                        "update call_for_participation set state = :state, version = version + 1 where id = :id")
                .setParameter("state", state)
                .setParameter("id", UUID.fromString(call))
                .executeUpdate());
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
    void one_millisecond_after_the_deadline_is_too_late_and_one_before_is_not() {
        String call = openCall(Map.of("OPEN", 2), 2);
        String late = waits(call, "porto", "PT");
        String inTime = waits(call, "bilbao", "ES");
        offerOnceOnly(call, late, inTime);
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
        offerOnceOnly(call, late, inTime);
        Map<String, Instant> told = Map.of(late, expiryOf(call, late), inTime, expiryOf(call, inTime));
        // later, and earlier, though not by so much that anybody would hold a seat past the cut-off
        for (String day : List.of("2016-11-24", "2016-11-22")) {
            begins(call, Instant.parse(day + "T12:30:00Z"));
            told.forEach((person, end) -> assertThat(expiryOf(call, person)).isEqualTo(end));
        }
        told(
                late,
                "application-submitted",
                "application-waitlisted",
                "seat-offered",
                "applicant-moved",
                "applicant-moved");
        Instant cutOff = told.get(late).minusSeconds(60);
        begins(call, cutOff.plus(Duration.ofDays(2)));
        for (String person : List.of(late, inTime)) {
            assertThat(expiryOf(call, person)).isEqualTo(cutOff);
            own(person)
                    .body("state", equalTo("OFFERED"))
                    .body("cutOffAt", equalTo(cutOff.toString()))
                    .body("offer.expiresAt", equalTo(cutOff.toString()));
            // of this move they are told once, by how long they have now
            told(
                    person,
                    "application-submitted",
                    "application-waitlisted",
                    "seat-offered",
                    "applicant-moved",
                    "applicant-moved",
                    "seat-offered");
            List<String> facts =
                    delivered(person).stream().map(Topics.Delivered::value).toList();
            assertThat(facts.get(2))
                    .contains("\"expiresAt\":\"" + told.get(person) + "\"")
                    .doesNotContain("broughtForward");
            assertThat(facts.get(5)).contains("\"expiresAt\":\"" + cutOff + "\"", "\"broughtForward\":true");
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
        told(
                person,
                "application-submitted",
                "application-waitlisted",
                "seat-offered",
                "applicant-moved",
                "offer-lapsed");
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
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            QuarkusTransaction.requiringNew().call(() -> {
                applications.toChange(UUID.fromString(busy));
                // not before: whoever looks at the clock every ten seconds would end them now
                pool.submit(() -> {
                            deadlinePasses(busy);
                            deadlinePasses(other);
                            return null;
                        })
                        .get();
                assertThatThrownBy(() -> pool.submit(rounds::settleDue).get()).isInstanceOf(ExecutionException.class);
                return null;
            });
        } finally {
            pool.shutdown();
        }
        own(other).body("state", equalTo("WAITLISTED"));
        rounds.settleDue();
        own(busy).body("state", equalTo("WAITLISTED"));
        assertThat(held(call, "OPEN")).isZero();
    }

    private static String lapsedOf(String person) {
        return delivered(person).stream()
                .filter(record -> record.type().endsWith("offer-lapsed.v1"))
                .map(record -> record.value())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Both are offered a seat, and it is not offered again to the only one who waits then. */
    private static void offerOnceOnly(String call, String one, String other) {
        run(call);
        await().untilAsserted(() -> assertThat(offered(call)).containsExactlyInAnyOrder(one, other));
        waitingList(call, false, 72, 48).statusCode(200);
    }

    private Outcome<SeatOffer> acceptAt(String person, String offerId, Instant now) {
        EndOffer then = new EndOffer(
                applications,
                seatOffers,
                entries,
                offeredSeats,
                lists,
                calls,
                workshops,
                audit,
                caller,
                facts,
                Clock.fixed(now, ZoneOffset.UTC));
        return QuarkusTransaction.requiringNew()
                .call(() -> then.accept(UUID.fromString(person), UUID.fromString(offerId)));
    }

    @Test
    void nothing_is_offered_while_decisions_are_released_and_a_release_that_was_cut_off_holds_it_up_for_five_minutes()
            throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        String person = waits(call, "porto", "PT");
        Instant released = clock.instant();
        TestSql.execute(
                dataSource,
                "insert into decision_release (id, call_id, released_by, released_at, planned, admitted, waitlisted, declined, kept, version)"
                        + " values (?, ?, 'organiser', ?, 2, 1, 0, 0, 0, 0)",
                UUID.randomUUID(),
                UUID.fromString(call),
                released);
        waitingList(call, true, 72, 48).statusCode(200);
        rounds.tick();
        assertThat(offerAt(call, released)).isEqualTo(OfferSeats.Attempt.NOTHING);
        assertThat(offerAt(call, released.plusSeconds(300).minusMillis(1))).isEqualTo(OfferSeats.Attempt.NOTHING);
        assertThat(offers(call)).isEmpty();
        assertThat(offerAt(call, released.plusSeconds(300))).isEqualTo(OfferSeats.Attempt.OFFERED);
        assertThat(offered(call)).containsExactly(person);
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
                releases,
                offeredSeats,
                audit,
                facts,
                Clock.fixed(now, ZoneOffset.UTC));
        return QuarkusTransaction.requiringNew().call(() -> then.offerNext(UUID.fromString(call)));
    }

    private static Instant expiryOf(String call, String person) {
        return offers(call).stream()
                .filter(offer -> offer.get("applicationId").equals(person))
                .map(offer -> Instant.parse((String) offer.get("expiresAt")))
                .findFirst()
                .orElseThrow();
    }
}
