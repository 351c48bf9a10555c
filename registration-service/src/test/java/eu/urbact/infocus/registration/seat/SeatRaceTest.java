package eu.urbact.infocus.registration.seat;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Race;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many at once for the last seat, with a negative control: without the condition the same race must sell it twice. */
@QuarkusTest
@WithEmbeddedServers
class SeatRaceTest {

    private static final Logger LOG = Logger.getLogger(SeatRaceTest.class);

    private static final int PEOPLE = 500;
    private static final int ROUNDS = Integer.getInteger("infocus.race.rounds", 1_000);
    private static final int AT_ONCE = 40;
    private static final int CLIENTS = 8;

    @Inject
    Registrations registrations;

    @Inject
    Seats seats;

    @Inject
    Event<SeatsFreed> freed;

    @Inject
    DataSource dataSource;

    /** As many threads as can be at the database at once, and as many more that stand in line for a connection. */
    @Test
    void five_hundred_people_for_the_last_seat_a_thousand_times() throws Exception {
        UUID call = UUID.fromString(registrations.openCall(Map.of("OPEN", 50), 50));
        for (int seat = 0; seat < 49; seat++) {
            assertThat(take(seats, call)).isTrue();
        }
        List<Callable<Boolean>> people = Collections.nCopies(PEOPLE, () -> take(seats, call));
        int oversold = 0;
        int undersold = 0;
        long started = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                int taken = 0;
                for (Future<Boolean> one : pool.invokeAll(people)) {
                    taken += one.get() ? 1 : 0;
                }
                oversold += Math.max(0, taken - 1);
                undersold += taken == 0 ? 1 : 0;
                assertThat(heldNow(call)).as("held after round %d", round).isEqualTo(50);
                QuarkusTransaction.requiringNew().run(() -> seats.giveBack(call, BucketCode.OPEN));
            }
        } finally {
            pool.shutdown();
        }
        LOG.infof(
                "%d people for the last seat, %d rounds: %d oversold, %d undersold, %.1f s",
                PEOPLE, ROUNDS, oversold, undersold, (System.nanoTime() - started) / 1e9);
        assertThat(oversold).as("oversold").isZero();
        assertThat(undersold).as("undersold").isZero();
    }

    @Test
    void the_same_race_sells_it_more_than_once_when_seats_are_counted_first_and_written_afterwards() throws Exception {
        Seats wrong = new CheckThenWriteSeats(CheckThenWriteSeats.Write.READ_PLUS_ONE, freed);
        UUID call = UUID.fromString(registrations.openCall(Map.of("OPEN", 1), 1));
        int oversold = 0;
        for (int round = 0; round < 50 && oversold == 0; round++) {
            oversold += Math.max(0, Race.won(CLIENTS, () -> take(wrong, call)) - 1);
            TestSql.execute(dataSource, "update seat_bucket set held = 0 where call_id = ?", call);
        }
        assertThat(oversold).isPositive();
    }

    private static boolean take(Seats from, UUID call) {
        return QuarkusTransaction.requiringNew()
                .call(() -> from.takeFirstFree(call, List.of(BucketCode.OPEN)).isDone());
    }

    private int heldNow(UUID call) {
        return QuarkusTransaction.requiringNew()
                .call(() -> seats.of(call).get(0).held());
    }

    @Test
    void check_then_write_would_sell_it_more_than_once() throws Exception {
        int sold = 0;
        for (int round = 0; round < 10; round++) {
            sold += Race.wonByLookingFirst(dataSource, CLIENTS);
        }
        assertThat(sold).as("seats sold in 10 rounds for one seat each").isGreaterThan(10);
    }

    @Test
    void the_check_refuses_what_the_code_would_let_pass() {
        UUID call = UUID.fromString(registrations.openCall(Map.of("OPEN", 1), 1));
        assertThatThrownBy(() ->
                        TestSql.execute(dataSource, "update seat_bucket set held = held + 2 where call_id = ?", call))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_seat_bucket_held");
        assertThatThrownBy(() ->
                        TestSql.execute(dataSource, "update seat_bucket set seat_limit = 2 where call_id = ?", call))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("hold 2 seats, the room 1");
    }
}
