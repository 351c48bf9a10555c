package eu.urbact.infocus.directory.matchmaking;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one after the other do something that takes long. Whoever would have to wait too long is sent away instead. */
final class Line {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final int longest;
    private final Duration patience;

    /**
     * An empty line.
     *
     * @param longest how many may wait
     * @param patience how long each of them waits
     */
    Line(int longest, Duration patience) {
        this.longest = longest;
        this.patience = patience;
    }

    /** What is found when it is the caller's turn; empty when that takes too long. */
    <T> Optional<T> inTurn(Supplier<T> work) {
        if (!isMyTurn()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turn.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        return turn.getQueueLength();
    }

    private boolean isMyTurn() {
        try {
            return waiting() < longest && turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
