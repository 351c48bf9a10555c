package eu.urbact.infocus.registration.question;

import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * What a person may answer: what came with the application as long as nobody has decided and the call is open, so that everybody is compared
 * by what they had said at the same moment; with a place, what is asked only then.
 */
final class AnsweringPolicy {

    private AnsweringPolicy() {}

    static Outcome<QuestionMoment> check(ApplicationState state, CallForParticipation call, Instant now) {
        return switch (state) {
            case ADMITTED -> Outcome.done(QuestionMoment.AFTER_ADMISSION);
            case SUBMITTED ->
                call.accepts(now) instanceof Verdict.Refused refused
                        ? Outcome.refused(refused)
                        : Outcome.done(QuestionMoment.APPLICATION);
            default ->
                Outcome.refused(
                        RegistrationProblem.NOT_ADMITTED,
                        "Answers are changed before the decision, or by people who have a place.");
        };
    }
}
