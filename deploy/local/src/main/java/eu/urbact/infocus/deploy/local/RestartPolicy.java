package eu.urbact.infocus.deploy.local;

import java.time.Duration;
import java.time.Instant;

/**
 * When a part that died by itself is started again: at once the first time, later and later while it keeps dying, and at
 * once again after it had lived for a while. One instance per part; not thread safe.
 */
final class RestartPolicy {

    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    static final Duration STABLE_AFTER = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private int failures;
    private Instant lastAttempt = Instant.EPOCH;

    /** Whether a dead part should be started now. A yes counts as an attempt. */
    boolean shouldStart(Instant now) {
        if (now.isAfter(lastAttempt.plus(STABLE_AFTER))) {
            failures = 0;
        }
        if (now.isBefore(lastAttempt.plus(waitAfter(failures)))) {
            return false;
        }
        failures++;
        lastAttempt = now;
        return true;
    }

    /** How many times in a row it died. */
    int failures() {
        return failures;
    }

    private static Duration waitAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
