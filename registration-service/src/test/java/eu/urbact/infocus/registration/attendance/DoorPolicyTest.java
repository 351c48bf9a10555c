package eu.urbact.infocus.registration.attendance;

import java.time.LocalDate;

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
                                        "This day is not over: somebody may still come."));
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void whoever_has_a_place_is_checked_in_and_everybody_else_walks_in(ApplicationState state) {
        boolean hasPlace = state == ApplicationState.ADMITTED;
        assertThat(DoorPolicy.checkIn(state) instanceof Verdict.Allowed).isEqualTo(hasPlace);
        assertThat(DoorPolicy.walkIn(state) instanceof Verdict.Allowed).isEqualTo(!hasPlace);
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
