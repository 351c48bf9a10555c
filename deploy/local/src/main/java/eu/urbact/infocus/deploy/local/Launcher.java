package eu.urbact.infocus.deploy.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import eu.urbact.infocus.deploy.embedded.ChildProcess;
import eu.urbact.infocus.deploy.embedded.EmbeddedKeycloak;
import eu.urbact.infocus.deploy.embedded.EmbeddedPostgres;
import eu.urbact.infocus.deploy.embedded.ServerException;

/**
 * The program behind {@code deploy/up}, {@code deploy/down} and {@code deploy/part}. Its first argument is the order; the
 * system property {@code infocus.repository} names the clone.
 */
public final class Launcher {

    private static final Duration SHUTDOWN = Duration.ofMinutes(1);

    private final Settings settings;
    private final DataDirectory data;
    private final PrintStream out;

    private Launcher(Settings settings, PrintStream out) {
        this.settings = settings;
        this.data = new DataDirectory(settings.data());
        this.out = out;
    }

    /** {@code up}, {@code down [--wipe]}, {@code part status|stop <part>|start <part>}, or {@code prepare <file>} in the build. */
    public static void main(String[] arguments) {
        List<String> orders = List.of(arguments);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            if (orders.size() == 2 && orders.get(0).equals("prepare")) {
                prepare(Path.of(orders.get(1)));
                return;
            }
            Path repository = Path.of(System.getProperty("infocus.repository", "."))
                    .toAbsolutePath()
                    .normalize();
            new Launcher(Settings.from(repository, System.getenv()), out).run(orders);
        } catch (PlatformException | ServerException e) {
            System.err.println("deploy: " + e.getMessage());
            // the shutdown hook, if there is one by now, stops what was started
            System.exit(1);
        }
    }

    /** Does in the build what would make the first start slow, and leaves the time of the build behind. */
    private static void prepare(Path stamp) {
        EmbeddedPostgres.prepare();
        EmbeddedKeycloak.prepare();
        try {
            Files.writeString(stamp, Clock.systemUTC().instant().toString());
        } catch (IOException e) {
            throw new PlatformException("cannot write " + stamp, e);
        }
    }

    private void run(List<String> orders) {
        switch (orders.isEmpty() ? "" : orders.get(0)) {
            case "up" -> up();
            case "down" -> down(orders.contains("--wipe"));
            case "part" -> part(orders.subList(1, orders.size()));
            default -> throw new PlatformException("unknown order: " + String.join(" ", orders));
        }
    }

    private void up() {
        data.create();
        data.launcher().ifPresent(running -> {
            throw new PlatformException(
                    "the platform is running already (process %d), stop it with deploy/down".formatted(running.pid()));
        });
        ChildProcess.writeOwnPidFile(data.launcherPidFile());
        data.writeState("starting");
        data.stopLeftovers();
        settings.requireFreePorts();
        // GreenMail's words belong into the log of the mail catcher; read when its first class is loaded
        System.setProperty(
                "org.slf4j.simpleLogger.logFile",
                settings.logs().resolve("mail.log").toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");

        Progress progress = new Progress(out);
        Platform platform = new Platform(settings, data, Clock.systemUTC(), progress);
        platform.requireBuilt();
        CountDownLatch asked = new CountDownLatch(1);
        ControlServer control = new ControlServer(platform, asked::countDown);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(platform, control, progress), "shutdown"));
        data.writeControl(control.control());
        progress.print("Starting the InFocus platform, data in " + settings.data());
        try {
            platform.start();
            new WorkshopLoader(settings, platform.issuer(), progress).load();
        } catch (PlatformException | ServerException e) {
            data.writeState("failed " + e.getMessage());
            throw e;
        }
        progress.print(table());
        progress.say("ready");
        data.writeState("ready");
        Supervisor supervisor = new Supervisor(platform);
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        supervisor.close();
        System.exit(0);
    }

    private void shutDown(Platform platform, ControlServer control, Progress progress) {
        progress.say("stopping");
        control.close();
        platform.stop();
        data.forgetLauncher();
        progress.say("stopped");
    }

    private void down(boolean wipe) {
        Optional<ChildProcess> launcher = data.launcher();
        if (launcher.isPresent()) {
            try {
                data.control().ifPresent(control -> new ControlClient(control).order("shutdown"));
            } catch (PlatformException e) {
                out.println("the launcher does not answer, ending it");
            }
            ChildProcess process = launcher.get();
            if (data.control().isEmpty() || !process.awaitExit(SHUTDOWN)) {
                process.stop(ChildProcess.StopSignal.TERM, SHUTDOWN);
            }
        }
        data.stopLeftovers();
        if (wipe) {
            data.wipe();
        }
        out.println(wipe ? "stopped, data deleted" : "stopped");
    }

    private void part(List<String> orders) {
        DataDirectory.Control control =
                data.control().orElseThrow(() -> new PlatformException("the platform is not running"));
        ControlClient client = new ControlClient(control);
        if (orders.isEmpty() || orders.equals(List.of("status"))) {
            out.println(client.order("status"));
        } else if (orders.size() == 2 && List.of("stop", "start").contains(orders.get(0))) {
            out.println(client.order(orders.get(0) + "/" + orders.get(1)));
        } else {
            throw new PlatformException("usage: deploy/part status | stop <part> | start <part>");
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("\n");
        row(table, "portal", settings.portalBaseUrl());
        row(table, "registration", settings.url("registration") + "/q/openapi");
        row(table, "event", settings.url("event") + "/q/openapi");
        row(table, "directory", settings.url("directory") + "/q/openapi");
        row(table, "notification", settings.url("notification") + "/q/openapi");
        row(table, "mails", settings.url("mail"));
        row(table, "Keycloak", settings.url("keycloak") + " (administrator admin/admin, realm infocus)");
        row(table, "Kafka", "localhost:" + settings.port("kafka"));
        row(
                table,
                "PostgreSQL",
                "localhost:" + settings.port("postgres") + " (a database, login and password per service)");
        row(table, "SMTP", "localhost:" + settings.port("smtp"));
        row(table, "logs", settings.logs().toString());
        table.append('\n');
        row(table, "organisers", "organiser/organiser, desk/desk, auditor/auditor");
        row(
                table,
                "cities",
                "porto/porto; in the same way bilbao, bielsko-biala, bordeaux, bucharest, frankfurt, grenoble, ostrava,"
                        + " plasencia, torino");
        row(table, "time", "the platform believes that it started on " + Platform.CLOCK_START);
        return table.toString();
    }

    private static void row(StringBuilder table, String what, String where) {
        table.append(String.format(Locale.ROOT, "  %-13s %s%n", what, where));
    }
}
