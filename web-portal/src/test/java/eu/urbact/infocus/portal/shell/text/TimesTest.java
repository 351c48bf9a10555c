package eu.urbact.infocus.portal.shell.text;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    private static final String BERLIN = "Europe/Berlin";
    private static final Instant WINTER = Instant.parse("2016-11-24T08:15:00Z");

    @Test
    void alwaysWithZoneAndMachineReadable() {
        assertThat(Times.moment(WINTER, BERLIN).getValue())
                .isEqualTo("<time datetime=\"2016-11-24T09:15:00+01:00\">Thursday 24 November 2016, 09:15 CET</time>");
        assertThat(Times.brief(Instant.parse("2016-07-01T00:00:00Z"), BERLIN).getValue())
                .contains("1 Jul 2016, 02:00 CEST");
    }

    @Test
    void rangesOfDays() {
        assertThat(days("2016-11-23T12:30:00Z", "2016-11-25T13:00:00Z")).contains("23–25 November 2016");
        assertThat(days("2016-11-30T12:00:00Z", "2016-12-01T12:00:00Z")).contains("30 November – 1 December 2016");
        assertThat(days("2016-12-31T12:00:00Z", "2017-01-01T12:00:00Z")).contains("31 December 2016 – 1 January 2017");
        assertThat(days("2016-11-23T12:00:00Z", "2016-11-23T13:00:00Z")).contains(">23 November 2016<");
    }

    @Test
    void bothZonesAreNamedWhenClocksAreChangedInBetween() {
        assertThat(zones("2016-10-28T08:00:00Z", "2016-10-31T12:00:00Z")).isEqualTo("EEST, later EET");
        assertThat(zones("2016-10-28T08:00:00Z", "2016-10-29T12:00:00Z")).isEqualTo("EEST");
        assertThat(Times.zones(WINTER, null, BERLIN)).isEqualTo("CET");
    }

    private static String zones(String from, String to) {
        return Times.zones(Instant.parse(from), Instant.parse(to), "Europe/Bucharest");
    }

    @Test
    void nothingIsNothing() {
        assertThat(Times.moment(null, BERLIN).getValue()).isEmpty();
        assertThat(Times.span(null, null, BERLIN).getValue()).isEmpty();
        assertThat(Times.days(null, null, null).getValue()).isEmpty();
        assertThat(Times.day(null).getValue()).isEmpty();
        assertThat(Times.shortDay(LocalDate.parse("2016-11-24"))).isEqualTo("Thu 24 Nov");
    }

    private static String days(String from, String to) {
        return Times.days(Instant.parse(from), Instant.parse(to), BERLIN).getValue();
    }
}
