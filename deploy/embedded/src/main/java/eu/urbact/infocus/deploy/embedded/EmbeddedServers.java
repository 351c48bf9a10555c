package eu.urbact.infocus.deploy.embedded;

import java.nio.file.Path;

/**
 * One PostgreSQL and one Kafka for all tests of a JVM, each started by its first use and gone with the JVM.
 *
 * <p>The handles are remembered in system properties and on disk, not in a static field: Quarkus loads the classes of a
 * test more than once, and all copies must find the same servers.
 */
public final class EmbeddedServers {

    private static final String PREFIX = "infocus.embedded.";
    private static final EmbeddedServers SHARED = new EmbeddedServers();

    private EmbeddedServers() {}

    /** The servers of this JVM; nothing is started by this call. */
    public static EmbeddedServers shared() {
        return SHARED;
    }

    /** The running PostgreSQL server of this JVM. */
    public EmbeddedPostgres postgres() {
        return shared("postgres", EmbeddedPostgres::temporary, EmbeddedPostgres::existing);
    }

    /** The Kafka broker of this JVM: running, unless a test has stopped it. */
    public EmbeddedKafka kafka() {
        return shared("kafka", EmbeddedKafka::temporary, EmbeddedKafka::existing);
    }

    private interface Maker<S> {
        S make();
    }

    private interface Finder<S> {
        S find(Path home, int port);
    }

    private static <S extends EmbeddedServer> S shared(String name, Maker<S> maker, Finder<S> finder) {
        synchronized (Installation.JVM_MONITOR) {
            String home = System.getProperty(PREFIX + name + ".home");
            if (home != null) {
                return finder.find(Path.of(home), Integer.getInteger(PREFIX + name + ".port"));
            }
            S server = maker.make();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-" + name));
            System.setProperty(PREFIX + name + ".port", Integer.toString(server.port()));
            System.setProperty(
                    PREFIX + name + ".home", server.logFile().getParent().toString());
            return server;
        }
    }
}
