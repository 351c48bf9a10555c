package eu.urbact.infocus.registration.question;

import java.time.Instant;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.EditingPolicy;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * What a person may answer: what came with the application as long as the application itself may be changed ({@link EditingPolicy}); with a
 * place, what is asked only then, until the workshop is over.
 */
final class AnsweringPolicy {

    private AnsweringPolicy() {}

    /** What may be answered at this instant, of a call for this workshop. */
    static Outcome<QuestionMoment> check(
            ApplicationState state, CallForParticipation call, Workshop workshop, Instant now) {
        if (state == ApplicationState.ADMITTED) {
            // nobody plans with an answer any more, and it would outlive the time for which such answers are kept
            return workshop.isOver(now)
                    ? Outcome.refused(RegistrationProblem.LOGISTICS_OVER, "The workshop is over.")
                    : Outcome.done(QuestionMoment.AFTER_ADMISSION);
        }
        if (EditingPolicy.edit(state, call, now) instanceof Verdict.Allowed) {
            return Outcome.done(QuestionMoment.APPLICATION);
        }
        return call.accepts(now) instanceof Verdict.Refused late && state == ApplicationState.SUBMITTED
                ? Outcome.refused(late)
                : Outcome.refused(
                        RegistrationProblem.NOT_ADMITTED,
                        "Answers are changed before the decision, or by people who have a place.");
    }
}
