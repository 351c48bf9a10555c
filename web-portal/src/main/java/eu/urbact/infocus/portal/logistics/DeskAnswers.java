package eu.urbact.infocus.portal.logistics;

import java.util.function.UnaryOperator;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Answer;

/** What an organiser is shown when a service has said no, or nothing. */
final class DeskAnswers {

    private DeskAnswers() {}

    /**
     * The refusal in words; whoever may not do this at all gets the page that says so.
     *
     * @param zone the place's time that is meant
     */
    static FormErrors errors(Answer<?> answer, UnaryOperator<String> field, String zone) {
        if (!(answer instanceof Answer.Refused<?> refused)) {
            return FormErrors.general(
                    "It was not confirmed, because registration does not answer. Try again: nothing is done twice.");
        }
        if (refused.problem().status() == 401 || refused.problem().status() == 403) {
            answer.orThrow();
        }
        return Entered.explain(refused.problem(), field, zone);
    }
}
