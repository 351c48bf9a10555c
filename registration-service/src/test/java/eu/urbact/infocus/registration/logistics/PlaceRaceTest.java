package eu.urbact.infocus.registration.logistics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many at once for the last place on a bus, with a negative control: with check-then-write the same race fills it twice. */
@QuarkusTest
@WithEmbeddedServers
class PlaceRaceTest {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 10;

    @Inject
    Registrations registrations;

    @Inject
    LogisticsOptions options;

    @Inject
    DefineOption defineOption;

    @Inject
    DataSource dataSource;

    private UUID call;

    @BeforeEach
    void open() {
        call = UUID.fromString(registrations.openCall());
    }

    @Test
    void the_last_place_is_taken_once_in_every_round() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID bus = option(1);
            int taken = race(() -> take(new TreeMap<>(Map.of(bus, 1))));
            assertThat(taken).as("round %d", round).isEqualTo(1);
            assertThat(taken(bus)).isEqualTo(1);
        }
    }

    @Test
    void a_person_with_a_companion_gets_both_places_or_none() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID bus = option(5);
            int won = race(() -> take(new TreeMap<>(Map.of(bus, 2))));
            assertThat(won).as("round %d", round).isEqualTo(2);
            assertThat(taken(bus)).isEqualTo(4);
        }
    }

    @Test
    void whoever_gets_one_of_two_things_only_gets_neither() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID bus = option(3);
            UUID dinner = option(1);
            SortedMap<UUID, Integer> both = new TreeMap<>(Map.of(bus, 1, dinner, 1));
            assertThat(race(() -> take(both))).as("round %d", round).isEqualTo(1);
            assertThat(taken(bus)).isEqualTo(1);
            assertThat(taken(dinner)).isEqualTo(1);
        }
    }

    @Test
    void check_then_write_would_fill_it_more_than_once() throws Exception {
        int sold = 0;
        execute("create table if not exists unprotected_option (id uuid primary key, place_limit int, taken int)");
        for (int round = 0; round < ROUNDS; round++) {
            UUID bus = UUID.randomUUID();
            execute("insert into unprotected_option values (?, 1, 0)", bus);
            CyclicBarrier allHaveLooked = new CyclicBarrier(CLIENTS);
            sold += race(() -> takeWithoutCondition(bus, allHaveLooked));
        }
        assertThat(sold).as("places given in %d rounds for one each", ROUNDS).isGreaterThan(ROUNDS);
    }

    @Test
    void the_check_refuses_what_the_code_would_let_pass() {
        UUID bus = option(1);
        assertThatThrownBy(() -> execute("update logistics_option set taken = taken + 2 where id = ?", bus))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_logistics_option_taken");
        assertThatThrownBy(() -> execute("update logistics_option set taken = taken - 1 where id = ?", bus))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_logistics_option_taken");
    }

    private boolean take(SortedMap<UUID, Integer> places) {
        return QuarkusTransaction.requiringNew()
                .call(() -> options.change(places).isEmpty());
    }

    private int taken(UUID option) {
        return QuarkusTransaction.requiringNew()
                .call(() -> options.findById(option).taken());
    }

    private UUID option(int limit) {
        return defineOption
                .add(
                        call,
                        new LogisticsOption.Definition(
                                OptionKind.BUS,
                                "Bus of the test",
                                Instant.parse("2016-11-24T07:15:00Z"),
                                null,
                                true,
                                limit))
                .id();
    }

    private static int race(Callable<Boolean> client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            int won = 0;
            for (Future<Boolean> one : pool.invokeAll(Collections.nCopies(CLIENTS, client))) {
                won += one.get() ? 1 : 0;
            }
            return won;
        } finally {
            pool.shutdown();
        }
    }

    private boolean takeWithoutCondition(UUID bus, CyclicBarrier allHaveLooked) throws Exception {
        boolean free;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement look = connection.prepareStatement(
                        "select taken < place_limit from unprotected_option where id = ?")) {
            look.setObject(1, bus);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                free = row.getBoolean(1);
            }
        }
        allHaveLooked.await();
        if (free) {
            execute("update unprotected_option set taken = taken + 1 where id = ?", bus);
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
