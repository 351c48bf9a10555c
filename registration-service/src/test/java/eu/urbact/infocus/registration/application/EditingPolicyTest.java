package eu.urbact.infocus.registration.application;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.WrittenCall;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class EditingPolicyTest {

    private static final Instant OPENS = Instant.parse("2016-09-26T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2016-11-04T17:00:00Z");

    private final CallForParticipation call = WrittenCall.open(OPENS, CLOSES);

    @Test
    void what_was_sent_in_is_changed_until_the_call_closes() {
        assertThat(EditingPolicy.edit(ApplicationState.SUBMITTED, call, CLOSES.minusMillis(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(EditingPolicy.edit(ApplicationState.SUBMITTED, call, CLOSES))
                .isEqualTo(Verdict.refused(RegistrationProblem.NOT_EDITABLE, "The call has closed."));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMITTED, The organisers have decided about the application.",
        "WAITLISTED, The organisers have decided about the application.",
        "OFFERED, The organisers have decided about the application.",
        "DECLINED, The organisers have decided about the application.",
        "WITHDRAWN, The application has been withdrawn."
    })
    void what_has_been_decided_or_withdrawn_is_not_changed(ApplicationState state, String why) {
        assertThat(EditingPolicy.edit(state, call, OPENS))
                .isEqualTo(Verdict.refused(RegistrationProblem.NOT_EDITABLE, why));
    }
}
