package eu.urbact.infocus.event.programme.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.event.workshop.WorkshopFacts;

import static org.assertj.core.api.Assertions.assertThat;

class AnnouncedDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2018-10-30T10:00:00Z, 2018-10-31T00:00:00Z,     Europe/Lisbon,   2018-10-30, 2018-10-30",
        "2018-10-30T10:00:00Z, 2018-10-31T00:00:00.001Z, Europe/Lisbon,   2018-10-30, 2018-10-31",
        // clocks go from one back to midnight, which ends no day
        "2018-10-27T10:00:00Z, 2018-10-28T00:00:00Z,     Atlantic/Azores, 2018-10-27, 2018-10-27",
        "2018-10-27T10:00:00Z, 2018-10-28T01:00:00Z,     Atlantic/Azores, 2018-10-27, 2018-10-28",
        // and from midnight on to one, with which the day begins
        "2018-03-24T10:00:00Z, 2018-03-25T01:00:00Z,     Atlantic/Azores, 2018-03-24, 2018-03-24",
        "2016-11-23T12:30:00Z, 2016-11-25T14:00:00Z,     Europe/Berlin,   2016-11-23, 2016-11-25",
    })
    void oneThatEndsAtMidnightHasNoFurtherDay(
            Instant startsAt, Instant endsAt, ZoneId zone, LocalDate first, LocalDate last) {
        WorkshopFacts workshop = new WorkshopFacts(
                "s",
                "Series",
                "w",
                1,
                "Workshop",
                "Theme",
                "Summary",
                "porto",
                "Porto",
                "PT",
                zone,
                startsAt,
                endsAt,
                new WorkshopFacts.Details(null, List.of(), List.of(), List.of()));
        assertThat(WorkshopView.announcedDays(workshop))
                .extracting(WorkshopView.DayRef::date)
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(1)).toList());
    }
}
