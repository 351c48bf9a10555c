package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Parting workshops by a moment. */
class AgendaTest {

    private static final Workshop SPRING = workshop("spring", "2016-04-01T08:00:00Z", "2016-04-02T16:00:00Z");
    private static final Workshop SUMMER = workshop("summer", "2016-06-01T08:00:00Z", "2016-06-02T16:00:00Z");
    private static final Workshop WINTER = workshop("winter", "2016-12-01T08:00:00Z", null);
    private static final Workshop OPEN = workshop("open", null, null);

    @Test
    void runningIsNextUntilItsEnd() {
        assertThat(at("2016-06-02T15:59:59Z").next()).isEqualTo(SUMMER);
        assertThat(at("2016-06-02T16:00:00Z").next()).isEqualTo(WINTER);
    }

    @Test
    void nearestAndLatestFirstWithoutDatesLast() {
        assertThat(at("2016-07-01T00:00:00Z")).isEqualTo(new Agenda(List.of(WINTER, OPEN), List.of(SUMMER, SPRING)));
        assertThat(at("2017-07-01T00:00:00Z").next()).isEqualTo(OPEN);
    }

    private static Agenda at(String now) {
        return Agenda.of(new Page<>(List.of(OPEN, WINTER, SPRING, SUMMER), 0, 50, 4), Instant.parse(now));
    }

    private static Workshop workshop(String slug, String from, String to) {
        return new Workshop(
                slug,
                slug,
                slug,
                null,
                null,
                null,
                null,
                null,
                from == null ? null : Instant.parse(from),
                to == null ? null : Instant.parse(to),
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
