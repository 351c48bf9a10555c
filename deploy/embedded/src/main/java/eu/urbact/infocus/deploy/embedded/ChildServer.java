package eu.urbact.infocus.deploy.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that runs as a child process, and keeps its data, its log and the id of its process in files. */
abstract class ChildServer implements EmbeddedServer {

    private static final Duration STOP_GRACE = Duration.ofSeconds(20);

    /** Where its files are. */
    final Path home;

    final Path log;
    final int port;

    private final ChildProcess.StopSignal stopSignal;
    private final boolean temporary;

    /**
     * A server that does not run yet.
     *
     * @param stopSignal what makes it stop in good order
     * @param temporary whether its files are deleted when it is closed
     */
    ChildServer(Path home, Path log, int port, ChildProcess.StopSignal stopSignal, boolean temporary) {
        this.home = home;
        this.log = log;
        this.port = port;
        this.stopSignal = stopSignal;
        this.temporary = temporary;
    }

    /** Starts the process; whoever calls waits until it answers. */
    final ChildProcess launch(List<String> command, Map<String, String> environment) {
        return ChildProcess.start(name(), command, environment, log, pidFile(), stopSignal);
    }

    @Override
    public final void stop() {
        process().ifPresent(process -> process.stop(stopSignal, STOP_GRACE));
    }

    @Override
    public final void close() {
        stop();
        if (temporary) {
            Installation.deleteTree(home);
        }
    }

    @Override
    public final boolean isRunning() {
        return process().isPresent();
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public final Path logFile() {
        return log;
    }

    /** The process that runs now, if any. */
    public final Optional<ChildProcess> process() {
        return ChildProcess.find(name(), log, pidFile());
    }

    private Path pidFile() {
        return home.resolve(name() + ".pid");
    }
}
