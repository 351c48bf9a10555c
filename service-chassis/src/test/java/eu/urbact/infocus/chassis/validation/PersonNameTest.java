package eu.urbact.infocus.chassis.validation;

import java.time.Duration;
import java.util.List;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class PersonNameTest {

    private record Person(@PersonName String name) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ana",
                "'t Hooft",
                "’t Hooft",
                "‘Abd al-Raḥmān",
                "O'Brien",
                "D’Angelo",
                "d'Arc",
                "李",
                "Müller, jun.",
                "J.-P.",
                "J.-P. Dupont",
                "J.R.R. Tolkien",
                "J.R.R.Tolkien",
                "j.r.r. tolkien",
                "O.Brien",
                "J.-P.Dupont",
                "E\u0301.Dupont",
                "Ma. Luisa",
                "St. Pierre",
                "Dr.h.c. Meier",
                "Gal·la",
                "د.محمد",
                "Anna2",
                "Anna 123456",
                "Guest No. 7",
                "Www"
            })
    void names_of_many_kinds_are_names(String name) {
        assertThat(problems(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''t Hooft",
                "=1+1",
                "-Ana",
                "4na",
                "Ana 1234567",
                "Call 0 61 2 34 5",
                "Ana <b>",
                "Ana\nEva",
                "' Ana"
            })
    void what_is_none_is_refused(String name) {
        assertThat(problems(name))
                .containsExactly(
                        "must begin with a letter, and hold besides letters only spaces, apostrophes, hyphens, dots, commas and at most six digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "evil1.com",
                "e1.co",
                "x.y2",
                "Evil.com",
                "Evil.Com",
                "EVIL.COM",
                "Win your prize at www.evil.com",
                "Win, evil.com, now",
                "www.x",
                "Www.X.Y",
                "www.",
                "t.co",
                "T.co",
                "J.de Boer",
                "My-Evil.Com",
                "Evil-X.Com",
                "Evil--X.Com",
                "a.b.evil.com",
                "E.Vil.Com",
                "évil.com",
                "e\u0301vil.fr",
                "почта.рф",
                "St.Pierre",
                "Ma.Luisa",
                "Jean-P.Dupont"
            })
    void what_mail_programs_make_a_link_of_is_no_name(String name) {
        assertThat(problems(name))
                .containsExactly("must not look like an address on the web; write a space behind the dot");
    }

    @Test
    void the_longest_text_is_looked_through_quickly() {
        for (String part : List.of("a", "w", "a.", "-", "a-", "e\u0301", "W.")) {
            assertTimeout(Duration.ofSeconds(5), () -> assertThat(NoWebAddress.Validator.isIn(part.repeat(200_000)))
                    .as(part)
                    .isFalse());
        }
        assertThat(NoWebAddress.Validator.isIn(null)).isFalse();
    }

    private static List<String> problems(String name) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new Person(name)).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }
}
