package eu.urbact.infocus.registration.question;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.AnnouncedWorkshop;

import static org.assertj.core.api.Assertions.assertThat;

class AnsweringPolicyTest {

    private static final Instant END = Instant.parse("2016-11-25T13:00:00Z");

    @Test
    void people_with_a_place_answer_until_the_workshop_is_over() {
        assertThat(withPlaceAt(END.minusMillis(1))).isEqualTo(Outcome.done(QuestionMoment.AFTER_ADMISSION));
        for (Instant late : new Instant[] {END, END.plusMillis(1)}) {
            assertThat(withPlaceAt(late))
                    .isEqualTo(Outcome.refused(RegistrationProblem.LOGISTICS_OVER, "The workshop is over."));
        }
    }

    /** Whatever the call says: it has closed long before. */
    private static Outcome<QuestionMoment> withPlaceAt(Instant now) {
        return AnsweringPolicy.check(ApplicationState.ADMITTED, null, AnnouncedWorkshop.until(END), now);
    }
}
