package eu.urbact.infocus.portal.shell.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LengthsTest {

    private static final String TOO_LONG = "size must be between 0 and 1000";

    @Test
    void whatIsTooLongIsSaidWithBothNumbers() {
        assertThat(Lengths.plain(TOO_LONG, "x".repeat(1_234)))
                .isEqualTo("must be at most 1,000 characters long; you wrote 1,234");
        assertThat(Lengths.plain("Note", TOO_LONG, "x".repeat(1_234)))
                .isEqualTo("Note: must be at most 1,000 characters long; you wrote 1,234");
    }

    @Test
    void aLineBreakAndAnEmojiAreOneCharacterEach() {
        assertThat(Lengths.plain(TOO_LONG, "😀\r\n".repeat(600)))
                .isEqualTo("must be at most 1,000 characters long; you wrote 1,200");
    }

    @Test
    void whatWasEnteredIsNotMadeUp() {
        assertThat(Lengths.plain("Note", TOO_LONG, null)).isEqualTo("Note: must be at most 1,000 characters long");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(Lengths.plain("Given name", "must not be blank", "")).isEqualTo("Given name: must be filled in");
        assertThat(Lengths.plain("", "must not be null", null)).isEqualTo("must be filled in");
    }

    @Test
    void otherMessagesStay() {
        assertThat(Lengths.plain("Note", "is odd", "x")).isEqualTo("Note: is odd");
        assertThat(Lengths.plain("is odd", "x")).isEqualTo("is odd");
    }

    @Test
    void linesAreCountedAsLines() {
        assertThat(Lengths.lines("Choices", "size must be between 0 and 30"))
                .isEqualTo("Choices: must be at most 30 lines");
        assertThat(Lengths.lines("Choices", "must be at least two")).isEqualTo("Choices: must be at least two");
    }
}
