package eu.urbact.infocus.registration.hotel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Many at once for the last room, with a negative control: with check-then-write the same race gives it away twice. */
@QuarkusTest
@WithEmbeddedServers
class RoomRaceTest {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 10;
    private static final LocalDate NOV_23 = LocalDate.parse("2016-11-23");

    @Inject
    Registrations registrations;

    @Inject
    RoomNights rooms;

    @Inject
    DefineHotel defineHotel;

    @Inject
    DataSource dataSource;

    private UUID call;

    @BeforeEach
    void open() {
        call = UUID.fromString(registrations.openCall());
    }

    @Test
    void the_last_room_is_given_once_in_every_round() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID hotel = hotel(1, 1, 1);
            Stay stay = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(3));
            assertThat(race(() -> take(hotel, stay))).as("round %d", round).isEqualTo(1);
            assertThat(held(hotel)).containsExactly(1, 1, 1);
        }
    }

    @Test
    void a_stay_takes_all_of_its_nights_or_none() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID hotel = hotel(5, 2, 5);
            Stay stay = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(3));
            assertThat(race(() -> take(hotel, stay))).as("round %d", round).isEqualTo(2);
            assertThat(held(hotel)).containsExactly(2, 2, 2);
        }
    }

    @Test
    void nobody_gets_a_room_while_the_hotel_takes_them_back() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID hotel = hotel(4, 4, 4);
            Stay stay = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(3));
            AtomicInteger number = new AtomicInteger();
            int won = race(() -> {
                if (number.getAndIncrement() == CLIENTS / 2) {
                    QuarkusTransaction.requiringNew().run(() -> rooms.release(hotel));
                    return false;
                }
                return take(hotel, stay);
            });
            assertThat(held(hotel)).as("round %d", round).containsOnly(won);
            assertThat(free(hotel)).containsOnly(0);
            assertThat(take(hotel, stay)).isFalse();
        }
    }

    @Test
    void check_then_write_would_give_it_more_than_once() throws Exception {
        int given = 0;
        execute("create table if not exists unprotected_night (id uuid primary key, rooms int, held int)");
        for (int round = 0; round < ROUNDS; round++) {
            UUID night = UUID.randomUUID();
            execute("insert into unprotected_night values (?, 1, 0)", night);
            CyclicBarrier allHaveLooked = new CyclicBarrier(CLIENTS);
            given += race(() -> takeWithoutCondition(night, allHaveLooked));
        }
        assertThat(given).as("rooms given in %d rounds for one each", ROUNDS).isGreaterThan(ROUNDS);
    }

    @Test
    void the_check_refuses_what_the_code_would_let_pass() {
        UUID hotel = hotel(1, 1, 1);
        for (String wrong : List.of(
                "update hotel_night set held = held + 2 where hotel_id = ?",
                "update hotel_night set held = held - 1 where hotel_id = ?",
                "update hotel_night set held = 1, given_back = 1 where hotel_id = ?")) {
            assertThatThrownBy(() -> execute(wrong, hotel))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("ck_hotel_night_held");
        }
    }

    private boolean take(UUID hotel, Stay stay) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rooms.take(stay.in(hotel)).isEmpty());
    }

    private List<Integer> held(UUID hotel) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        rooms.of(List.of(hotel)).stream().map(RoomNight::held).toList());
    }

    private List<Integer> free(UUID hotel) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        rooms.of(List.of(hotel)).stream().map(RoomNight::free).toList());
    }

    private UUID hotel(int... roomsByNight) {
        List<RoomNight.Contingent> nights = new ArrayList<>();
        for (int i = 0; i < roomsByNight.length; i++) {
            nights.add(new RoomNight.Contingent(RoomType.SINGLE, NOV_23.plusDays(i), roomsByNight[i], 9_000));
        }
        return defineHotel
                .add(
                        call,
                        new Hotel.Definition(
                                "Hotel of the test",
                                "Street 1",
                                "Comfort",
                                Instant.parse("2016-11-03T17:00:00Z"),
                                nights))
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

    private boolean takeWithoutCondition(UUID night, CyclicBarrier allHaveLooked) throws Exception {
        boolean free;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement look =
                        connection.prepareStatement("select held < rooms from unprotected_night where id = ?")) {
            look.setObject(1, night);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                free = row.getBoolean(1);
            }
        }
        allHaveLooked.await();
        if (free) {
            execute("update unprotected_night set held = held + 1 where id = ?", night);
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
