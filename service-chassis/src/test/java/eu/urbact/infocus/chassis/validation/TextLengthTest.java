package eu.urbact.infocus.chassis.validation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextLengthTest {

    @Test
    void counts_what_the_writer_counts() {
        assertThat(TextLength.of(null)).isZero();
        assertThat(TextLength.of("Zdeňka")).isEqualTo(6);
        assertThat(TextLength.of("a\r\nb")).isEqualTo(3);
        assertThat(TextLength.of("a\nb\rc")).isEqualTo(5);
        assertThat(TextLength.of("😀😀")).isEqualTo(2);
    }

    @Test
    void line_breaks_are_all_alike() {
        assertThat(LineEnds.plain("a\r\n\r\nb\rc\nd")).isEqualTo("a\n\nb\nc\nd");
        assertThat(LineEnds.plain("one line")).isEqualTo("one line");
    }
}
