package eu.urbact.infocus.deploy.embedded;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that belongs to this one: its output goes to a file, its id into a pid file, and it does not outlive us.
 *
 * <p>A pid file makes the process findable by somebody who did not start it (another class loader of a test, or
 * {@code deploy/down} after the launcher was killed). It holds the start time too, so that a reused pid is never mistaken
 * for the process. A tiny shell, the guard, waits for the end of our own process and then ends the child; that works even
 * when we are killed and no shutdown hook runs.
 */
public final class ChildProcess {

    /** How a child is asked to end. */
    public enum StopSignal {
        /** The usual request. */
        TERM,
        /** PostgreSQL's "fast shutdown": it ends open sessions instead of waiting for them. */
        INT
    }

    private static final int TAIL_BYTES = 64 * 1024;
    private static final Duration KILL_GRACE = Duration.ofSeconds(10);

    private final String name;
    private final ProcessHandle handle;
    private final Path log;
    private final Path pidFile;

    private ChildProcess(String name, ProcessHandle handle, Path log, Path pidFile) {
        this.name = name;
        this.handle = handle;
        this.log = log;
        this.pidFile = pidFile;
    }

    /**
     * Starts a child.
     *
     * @param name how messages call it
     * @param command program and arguments
     * @param environment variables to add to our own
     * @param log file to append its output to
     * @param pidFile file to note its process id in
     * @param signal how to end it when we end
     * @throws ServerException when the program cannot be started
     */
    public static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            StopSignal signal) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            ProcessHandle handle = process.toHandle();
            // the guard first: whoever reads the pid file may count on it
            guard(handle, signal);
            writePidFile(pidFile, handle);
            return new ChildProcess(name, handle, log, pidFile);
        } catch (IOException e) {
            throw new ServerException("%s cannot start: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The living process that a pid file names, if there is one. */
    public static Optional<ChildProcess> find(String name, Path log, Path pidFile) {
        return readPidFile(pidFile).map(handle -> new ChildProcess(name, handle, log, pidFile));
    }

    /** Notes our own process id, so that others {@link #find} us. */
    public static void writeOwnPidFile(Path pidFile) {
        try {
            writePidFile(pidFile, ProcessHandle.current());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How messages call it. */
    public String name() {
        return name;
    }

    /** Process id. */
    public long pid() {
        return handle.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return handle.isAlive();
    }

    /** Completes when the process has ended. */
    public CompletableFuture<ProcessHandle> onExit() {
        return handle.onExit();
    }

    /**
     * Waits for the end of the process, but not longer than this.
     *
     * @return whether it has ended
     */
    public boolean awaitExit(Duration timeout) {
        try {
            handle.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while waiting for " + name, e);
        } catch (ExecutionException e) {
            return !handle.isAlive();
        }
    }

    /**
     * Waits until the child is usable.
     *
     * @param ready asked again and again
     * @param timeout how long to wait
     * @throws ServerException when the child ends before, or is not ready in time; it is then killed
     */
    public void awaitReady(Probe ready, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!ready.isReady()) {
            if (awaitExit(Duration.ofMillis(50))) {
                deletePidFile();
                throw new ServerException("%s ended while starting, see %s".formatted(name, log), logTail(20), null);
            }
            if (System.nanoTime() > end) {
                kill();
                throw new ServerException(
                        "%s was not ready after %d s, see %s".formatted(name, timeout.toSeconds(), log),
                        logTail(20),
                        null);
            }
        }
    }

    /** Tells whether a server is usable. */
    @FunctionalInterface
    public interface Probe {
        /** Whether the server answers; never throws because it does not answer yet. */
        boolean isReady();
    }

    /** Asks the process to end, waits, and kills it with its children when it did not listen. */
    public void stop(StopSignal signal, Duration grace) {
        List<ProcessHandle> family = handle.descendants().toList();
        if (handle.isAlive()) {
            signal(signal);
            if (!awaitExit(grace)) {
                handle.destroyForcibly();
                awaitExit(KILL_GRACE);
            }
        }
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        deletePidFile();
    }

    /** Kills the process and its children at once, as {@code kill -9} does. */
    public void kill() {
        List<ProcessHandle> family = handle.descendants().toList();
        handle.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitExit(KILL_GRACE);
        for (ProcessHandle member : family) {
            new ChildProcess(name, member, log, pidFile).awaitExit(KILL_GRACE);
        }
        deletePidFile();
    }

    private void signal(StopSignal signal) {
        if (signal == StopSignal.TERM) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal.name(), Long.toString(handle.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroy();
        }
    }

    /** The last lines of the log. */
    public String logTail(int lines) {
        return tail(log, lines);
    }

    static String tail(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePidFile(Path pidFile, ProcessHandle handle) throws IOException {
        String started = handle.info().startInstant().map(Instant::toString).orElse("");
        Files.writeString(
                pidFile,
                handle.pid() + " " + started + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private static Optional<ProcessHandle> readPidFile(Path pidFile) {
        try {
            String[] parts = Files.readString(pidFile).strip().split(" ", 2);
            String started = parts.length > 1 ? parts[1] : "";
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> started.equals(
                            handle.info().startInstant().map(Instant::toString).orElse("")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A shell that reads a pipe from us: a line means "go home", the end of the pipe means that we are dead. */
    private static void guard(ProcessHandle handle, StopSignal signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "read -r _ || kill -\"$1\" \"$0\" 2>/dev/null"));
        command.add(Long.toString(handle.pid()));
        command.add(signal.name());
        Process guard = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<Void> unused = handle.onExit().thenRun(() -> {
            try (var pipe = guard.outputWriter()) {
                pipe.write("\n");
            } catch (IOException e) {
                guard.destroy();
            }
        });
    }
}
