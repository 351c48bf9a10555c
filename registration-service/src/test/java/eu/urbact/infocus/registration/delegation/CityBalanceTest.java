package eu.urbact.infocus.registration.delegation;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CityBalanceTest {

    private static final LocalDate DAY = LocalDate.parse("2016-11-04");

    /** Ten seats, three held (one of them kept), four invited of whom one has a seat, and one nominee without a decision. */
    private static CityBalance balance(int seats, boolean handedBack) {
        return CityBalance.of(new Object[] {"porto", "Porto", seats, 3, 4L, 5L, 1L, DAY, 1L, handedBack, 7L, 1L});
    }

    @Test
    void free_is_what_is_neither_held_nor_promised() {
        assertThat(balance(10, false)).isEqualTo(new CityBalance("porto", "Porto", 10, 3, 1, 4, 2, 5, 1, 4, DAY, 7));
    }

    @Test
    void after_the_hand_back_only_what_is_held_or_promised_is_the_citys() {
        assertThat(balance(10, true)).isEqualTo(new CityBalance("porto", "Porto", 6, 3, 1, 4, 2, 5, 1, 0, DAY, 7));
    }

    @Test
    void a_city_has_no_more_seats_than_there_are_and_never_fewer_than_none_free() {
        assertThat(balance(5, true)).isEqualTo(new CityBalance("porto", "Porto", 5, 3, 1, 4, 2, 5, 1, 0, DAY, 7));
        assertThat(balance(5, false)).isEqualTo(new CityBalance("porto", "Porto", 5, 3, 1, 4, 2, 5, 1, 0, DAY, 7));
    }
}
