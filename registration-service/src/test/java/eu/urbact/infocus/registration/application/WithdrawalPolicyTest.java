package eu.urbact.infocus.registration.application;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.AnnouncedWorkshop;
import eu.urbact.infocus.registration.programmeview.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

class WithdrawalPolicyTest {

    private static final Instant END = Instant.parse("2016-11-25T13:00:00Z");
    private static final Workshop WORKSHOP = AnnouncedWorkshop.until(END);

    @Test
    void aPlaceIsGivenUpOrTakenUntilTheWorkshopIsOver() {
        Instant lastMoment = END.minusMillis(1);
        assertThat(WithdrawalPolicy.withdraw(ApplicationState.ADMITTED, false, WORKSHOP, lastMoment))
                .isEqualTo(Verdict.allowed());
        assertThat(WithdrawalPolicy.takePlace(RegistrationProblem.DECISION_NOT_POSSIBLE, false, WORKSHOP, lastMoment))
                .isEqualTo(Verdict.allowed());
        assertThat(WithdrawalPolicy.withdraw(ApplicationState.ADMITTED, false, WORKSHOP, END))
                .isEqualTo(Verdict.refused(RegistrationProblem.NOT_WITHDRAWABLE, "The workshop is over."));
        assertThat(WithdrawalPolicy.takePlace(RegistrationProblem.DECISION_NOT_POSSIBLE, false, WORKSHOP, END))
                .isEqualTo(Verdict.refused(RegistrationProblem.DECISION_NOT_POSSIBLE, "The workshop is over."));
    }

    @Test
    void nameAndOrganisationArePutRightUntilTheWorkshopIsOver() {
        assertThat(EditingPolicy.correct(WORKSHOP, END.minusMillis(1))).isEqualTo(Verdict.allowed());
        assertThat(EditingPolicy.correct(WORKSHOP, END))
                .isEqualTo(Verdict.refused(RegistrationProblem.NOT_EDITABLE, "The workshop is over."));
    }
}
