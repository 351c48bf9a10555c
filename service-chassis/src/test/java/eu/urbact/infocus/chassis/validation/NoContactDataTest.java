package eu.urbact.infocus.chassis.validation;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NoContactDataTest {

    record Text(@NoContactData @NoMarkup String text) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask zebra.person@example.org",
                "Zebra Person, z@a.example.eu, office 5",
                "<z_1+x@a-b.pt>",
                "mailto:z@example.org",
                "Ωμέγα@παράδειγμα.ελ",
                "z＠example.org",
                "Call +351 912 345 678",
                "(+34) 944-23.45/67",
                "tel:+34944000000",
                "+ 49 (0) 69 1234 5678",
                "+49 69 1234567",
                "+33 1 23 45 67 89",
                "+49 (2041) 123456",
                "+351 912 345 678 (2016), +150 000 000 euro"
            })
    void a_mail_address_or_a_telephone_number_is_found(String text) {
        assertThat(NoContactData.Validator.isIn(text)).isTrue();
        assertThat(validator.validate(new Text(text))).singleElement().satisfies(violation -> assertThat(
                        violation.getMessage())
                .isEqualTo("must not hold a mail address or a telephone number, as everybody can read it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Eye@RIS3 entry",
                "Meet us @ Bilbao. It is fine.",
                "https://video.example/@cluster",
                "@cluster.example",
                "A+B 2014-2020, 100 000 000 euro",
                "grew by +12 000 000 euro",
                "jobs +150 (2014–2020)",
                "+1 200 (2014-2020)",
                "+1 200 000 ( 2016 )",
                "+150.000.000 €",
                "+150 000 000 euro",
                "+150 000 000,50 EUR",
                "C++ 11, 2017 2018 2019 2020",
                "350+ members, 1 200 000 000 in sales",
                "NACE 26 + 27 + 28 + 29 + 30 + 32"
            })
    void other_signs_and_numbers_are_none(String text) {
        assertThat(NoContactData.Validator.isIn(text)).isFalse();
        assertThat(validator.validate(new Text(text))).isEmpty();
    }

    @Test
    void a_long_text_is_searched_at_once() {
        assertThat(NoContactData.Validator.isIn("a@" + "a-".repeat(50_000) + "+1 ".repeat(50_000)))
                .isFalse();
        assertThat(NoContactData.Validator.isIn(null)).isFalse();
    }

    @Test
    void a_tag_is_no_text() {
        assertThat(validator.validate(new Text("<b>bold</b>"))).singleElement().satisfies(violation -> assertThat(
                        violation.getMessage())
                .isEqualTo("must be plain text without HTML tags"));
        assertThat(validator.validate(new Text("a <5 and b > 3"))).isEmpty();
        assertThat(validator.validate(new Text(null))).isEmpty();
    }
}
