package eu.urbact.infocus.registration.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RetentionSchedule schedule =
            new RetentionSchedule(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(180));

    @Test
    void days_are_counted_from_midnight_after_the_last_day_at_the_venue() {
        LocalDate last = LocalDate.parse("2016-11-25");
        assertThat(schedule.dueAt(Retention.LOGISTICS, last, BERLIN)).isEqualTo("2016-12-25T23:00:00Z");
        assertThat(schedule.dueAt(Retention.DECISION, last, BERLIN)).isEqualTo("2017-02-23T23:00:00Z");
        assertThat(schedule.dueAt(Retention.EVIDENCE, last, BERLIN)).isEqualTo("2017-05-24T23:00:00Z");
    }

    @Test
    void due_is_due_to_the_second() {
        LocalDate last = LocalDate.parse("2016-11-25");
        assertThat(schedule.due(last, BERLIN, Instant.parse("2016-12-25T22:59:59Z")))
                .isEmpty();
        assertThat(schedule.due(last, BERLIN, Instant.parse("2016-12-25T23:00:00Z")))
                .containsExactly(Retention.LOGISTICS);
        assertThat(schedule.due(last, BERLIN, Instant.parse("2017-05-24T22:59:59Z")))
                .containsExactly(Retention.LOGISTICS, Retention.DECISION);
        assertThat(schedule.due(last, BERLIN, Instant.parse("2017-05-24T23:00:00Z")))
                .containsExactly(Retention.values());
    }

    @Test
    void nothing_is_kept_longer_than_the_person() {
        Duration month = Duration.ofDays(30);
        Duration week = Duration.ofDays(7);
        assertThatThrownBy(() -> new RetentionSchedule(month, week, week)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionSchedule(week, month, week)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionSchedule(week, week.negated(), week))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new RetentionSchedule(week, week, week).keptFor(Retention.DECISION))
                .isEqualTo(week);
    }
}
