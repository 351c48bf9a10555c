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
        "0.5, 0.5001, just below 0.50"
    })
    void a_fit_that_is_not_enough_is_said_with_the_digits_that_show_it(double fit, double needed, String said) {
        assertThat(RegionMatrices.below(fit, needed)).isEqualTo(said);
    }
}
