package eu.urbact.infocus.portal.shell.services;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTest {

    @Test
    void theDetailGoesOnFromTheTitle() {
        assertThat(sentence("walk-in-known", "Somebody of this name has applied", "Search for the name."))
                .isEqualTo("Somebody of this name has applied. Search for the name.");
        assertThat(sentence("other", "Is that so?", "It is.")).isEqualTo("Is that so? It is.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A room is confirmed already | A room is confirmed already. Cancel it first.",
                "Seats would be handed back at once | The seats of Porto would be handed back at once: their day has come.",
                "No request is needed yet | No request is needed yet: change it yourself."
            })
    void nothingIsSaidTwice(String title, String detail) {
        assertThat(sentence("other", title, detail)).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid", "malformed", "precondition-required"})
    void aPersonIsToldOfNoRequest(String code) {
        assertThat(sentence(code, "The request has invalid values", "One field needs attention."))
                .isEqualTo("One field needs attention.");
        assertThat(sentence(code, "The request has invalid values", null)).isEqualTo("The request has invalid values");
    }

    @Test
    void oneOfThemIsEnough() {
        assertThat(sentence("other", "The room is full", " ")).isEqualTo("The room is full");
        assertThat(sentence("other", null, "50 of 50.")).isEqualTo("50 of 50.");
        assertThat(sentence("other", null, null)).isEmpty();
        assertThat(Problem.ofStatus(409).sentence()).isEmpty();
    }

    private static String sentence(String code, String title, String detail) {
        return new Problem("urn:infocus:problem:" + code, title, 409, detail, List.of()).sentence();
    }
}
