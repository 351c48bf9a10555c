package eu.urbact.infocus.deploy.local;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import eu.urbact.infocus.deploy.embedded.EmbeddedServer;
import eu.urbact.infocus.deploy.embedded.ServerException;

/** A part of the platform together with what is wanted of it, so that a death can be told from an order. */
final class Part {

    private final EmbeddedServer server;
    private final Clock clock;
    private final Progress progress;
    private final RestartPolicy policy = new RestartPolicy();
    private final AtomicBoolean restarting = new AtomicBoolean();
    private volatile boolean wanted;

    Part(EmbeddedServer server, Clock clock, Progress progress) {
        this.server = server;
        this.clock = clock;
        this.progress = progress;
    }

    String name() {
        return server.name();
    }

    int port() {
        return server.port();
    }

    /** {@code running}, {@code stopped} on purpose, or {@code down} because it died and is not back yet. */
    String state() {
        if (server.isRunning()) {
            return "running";
        }
        return wanted ? "down" : "stopped";
    }

    /** Starts it and returns when it is ready. */
    void start() {
        wanted = true;
        synchronized (this) {
            server.start();
        }
    }

    /** Stops it until it is started on purpose. */
    void stop() {
        wanted = false;
        server.stop();
    }

    /** Stops it for good. */
    void close() {
        wanted = false;
        server.close();
    }

    /** Starts it again when it has died; called again and again by the supervisor, each time in a thread of its own. */
    void revive() {
        if (!wanted || server.isRunning() || !restarting.compareAndSet(false, true)) {
            return;
        }
        try {
            synchronized (this) {
                if (wanted && !server.isRunning() && policy.shouldStart(clock.instant())) {
                    progress.say("%s has died, starting it again (attempt %d)".formatted(name(), policy.failures()));
                    server.start();
                    progress.say(name() + " is back");
                }
            }
        } catch (ServerException e) {
            if (wanted) {
                progress.say(name() + " did not come back: " + e.getMessage());
            }
        } finally {
            restarting.set(false);
        }
    }
}
