package eu.urbact.infocus.deploy.acceptance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens in its own time: events, mails, restarts. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Eventually() {}

    /** Asks until the answer is as it should be; returns it. */
    static <T> T get(String what, Supplier<T> question, Predicate<T> asItShouldBe) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T last = null;
        RuntimeException failure = null;
        do {
            try {
                last = question.get();
                failure = null;
                if (asItShouldBe.test(last)) {
                    return last;
                }
            } catch (RuntimeException e) {
                failure = e;
            }
            LockSupport.parkNanos(PAUSE);
        } while (System.nanoTime() < end);
        throw new AssertionError("Not within " + PATIENCE + ": " + what + "; last: " + last, failure);
    }

    /** Waits until something is so. */
    static void so(String what, Supplier<Boolean> question) {
        Boolean unused = get(what, question, Boolean::booleanValue);
    }
}
