package eu.urbact.infocus.registration.logistics;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
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
            int taken = Race.won(CLIENTS, () -> take(new TreeMap<>(Map.of(bus, 1))));
            assertThat(taken).as("round %d", round).isEqualTo(1);
            assertThat(taken(bus)).isEqualTo(1);
        }
    }

    @Test
    void a_person_with_a_companion_gets_both_places_or_none() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID bus = option(5);
            int won = Race.won(CLIENTS, () -> take(new TreeMap<>(Map.of(bus, 2))));
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
            assertThat(Race.won(CLIENTS, () -> take(both)))
                    .as("round %d", round)
                    .isEqualTo(1);
            assertThat(taken(bus)).isEqualTo(1);
            assertThat(taken(dinner)).isEqualTo(1);
        }
    }

    @Test
    void check_then_write_would_fill_it_more_than_once() throws Exception {
        int sold = 0;
        for (int round = 0; round < ROUNDS; round++) {
            sold += Race.wonByLookingFirst(dataSource, CLIENTS);
        }
        assertThat(sold).as("places given in %d rounds for one each", ROUNDS).isGreaterThan(ROUNDS);
    }

    @Test
    void the_check_refuses_what_the_code_would_let_pass() {
        UUID bus = option(1);
        assertThatThrownBy(() ->
                        TestSql.execute(dataSource, "update logistics_option set taken = taken + 2 where id = ?", bus))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_logistics_option_taken");
        assertThatThrownBy(() ->
                        TestSql.execute(dataSource, "update logistics_option set taken = taken - 1 where id = ?", bus))
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
}
