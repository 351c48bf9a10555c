package eu.urbact.infocus.chassis.validation;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

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
                "李",
                "Müller, jun.",
                "J.-P."
            })
    void names_of_many_kinds_are_names(String name) {
        assertThat(problems(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "''t Hooft", "=1+1", "-Ana", "4na", "Ana <b>", "Ana\nEva", "' Ana"})
    void what_is_none_is_refused(String name) {
        assertThat(problems(name)).isEqualTo(1);
    }

    private static int problems(String name) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new Person(name)).size();
        }
    }
}
