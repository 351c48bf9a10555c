package eu.urbact.infocus.directory.city;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoordinatesRuleTest {

    @ParameterizedTest
    @CsvSource({
        "43.263013, -2.934985", // Bilbao
        "49.8225, 19.0444", // Bielsko-Biała
        "44.837789, -0.57918", // Bordeaux
        "44.4325, 26.103889", // Bucharest
        "50.1109, 8.6821", // Frankfurt
        "45.1885, 5.7245", // Grenoble
        "49.8209, 18.2625", // Ostrava
        "40.0303, -6.0909", // Plasencia
        "41.157944, -8.629105", // Porto
        "45.0703, 7.6869" // Torino
    })
    void the_ten_cities_lie_in_europe_and_swapping_is_noticed(double latitude, double longitude) {
        assertThat(CoordinatesRule.violation(latitude, longitude)).isEmpty();
        assertThat(CoordinatesRule.violation(longitude, latitude))
                .get()
                .asString()
                .contains("swapped");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "33.9, 10", "72.1, 10", "50, -25.1", "50, 33.1", "-43, -2", "90, 90", "NaN, 10", "50, Infinity"
    })
    void elsewhere_is_refused(double latitude, double longitude) {
        assertThat(CoordinatesRule.violation(latitude, longitude))
                .get()
                .asString()
                .contains("not in Europe");
    }

    @Test
    void the_edges_belong_to_it() {
        assertThat(CoordinatesRule.violation(34, -25)).isEmpty();
        assertThat(CoordinatesRule.violation(72, 33)).isEmpty();
    }
}
