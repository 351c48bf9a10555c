package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkshopTest {

    @ParameterizedTest
    @CsvSource({
        "2018-10-30T10:00:00Z, 2018-10-31T00:00:00Z,     Europe/Lisbon,    2018-10-30, 2018-10-30",
        "2018-10-30T10:00:00Z, 2018-10-31T00:00:00.001Z, Europe/Lisbon,    2018-10-30, 2018-10-31",
        "2018-10-30T10:00:00Z, 2018-10-31T01:00:00Z,     Atlantic/Azores,  2018-10-30, 2018-10-30",
        "2016-11-23T08:00:00Z, 2016-11-24T22:00:00Z,     Europe/Bucharest, 2016-11-23, 2016-11-24",
        // on this day midnight comes twice, and the day begins with the first
        "2018-10-27T10:00:00Z, 2018-10-28T00:00:00Z,     Atlantic/Azores,  2018-10-27, 2018-10-27",
        "2018-10-27T10:00:00Z, 2018-10-28T01:00:00Z,     Atlantic/Azores,  2018-10-27, 2018-10-28",
        // and on this one never: the day begins at one
        "2018-03-24T10:00:00Z, 2018-03-25T01:00:00Z,     Atlantic/Azores,  2018-03-24, 2018-03-24",
    })
    void oneThatEndsAtMidnightHasNoFurtherDay(
            Instant startsAt, Instant endsAt, ZoneId zone, LocalDate first, LocalDate last) {
        Workshop workshop = AnnouncedWorkshop.of(startsAt, endsAt, zone);
        assertThat(workshop.firstDay()).isEqualTo(first);
        assertThat(workshop.lastDay()).isEqualTo(last);
    }

    @Test
    void peopleLeaveAtMostOnTheDayAfterTheLast() {
        Workshop workshop = AnnouncedWorkshop.of(
                Instant.parse("2018-10-30T10:00:00Z"),
                Instant.parse("2018-10-31T00:00:00Z"),
                ZoneId.of("Europe/Lisbon"));
        assertThat(workshop.isAround(LocalDate.parse("2018-10-28"))).isFalse();
        assertThat(workshop.isAround(LocalDate.parse("2018-10-29"))).isTrue();
        assertThat(workshop.isAround(LocalDate.parse("2018-10-31"))).isTrue();
        assertThat(workshop.isAround(LocalDate.parse("2018-11-01"))).isFalse();
        assertThat(workshop.isNear(LocalDate.parse("2018-11-13"))).isTrue();
        assertThat(workshop.isNear(LocalDate.parse("2018-11-14"))).isFalse();
    }

    @Test
    void itIsOverFromItsVeryEnd() {
        Instant end = Instant.parse("2016-11-25T13:00:00Z");
        Workshop workshop = AnnouncedWorkshop.until(end);
        assertThat(workshop.isOver(end.minusMillis(1))).isFalse();
        assertThat(workshop.isOver(end)).isTrue();
        assertThat(workshop.isOver(end.plusMillis(1))).isTrue();
    }
}
