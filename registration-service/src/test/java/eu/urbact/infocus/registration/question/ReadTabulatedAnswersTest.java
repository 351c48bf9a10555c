package eu.urbact.infocus.registration.question;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTabulatedAnswersTest {

    @Test
    void cells_become_what_the_form_sends() {
        assertThat(read(QuestionType.TEXT, "Two\nlines").given()).isEqualTo(Map.of("session-formats", "Two\nlines"));
        assertThat(read(QuestionType.CHOICE, "Talk", "Panel", "Talk").given())
                .isEqualTo(Map.of("session-formats", "Talk"));
        assertThat(read(QuestionType.DATE, "2016-11-24").given()).isEqualTo(Map.of("session-formats", "2016-11-24"));
        assertThat(read(QuestionType.YES_NO, "yes").given()).isEqualTo(Map.of("session-formats", true));
        assertThat(read(QuestionType.YES_NO, "No").given()).isEqualTo(Map.of("session-formats", false));
    }

    @Test
    void several_choices_are_told_apart_also_when_one_holds_what_stands_between_them() {
        String[] choices = {"Talk", "Talk; with slides", "with slides", "Walk"};
        assertThat(chosen("Talk; Walk", choices)).containsExactly("Talk", "Walk");
        assertThat(chosen("Walk;Talk", choices)).containsExactly("Walk", "Talk");
        assertThat(chosen("Talk; with slides; Walk", choices)).isSubsetOf((Object[]) choices);
        assertThat(chosen("Talk; with slides; with slides", choices))
                .containsExactly("Talk; with slides", "with slides");
    }

    @Test
    void what_the_form_would_not_take_is_named_by_its_column() {
        assertThat(errorOf(QuestionType.CHOICE, "Song", "Panel", "Talk")).isEqualTo("must be one of the choices");
        assertThat(errorOf(QuestionType.MULTI_CHOICE, "Talk; Song", "Panel", "Talk"))
                .isEqualTo("must be some of the choices, each once");
        assertThat(errorOf(QuestionType.MULTI_CHOICE, "Talk; Talk", "Panel", "Talk"))
                .isEqualTo("must be some of the choices, each once");
        assertThat(errorOf(QuestionType.YES_NO, "perhaps")).isEqualTo("must be answered with yes or no");
        assertThat(errorOf(QuestionType.DATE, "24.11.2016")).isEqualTo("must be a day such as 2016-11-24");
    }

    @Test
    void what_must_be_answered_may_be_open_and_is_named() {
        ReadTabulatedAnswers.Reading reading =
                ReadTabulatedAnswers.read(List.of(question(QuestionType.TEXT)), Map.of("answer_other", "x"));
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.given()).isEmpty();
        assertThat(reading.open()).containsExactly(new AnswerBook.Open("session-formats", "How?"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> chosen(String cell, String... choices) {
        return (List<Object>)
                read(QuestionType.MULTI_CHOICE, cell, choices).given().get("session-formats");
    }

    private static String errorOf(QuestionType type, String cell, String... choices) {
        return read(type, cell, choices).errors().get("answer_session_formats");
    }

    private static ReadTabulatedAnswers.Reading read(QuestionType type, String cell, String... choices) {
        return ReadTabulatedAnswers.read(List.of(question(type, choices)), Map.of("answer_session_formats", cell));
    }

    private static CallQuestion question(QuestionType type, String... choices) {
        return new CallQuestion(
                "session-formats",
                type,
                "How?",
                null,
                true,
                List.of(choices),
                "To plan.",
                30,
                QuestionMoment.APPLICATION,
                false);
    }
}
