package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.WrittenCall;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, ADMIT, true",
        "SUBMITTED, WAITLIST, true",
        "SUBMITTED, DECLINE, true",
        "WAITLISTED, ADMIT, true",
        "WAITLISTED, WAITLIST, false",
        "WAITLISTED, DECLINE, true",
        "ADMITTED, ADMIT, false",
        "ADMITTED, WAITLIST, true",
        "ADMITTED, DECLINE, true",
        "DECLINED, ADMIT, true",
        "DECLINED, WAITLIST, true",
        "DECLINED, DECLINE, false",
        "OFFERED, ADMIT, false",
        "OFFERED, WAITLIST, false",
        "OFFERED, DECLINE, false",
        "WITHDRAWN, ADMIT, false",
        "WITHDRAWN, WAITLIST, false",
        "WITHDRAWN, DECLINE, false"
    })
    void knows_every_pair_of_state_and_decision(ApplicationState state, Decision decision, boolean possible) {
        Verdict verdict = DecisionPolicy.check(state, decision, ReasonCode.OTHER);
        assertThat(verdict instanceof Verdict.Allowed).isEqualTo(possible);
    }

    @Test
    void declining_needs_a_reason() {
        assertThat(DecisionPolicy.check(ApplicationState.SUBMITTED, Decision.DECLINE, null))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.type())
                        .isEqualTo(RegistrationProblem.REASON_MISSING));
    }

    @Test
    void a_place_is_given_until_the_attendance_lists_are_final() {
        Instant from = Instant.parse("2016-12-09T23:00:00Z");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(DecisionPolicy.givePlace(from, berlin, from.minusMillis(1))).isInstanceOf(Verdict.Allowed.class);
        assertThat(DecisionPolicy.givePlace(from, berlin, from))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.type()).isEqualTo(RegistrationProblem.ATTENDANCE_SETTLED);
                    assertThat(refused.detail())
                            .isEqualTo(
                                    "The attendance lists of this workshop have been final since 10 December 2016. Nobody is given a place any more.");
                });
    }

    @Test
    void nobody_came_too_late_who_applied_before_the_call_closed() {
        Instant closes = Instant.parse("2016-11-04T17:00:00Z");
        CallForParticipation call = WrittenCall.open(closes.minusSeconds(1_000_000), closes);
        assertThat(DecisionPolicy.trueOf(closes, ReasonCode.LATE, call)).isEqualTo(Verdict.allowed());
        assertThat(DecisionPolicy.trueOf(closes.minusMillis(1), ReasonCode.LATE, call))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.REASON_NOT_TRUE,
                        "The application arrived before the call closed. Choose another reason."));
        assertThat(DecisionPolicy.trueOf(closes.minusMillis(1), ReasonCode.OTHER, call))
                .isEqualTo(Verdict.allowed());
        assertThat(DecisionPolicy.trueOf(closes.minusMillis(1), null, call)).isEqualTo(Verdict.allowed());
    }

    @Test
    void of_two_applications_the_live_one_is_decided() {
        assertThat(DecisionPolicy.counts(false)).isEqualTo(Verdict.allowed());
        assertThat(DecisionPolicy.counts(true))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.DECISION_NOT_POSSIBLE,
                        "The person has applied again in the meantime; decide about that application."));
    }
}
