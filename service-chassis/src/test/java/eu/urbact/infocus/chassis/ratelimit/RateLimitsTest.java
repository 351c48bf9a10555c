package eu.urbact.infocus.chassis.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitsTest {

    /** A watch that the test sets. */
    private static final class Watch implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }

        void pass(Duration time) {
            nanos += time.toNanos();
        }
    }

    private final RateLimits.Limit guesses = new RateLimits.Limit(
            "guesses", List.of("/links"), null, RateLimitConfig.Counted.NOT_FOUND, 3, Duration.ofMinutes(1));
    private final RateLimits.Limit writes = new RateLimits.Limit(
            "writes", List.of("/links/new"), "POST", RateLimitConfig.Counted.REQUESTS, 2, Duration.ofMinutes(1));
    private final Watch watch = new Watch();
    private final RateLimits limits = new RateLimits(List.of(guesses, writes), watch);

    @Test
    void a_request_falls_under_the_limits_of_its_path_and_method() {
        assertThat(limits.about("GET", "/links/new")).containsExactly(guesses);
        assertThat(limits.about("POST", "/links/new")).containsExactly(guesses, writes);
        assertThat(limits.about("GET", "/other")).isEmpty();
    }

    @Test
    void links_that_work_are_never_used_up() {
        for (int i = 0; i < 100; i++) {
            assertThat(limits.arrived(List.of(guesses), "a")).isEmpty();
        }
    }

    @Test
    void guesses_are_used_up_and_come_back_little_by_little() {
        for (int i = 0; i < 3; i++) {
            assertThat(guess("a")).isEmpty();
        }
        assertThat(guess("a")).hasValue(new RateLimits.Exceeded(guesses, Duration.ofSeconds(20)));
        watch.pass(Duration.ofSeconds(19));
        assertThat(guess("a")).hasValue(new RateLimits.Exceeded(guesses, Duration.ofSeconds(1)));
        watch.pass(Duration.ofSeconds(1));
        assertThat(guess("a")).isEmpty();
        assertThat(guess("a")).isPresent();
    }

    @Test
    void one_source_does_not_use_up_what_another_may_do() {
        for (int i = 0; i < 10; i++) {
            guess("a");
        }
        assertThat(guess("b")).isEmpty();
    }

    @Test
    void requests_are_used_up_whatever_the_answer() {
        assertThat(limits.arrived(List.of(writes), "a")).isEmpty();
        assertThat(limits.arrived(List.of(writes), "a")).isEmpty();
        assertThat(limits.arrived(List.of(writes), "a"))
                .hasValue(new RateLimits.Exceeded(writes, Duration.ofSeconds(30)));
    }

    @Test
    void a_request_that_finds_nothing_is_counted_once() {
        assertThat(limits.arrived(List.of(writes), "a")).isEmpty();
        limits.notFound(List.of(writes), "a");
        assertThat(limits.arrived(List.of(writes), "a")).isEmpty();
    }

    private Optional<RateLimits.Exceeded> guess(String source) {
        Optional<RateLimits.Exceeded> exceeded = limits.arrived(List.of(guesses), source);
        if (exceeded.isEmpty()) {
            limits.notFound(List.of(guesses), source);
        }
        return exceeded;
    }
}
