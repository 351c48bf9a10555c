package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

class KeptInputsTest {

    /** Writes nothing, and only when it is let. */
    private static final class Slow extends KeptInputs {

        private final Semaphore let = new Semaphore(0);
        private final AtomicInteger begun = new AtomicInteger();

        Slow() {
            super(null, null, null);
        }

        @Override
        void keep(MatchInputs inputs) {
            begun.incrementAndGet();
            let.acquireUninterruptibly();
        }
    }

    @Test
    void a_version_waits_once_however_many_are_shown_it_and_again_when_it_could_not_be_kept() {
        Slow kept = new Slow();
        try {
            for (int reader = 0; reader < 5; reader++) {
                kept.keepBeside(inputs(9));
                kept.keepBeside(inputs(10));
            }
            await().untilAsserted(() -> assertThat(kept.begun).hasValue(1));
            kept.let.release(2);
            await().untilAsserted(() -> assertThat(kept.let.availablePermits()).isZero());
            assertThat(kept.begun).hasValue(2);
            // not written: the next reader tries again
            kept.keepBeside(inputs(9));
            await().untilAsserted(() -> assertThat(kept.begun).hasValue(3));
            kept.let.release(2);
            await().untilAsserted(() -> assertThat(kept.let.availablePermits()).isOne());
        } finally {
            kept.stop();
        }
    }

    @Test
    void while_the_service_stops_readers_are_answered_and_nothing_is_kept() {
        Slow kept = new Slow();
        kept.stop();
        assertThatCode(() -> kept.keepBeside(inputs(9))).doesNotThrowAnyException();
        assertThat(kept.begun).hasValue(0);
    }

    private static MatchInputs inputs(long revision) {
        return new MatchInputs(
                revision, null, null, List.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());
    }
}
