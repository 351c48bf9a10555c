package eu.urbact.infocus.portal.shell.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of countries. */
class ChoicesTest {

    @Test
    void oneCountryIsSelected() {
        String options = Choices.countryOptions("BA").getValue();
        assertThat(options)
                .contains("<option value=\"BA\" selected>Bosnia &amp; Herzegovina</option>")
                .contains("<option value=\"DE\">Germany</option>")
                .containsOnlyOnce(" selected");
    }

    @Test
    void whatIsNoCountrySelectsNoneAndIsNotRepeated() {
        String none = Choices.countryOptions(null).getValue();
        assertThat(none).doesNotContain(" selected");
        assertThat(Choices.countryOptions("").getValue()).isEqualTo(none);
        assertThat(Choices.countryOptions("\"><script>").getValue()).isEqualTo(none);
    }
}
