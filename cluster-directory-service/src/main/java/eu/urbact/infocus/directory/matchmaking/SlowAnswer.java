package eu.urbact.infocus.directory.matchmaking;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

import io.quarkus.logging.Log;

/**
 * An answer that takes long to compute and belongs to a version of the data. It is computed once for each version, one at a time
 * and beside those who ask. Who asks waits a little for the newest, then gets the one before; it must say of which version it is. A
 * failure is logged and takes no earlier answer away.
 *
 * <p>What a version is computed of may be large, so no more than one is worked on, and what waits holds none: it takes the newest when its
 * turn comes. A newer version stops what is computed, which starts over; but what has started over once runs to its end, because otherwise
 * there would be no new answer while versions come faster than answers. Versions in between are left out.
 *
 * @param <R> the answer
 */
final class SlowAnswer<R> implements AutoCloseable {

    private final String name;
    private final ToLongFunction<R> versionOf;
    private final ExecutorService worker;
    private boolean startedOver;
    private Task<R> running;
    private Task<R> next;
    private volatile Done<R> done;
    private volatile long failed = Long.MIN_VALUE;

    /**
     * Nothing is computed yet.
     *
     * @param name for the log
     * @param versionOf of which version an answer is: it may be a newer one than was asked for
     */
    SlowAnswer(String name, ToLongFunction<R> versionOf) {
        this.name = name;
        this.versionOf = versionOf;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * How an answer is computed.
     *
     * @param <R> the answer
     */
    @FunctionalInterface
    interface Computation<R> {

        /**
         * Computes the answer of the newest version.
         *
         * @param outdated to be looked at often: when it says so, nobody needs the answer any more
         * @return the answer
         * @throws CancellationException when it was outdated
         */
        R compute(BooleanSupplier outdated);
    }

    private record Task<R>(
            long version, Computation<R> computation, CompletableFuture<R> answer, AtomicBoolean outdated) {

        Task(long version, Computation<R> computation, CompletableFuture<R> answer) {
            this(version, computation, answer, new AtomicBoolean());
        }
    }

    private record Done<R>(long version, R value) {}

    /**
     * Has the answer of a version computed, and does not wait for it. When it has failed, nobody but a reader tries again.
     *
     * @param version of the data
     * @param computation how; it must not hold what it computes with
     */
    void prepare(long version, Computation<R> computation) {
        if (!isDone(version) && version > failed) {
            ask(version, computation);
        }
    }

    /**
     * The answer of a version, or the one before when it takes too long.
     *
     * @param version of the data
     * @param computation how; it must not hold what it computes with
     * @param patience how long to wait when there is an older answer
     * @param longest how long to wait when there is none
     * @return empty when there is none in time
     * @throws IllegalStateException when it fails and there is none before
     */
    Optional<R> get(long version, Computation<R> computation, Duration patience, Duration longest) {
        if (!isDone(version)) {
            await(ask(version, computation).answer(), done == null ? longest : patience);
        }
        return Optional.ofNullable(done).map(Done::value);
    }

    private boolean isDone(long version) {
        Done<R> known = done;
        return known != null && known.version() >= version;
    }

    private synchronized Task<R> ask(long version, Computation<R> computation) {
        if (running != null && running.version() >= version) {
            return running;
        }
        if (next != null) {
            if (next.version() < version) {
                next = new Task<>(version, computation, next.answer());
            }
            return next;
        }
        if (running != null && !startedOver) {
            running.outdated().set(true);
            next = new Task<>(version, computation, running.answer());
            return next;
        }
        Task<R> task = new Task<>(version, computation, new CompletableFuture<>());
        if (running == null && !isDone(version)) {
            start(task);
        } else if (running != null) {
            next = task;
        } else {
            task.answer().complete(done.value());
        }
        return task;
    }

    private void start(Task<R> task) {
        running = task;
        worker.execute(() -> run(task));
    }

    private void run(Task<R> task) {
        try {
            R value = task.computation().compute(task.outdated()::get);
            finish(task, new Done<>(versionOf.applyAsLong(value), value));
            // whoever waits for something outdated is answered by what has taken its place
            if (!task.outdated().get()) {
                task.answer().complete(value);
            }
        } catch (RuntimeException | Error e) {
            boolean stopped =
                    e instanceof CancellationException && task.outdated().get();
            if (!stopped) {
                Log.errorf(e, "No answer (%s) for version %d of the data", name, task.version());
                failed = Math.max(failed, task.version());
            }
            finish(task, done);
            if (!task.outdated().get()) {
                task.answer().completeExceptionally(e);
            }
        }
    }

    private synchronized void finish(Task<R> task, Done<R> result) {
        done = result;
        running = null;
        startedOver = false;
        if (next != null) {
            Task<R> newer = next;
            next = null;
            if (isDone(newer.version())) {
                newer.answer().complete(done.value());
            } else {
                startedOver = task.outdated().get();
                start(newer);
            }
        }
    }

    private void await(CompletableFuture<?> answer, Duration longest) {
        try {
            answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // whoever asked gets the one before
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (done == null) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
