package eu.urbact.infocus.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak in a JVM of its own, on the loopback interface, with one realm imported from a file and its data in a
 * database of an {@link EmbeddedPostgres}.
 *
 * <p>The realm is code: when the file or a value put into it has changed since the last start, the database is made anew.
 * Accounts and sessions that were added by hand are lost then.
 */
public final class EmbeddedKeycloak extends ChildServer {

    /** Name and password of the administrator of the realm "master", good enough behind a loopback address. */
    public static final String ADMIN = "admin";

    private static final String DATABASE = "keycloak";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=false", "--metrics-enabled=false");

    private final Path realmFile;
    private final Map<String, String> placeholders;
    private final EmbeddedPostgres postgres;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /**
     * A Keycloak that is not started yet.
     *
     * @param home directory for its files, created when missing
     * @param log its log file
     * @param port its HTTP port
     * @param realmFile realm to import, named {@code <realm>-realm.json}
     * @param placeholders values for {@code ${NAME}} in that file, passed as environment variables
     * @param postgres running server that gets a database {@code keycloak}
     */
    public EmbeddedKeycloak(
            Path home,
            Path log,
            int port,
            Path realmFile,
            Map<String, String> placeholders,
            EmbeddedPostgres postgres) {
        super(home.toAbsolutePath(), log.toAbsolutePath(), port, ChildProcess.StopSignal.TERM, false);
        this.realmFile = realmFile.toAbsolutePath();
        this.placeholders = new TreeMap<>(placeholders);
        this.postgres = postgres;
    }

    /**
     * Unpacks Keycloak and runs its build step unless that was done before. Takes half a minute, so the build does it and
     * no start has to.
     */
    public static void prepare() {
        distribution();
    }

    private static Path distribution() {
        return new Installation().keycloakHome("postgres", EmbeddedKeycloak::build);
    }

    private static void build(Path distribution) {
        Path buildLog = distribution.resolve("build.log");
        List<String> command =
                new ArrayList<>(List.of("sh", distribution.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(buildLog.toFile()));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            Process process = builder.start();
            if (!process.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new ServerException("keycloak: build failed", ChildProcess.tail(buildLog, 20), null);
            }
        } catch (IOException e) {
            throw new ServerException("keycloak: build failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while building Keycloak", e);
        }
    }

    @Override
    public String name() {
        return "keycloak";
    }

    /** Base address without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Issuer of the realm, as in the claim {@code iss}. */
    public String issuer() {
        return url() + "/realms/" + realm();
    }

    private String realm() {
        return realmFile.getFileName().toString().replace("-realm.json", "");
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name(), port);
        Path distribution = distribution();
        try {
            prepareHome(distribution);
            recreateDatabaseWhenRealmChanged();
        } catch (IOException e) {
            throw new ServerException("keycloak cannot start: " + e, e);
        }
        ChildProcess process = launch(command(), environment());
        process.awaitReady(this::answers, START_TIMEOUT);
        try {
            Files.writeString(fingerprintFile(), fingerprint());
        } catch (IOException e) {
            throw new ServerException("keycloak: " + e, e);
        }
    }

    /** Keycloak keeps data below its home; links to the distribution give each instance a home of its own. */
    private void prepareHome(Path distribution) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(part));
        }
        Files.copy(realmFile, imports.resolve(realmFile.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private void recreateDatabaseWhenRealmChanged() throws IOException {
        Path file = fingerprintFile();
        if (!Files.exists(file) || !Files.readString(file).equals(fingerprint())) {
            Files.deleteIfExists(file);
            postgres.dropDatabase(DATABASE);
        }
        postgres.ensureDatabase(DATABASE);
    }

    private Path fingerprintFile() {
        return home.resolve("realm.sha256");
    }

    private String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realmFile));
            digest.update(placeholders.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code kc.sh start --optimized} runs, without the shell in between: our child is the server itself. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                // a local server is started more often than it is loaded: half of the processor time of a start
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                // one node: no cluster, and no port open for one
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                // otherwise one of two desks that sign in with one account at once is told that the password is wrong
                "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true",
                // the issuer in tokens is this address, whatever name a client used for this machine
                "--hostname=" + url(),
                "--db-url=" + postgres.jdbcUrl(DATABASE),
                "--db-username=" + postgres.user(DATABASE),
                "--db-password=" + postgres.password(DATABASE)));
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(placeholders);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        return environment;
    }

    private boolean answers() {
        if (!Ports.answers(port)) {
            return false;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer()))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while waiting for Keycloak", e);
        }
    }
}
