package eu.urbact.infocus.chassis.validation;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeTextTest {

    record Line(@SafeText String text) {}

    record Paragraph(@SafeText(multiline = true) String text) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                " =1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "<b>",
                "a>b",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u001bb",
                "a\u007fb",
                "a\u2028b",
                "a\u202eb",
                "a\ud800b",
                "a\ufeffb",
                "\u00a0",
                "\u200b\u200b",
                "\u3164",
                "\uFE0F"
            })
    void a_line_refuses_what_does_harm(String text) {
        assertThat(validator.validate(new Line(text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Cluster & Co. (12th floor)", "R&D = growth", "“Zum Gemalten Haus”", "Łódź – Brno", "日本"})
    void a_line_takes_what_people_write(String text) {
        assertThat(validator.validate(new Line(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- one\n- two", "a\tb", "growth < 5 %", "=fine in a paragraph", "👍 yes"})
    void a_paragraph_takes_line_breaks_and_signs(String text) {
        assertThat(validator.validate(new Paragraph(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u202eb", "a\udc00b"})
    void a_paragraph_refuses_control_characters(String text) {
        assertThat(validator.validate(new Paragraph(text))).hasSize(1);
    }

    @Test
    void nothing_is_no_text_and_passes() {
        assertThat(validator.validate(new Line(null))).isEmpty();
    }
}
