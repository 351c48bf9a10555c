package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.AnnouncedWorkshop;
import eu.urbact.infocus.registration.programmeview.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

class LogisticsPolicyTest {

    private static final Instant FREEZE = Instant.parse("2016-11-16T17:00:00Z");
    private static final Instant END = Instant.parse("2016-11-25T13:00:00Z");

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void only_who_has_a_place_is_asked(ApplicationState state) {
        Verdict verdict = LogisticsPolicy.see(state, FREEZE);
        if (state == ApplicationState.ADMITTED) {
            assertThat(verdict).isEqualTo(Verdict.allowed());
        } else {
            assertThat(refused(verdict)).isEqualTo(RegistrationProblem.NOT_ADMITTED);
        }
    }

    @Test
    void nothing_is_asked_before_the_organisers_ask() {
        assertThat(refused(LogisticsPolicy.see(ApplicationState.ADMITTED, null)))
                .isEqualTo(RegistrationProblem.LOGISTICS_NOT_ASKED);
    }

    @Test
    void the_freeze_time_itself_is_too_late_and_exactly_then_requests_begin() {
        Instant justBefore = FREEZE.minusNanos(1);
        assertThat(LogisticsPolicy.choose(justBefore, FREEZE)).isEqualTo(Verdict.allowed());
        assertThat(refused(LogisticsPolicy.choose(FREEZE, FREEZE))).isEqualTo(RegistrationProblem.LOGISTICS_FROZEN);
        assertThat(refused(LogisticsPolicy.requestChange(justBefore, FREEZE, false)))
                .isEqualTo(RegistrationProblem.LOGISTICS_NOT_FROZEN);
        assertThat(LogisticsPolicy.requestChange(FREEZE, FREEZE, false)).isEqualTo(Verdict.allowed());
        assertThat(refused(LogisticsPolicy.requestChange(FREEZE, FREEZE, true)))
                .isEqualTo(RegistrationProblem.CHANGE_REQUEST_OPEN);
    }

    @Test
    void nothing_is_planned_when_the_workshop_is_over() {
        Workshop workshop = AnnouncedWorkshop.until(END);
        assertThat(LogisticsPolicy.plan(END.minusNanos(1), workshop)).isEqualTo(Verdict.allowed());
        assertThat(refused(LogisticsPolicy.plan(END, workshop))).isEqualTo(RegistrationProblem.LOGISTICS_OVER);
    }

    @Test
    void places_change_by_the_difference_and_companions_count() {
        UUID bus = new UUID(0, 1);
        UUID dinner = new UUID(0, 2);
        UUID lunch = new UUID(0, 3);
        assertThat(Places.between(Map.of(bus, 0, dinner, 2), Map.of(dinner, 1, lunch, 3)))
                .containsExactly(Map.entry(bus, -1), Map.entry(dinner, -1), Map.entry(lunch, 4));
        assertThat(Places.between(Map.of(bus, 1), Map.of(bus, 1))).isEmpty();
        assertThat(Places.between(Map.of(bus, 1), Map.of())).containsExactly(Map.entry(bus, -2));
    }

    private static ProblemType refused(Verdict verdict) {
        return ((Verdict.Refused) verdict).type();
    }
}
