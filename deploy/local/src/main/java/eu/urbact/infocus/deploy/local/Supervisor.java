package eu.urbact.infocus.deploy.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks twice a second whether every wanted part lives, and brings back those that died. */
final class Supervisor implements AutoCloseable {

    private static final int INTERVAL_MILLIS = 500;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Supervisor::daemon);
    private final ExecutorService workers = Executors.newCachedThreadPool(Supervisor::daemon);

    Supervisor(Platform platform) {
        var unused = timer.scheduleWithFixedDelay(
                () -> platform.all().forEach(part -> workers.execute(part::revive)),
                INTERVAL_MILLIS,
                INTERVAL_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
