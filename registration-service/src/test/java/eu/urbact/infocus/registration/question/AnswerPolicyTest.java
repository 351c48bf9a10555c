package eu.urbact.infocus.registration.question;

import java.util.List;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerPolicyTest {

    @Test
    void text_is_stripped_and_limited_and_holds_no_control_characters() {
        assertThat(check(QuestionType.TEXT, " a <b>\nline ")).isEqualTo(fits("a <b>\nline"));
        assertThat(check(QuestionType.TEXT, "x".repeat(2_000))).isEqualTo(fits("x".repeat(2_000)));
        assertThat(check(QuestionType.TEXT, "x".repeat(2_001)))
                .isEqualTo(new AnswerPolicy.DoesNotFit("size must be between 0 and 2000"));
        assertThat(check(QuestionType.TEXT, "a\u0000")).isInstanceOf(AnswerPolicy.DoesNotFit.class);
        assertThat(check(QuestionType.TEXT, 7)).isInstanceOf(AnswerPolicy.DoesNotFit.class);
        assertThat(check(QuestionType.TEXT, List.of("a"))).isInstanceOf(AnswerPolicy.DoesNotFit.class);
    }

    @Test
    void a_choice_is_one_of_the_list() {
        assertThat(check(QuestionType.CHOICE, "Panel")).isEqualTo(fits("Panel"));
        assertThat(check(QuestionType.CHOICE, "panel")).isInstanceOf(AnswerPolicy.DoesNotFit.class);
        assertThat(check(QuestionType.CHOICE, List.of("Panel"))).isInstanceOf(AnswerPolicy.DoesNotFit.class);
    }

    @Test
    void several_choices_are_kept_in_the_order_of_the_list() {
        assertThat(check(QuestionType.MULTI_CHOICE, List.of("Talk", "Panel"))).isEqualTo(fits("Panel", "Talk"));
        assertThat(check(QuestionType.MULTI_CHOICE, List.of("Talk", "Talk")))
                .isInstanceOf(AnswerPolicy.DoesNotFit.class);
        assertThat(check(QuestionType.MULTI_CHOICE, List.of("Talk", "Walk")))
                .isInstanceOf(AnswerPolicy.DoesNotFit.class);
        assertThat(check(QuestionType.MULTI_CHOICE, List.of(1))).isInstanceOf(AnswerPolicy.DoesNotFit.class);
        assertThat(check(QuestionType.MULTI_CHOICE, "Talk")).isInstanceOf(AnswerPolicy.DoesNotFit.class);
    }

    @Test
    void yes_and_no_are_truth_values() {
        assertThat(check(QuestionType.YES_NO, true)).isEqualTo(fits("yes"));
        assertThat(check(QuestionType.YES_NO, false)).isEqualTo(fits("no"));
        assertThat(check(QuestionType.YES_NO, "yes")).isInstanceOf(AnswerPolicy.DoesNotFit.class);
    }

    @Test
    void a_day_is_a_day_of_the_calendar() {
        assertThat(check(QuestionType.DATE, "2016-11-24")).isEqualTo(fits("2016-11-24"));
        for (Object wrong : new Object[] {"24.11.2016", "2016-02-30", "2016-11-24T10:00", "9999-01-01", 20161124}) {
            assertThat(check(QuestionType.DATE, wrong)).as("%s", wrong).isInstanceOf(AnswerPolicy.DoesNotFit.class);
        }
    }

    @Test
    void a_day_is_one_of_two_centuries() {
        assertThat(check(QuestionType.DATE, "1900-01-01")).isEqualTo(fits("1900-01-01"));
        assertThat(check(QuestionType.DATE, "2099-12-31")).isEqualTo(fits("2099-12-31"));
        for (String wrong : List.of("1899-12-31", "2100-01-01")) {
            assertThat(check(QuestionType.DATE, wrong))
                    .isEqualTo(new AnswerPolicy.DoesNotFit("must be a day between 1900 and 2100"));
        }
    }

    @Test
    void nothing_is_an_answer_only_to_a_question_that_may_stay_open() {
        for (Object nothing : new Object[] {null, "", " \n", List.of()}) {
            assertThat(AnswerPolicy.check(question(QuestionType.TEXT, false), nothing))
                    .isEqualTo(new AnswerPolicy.Fits(List.of()));
            assertThat(AnswerPolicy.check(question(QuestionType.TEXT, true), nothing))
                    .isEqualTo(new AnswerPolicy.DoesNotFit("must be answered"));
        }
    }

    private static AnswerPolicy.Finding check(QuestionType type, Object given) {
        return AnswerPolicy.check(question(type, true), given);
    }

    private static AnswerPolicy.Fits fits(String... values) {
        return new AnswerPolicy.Fits(List.of(values));
    }

    private static CallQuestion question(QuestionType type, boolean required) {
        return new CallQuestion(
                "formats",
                type,
                "Formats",
                null,
                required,
                type.hasChoices() ? List.of("Panel", "Talk", "Table") : List.of(),
                "To plan.",
                30,
                QuestionMoment.APPLICATION,
                false);
    }
}
