package eu.urbact.infocus.registration.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerSheetTest {

    private static final AnswerSheet.Asked NOW = asked("now", QuestionMoment.APPLICATION, false);
    private static final AnswerSheet.Asked LATE = asked("late", QuestionMoment.AFTER_ADMISSION, false);
    private static final AnswerSheet.Asked RETIRED = asked("retired", QuestionMoment.APPLICATION, true);
    private static final List<AnswerSheet.Asked> ALL = List.of(NOW, LATE, RETIRED);

    @Test
    void what_is_asked_at_this_moment_is_answered() {
        assertThat(AnswerSheet.of(ALL, QuestionMoment.APPLICATION, Map.of("now", "Yes.")))
                .isEqualTo(new AnswerSheet(Map.of(NOW, List.of("Yes.")), List.of()));
        assertThat(AnswerSheet.of(ALL, QuestionMoment.AFTER_ADMISSION, Map.of("late", "Yes.")))
                .isEqualTo(new AnswerSheet(Map.of(LATE, List.of("Yes.")), List.of()));
    }

    @Test
    void what_is_asked_at_another_moment_or_no_more_is_named() {
        assertThat(errorsOfAnsweringToo("late")).containsExactly(new FieldError("answers.late", "is not asked now"));
        assertThat(errorsOfAnsweringToo("retired"))
                .containsExactly(new FieldError("answers.retired", "is not asked now"));
    }

    @Test
    void what_nobody_asks_is_named_when_its_key_may_be_repeated() {
        assertThat(errorsOfAnsweringToo("other")).containsExactly(new FieldError("answers.other", "is not asked"));
        assertThat(errorsOfAnsweringToo("Ana Silva")).containsExactly(new FieldError("answers", "is not asked"));
    }

    private static List<FieldError> errorsOfAnsweringToo(String key) {
        return AnswerSheet.of(ALL, QuestionMoment.APPLICATION, Map.of("now", "a", key, "b"))
                .errors();
    }

    @Test
    void an_answer_that_does_not_fit_is_named() {
        AnswerSheet sheet = AnswerSheet.of(ALL, QuestionMoment.APPLICATION, Map.of("now", 7));
        assertThat(sheet.errors()).containsExactly(new FieldError("answers.now", "must be text"));
        assertThat(sheet.values()).isEmpty();
    }

    @Test
    void what_is_still_asked_is_kept_if_it_is_of_its_kind() {
        assertThat(AnswerSheet.stillAsked(
                        ALL, QuestionMoment.APPLICATION, Map.of("now", "a", "late", "b", "retired", "c", "other", "d")))
                .isEqualTo(Map.of("now", "a"));
        assertThat(AnswerSheet.stillAsked(ALL, QuestionMoment.APPLICATION, Map.of("now", true)))
                .isEmpty();
        assertThat(AnswerSheet.stillAsked(ALL, QuestionMoment.APPLICATION, Map.of()))
                .isEmpty();
    }

    private static AnswerSheet.Asked asked(String key, QuestionMoment moment, boolean retired) {
        return new AnswerSheet.Asked(
                UUID.randomUUID(),
                0,
                new CallQuestion(key, QuestionType.TEXT, key, null, false, List.of(), "To plan.", 30, moment, retired));
    }
}
