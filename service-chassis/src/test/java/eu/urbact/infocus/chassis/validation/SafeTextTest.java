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

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF})
    void marks_that_turn_the_direction_around_are_refused(int mark) {
        assertThat(validator.validate(new Paragraph("a" + Character.toString(mark) + "b")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x200D, 0x200F, 0x2060, 0x2064, 0x206A, 0x00AD})
    void other_marks_that_do_not_show_pass_among_letters(int mark) {
        assertThat(validator.validate(new Paragraph("a" + Character.toString(mark) + "b")))
                .isEmpty();
    }

    @Test
    void a_letter_that_shows_as_a_space_is_no_text() {
        for (int letter : new int[] {0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800}) {
            assertThat(SafeText.Validator.problem(Character.toString(letter), true))
                    .isEqualTo("must not be blank");
        }
    }

    @Test
    void a_beginning_that_is_refused_is_named() {
        assertThat(SafeText.Validator.problem(" @SUM(A1)", false)).isEqualTo("must not begin with = + - or @");
    }

    @Test
    void nothing_is_no_text_and_passes() {
        assertThat(validator.validate(new Line(null))).isEmpty();
    }
}
