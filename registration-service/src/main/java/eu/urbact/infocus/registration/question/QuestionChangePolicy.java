package eu.urbact.infocus.registration.question;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * What may be changed about a question that people have answered: its hint, whether it is asked and must be answered, but nothing that people
 * have answered to: neither its words, its kind and its choices, nor what the answers are for; and they are not kept for longer than people
 * were told. A slip in the words stays, or the question is retired and asked anew.
 */
final class QuestionChangePolicy {

    private QuestionChangePolicy() {}

    /** @param answers how many people have answered it */
    static Verdict change(CallQuestion before, CallQuestion after, long answers) {
        if (answers == 0) {
            return Verdict.allowed();
        }
        if (!before.label().equals(after.label())
                || !before.purpose().equals(after.purpose())
                || before.type() != after.type()
                || !before.choices().equals(after.choices())
                || before.moment() != after.moment()) {
            return refused(
                    before,
                    answers,
                    "its words, its purpose, its kind, its choices and its moment stay. Retire it and ask another one");
        }
        if (after.retentionDays() > before.retentionDays()) {
            return refused(
                    before,
                    answers,
                    "%s cannot be kept for longer than the %s that people were told"
                            .formatted(
                                    answers == 1 ? "it" : "they", Counted.of(before.retentionDays(), "day", "days")));
        }
        return Verdict.allowed();
    }

    static Verdict removal(CallQuestion question, long answers) {
        return answers == 0 ? Verdict.allowed() : refused(question, answers, "it cannot be removed. Retire it instead");
    }

    private static Verdict refused(CallQuestion question, long answers, String consequence) {
        return Verdict.refused(
                RegistrationProblem.QUESTION_ANSWERED,
                "The question “%s” has %d %s, so %s."
                        .formatted(question.label(), answers, answers == 1 ? "answer" : "answers", consequence));
    }
}
