package eu.urbact.infocus.registration.meeting;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class MeetingWishesPolicyTest {

    private static final Instant BEGINS = Instant.parse("2016-11-23T12:30:00Z");

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void only_who_has_a_place_goes_to_meetings(ApplicationState state) {
        Verdict verdict = MeetingWishesPolicy.state(state, BEGINS.minusSeconds(1), BEGINS);
        assertThat(MeetingWishesPolicy.see(state)).isEqualTo(verdict);
        if (state == ApplicationState.ADMITTED) {
            assertThat(verdict).isEqualTo(Verdict.allowed());
        } else {
            assertThat(refused(verdict)).isEqualTo(RegistrationProblem.NOT_ADMITTED);
        }
    }

    @Test
    void the_moment_in_which_the_workshop_begins_is_too_late() {
        assertThat(MeetingWishesPolicy.state(ApplicationState.ADMITTED, BEGINS.minusNanos(1), BEGINS))
                .isEqualTo(Verdict.allowed());
        assertThat(refused(MeetingWishesPolicy.state(ApplicationState.ADMITTED, BEGINS, BEGINS)))
                .isEqualTo(RegistrationProblem.MEETINGS_FIXED);
        assertThat(MeetingWishesPolicy.see(ApplicationState.ADMITTED)).isEqualTo(Verdict.allowed());
    }

    private static ProblemType refused(Verdict verdict) {
        return ((Verdict.Refused) verdict).type();
    }
}
