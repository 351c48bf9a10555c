package eu.urbact.infocus.registration.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;

import static org.assertj.core.api.Assertions.assertThat;

class WorkshopDayTest {

    private static final Duration SETTLING = Duration.ofDays(14);
    private static final LocalDate FINAL_SINCE = LocalDate.parse("2016-12-10");

    private final WorkshopDay second = new WorkshopDay(
            LocalDate.parse("2016-11-24"), 2, ZoneId.of("Europe/Berlin"), LocalDate.parse("2016-11-25"));

    @Test
    void a_day_begins_and_ends_at_midnight_of_the_venue() {
        assertThat(status("2016-11-23T22:59:59.999Z")).isEqualTo(DayStatus.AHEAD);
        assertThat(status("2016-11-23T23:00:00Z")).isEqualTo(DayStatus.TODAY);
        assertThat(status("2016-11-24T22:59:59.999Z")).isEqualTo(DayStatus.TODAY);
        assertThat(status("2016-11-24T23:00:00Z")).isEqualTo(DayStatus.OVER);
    }

    @Test
    void the_lists_are_final_two_weeks_after_the_last_day() {
        assertThat(status("2016-12-09T22:59:59.999Z")).isEqualTo(DayStatus.OVER);
        assertThat(status("2016-12-09T23:00:00Z")).isEqualTo(DayStatus.SETTLED);
        assertThat(second.finalFrom(SETTLING)).isEqualTo("2016-12-09T23:00:00Z");
    }

    @Test
    void nothing_is_written_before_the_day_and_after_the_lists_are_final() {
        assertThat(allowed(DoorPolicy.write(DayStatus.AHEAD, FINAL_SINCE))).isFalse();
        assertThat(allowed(DoorPolicy.write(DayStatus.TODAY, FINAL_SINCE))).isTrue();
        assertThat(allowed(DoorPolicy.write(DayStatus.OVER, FINAL_SINCE))).isTrue();
        assertThat(DoorPolicy.write(DayStatus.SETTLED, FINAL_SINCE))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.detail())
                        .isEqualTo("The lists of this workshop have been final since 10 December 2016."));
    }

    @Test
    void a_no_show_is_known_when_the_day_is_over() {
        assertThat(allowed(DoorPolicy.noShows(DayStatus.TODAY))).isFalse();
        assertThat(allowed(DoorPolicy.noShows(DayStatus.OVER))).isTrue();
        assertThat(allowed(DoorPolicy.noShows(DayStatus.SETTLED))).isTrue();
    }

    @Test
    void only_who_has_a_place_is_checked_in_and_everybody_else_is_a_walk_in() {
        for (ApplicationState state : ApplicationState.values()) {
            boolean admitted = state == ApplicationState.ADMITTED;
            assertThat(allowed(DoorPolicy.checkIn(state))).as("%s", state).isEqualTo(admitted);
            assertThat(allowed(DoorPolicy.walkIn(state, Optional.empty())))
                    .as("%s", state)
                    .isEqualTo(!admitted);
        }
    }

    @Test
    void a_full_room_refuses_only_when_the_organisers_say_so() {
        assertThat(allowed(DoorPolicy.walkIn(50, 50, false))).isTrue();
        assertThat(allowed(DoorPolicy.walkIn(49, 50, true))).isTrue();
        assertThat(DoorPolicy.walkIn(50, 50, true))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.detail())
                        .isEqualTo("50 of 50 are in the room, and the organisers take no walk-ins beyond that."));
    }

    private DayStatus status(String now) {
        return second.status(Instant.parse(now), SETTLING);
    }

    private static boolean allowed(Verdict verdict) {
        return verdict instanceof Verdict.Allowed;
    }
}
