package eu.urbact.infocus.registration.programmeview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

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

    private static final Instant HEARD = Instant.parse("2016-10-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2016-10-02T08:00:00Z");

    @Test
    void whatIsHeardOfForTheFirstTimeHasNotMoved() {
        Workshop workshop = new Workshop(UUID.randomUUID());
        assertThat(workshop.announce(said(workshop), HEARD)).isFalse();
        assertThat(workshop.changedAt()).isEqualTo(HEARD);
        assertThat(workshop.movedAt()).isEqualTo(HEARD);
    }

    @Test
    void whatIsSaidAgainIsNoChange() {
        Workshop workshop = heardOf();
        assertThat(workshop.announce(said(workshop), LATER)).isFalse();
        assertThat(workshop.changedAt()).isEqualTo(HEARD);
    }

    @ParameterizedTest
    @CsvSource({
        "porto, 2016-11-23T12:30:01Z, 2016-11-25T13:00:00Z, Europe/Berlin, House",
        "porto, 2016-11-23T12:30:00Z, 2016-11-25T13:00:01Z, Europe/Berlin, House",
        "porto, 2016-11-23T12:30:00Z, 2016-11-25T13:00:00Z, Europe/Paris, House",
        "bilbao, 2016-11-23T12:30:00Z, 2016-11-25T13:00:00Z, Europe/Berlin, House",
        "porto, 2016-11-23T12:30:00Z, 2016-11-25T13:00:00Z, Europe/Berlin, Hall",
        "porto, 2016-11-23T12:30:00Z, 2016-11-25T13:00:00Z, Europe/Berlin,"
    })
    void anotherTimeCityOrHouseIsAMove(String city, Instant startsAt, Instant endsAt, ZoneId zone, String venue) {
        Workshop workshop = heardOf();
        assertThat(workshop.announce(
                        new RememberWorkshop.Announcement(
                                workshop.id(), "w", "Workshop", city, startsAt, endsAt, zone, venue, "Street 1"),
                        LATER))
                .isTrue();
        assertThat(workshop.changedAt()).isEqualTo(LATER);
        boolean otherDays = !startsAt.equals(Instant.parse("2016-11-23T12:30:00Z"))
                || !endsAt.equals(Instant.parse("2016-11-25T13:00:00Z"))
                || !zone.equals(ZoneId.of("Europe/Berlin"));
        assertThat(workshop.movedAt()).isEqualTo(otherDays ? LATER : HEARD);
    }

    @Test
    void anotherAddressIsAMoveAndAHouseThatWasNotKnownYetIsNone() {
        Workshop workshop = heardOf();
        assertThat(workshop.announce(at(workshop, "House", "Street 2"), LATER)).isTrue();

        Workshop unhoused = new Workshop(UUID.randomUUID());
        unhoused.announce(at(unhoused, null, null), HEARD);
        assertThat(unhoused.announce(at(unhoused, "House", "Street 1"), LATER)).isFalse();
        assertThat(unhoused.changedAt()).isEqualTo(LATER);
        assertThat(unhoused.movedAt()).isEqualTo(HEARD);
    }

    @Test
    void anotherNameIsAChangeAndNoMove() {
        Workshop workshop = heardOf();
        assertThat(workshop.announce(named(workshop, "w", "Meeting"), LATER)).isFalse();
        assertThat(workshop.changedAt()).isEqualTo(LATER);
        Workshop other = heardOf();
        assertThat(other.announce(named(other, "v", "Workshop"), LATER)).isFalse();
        assertThat(other.changedAt()).isEqualTo(LATER);
        assertThat(other.movedAt()).isEqualTo(HEARD);
    }

    @Test
    void daysThatWereOverWhenTheyWereAnnouncedEraseNothingForTwoWeeks() {
        Instant end = Instant.parse("2016-11-25T13:00:00Z");
        Instant week = end.plus(Duration.ofDays(7));
        Duration kept = Duration.ofDays(7);
        assertThat(announcedAt(end.minusMillis(1)).erasedAfter(kept)).isEqualTo(week);
        assertThat(announcedAt(end).erasedAfter(kept)).isEqualTo(end.plus(Duration.ofDays(14)));
        assertThat(announcedAt(end).erasedAt(end)).isEqualTo(end.plus(Duration.ofDays(14)));
        assertThat(announcedAt(end).erasedAfter(Duration.ofDays(15))).isEqualTo(end.plus(Duration.ofDays(15)));
        assertThat(announcedAt(end.plus(Duration.ofDays(30))).erasedAfter(kept))
                .isEqualTo(end.plus(Duration.ofDays(44)));
        // a title that is put right afterwards is no slip in the days
        Workshop renamed = announcedAt(HEARD);
        renamed.announce(named(renamed, "w", "Meeting"), end);
        assertThat(renamed.erasedAfter(kept)).isEqualTo(week);
    }

    private static Workshop announcedAt(Instant moment) {
        Workshop workshop = new Workshop(UUID.randomUUID());
        workshop.announce(said(workshop), moment);
        return workshop;
    }

    private static Workshop heardOf() {
        Workshop workshop = new Workshop(UUID.randomUUID());
        workshop.announce(said(workshop), HEARD);
        return workshop;
    }

    private static RememberWorkshop.Announcement said(Workshop workshop) {
        return at(workshop, "House", "Street 1");
    }

    private static RememberWorkshop.Announcement at(Workshop workshop, String venue, String address) {
        return announced(workshop, "w", "Workshop", venue, address);
    }

    private static RememberWorkshop.Announcement named(Workshop workshop, String slug, String title) {
        return announced(workshop, slug, title, "House", "Street 1");
    }

    private static RememberWorkshop.Announcement announced(
            Workshop workshop, String slug, String title, String venue, String address) {
        return new RememberWorkshop.Announcement(
                workshop.id(),
                slug,
                title,
                "porto",
                Instant.parse("2016-11-23T12:30:00Z"),
                Instant.parse("2016-11-25T13:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                venue,
                address);
    }
}
