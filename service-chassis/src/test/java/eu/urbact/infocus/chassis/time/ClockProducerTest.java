package eu.urbact.infocus.chassis.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClockProducerTest {

    private static final Instant START = Instant.parse("2016-10-10T08:00:00Z");

    @Test
    void without_settings_it_shows_the_real_time() {
        assertThat(clock(null, null).instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void with_a_start_it_goes_on_from_there() {
        assertThat(clock(START, null).instant()).isCloseTo(START, within(1, ChronoUnit.MINUTES));
    }

    @Test
    void processes_that_share_the_real_instant_of_the_start_show_the_same_time() {
        Instant since = Instant.now().minusSeconds(3600);
        assertThat(clock(START, since).instant()).isCloseTo(START.plusSeconds(3600), within(1, ChronoUnit.MINUTES));
    }

    private static Clock clock(Instant start, Instant since) {
        return new ClockProducer().clock(new ClockConfig() {
            @Override
            public Optional<Instant> start() {
                return Optional.ofNullable(start);
            }

            @Override
            public Optional<Instant> since() {
                return Optional.ofNullable(since);
            }
        });
    }
}
