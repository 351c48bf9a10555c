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
    void whatEndsAtMidnightThereHasNoFurtherDay() {
        assertThat(days("2018-10-30T10:00:00Z", "2018-10-31T00:00:00Z", "Europe/Lisbon"))
                .isEqualTo("<time datetime=\"2018-10-30\">30 October 2018</time>");
        assertThat(days("2018-10-30T10:00:00Z", "2018-10-31T00:00:00.001Z", "Europe/Lisbon"))
                .contains("30–31 October 2018");
        // the same moment is eleven in the evening on the Azores, and one at night in Berlin
        assertThat(days("2018-10-30T10:00:00Z", "2018-10-31T00:00:00Z", "Atlantic/Azores"))
                .contains(">30 October 2018<");
        assertThat(days("2018-10-30T10:00:00Z", "2018-10-31T00:00:00Z", BERLIN)).contains("30–31 October 2018");
        assertThat(days("2018-10-30T10:00:00Z", "2018-10-31T01:00:00Z", "Atlantic/Azores"))
                .contains(">30 October 2018<");
        assertThat(days("2016-11-23T08:00:00Z", "2016-11-24T22:00:00Z", "Europe/Bucharest"))
                .contains("23–24 November 2016");
        assertThat(days("2016-11-23T08:00:00Z", "2016-11-23T08:00:00Z", BERLIN)).contains(">23 November 2016<");
    }

    @Test
    void aMidnightAtWhichClocksAreChangedIsOne() {
        // on the Azores clocks go from one back to midnight: the day begins with the first of both
        assertThat(days("2018-10-27T10:00:00Z", "2018-10-28T00:00:00Z", "Atlantic/Azores"))
                .contains(">27 October 2018<");
        assertThat(days("2018-10-27T10:00:00Z", "2018-10-28T01:00:00Z", "Atlantic/Azores"))
                .contains("27–28 October 2018");
        // and from midnight on to one: that day begins at one
        assertThat(days("2018-03-24T10:00:00Z", "2018-03-25T01:00:00Z", "Atlantic/Azores"))
                .contains(">24 March 2018<");
        // the day after it begins an hour earlier or later than the one before
        assertThat(days("2018-03-24T10:00:00Z", "2018-03-25T23:00:00Z", "Europe/Lisbon"))
                .contains("24–25 March 2018");
        assertThat(days("2018-10-27T10:00:00Z", "2018-10-29T00:00:00Z", "Europe/Lisbon"))
                .contains("27–28 October 2018");
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
        return days(from, to, BERLIN);
    }

    private static String days(String from, String to, String zone) {
        return Times.days(Instant.parse(from), Instant.parse(to), zone).getValue();
    }
}
