package eu.urbact.infocus.registration.hotel;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Race;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

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
            assertThat(Race.won(CLIENTS, () -> take(hotel, stay)))
                    .as("round %d", round)
                    .isEqualTo(1);
            assertThat(held(hotel)).containsExactly(1, 1, 1);
        }
    }

    @Test
    void a_stay_takes_all_of_its_nights_or_none() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID hotel = hotel(5, 2, 5);
            Stay stay = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(3));
            assertThat(Race.won(CLIENTS, () -> take(hotel, stay)))
                    .as("round %d", round)
                    .isEqualTo(2);
            assertThat(held(hotel)).containsExactly(2, 2, 2);
        }
    }

    @Test
    void nobody_gets_a_room_while_the_hotel_takes_them_back() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID hotel = hotel(4, 4, 4);
            Stay stay = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(3));
            AtomicInteger number = new AtomicInteger();
            int won = Race.won(CLIENTS, () -> {
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
        for (int round = 0; round < ROUNDS; round++) {
            given += Race.wonByLookingFirst(dataSource, CLIENTS);
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
            assertThatThrownBy(() -> TestSql.execute(dataSource, wrong, hotel))
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
}
