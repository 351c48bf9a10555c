package eu.urbact.infocus.registration.logistics;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Race;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

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
    PlaceChange placeChange;

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

    @Test
    void whoever_has_seen_the_option_before_a_colleague_changed_it_neither_changes_nor_removes_it() {
        UUID bus = option(5);
        assertThatThrownBy(() -> afterAColleague(
                        bus,
                        () -> defineOption.change(bus, definition(9, true)),
                        () -> defineOption.change(bus, definition(7, true))))
                .hasStackTraceContaining("OptimisticLockException");
        assertThatThrownBy(() -> afterAColleague(
                        bus, () -> defineOption.change(bus, definition(8, true)), () -> defineOption.remove(bus)))
                .hasStackTraceContaining("OptimisticLockException");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> options.findById(bus).placeLimit()))
                .isEqualTo(8);
        assertThatThrownBy(() -> afterAColleague(
                        bus, () -> defineOption.remove(bus), () -> defineOption.change(bus, definition(7, true))))
                .hasStackTraceContaining("OptimisticLockException");
    }

    @Test
    void whoever_chooses_what_is_being_removed_is_told_to_look_again() {
        UUID bus = option(5);
        assertThatThrownBy(() -> afterAColleague(
                        bus, () -> defineOption.remove(bus), () -> options.change(new TreeMap<>(Map.of(bus, 1)))))
                .hasStackTraceContaining("OptimisticLockException");
    }

    @Test
    void companions_do_not_slip_in_while_they_are_switched_off() {
        UUID bus = option(5);
        assertThat(afterAColleague(
                        bus,
                        () -> defineOption.change(bus, definition(5, false)),
                        () -> placeChange.to(call, Map.of(), Map.of(bus, 1))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.type())
                        .isEqualTo(RegistrationProblem.COMPANIONS_NOT_POSSIBLE));
        assertThat(taken(bus)).isZero();
    }

    /** Reads the option, lets a colleague do something that is done at once, and goes on in the same transaction. */
    private <T> T afterAColleague(UUID option, Callable<?> colleague, Callable<T> step) {
        return QuarkusTransaction.requiringNew().call(() -> {
            options.of(call);
            assertThat(options.findById(option)).isNotNull();
            QuarkusTransaction.requiringNew().call(colleague);
            return step.call();
        });
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
        return defineOption.add(call, definition(limit, true)).id();
    }

    private static LogisticsOption.Definition definition(int limit, boolean companionsWelcome) {
        return new LogisticsOption.Definition(
                OptionKind.BUS,
                "Bus of the test",
                Instant.parse("2016-11-24T07:15:00Z"),
                null,
                companionsWelcome,
                limit);
    }
}
