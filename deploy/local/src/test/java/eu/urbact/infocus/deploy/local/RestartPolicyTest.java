package eu.urbact.infocus.deploy.local;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestartPolicyTest {

    private static final Instant START = Instant.parse("2016-10-10T08:00:00Z");

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void theFirstRestartIsImmediate() {
        assertThat(policy.shouldStart(START)).isTrue();
        assertThat(policy.failures()).isEqualTo(1);
    }

    @Test
    void waitsLongerTheMoreOftenItDiesButNeverLongerThanTheLongestWait() {
        Instant now = START;
        assertThat(policy.shouldStart(now)).isTrue();
        Duration last = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            Instant attempt = now;
            while (!policy.shouldStart(now)) {
                now = now.plusMillis(100);
            }
            Duration waited = Duration.between(attempt, now);
            assertThat(waited).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(RestartPolicy.LONGEST_WAIT);
            last = waited;
        }
        assertThat(last).isEqualTo(RestartPolicy.LONGEST_WAIT);
    }

    @Test
    void aLifeThatWasLongEnoughIsForgiven() {
        assertThat(policy.shouldStart(START)).isTrue();
        assertThat(policy.shouldStart(START.plusMillis(1))).isFalse();
        Instant later = START.plus(RestartPolicy.STABLE_AFTER).plusSeconds(1);
        assertThat(policy.shouldStart(later)).isTrue();
        assertThat(policy.failures()).isEqualTo(1);
    }
}
