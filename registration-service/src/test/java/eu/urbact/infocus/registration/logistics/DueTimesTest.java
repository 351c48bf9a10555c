package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.programmeview.AnnouncedWorkshop;
import eu.urbact.infocus.registration.programmeview.Workshop;

import static org.assertj.core.api.Assertions.assertThat;

class DueTimesTest {

    private static final Instant FREEZE = Instant.parse("2016-11-14T17:00:00Z");
    private static final Instant BEGIN = Instant.parse("2016-11-23T12:30:00Z");
    private static final Instant END = Instant.parse("2016-11-25T13:00:00Z");
    private static final Workshop WORKSHOP = AnnouncedWorkshop.of(BEGIN, END, ZoneId.of("Europe/Berlin"));

    @Test
    void people_are_asked_until_the_next_of_freeze_beginning_and_end() {
        assertThat(DueTimes.next(FREEZE.minusMillis(1), FREEZE, WORKSHOP)).isEqualTo(FREEZE);
        assertThat(DueTimes.next(FREEZE, FREEZE, WORKSHOP)).isEqualTo(BEGIN);
        assertThat(DueTimes.next(BEGIN.minusMillis(1), FREEZE, WORKSHOP)).isEqualTo(BEGIN);
        assertThat(DueTimes.next(BEGIN, FREEZE, WORKSHOP)).isEqualTo(END);
        assertThat(DueTimes.next(END, FREEZE, WORKSHOP)).isEqualTo(END);
    }

    @Test
    void where_nothing_is_frozen_they_are_asked_until_the_workshop_begins() {
        assertThat(DueTimes.next(FREEZE.minusMillis(1), null, WORKSHOP)).isEqualTo(BEGIN);
    }

    @Test
    void a_freeze_within_the_workshop_counts_and_one_after_its_end_does_not() {
        Instant within = BEGIN.plusSeconds(3600);
        assertThat(DueTimes.next(BEGIN, within, WORKSHOP)).isEqualTo(within);
        assertThat(DueTimes.next(BEGIN, END.plusMillis(1), WORKSHOP)).isEqualTo(END);
        assertThat(DueTimes.next(END, END.plusMillis(1), WORKSHOP)).isEqualTo(END);
    }
}
