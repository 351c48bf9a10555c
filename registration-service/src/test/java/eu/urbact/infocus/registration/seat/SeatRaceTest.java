package eu.urbact.infocus.registration.seat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many at once for the last seat, with a negative control: without the condition the same race must sell it twice. */
@QuarkusTest
@WithEmbeddedServers
class SeatRaceTest {

    private static final int CLIENTS = 8;

    @Inject
    Registrations registrations;

    @Inject
    Seats seats;

    @Inject
    DataSource dataSource;

    @Test
    void the_last_seat_is_taken_once_in_every_round() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID call = UUID.fromString(registrations.openCall(Map.of("OPEN", 1), 1));
            int taken = race(() -> QuarkusTransaction.requiringNew()
                    .call(() ->
                            seats.takeFirstFree(call, List.of(BucketCode.OPEN)).isDone()));
            assertThat(taken).isEqualTo(1);
            assertThat(Registrations.held(call.toString(), "OPEN")).isEqualTo(1);
        }
    }

    @Test
    void check_then_write_would_sell_it_more_than_once() throws Exception {
        int sold = 0;
        for (int round = 0; round < 10; round++) {
            UUID bucket = unprotectedBucket();
            CyclicBarrier allHaveLooked = new CyclicBarrier(CLIENTS);
            sold += race(() -> takeWithoutCondition(bucket, allHaveLooked));
        }
        assertThat(sold).as("seats sold in 10 rounds for one seat each").isGreaterThan(10);
    }

    @Test
    void the_check_refuses_what_the_code_would_let_pass() {
        UUID call = UUID.fromString(registrations.openCall(Map.of("OPEN", 1), 1));
        assertThatThrownBy(() -> execute("update seat_bucket set held = held + 2 where call_id = ?", call))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_seat_bucket_held");
        assertThatThrownBy(() -> execute("update seat_bucket set seat_limit = 2 where call_id = ?", call))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("hold 2 seats, the room 1");
    }

    private static int race(Callable<Boolean> client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Boolean>> clients = java.util.stream.IntStream.range(0, CLIENTS)
                    .mapToObj(i -> client)
                    .toList();
            int won = 0;
            for (Future<Boolean> one : pool.invokeAll(clients)) {
                won += one.get() ? 1 : 0;
            }
            return won;
        } finally {
            pool.shutdown();
        }
    }

    /** A table of the same shape without the CHECK. */
    private UUID unprotectedBucket() throws SQLException {
        UUID id = UUID.randomUUID();
        execute("create table if not exists unprotected_bucket (id uuid primary key, seat_limit int, held int)");
        execute("insert into unprotected_bucket values (?, 1, 0)", id);
        return id;
    }

    private boolean takeWithoutCondition(UUID bucket, CyclicBarrier allHaveLooked) throws Exception {
        boolean free;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement look =
                        connection.prepareStatement("select held < seat_limit from unprotected_bucket where id = ?")) {
            look.setObject(1, bucket);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                free = row.getBoolean(1);
            }
        }
        allHaveLooked.await();
        if (free) {
            execute("update unprotected_bucket set held = held + 1 where id = ?", bucket);
        }
        return free;
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
