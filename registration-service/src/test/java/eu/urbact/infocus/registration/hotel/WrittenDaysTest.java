package eu.urbact.infocus.registration.hotel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2016-10-28, 28 October 2016",
        "2016-10-28 2016-10-29, 28 and 29 October 2016",
        "2016-10-30 2016-10-28 2016-10-29, '28, 29 and 30 October 2016'",
        "2016-10-31 2016-11-01, 31 October 2016 and 1 November 2016",
        "2016-10-30 2016-10-31 2016-11-01, '30, 31 October 2016 and 1 November 2016'",
        "2016-12-31 2017-01-01 2017-01-02, '31 December 2016, 1 and 2 January 2017'"
    })
    void days_are_written_as_in_a_sentence(String days, String written) {
        assertThat(WrittenDays.of(
                        Arrays.stream(days.split(" ")).map(LocalDate::parse).toList()))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource("''")
    void no_days_are_no_words(String nothing) {
        assertThat(WrittenDays.of(List.of())).isEqualTo(nothing);
    }
}
