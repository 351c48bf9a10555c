package eu.urbact.infocus.event.programme.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        WorkshopSummary workshop = new WorkshopSummary(
                UUID.randomUUID(),
                "w",
                "Workshop",
                "Theme",
                null,
                1,
                "porto",
                "Porto",
                "PT",
                startsAt.atZone(zone).toOffsetDateTime(),
                endsAt.atZone(zone).toOffsetDateTime(),
                zone.getId(),
                false,
                null);
        assertThat(WorkshopView.announcedDays(workshop))
                .extracting(WorkshopView.DayRef::date)
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(1)).toList());
    }
}
