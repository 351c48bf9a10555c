package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class DoorPolicyTest {

    @ParameterizedTest
    @EnumSource(
            value = DayStatus.class,
            names = {"TODAY", "OVER"})
    void what_has_happened_is_written_down_until_the_lists_are_final(DayStatus day) {
        assertThat(DoorPolicy.write(day, LocalDate.parse("2016-12-10"))).isEqualTo(Verdict.allowed());
    }

    @Test
    void nothing_is_written_down_about_a_day_ahead_or_lists_that_are_final() {
        assertThat(DoorPolicy.write(DayStatus.AHEAD, LocalDate.parse("2016-12-10")))
                .isEqualTo(Verdict.refused(RegistrationProblem.DAY_NOT_BEGUN, "Nobody can have come to a day ahead."));
        assertThat(DoorPolicy.write(DayStatus.SETTLED, LocalDate.parse("2016-12-10")))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.ATTENDANCE_SETTLED,
                        "The lists of this workshop have been final since 10 December 2016."));
    }

    @ParameterizedTest
    @CsvSource({"AHEAD, false", "TODAY, false", "OVER, true", "SETTLED, true"})
    void who_did_not_come_is_known_of_days_that_are_over(DayStatus day, boolean known) {
        assertThat(DoorPolicy.noShows(day))
                .isEqualTo(
                        known
                                ? Verdict.allowed()
                                : Verdict.refused(
                                        RegistrationProblem.DAY_NOT_OVER,
                                        "This day of the workshop is not over: somebody may still come."));
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void whoever_has_a_place_is_checked_in_and_everybody_else_walks_in(ApplicationState state) {
        boolean hasPlace = state == ApplicationState.ADMITTED;
        assertThat(DoorPolicy.checkIn(state) instanceof Verdict.Allowed).isEqualTo(hasPlace);
        assertThat(DoorPolicy.walkIn(state, Optional.empty()) instanceof Verdict.Allowed)
                .isEqualTo(!hasPlace);
        assertThat(DoorPolicy.walkIn(ApplicationState.WITHDRAWN, Optional.of(state)) instanceof Verdict.Allowed)
                .isFalse();
    }

    @Test
    void a_name_that_is_known_is_told_with_what_is_left_to_do() {
        Instant nine = Instant.parse("2016-11-24T08:12:00Z");
        Optional<Instant> expected = Optional.empty();
        Optional<Instant> in = Optional.of(nine);
        assertThat(walkIn(List.of(), Optional.empty())).isEqualTo(Verdict.allowed());
        for (List<Optional<Instant>> applied : List.of(List.of(expected), List.of(expected, in))) {
            assertThat(walkIn(applied, in))
                    .isEqualTo(
                            Verdict.refused(
                                    RegistrationProblem.WALK_IN_KNOWN,
                                    "Search for the name and let the person in there. If this is another person of the same name, say so."));
        }
        assertThat(walkIn(List.of(in), Optional.empty()))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.WALK_IN_KNOWN,
                                "They have been in since 09:12, so nothing is left to do for them. If this is another person of the same name, say so."));
        assertThat(walkIn(List.of(in, Optional.of(nine.plusSeconds(60))), Optional.empty()))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.WALK_IN_KNOWN,
                                "All of them are in, the first since 09:12, so nothing is left to do for them. If this is another person of the same name, say so."));
        assertThat(walkIn(List.of(), in))
                .isEqualTo(
                        Verdict.refused(
                                RegistrationProblem.WALK_IN_RECORDED,
                                "They have been in since 09:12 and are among the walk-ins of this day, so nothing is left to do for them. If this is another person of the same name, say so."));
    }

    private static Verdict walkIn(List<Optional<Instant>> applied, Optional<Instant> walkedIn) {
        return DoorPolicy.walkIn(applied, walkedIn, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void a_full_room_refuses_only_where_organisers_have_said_so() {
        assertThat(DoorPolicy.walkIn(49, 50, true)).isEqualTo(Verdict.allowed());
        assertThat(DoorPolicy.walkIn(50, 50, true))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.ROOM_FULL,
                        "50 of 50 are in the room, and the organisers take no walk-ins beyond that."));
        assertThat(DoorPolicy.walkIn(51, 50, false)).isEqualTo(Verdict.allowed());
    }
}
