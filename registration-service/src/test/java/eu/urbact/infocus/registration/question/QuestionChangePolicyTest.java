package eu.urbact.infocus.registration.question;

import java.util.List;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionChangePolicyTest {

    private static final CallQuestion BEFORE =
            question("Label", "Purpose", QuestionType.CHOICE, List.of("a", "b"), QuestionMoment.APPLICATION, 30);

    private static final List<CallQuestion> OTHERS = List.of(
            question("Other", "Purpose", QuestionType.CHOICE, List.of("a", "b"), QuestionMoment.APPLICATION, 30),
            question("Label", "Other", QuestionType.CHOICE, List.of("a", "b"), QuestionMoment.APPLICATION, 30),
            question("Label", "Purpose", QuestionType.MULTI_CHOICE, List.of("a", "b"), QuestionMoment.APPLICATION, 30),
            question("Label", "Purpose", QuestionType.CHOICE, List.of("a", "b", "c"), QuestionMoment.APPLICATION, 30),
            question("Label", "Purpose", QuestionType.CHOICE, List.of("a", "b"), QuestionMoment.AFTER_ADMISSION, 30));

    @Test
    void nothing_that_people_have_answered_to_changes() {
        for (CallQuestion after : OTHERS) {
            assertThat(QuestionChangePolicy.change(BEFORE, after, 1))
                    .as(after.toString())
                    .isEqualTo(
                            refused(
                                    "The question “Label” has 1 answer, so its words, its purpose, its kind, its choices and its moment stay. Retire it and ask another one."));
        }
    }

    @Test
    void answers_are_not_kept_for_longer_than_people_were_told() {
        assertThat(QuestionChangePolicy.change(BEFORE, kept(31), 1))
                .isEqualTo(
                        refused(
                                "The question “Label” has 1 answer, so it cannot be kept for longer than the 30 days that people were told."));
        assertThat(QuestionChangePolicy.change(kept(1), kept(2), 2))
                .isEqualTo(
                        refused(
                                "The question “Label” has 2 answers, so they cannot be kept for longer than the 1 day that people were told."));
        assertThat(QuestionChangePolicy.change(BEFORE, kept(30), 1)).isEqualTo(Verdict.allowed());
        assertThat(QuestionChangePolicy.change(BEFORE, kept(29), 1)).isEqualTo(Verdict.allowed());
    }

    @Test
    void a_question_without_answers_changes_and_goes_freely() {
        for (CallQuestion after : OTHERS) {
            assertThat(QuestionChangePolicy.change(BEFORE, after, 0))
                    .as(after.toString())
                    .isEqualTo(Verdict.allowed());
        }
        assertThat(QuestionChangePolicy.change(BEFORE, kept(31), 0)).isEqualTo(Verdict.allowed());
        assertThat(QuestionChangePolicy.removal(BEFORE, 0)).isEqualTo(Verdict.allowed());
    }

    @Test
    void a_question_with_answers_is_not_removed() {
        assertThat(QuestionChangePolicy.removal(BEFORE, 1))
                .isEqualTo(refused("The question “Label” has 1 answer, so it cannot be removed. Retire it instead."));
    }

    private static CallQuestion kept(int days) {
        return question("Label", "Purpose", QuestionType.CHOICE, List.of("a", "b"), QuestionMoment.APPLICATION, days);
    }

    private static CallQuestion question(
            String label,
            String purpose,
            QuestionType type,
            List<String> choices,
            QuestionMoment moment,
            int retentionDays) {
        return new CallQuestion("key", type, label, null, false, choices, purpose, retentionDays, moment, false);
    }

    private static Verdict refused(String detail) {
        return Verdict.refused(RegistrationProblem.QUESTION_ANSWERED, detail);
    }
}
