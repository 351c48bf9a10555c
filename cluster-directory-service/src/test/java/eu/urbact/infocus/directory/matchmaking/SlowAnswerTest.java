package eu.urbact.infocus.directory.matchmaking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class SlowAnswerTest {

    private static final Duration NONE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SlowAnswer<String> answer = new SlowAnswer<>("test", SlowAnswerTest::number);
    private final List<String> computed = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        answer.close();
    }

    private SlowAnswer.Computation<String> at(String version) {
        return outdated -> {
            computed.add(version);
            return version;
        };
    }

    private SlowAnswer.Computation<String> at(String version, CountDownLatch gate) {
        return outdated -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return at(version).compute(outdated);
        };
    }

    private static long number(String version) {
        return List.of("none", "one", "two", "three", "four", "five").indexOf(version);
    }

    @Test
    void each_version_is_computed_once_however_many_ask() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        CyclicBarrier together = new CyclicBarrier(8);
        List<Future<String>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(many.submit(() -> {
                together.await();
                return answer.get(1, at("one"), LONG, LONG).orElseThrow();
            }));
        }
        for (Future<String> one : asked) {
            assertThat(one.get()).isEqualTo("one");
        }
        many.shutdown();
        assertThat(answer.get(1, at("again"), LONG, LONG)).contains("one");
        assertThat(computed).containsExactly("one");
    }

    @Test
    void the_one_before_is_given_until_the_new_one_is_there() {
        assertThat(answer.get(1, at("one"), LONG, LONG)).contains("one");
        CountDownLatch gate = new CountDownLatch(1);
        assertThat(answer.get(2, at("two", gate), NONE, LONG)).contains("one");
        assertThat(answer.get(2, at("never"), NONE, LONG)).contains("one");
        gate.countDown();
        assertThat(answer.get(2, at("never"), LONG, LONG)).contains("two");
        assertThat(answer.get(1, at("never"), LONG, LONG))
                .as("who has read an older revision")
                .contains("two");
        assertThat(computed).containsExactly("one", "two");
    }

    @Test
    void without_one_before_there_is_none_in_time() {
        CountDownLatch gate = new CountDownLatch(1);
        assertThat(answer.get(1, at("one", gate), LONG, NONE)).isEmpty();
        gate.countDown();
        assertThat(answer.get(1, at("never"), LONG, LONG)).contains("one");
    }

    @Test
    void versions_that_come_faster_than_answers_are_left_out() {
        CountDownLatch gate = new CountDownLatch(1);
        answer.prepare(1, at("one", gate));
        answer.prepare(2, at("two"));
        answer.prepare(3, at("three"));
        gate.countDown();
        assertThat(answer.get(3, at("never"), LONG, LONG)).contains("three");
        assertThat(computed).containsExactly("one", "three");
        answer.prepare(3, at("never"));
        assertThat(answer.get(3, at("never"), LONG, LONG)).contains("three");
        assertThat(computed).hasSize(2);
    }

    @Test
    void what_fails_takes_the_one_before_not_away_and_the_next_reader_tries_again() {
        assertThat(answer.get(1, at("one"), LONG, LONG)).contains("one");
        assertThat(answer.get(2, this::broken, LONG, LONG)).contains("one");
        assertThat(answer.get(1, at("never"), NONE, LONG)).contains("one");
        assertThat(answer.get(2, at("two"), LONG, LONG)).contains("two");
        assertThat(computed).containsExactly("one", "broken", "two");
    }

    @Test
    void without_one_before_a_failure_is_told() {
        assertThatThrownBy(() -> answer.get(1, this::broken, LONG, LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("broken");
        assertThat(answer.get(1, at("one"), LONG, LONG)).contains("one");
    }

    @Test
    void what_has_failed_is_not_prepared_again_and_again() {
        assertThat(answer.get(1, at("one"), LONG, LONG)).contains("one");
        assertThat(answer.get(2, this::broken, LONG, LONG)).contains("one");
        answer.prepare(2, at("never"));
        assertThat(answer.get(3, at("three"), LONG, LONG)).contains("three");
        assertThat(computed).containsExactly("one", "broken", "three");
    }

    @Test
    void a_newer_version_stops_what_is_computed_once_and_the_last_one_is_the_answer() throws Exception {
        AtomicLong newest = new AtomicLong(1);
        AtomicInteger held = new AtomicInteger();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Semaphore begun = new Semaphore(0);
        CountDownLatch gate = new CountDownLatch(1);
        try (SlowAnswer<Long> numbers = new SlowAnswer<>("numbers", number -> number)) {
            SlowAnswer.Computation<Long> computation = outdated -> {
                assertThat(held.incrementAndGet()).as("computed at once").isEqualTo(1);
                long version = newest.get();
                begun.release();
                try {
                    while (gate.getCount() > 0) {
                        if (outdated.getAsBoolean()) {
                            seen.add("stopped " + version);
                            throw new CancellationException();
                        }
                        gate.await(1, TimeUnit.MILLISECONDS);
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    held.decrementAndGet();
                }
                seen.add("done " + version);
                return version;
            };
            numbers.prepare(1, computation);
            begun.acquire();
            ExecutorService reader = Executors.newSingleThreadExecutor();
            Future<Long> waits =
                    reader.submit(() -> numbers.get(1, computation, LONG, LONG).orElseThrow());
            newest.set(2);
            numbers.prepare(2, computation);
            begun.acquire();
            for (long version = 3; version <= 50; version++) {
                newest.set(version);
                numbers.prepare(version, computation);
                assertThat(numbers.get(version, computation, NONE, NONE)).isEmpty();
            }
            gate.countDown();
            assertThat(numbers.get(50, computation, LONG, LONG)).contains(50L);
            assertThat(waits.get()).as("who asked for what was stopped").isGreaterThanOrEqualTo(2);
            reader.shutdown();
            assertThat(seen)
                    .as("what has started over is not stopped again; what waits takes the newest")
                    .containsExactly("stopped 1", "done 2", "done 50");
        }
    }

    @Test
    void an_answer_that_is_newer_than_was_asked_for_is_computed_once() {
        CountDownLatch gate = new CountDownLatch(1);
        answer.prepare(1, at("three", gate));
        answer.prepare(3, at("never"));
        gate.countDown();
        assertThat(answer.get(3, at("never"), LONG, LONG)).contains("three");
        assertThat(answer.get(2, at("never"), NONE, NONE)).contains("three");
        assertThat(computed).containsExactly("three");

        // nothing has started over, so what comes next can be stopped
        answer.prepare(4, outdated -> {
            while (!outdated.getAsBoolean()) {
                Thread.onSpinWait();
            }
            computed.add("stopped");
            throw new CancellationException();
        });
        answer.prepare(5, at("five"));
        assertThat(answer.get(5, at("never"), Duration.ofSeconds(10), LONG)).contains("five");
        assertThat(computed).containsExactly("three", "stopped", "five");
    }

    private String broken(BooleanSupplier outdated) {
        computed.add("broken");
        throw new IllegalArgumentException("broken");
    }
}
