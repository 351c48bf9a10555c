package eu.urbact.infocus.directory.matchmaking;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class LineTest {

    private static <T> CompletableFuture<T> beside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    @Test
    void one_works_some_wait_and_the_others_are_sent_away() throws Exception {
        Line line = new Line(1, Duration.ofMinutes(1));
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Optional<String>> first = beside(() -> line.inTurn(() -> {
            working.countDown();
            hold(end);
            return "first";
        }));
        working.await();
        CompletableFuture<Optional<String>> second = beside(() -> line.inTurn(() -> "second"));
        try {
            await().untilAsserted(() -> assertThat(line.waiting()).isEqualTo(1));
            assertThat(line.inTurn(() -> "third")).isEmpty();
            assertThat(second).isNotDone();
        } finally {
            end.countDown();
        }
        assertThat(first.get(10, TimeUnit.SECONDS)).contains("first");
        assertThat(second.get(10, TimeUnit.SECONDS)).contains("second");
        assertThat(line.inTurn(() -> "fourth")).contains("fourth");
    }

    @Test
    void nobody_waits_longer_than_patience_lasts_and_a_failure_ends_the_turn() {
        Line line = new Line(1, Duration.ofMillis(20));
        assertThat(line.inTurn(() -> beside(() -> line.inTurn(() -> "second")).join()))
                .contains(Optional.empty());
        assertThatThrownBy(() -> line.inTurn(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(line.inTurn(() -> "third")).contains("third");
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
