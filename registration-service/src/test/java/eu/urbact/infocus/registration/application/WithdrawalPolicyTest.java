package eu.urbact.infocus.registration.application;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void nobodyWhoHasComeGivesThePlaceUpOrLosesIt() {
        Instant lastMoment = END.minusMillis(1);
        assertThat(WithdrawalPolicy.withdraw(ApplicationState.ADMITTED, true, WORKSHOP, lastMoment))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.NOT_WITHDRAWABLE, "You have been checked in at the workshop."));
        assertThat(WithdrawalPolicy.takePlace(RegistrationProblem.DECISION_NOT_POSSIBLE, true, WORKSHOP, lastMoment))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.DECISION_NOT_POSSIBLE, "The person has been checked in at the workshop."));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, true",
        "ADMITTED, true",
        "WAITLISTED, true",
        "OFFERED, true",
        "DECLINED, false",
        "WITHDRAWN, false"
    })
    void onlyALiveApplicationIsWithdrawn(ApplicationState state, boolean possible) {
        assertThat(WithdrawalPolicy.withdraw(state, false, WORKSHOP, END.minusMillis(1)))
                .isEqualTo(
                        possible
                                ? Verdict.allowed()
                                : Verdict.refused(
                                        RegistrationProblem.NOT_WITHDRAWABLE,
                                        "The application has been "
                                                + (state == ApplicationState.DECLINED ? "declined." : "withdrawn.")));
    }

    @Test
    void organisersEnterAWithdrawalAsLongAsThePersonCouldWithdraw() {
        Instant lastMoment = END.minusMillis(1);
        assertThat(WithdrawalPolicy.withdrawFor(ApplicationState.WAITLISTED, false, WORKSHOP, lastMoment))
                .isEqualTo(Verdict.allowed());
        assertThat(WithdrawalPolicy.withdrawFor(ApplicationState.WAITLISTED, false, WORKSHOP, END))
                .isEqualTo(Verdict.refused(RegistrationProblem.NOT_WITHDRAWABLE, "The workshop is over."));
        assertThat(WithdrawalPolicy.withdrawFor(ApplicationState.ADMITTED, true, WORKSHOP, lastMoment))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.NOT_WITHDRAWABLE, "The person has been checked in at the workshop."));
        assertThat(WithdrawalPolicy.withdrawFor(ApplicationState.WITHDRAWN, false, WORKSHOP, lastMoment))
                .isEqualTo(
                        Verdict.refused(RegistrationProblem.NOT_WITHDRAWABLE, "The application has been withdrawn."));
    }

    @Test
    void aWithdrawalIsTakenBackUntilTheWorkshopIsOver() {
        assertThat(WithdrawalPolicy.takeBack(
                        ApplicationState.WITHDRAWN, false, false, false, WORKSHOP, END.minusMillis(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(WithdrawalPolicy.takeBack(ApplicationState.WITHDRAWN, false, false, false, WORKSHOP, END))
                .isEqualTo(Verdict.refused(RegistrationProblem.WITHDRAWAL_STANDS, "The workshop is over."));
    }

    @Test
    void nameAndOrganisationArePutRightUntilTheWorkshopIsOver() {
        assertThat(EditingPolicy.correct(WORKSHOP, END.minusMillis(1))).isEqualTo(Verdict.allowed());
        assertThat(EditingPolicy.correct(WORKSHOP, END))
                .isEqualTo(Verdict.refused(RegistrationProblem.NOT_EDITABLE, "The workshop is over."));
    }
}
