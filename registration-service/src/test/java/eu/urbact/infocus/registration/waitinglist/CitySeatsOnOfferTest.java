package eu.urbact.infocus.registration.waitinglist;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatLedger;
import eu.urbact.infocus.registration.seat.Seats;

import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.admitted;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.answer;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.awaitOffered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offerOf;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offers;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.order;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.run;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.waits;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Seats of cities that nobody has used by their day, or that become free after it, are open to all who wait. */
@QuarkusTest
@WithEmbeddedServers
class CitySeatsOnOfferTest extends WaitingSteps {

    @Inject
    HandBackSeats handBackSeats;

    @Inject
    ChangeWaitingList changeWaitingList;

    @Inject
    OfferSeats offerSeats;

    @Inject
    Seats seats;

    @Test
    void seats_that_cities_have_not_used_by_their_date_become_open_in_the_order_of_the_cities() throws Exception {
        String call = openCall(Map.of("CITY:porto", 3, "CITY:bilbao", 2, "CITY:torino", 1, "OPEN", 1), 7);
        UUID id = UUID.fromString(call);
        admitted(call, "porto", "PT");
        admitted(call, null, "DE");
        String person = waits(call, null, "DE");
        String another = waits(call, "bilbao", "ES");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        // all at once: the service looks at the days by itself, too
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = cast(? as date) + case code when 'CITY:bilbao' then -1"
                        + " when 'CITY:torino' then 1 else 0 end where call_id = ? and code like 'CITY:%'",
                today,
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

    @Test
    void a_seat_that_is_promised_while_it_is_being_offered_is_offered_to_nobody() throws Exception {
        String call = openCall(Map.of("CITY:porto", 1, "OPEN", 0), 1);
        UUID id = UUID.fromString(call);
        waits(call, "porto", "PT");
        RowLocks.answerAfter(
                dataSource,
                () -> {
                    // as a city does that invites somebody
                    seats.lock(id, List.of(BucketCode.city("porto")));
                    invited(id);
                },
                () -> {
                    changeWaitingList.change(id, new Settings(true, 72, 48));
                    return offerSeats.offerNext(id);
                });
        rounds.tick();
        assertThat(offers(call)).isEmpty();
        assertThat(held(call, "CITY:porto")).isZero();
    }

    private void invited(UUID call) {
        seats.getEntityManager()
                .createNativeQuery("""
                        insert into invitation (id, call_id, workshop_id, city_id, email, email_key, state, seat_kept, invited_at,
                            expires_at, link_version, version)
                        select :id, id, workshop_id, 'porto', 'x@example.org', 'x@example.org', 'INVITED', false, :now, :end, 1, 0
                        from call_for_participation where id = :call
                        """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("call", call)
                .setParameter("now", clock.instant())
                .setParameter("end", clock.instant().plus(Duration.ofDays(7)))
                .executeUpdate();
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

    private static void seatsAre(String call, int ofPorto, int open) {
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(ofPorto))
                .body("buckets.find { it.code == 'OPEN' }.limit", equalTo(open));
    }
}
