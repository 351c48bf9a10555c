package eu.urbact.infocus.portal.shell.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The business clock and its settings. */
class ClockProducerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void withoutSettingsItIsNow() {
        assertThat(clock(Map.of()).instant()).isCloseTo(now(), within(MINUTE));
    }

    @Test
    void startsWithTheProcessUnlessItIsToldSinceWhen() {
        Instant start = Instant.parse("2016-10-10T08:00:00Z");

        assertThat(clock(Map.of("infocus.clock.start", start.toString())).instant())
                .isCloseTo(start, within(MINUTE));
        assertThat(clock(Map.of(
                                "infocus.clock.start", start.toString(),
                                "infocus.clock.since",
                                        now().minus(Duration.ofDays(2)).toString()))
                        .instant())
                .isCloseTo(start.plus(Duration.ofDays(2)), within(MINUTE));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static Clock clock(Map<String, String> settings) {
        ClockConfig config = new SmallRyeConfigBuilder()
                .withMapping(ClockConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ClockConfig.class);
        return new ClockProducer().clock(config);
    }
}
