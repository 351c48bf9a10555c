package eu.urbact.infocus.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import eu.urbact.infocus.deploy.embedded.ChildProcess;

/** What the platform keeps between two starts, and how a later command finds a running launcher. */
final class DataDirectory {

    private static final Duration STOP_GRACE = Duration.ofSeconds(15);
    private static final String LAUNCHER = "launcher";
    private static final String PID_SUFFIX = ".pid";

    private final Path root;

    DataDirectory(Path root) {
        this.root = root;
    }

    /** A running launcher: where it listens, and the word it wants to hear. */
    record Control(int port, String secret) {}

    void create() {
        try {
            Files.createDirectories(root.resolve("logs"));
        } catch (IOException e) {
            throw new PlatformException("cannot create the data directory %s: %s".formatted(root, e.getMessage()), e);
        }
    }

    Path home(String part) {
        return root.resolve(part);
    }

    Path pidFile(String part) {
        return home(part).resolve(part + PID_SUFFIX);
    }

    /**
     * The real instant of the first start. The platform's clock shows its configured start at this instant, so that time
     * goes on over a restart instead of beginning again.
     */
    Instant clockSince(Clock clock) {
        Path file = root.resolve("clock-since");
        try {
            Files.writeString(file, clock.instant().toString(), java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // kept from an earlier start
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Secrets that only this data directory knows, made at the first start. */
    String secret(String name) {
        Path file = root.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                writePrivately(file, UUID.randomUUID() + "-" + UUID.randomUUID());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path launcherPidFile() {
        return root.resolve(LAUNCHER + PID_SUFFIX);
    }

    /** The launcher that runs on this data directory. */
    Optional<ChildProcess> launcher() {
        return ChildProcess.find(LAUNCHER, root.resolve("logs/launcher.log"), launcherPidFile());
    }

    /** Says how far the launcher is, for whoever started it in the background: {@code starting}, {@code ready}, {@code failed …}. */
    void writeState(String state) {
        try {
            writePrivately(root.resolve("state"), state + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeControl(Control control) {
        try {
            writePrivately(controlFile(), control.port() + " " + control.secret());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that no launcher runs any more. */
    void forgetLauncher() {
        try {
            Files.deleteIfExists(controlFile());
            Files.deleteIfExists(launcherPidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Control> control() {
        try {
            String[] parts = Files.readString(controlFile()).strip().split(" ", 2);
            return Optional.of(new Control(Integer.parseInt(parts[0]), parts[1]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path controlFile() {
        return root.resolve("control");
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(),
                "write",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Processes of an earlier launcher that are still alive. */
    List<ChildProcess> leftovers() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.find(root, 2, (path, attributes) -> path.toString().endsWith(PID_SUFFIX))) {
            return files.filter(file -> !file.equals(launcherPidFile()))
                    .map(file -> ChildProcess.find(
                            file.getFileName().toString().replace(PID_SUFFIX, ""), root.resolve("logs"), file))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier launcher has left behind: the services before the database that they write to. */
    void stopLeftovers() {
        List<ChildProcess> all = leftovers();
        all.stream()
                .filter(process -> !process.name().equals("postgres"))
                .parallel()
                .forEach(process -> process.stop(ChildProcess.StopSignal.TERM, STOP_GRACE));
        all.stream()
                .filter(process -> process.name().equals("postgres"))
                .forEach(process -> process.stop(ChildProcess.StopSignal.INT, STOP_GRACE));
    }

    /** Deletes everything; the next start begins anew. */
    void wipe() {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new PlatformException("cannot delete %s: %s".formatted(root, e.getMessage()), e);
        }
    }
}
