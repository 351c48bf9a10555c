package eu.urbact.infocus.chassis.validation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextRulesTest {

    private static final String TAG = "must be plain text, without codes such as <b>";

    @Test
    void the_first_rule_that_is_broken_says_why() {
        assertThat(TextRules.problem("Light, <5 nm.\nAnd more.", true)).isNull();
        assertThat(TextRules.problem("Light\u0007 <b>", true))
                .isEqualTo("must not hold characters that cannot be shown");
        assertThat(TextRules.problem("<b>Light</b>", true)).isEqualTo(TAG);
        assertThat(TextRules.problem("<b>Light</b>", false))
                .isEqualTo("must be one line of plain text, without <, > and characters that cannot be shown");
        assertThat(TextRules.problem("ana@example.org", true)).isNull();
    }

    @Test
    void what_everybody_reads_holds_no_address_and_the_message_says_what_to_do_instead() {
        assertThat(TextRules.problemOfPublished("Light", false, "ask us")).isNull();
        assertThat(TextRules.problemOfPublished("Light of ana@example.org", false, "ask us"))
                .isEqualTo("must not hold a mail address or a telephone number, as everybody can read it; ask us");
        assertThat(TextRules.problemOfPublished("<b>ana@example.org</b>", true, "ask us"))
                .isEqualTo(TAG);
    }
}
