package eu.urbact.infocus.portal.shell.services;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionTest {

    @ParameterizedTest
    @CsvSource({
        "To put tables together, To put tables together.",
        "'So that you eat. ', So that you eat.",
        "Why not?, Why not?",
        ", ''"
    })
    void whyItIsAskedIsASentence(String purpose, String why) {
        Question question = new Question("k", "TEXT", "L", null, false, List.of(), purpose, 60, "APPLICATION", false);
        assertThat(question.why()).isEqualTo(why);
    }
}
