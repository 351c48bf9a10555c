package eu.urbact.infocus.registration.waitinglist;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.admitted;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.awaitOffered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.list;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.order;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.run;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.waits;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** The order of the list is the one that its published rule gives. */
@QuarkusTest
@WithEmbeddedServers
class WaitingOrderTest extends WaitingSteps {

    private static final Logger LOG = Logger.getLogger(WaitingOrderTest.class);

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
}
