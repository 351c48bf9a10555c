package eu.urbact.infocus.deploy.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import eu.urbact.infocus.deploy.embedded.Ports;

/**
 * The running platform. It is started once for all tests by {@code deploy/up --detach}, on free ports and with a data directory in
 * {@code target}, so that it does not disturb one that somebody is using, and it is stopped with the test run.
 *
 * <p>With {@code -Dacceptance.running} the platform of {@code deploy/up} with the same {@code INFOCUS_…} variables is used and left alone.
 */
final class Platform {

    /** What a test class that takes parts away locks, so that no other class is looking at pages meanwhile. */
    static final String PARTS = "parts of the platform";

    private static final List<String> PORTS = List.of(
            "portal",
            "registration",
            "event",
            "directory",
            "notification",
            "keycloak",
            "kafka",
            "postgres",
            "smtp",
            "mail");
    private static final Map<String, Integer> STANDARD = Map.of(
            "portal", 8080,
            "registration", 8081,
            "event", 8082,
            "directory", 8083,
            "notification", 8084,
            "keycloak", 8180,
            "kafka", 9092,
            "postgres", 15_432,
            "smtp", 2525,
            "mail", 8026);
    private static final int MINUTES_TO_START = 10;

    private static final Platform RUNNING = start();

    private final Path repository;
    private final Map<String, String> environment;

    private Platform(Path repository, Map<String, String> environment) {
        this.repository = repository;
        this.environment = environment;
    }

    /** The platform; the first call starts it. */
    static Platform get() {
        return RUNNING;
    }

    private static Platform start() {
        Path repository = Path.of(System.getProperty("infocus.repository", "../.."))
                .toAbsolutePath()
                .normalize();
        Map<String, String> environment = new LinkedHashMap<>();
        boolean running = System.getProperty("acceptance.running") != null;
        for (String name : PORTS) {
            String variable = variable(name);
            String given = System.getenv(variable);
            String standard = Integer.toString(STANDARD.get(name));
            environment.put(variable, !running ? freePort(environment.values()) : given == null ? standard : given);
        }
        Path data = Path.of("target", "platform").toAbsolutePath();
        String given = System.getenv("INFOCUS_DATA");
        environment.put("INFOCUS_DATA", running && given != null ? given : data.toString());
        Platform platform = new Platform(repository, environment);
        if (!running) {
            platform.deploy("down", "--wipe");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.deploy("down", "--wipe")));
            platform.deploy("up", "--detach");
        }
        return platform;
    }

    private static String variable(String name) {
        return "INFOCUS_PORT_" + name.toUpperCase(java.util.Locale.ROOT);
    }

    /** One that no part has yet: nothing listens on any of them before the platform starts. */
    private static String freePort(Collection<String> given) {
        String port;
        do {
            port = Integer.toString(Ports.free());
        } while (given.contains(port));
        return port;
    }

    /** Address of a part that talks HTTP, without a slash at the end. */
    String url(String part) {
        return "http://localhost:" + environment.get(variable(part));
    }

    /** Host and port of a part. */
    String address(String part) {
        return "localhost:" + environment.get(variable(part));
    }

    /** The clone that the platform was built in. */
    Path repository() {
        return repository;
    }

    /** Log file of a part. */
    Path log(String part) {
        return Path.of(environment.get("INFOCUS_DATA"), "logs", part + ".log");
    }

    /** The last warnings and errors in the log file of a part: the reason of a page that failed. */
    List<String> complaints(String part) {
        try (Stream<String> lines = Files.lines(log(part))) {
            List<String> all = lines.filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                    .toList();
            return all.subList(Math.max(0, all.size() - 3), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a part away in good order. */
    void stop(String part) {
        deploy("part", "stop", part);
    }

    /** Brings a part back; returns when it is ready. */
    void start(String part) {
        deploy("part", "start", part);
    }

    /** Ends a service's process at once, as a crash does; the launcher brings it back. */
    void kill(String service) {
        Path file = Path.of(environment.get("INFOCUS_DATA"), service, service + ".pid");
        try {
            long pid = Long.parseLong(Files.readString(file).strip().split(" ")[0]);
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(service + " does not end", e);
        }
    }

    private void deploy(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(repository.resolve("deploy").resolve(arguments[0]).toString()));
        command.addAll(List.of(arguments).subList(1, arguments.length));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
            // files instead of a pipe: the launcher that "up" leaves behind would keep a pipe open
            Path output = Files.createTempFile("deploy-" + arguments[0], ".log");
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MINUTES_TO_START, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IllegalStateException(command + " does not end:\n" + Files.readString(output));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
