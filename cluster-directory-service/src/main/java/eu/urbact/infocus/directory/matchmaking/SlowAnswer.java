package eu.urbact.infocus.directory.matchmaking;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.quarkus.logging.Log;

/**
 * An answer that takes long to compute and belongs to a version of the data. It is computed once for each version, one at a time
 * and beside those who ask. Who asks waits a little for the newest, then gets the one before; it must say of which version it is. When
 * versions come faster than answers, those in between are left out. A failure is logged and takes no earlier answer away.
 *
 * @param <R> the answer
 */
final class SlowAnswer<R> implements AutoCloseable {

    private final String name;
    private final ExecutorService worker;
    private Task<R> running;
    private Task<R> next;
    private volatile Done<R> done;
    private volatile long failed = Long.MIN_VALUE;

    SlowAnswer(String name) {
        this.name = name;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private record Task<R>(long version, Supplier<R> compute, CompletableFuture<R> answer) {}

    private record Done<R>(long version, R value) {}

    /**
     * Has the answer of a version computed, and does not wait for it. When it has failed, nobody but a reader tries again.
     *
     * @param version of the data
     * @param compute how
     */
    void prepare(long version, Supplier<R> compute) {
        if (!isDone(version) && version > failed) {
            ask(version, compute);
        }
    }

    /**
     * The answer of a version, or the one before when it takes too long.
     *
     * @param version of the data
     * @param compute how
     * @param patience how long to wait when there is an older answer
     * @param longest how long to wait when there is none
     * @return empty when there is none in time
     * @throws IllegalStateException when it fails and there is none before
     */
    Optional<R> get(long version, Supplier<R> compute, Duration patience, Duration longest) {
        if (!isDone(version)) {
            await(ask(version, compute).answer(), done == null ? longest : patience);
        }
        return Optional.ofNullable(done).map(Done::value);
    }

    private boolean isDone(long version) {
        Done<R> known = done;
        return known != null && known.version() >= version;
    }

    private synchronized Task<R> ask(long version, Supplier<R> compute) {
        if (running != null && running.version() >= version) {
            return running;
        }
        if (next != null) {
            if (next.version() < version) {
                next = new Task<>(version, compute, next.answer());
            }
            return next;
        }
        Task<R> task = new Task<>(version, compute, new CompletableFuture<>());
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
            R value = task.compute().get();
            finish(new Done<>(task.version(), value));
            task.answer().complete(value);
        } catch (RuntimeException | Error e) {
            Log.errorf(e, "No answer (%s) for version %d of the data", name, task.version());
            failed = Math.max(failed, task.version());
            finish(done);
            task.answer().completeExceptionally(e);
        }
    }

    private synchronized void finish(Done<R> result) {
        done = result;
        running = null;
        if (next != null) {
            Task<R> task = next;
            next = null;
            start(task);
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
