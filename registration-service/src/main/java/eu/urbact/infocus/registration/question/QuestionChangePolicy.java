package eu.urbact.infocus.registration.question;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * What may be changed about a question that people have answered: how it is worded and whether it is asked, but neither its kind nor its
 * choices, and the answers are not kept for longer than people were told.
 */
final class QuestionChangePolicy {

    private QuestionChangePolicy() {}

    /** @param answers how many people have answered it */
    static Verdict change(CallQuestion before, CallQuestion after, long answers) {
        if (answers == 0) {
            return Verdict.allowed();
        }
        if (before.type() != after.type()
                || !before.choices().equals(after.choices())
                || before.moment() != after.moment()) {
            return refused(before, answers, "its kind, its choices and its moment stay. Retire it and ask another one");
        }
        if (after.retentionDays() > before.retentionDays()) {
            return refused(
                    before,
                    answers,
                    "they cannot be kept for longer than the %d days that people were told"
                            .formatted(before.retentionDays()));
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
