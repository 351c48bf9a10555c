package eu.urbact.infocus.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import eu.urbact.infocus.deploy.embedded.EmbeddedKafka;
import eu.urbact.infocus.deploy.embedded.EmbeddedKeycloak;
import eu.urbact.infocus.deploy.embedded.EmbeddedPostgres;
import eu.urbact.infocus.deploy.embedded.EmbeddedServer;
import eu.urbact.infocus.deploy.embedded.MailCatcher;
import eu.urbact.infocus.deploy.embedded.ServerException;

/** The parts of the platform, how they are configured, and in which order they start and stop. */
final class Platform {

    /** The day on which the demonstration takes place: the call is open, the workshop is three weeks away. */
    static final String CLOCK_START = "2016-10-10T08:00:00Z";

    /** Part name and module of each service; those with a database have one named like the part. */
    static final Map<String, String> MODULES = modules();

    /** Secret of the service account that loads the workshop; like the others, of the local platform only. */
    static final String LOADER_SECRET = "workshop-loader-local-secret";

    private static final String PORTAL_SECRET = "web-portal-local-secret";
    private static final String NOTIFICATION_SECRET = "notification-service-local-secret";
    private static final String PORTAL = "portal";

    private final Settings settings;
    private final DataDirectory data;
    private final Progress progress;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final MailCatcher mail;
    private final EmbeddedKeycloak keycloak;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    Platform(Settings settings, DataDirectory data, Clock clock, Progress progress) {
        this.settings = settings;
        this.data = data;
        this.progress = progress;
        postgres = EmbeddedPostgres.in(data.home("postgres"), log("postgres"), settings.port("postgres"));
        kafka = EmbeddedKafka.in(data.home("kafka"), log("kafka"), settings.port("kafka"));
        mail = new MailCatcher(settings.port("smtp"), settings.port("mail"), log("mail"));
        keycloak = new EmbeddedKeycloak(
                data.home("keycloak"),
                log("keycloak"),
                settings.port("keycloak"),
                settings.repository().resolve("deploy/keycloak/infocus-realm.json"),
                Map.of(
                        "INFOCUS_PORTAL_BASE_URL", settings.portalBaseUrl(),
                        "INFOCUS_PORTAL_CLIENT_SECRET", PORTAL_SECRET,
                        "INFOCUS_NOTIFICATION_CLIENT_SECRET", NOTIFICATION_SECRET,
                        "INFOCUS_LOADER_CLIENT_SECRET", LOADER_SECRET),
                postgres);
        List<EmbeddedServer> servers = new ArrayList<>(List.of(postgres, kafka, mail, keycloak));
        Map<String, String> common = commonEnvironment(clock);
        settings.services()
                .forEach(name -> servers.add(new ServiceProcess(
                        name,
                        settings.port(name),
                        application(MODULES.get(name)),
                        log(name),
                        data.pidFile(name),
                        settings.javaOptions(),
                        environment(name, common))));
        servers.forEach(server -> parts.put(server.name(), new Part(server, clock, progress)));
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("registration", "registration-service");
        modules.put("event", "event-service");
        modules.put("directory", "cluster-directory-service");
        modules.put("notification", "notification-service");
        modules.put(PORTAL, "web-portal");
        return modules;
    }

    private Path application(String module) {
        return settings.repository().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private Path log(String part) {
        return settings.logs().resolve(part + ".log");
    }

    private Map<String, String> commonEnvironment(Clock clock) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.issuer());
        environment.put("INFOCUS_CLOCK_START", CLOCK_START);
        environment.put("INFOCUS_CLOCK_SINCE", data.clockSince(clock).toString());
        environment.put("INFOCUS_PORTAL_BASE_URL", settings.portalBaseUrl());
        environment.put("INFOCUS_SMTP_HOST", "localhost");
        environment.put("INFOCUS_SMTP_PORT", Integer.toString(mail.port()));
        for (String service : MODULES.keySet()) {
            if (!service.equals(PORTAL)) {
                environment.put(
                        "INFOCUS_" + service.toUpperCase(java.util.Locale.ROOT) + "_URL", settings.url(service));
            }
        }
        return environment;
    }

    private Map<String, String> environment(String service, Map<String, String> common) {
        Map<String, String> environment = new TreeMap<>(common);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(service)));
        if (!service.equals(PORTAL)) {
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service));
            environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user(service));
            environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(service));
        }
        switch (service) {
            case "registration" -> {
                // links in mails must work after a restart, so the secret is kept with the data
                environment.put("INFOCUS_SELF_SERVICE_SECRET", data.secret("self-service"));
                // everybody on this platform comes from one address, loaders, browser tests and measurements included
                environment.put("INFOCUS_RATE_LIMIT_LIMITS_APPLY_ALLOWED", "1000000");
                environment.put("INFOCUS_RATE_LIMIT_LIMITS_LINK_REQUEST_ALLOWED", "1000");
                environment.put("INFOCUS_RATE_LIMIT_LIMITS_LINK_LOOK_UP_ALLOWED", "300");
            }
            case "notification" -> {
                environment.put("INFOCUS_NOTIFICATION_CLIENT_SECRET", NOTIFICATION_SECRET);
                // notes of running hand-overs, which must be found by the next start
                environment.put(
                        "INFOCUS_MAIL_DELIVERY_JOURNAL",
                        data.home("notification").resolve("hand-over.journal").toString());
            }
            case PORTAL -> {
                environment.put("INFOCUS_PORTAL_CLIENT_SECRET", PORTAL_SECRET);
                // this platform speaks plain http
                environment.put("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "false");
                environment.put("QUARKUS_REST_CSRF_COOKIE_FORCE_SECURE", "false");
            }
            default -> {
                // nothing secret
            }
        }
        return environment;
    }

    /** Part names in the order in which they start. */
    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** Every part. */
    List<Part> all() {
        return List.copyOf(parts.values());
    }

    /** Issuer of the realm, as in the claim {@code iss}. */
    String issuer() {
        return keycloak.issuer();
    }

    /**
     * Refuses to start an application that was not built.
     *
     * @throws PlatformException naming the module
     */
    void requireBuilt() {
        for (String service : settings.services()) {
            String module = MODULES.get(service);
            if (!Files.exists(application(module))) {
                throw new PlatformException(module + " is not built, run deploy/up or ./mvnw package -DskipTests");
            }
        }
    }

    /**
     * Starts everything, as much as possible at the same time.
     *
     * @throws PlatformException when a part does not start; the others may be running or starting
     */
    void start() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletableFuture<Void> database = begin("postgres", threads);
            CompletableFuture<Void> broker = begin("kafka", threads);
            CompletableFuture<Void> catcher = begin("mail", threads);
            List<CompletableFuture<Void>> all = new ArrayList<>(List.of(database, broker, catcher));
            all.add(database.thenRunAsync(() -> start("keycloak"), threads));
            CompletableFuture<Void> both = CompletableFuture.allOf(database, broker);
            for (String service : settings.services()) {
                all.add(both.thenRunAsync(
                        () -> {
                            if (!service.equals(PORTAL)) {
                                postgres.ensureDatabase(service);
                            }
                            start(service);
                        },
                        threads));
            }
            // the first failure ends the waiting, the others would only make it longer
            CompletableFuture<Void> failure = new CompletableFuture<>();
            for (CompletableFuture<Void> one : all) {
                CompletableFuture<Void> unused = one.exceptionally(e -> {
                    failure.completeExceptionally(e);
                    return null;
                });
            }
            CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])), failure)
                    .join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw new PlatformException(
                    cause instanceof ServerException || cause instanceof PlatformException
                            ? cause.getMessage()
                            : cause.toString(),
                    cause);
        } finally {
            threads.shutdown();
        }
    }

    private CompletableFuture<Void> begin(String part, ExecutorService threads) {
        return CompletableFuture.runAsync(() -> start(part), threads);
    }

    private void start(String name) {
        parts.get(name).start();
        progress.say("%-13s ready on port %d".formatted(name, parts.get(name).port()));
    }

    /** Stops everything: the services first, the servers that they need after them. */
    void stop() {
        settings.services().parallelStream().map(parts::get).forEach(Part::close);
        parts.values().stream()
                .filter(part ->
                        !MODULES.containsKey(part.name()) && !part.name().equals("postgres"))
                .parallel()
                .forEach(Part::close);
        parts.get("postgres").close();
    }
}
