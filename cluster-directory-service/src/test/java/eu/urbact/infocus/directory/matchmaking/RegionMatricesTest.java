package eu.urbact.infocus.directory.matchmaking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegionMatricesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.3, 0.00",
        "0.29, 0.3, 0.29",
        "0.294, 0.3, 0.29",
        "0.2951, 0.3, 0.295",
        "0.29991, 0.3, 0.2999",
        "0.299991, 0.3, 0.29999",
        "0.299999, 0.3, just below 0.30",
        "0.44999, 0.45, 0.44999",
        "0.5, 0.5001, 0.50",
        "0.3035, 0.304, 0.30",
        "0.3039999, 0.304, 0.30",
        "0.3049999, 0.305, 0.30",
        "0.2999999, 0.3, just below 0.30",
        "0.5000999, 0.5001, 0.50",
        "0.5050999, 0.5051, 0.505",
        "0.1234599, 0.12346, 0.12",
        "0.304999999, 0.305, 0.30"
    })
    void a_fit_that_is_not_enough_is_said_with_the_digits_that_show_it(double fit, double needed, String said) {
        assertThat(RegionMatrices.below(fit, needed)).isEqualTo(said);
    }
}
