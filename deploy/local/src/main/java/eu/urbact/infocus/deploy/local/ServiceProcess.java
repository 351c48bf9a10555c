package eu.urbact.infocus.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import eu.urbact.infocus.deploy.embedded.ChildProcess;
import eu.urbact.infocus.deploy.embedded.EmbeddedServer;
import eu.urbact.infocus.deploy.embedded.Ports;

/** One of the five services, in a JVM of its own. */
final class ServiceProcess implements EmbeddedServer {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);

    private final String name;
    private final int port;
    private final Path application;
    private final Path log;
    private final Path pidFile;
    private final List<String> javaOptions;
    private final Map<String, String> environment;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /**
     * A service that is not started yet.
     *
     * @param name part name, for instance {@code registration}
     * @param application its {@code quarkus-run.jar}
     * @param environment its configuration
     */
    ServiceProcess(
            String name,
            int port,
            Path application,
            Path log,
            Path pidFile,
            List<String> javaOptions,
            Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.application = application;
        this.log = log;
        this.pidFile = pidFile;
        this.javaOptions = List.copyOf(javaOptions);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name, port);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // half of the processor time of a start; measurements of throughput switch it off, see
                // INFOCUS_JAVA_OPTIONS
                "-XX:TieredStopAtLevel=1",
                // which would leave 48 MiB for compiled code: a service in which everything is in use needs more
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", application.toString()));
        ChildProcess process =
                ChildProcess.start(name, command, environment, log, pidFile, ChildProcess.StopSignal.TERM);
        process.awaitReady(this::isReady, START_TIMEOUT);
    }

    @Override
    public void stop() {
        ChildProcess.find(name, log, pidFile)
                .ifPresent(process -> process.stop(ChildProcess.StopSignal.TERM, STOP_GRACE));
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public boolean isRunning() {
        return ChildProcess.find(name, log, pidFile).isPresent();
    }

    /** Whether the service says that it is ready. */
    boolean isReady() {
        if (!Ports.answers(port)) {
            return false;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted while waiting for " + name, e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path logFile() {
        return log;
    }
}
