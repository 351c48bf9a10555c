package eu.urbact.infocus.directory.city;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoordinatesRuleTest {

    private static final String SWAPPED = "latitude and longitude are swapped: latitude (degrees north) comes first";

    @ParameterizedTest
    @CsvSource({
        "ES, 43.263013, -2.934985", // Bilbao
        "PL, 49.8225, 19.0444", // Bielsko-Biała
        "FR, 44.837789, -0.57918", // Bordeaux
        "RO, 44.4325, 26.103889", // Bucharest
        "DE, 50.1109, 8.6821", // Frankfurt
        "FR, 45.1885, 5.7245", // Grenoble
        "CZ, 49.8209, 18.2625", // Ostrava
        "ES, 40.0303, -6.0909", // Plasencia
        "PT, 41.157944, -8.629105", // Porto
        "IT, 45.0703, 7.6869", // Torino
        "CY, 35.1856, 33.3823", // Nicosia
        "PT, 37.7394, -25.6687", // Ponta Delgada
        "ES, 28.1248, -15.43", // Las Palmas
        "UA, 49.8397, 24.0297" // Lviv, of a country whose bounds are not known
    })
    void cities_lie_in_their_countries_and_swapping_is_noticed(String country, double latitude, double longitude) {
        assertThat(CoordinatesRule.violation(country, latitude, longitude)).isEmpty();
        assertThat(CoordinatesRule.violation(country, longitude, latitude)).hasValue(SWAPPED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "33.9, 10", "72.1, 10", "50, -25.1", "50, 33.1", "-43, -2", "90, 90", "NaN, 10", "50, Infinity"
    })
    void elsewhere_is_refused(double latitude, double longitude) {
        assertThat(CoordinatesRule.violation("UA", latitude, longitude))
                .hasValue("not in Europe: latitude must be 34.0 to 72.0 and longitude -25.0 to 33.0");
        assertThat(CoordinatesRule.violation("CY", latitude, longitude))
                .hasValue("not in CY: latitude must be 34.5 to 35.8 and longitude 32.2 to 34.7");
    }

    @Test
    void a_city_elsewhere_in_europe_is_refused_either_way_round() {
        String message = "not in PL: latitude must be 49.0 to 54.9 and longitude 14.1 to 24.2";
        assertThat(CoordinatesRule.violation("PL", 43.263013, -2.934985)).hasValue(message);
        assertThat(CoordinatesRule.violation("PL", -2.934985, 43.263013)).hasValue(message);
    }

    @Test
    void the_edges_belong_to_it() {
        assertThat(CoordinatesRule.violation("UA", 34, -25)).isEmpty();
        assertThat(CoordinatesRule.violation("UA", 72, 33)).isEmpty();
    }
}
