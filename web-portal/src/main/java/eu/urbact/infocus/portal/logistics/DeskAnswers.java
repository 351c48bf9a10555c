package eu.urbact.infocus.portal.logistics;

import java.util.function.UnaryOperator;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Answer;

/** What an organiser is shown when a service has said no, or nothing. */
final class DeskAnswers {

    private DeskAnswers() {}

    /** For a form about something that a colleague has removed; it goes on as the form for something new. */
    static FormErrors removed(String what) {
        return FormErrors.general(what
                + " has been removed since you opened this page. Nothing was saved; your entries are below. If you save again, they"
                + " become a new one.");
    }

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
