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

/**
 * An answer that takes long to compute and belongs to a version of the data. It is computed once for each version, one at a time
 * and beside those who ask. Who asks waits a little for the newest, then gets the one before; it must say of which version it is. When
 * versions come faster than answers, those in between are left out.
 *
 * @param <R> the answer
 */
final class SlowAnswer<R> implements AutoCloseable {

    private final ExecutorService worker;
    private Task<R> running;
    private Task<R> next;
    private volatile Done<R> done;

    SlowAnswer(String name) {
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private record Task<R>(long version, Supplier<R> compute, CompletableFuture<R> answer) {}

    private record Done<R>(long version, R value) {}

    /**
     * Has the answer of a version computed, and does not wait for it.
     *
     * @param version of the data
     * @param compute how
     */
    void prepare(long version, Supplier<R> compute) {
        if (!isDone(version)) {
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

    private static void await(CompletableFuture<?> answer, Duration longest) {
        try {
            answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // whoever asked gets the one before
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
