package eu.urbact.infocus.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.postgresql.Driver;

/**
 * A real PostgreSQL server on the loopback interface, with fsync on: what was committed survives a {@code kill -9}.
 *
 * <p>Sorting follows code points (built-in collation {@code C.UTF-8}), the same on every operating system.
 */
public final class EmbeddedPostgres extends ChildServer {

    private static final String SUPERUSER = "postgres";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration PREDECESSOR_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PREDECESSOR_PAUSE = Duration.ofMillis(200);

    private EmbeddedPostgres(Path home, Path log, int port, boolean temporary) {
        super(home, log, port, ChildProcess.StopSignal.INT, temporary);
    }

    /** A server that keeps its data in a directory, which is created when missing. */
    public static EmbeddedPostgres in(Path directory, Path log, int port) {
        return new EmbeddedPostgres(directory.toAbsolutePath(), log.toAbsolutePath(), port, false);
    }

    /** A server on a free port whose data are deleted by {@link #close()}. */
    public static EmbeddedPostgres temporary() {
        Path home = temporaryDirectory("infocus-postgres");
        return new EmbeddedPostgres(home, home.resolve("postgres.log"), Ports.free(), true);
    }

    /** Unpacks PostgreSQL unless that was done before. */
    public static void prepare() {
        new Installation().postgresHome();
    }

    static EmbeddedPostgres existing(Path directory, int port) {
        return new EmbeddedPostgres(directory, directory.resolve("postgres.log"), port, true);
    }

    static Path temporaryDirectory(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name(), port);
        Path installation = new Installation().postgresHome();
        Path data = home.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(installation, data);
        }
        OrdinaryUser user = OrdinaryUser.here();
        try {
            user.own(data);
        } catch (IOException e) {
            throw new ServerException("postgres cannot start: " + e, e);
        }
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(installation.resolve("bin/postgres").toString(), "-D", data.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                // no socket file: its path would be too long in a deep build directory
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "max_connections=200",
                "shared_buffers=128MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "lc_messages=C",
                "log_line_prefix=%m [%p] %q%u@%d ",
                "log_checkpoints=off")) {
            command.addAll(List.of("-c", setting));
        }
        startUnlessPredecessorLives(command);
    }

    /**
     * After a {@code kill -9} of the server its sessions live on until they notice, and PostgreSQL refuses to start beside
     * them; it is asked again until they are gone.
     */
    private void startUnlessPredecessorLives(List<String> command) {
        long end = System.nanoTime() + PREDECESSOR_TIMEOUT.toNanos();
        while (true) {
            try {
                launch(command, Map.of()).awaitReady(this::answers, START_TIMEOUT);
                return;
            } catch (ServerException e) {
                if (!e.logTail().contains("is still in use") || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PREDECESSOR_PAUSE.toNanos());
            }
        }
    }

    /** JDBC address of a database, whether it exists or not. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    /** Login that owns a database. */
    public String user(String database) {
        return database;
    }

    /** Password of that login: the same word, as this server is reachable from this machine only. */
    public String password(String database) {
        return database;
    }

    /**
     * Creates a database and a login of the same name that owns it, unless they exist.
     *
     * @return the JDBC address
     */
    public String ensureDatabase(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '%s'".formatted(database))) {
                statement.execute("create role %1$s login password '%1$s'".formatted(database));
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '%s'".formatted(database))) {
                statement.execute("create database %1$s owner %1$s".formatted(database));
                statement.execute("revoke all on database %s from public".formatted(database));
            }
            return jdbcUrl(database);
        } catch (SQLException e) {
            throw new ServerException("cannot create database %s: %s".formatted(database, e.getMessage()), e);
        }
    }

    /** Drops a database with all sessions on it, if it exists; its login stays. */
    public void dropDatabase(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(database));
        } catch (SQLException e) {
            throw new ServerException("cannot drop database %s: %s".formatted(database, e.getMessage()), e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return !row.next();
        }
    }

    /** A connection as the superuser; not through DriverManager, which hides drivers of other class loaders. */
    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", SUPERUSER);
        login.setProperty("connectTimeout", "2");
        return new Driver().connect(jdbcUrl(SUPERUSER), login);
    }

    private boolean answers() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void initialise(Path installation, Path data) {
        try {
            Files.createDirectories(home);
            Files.createDirectories(log.getParent());
            Installation.deleteTree(data);
            Files.createDirectory(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            OrdinaryUser user = OrdinaryUser.here();
            user.own(data);
            Path password = home.resolve("superuser-password");
            Files.writeString(password, SUPERUSER);
            List<String> command = new ArrayList<>(user.prefix());
            command.addAll(List.of(
                    installation.resolve("bin/initdb").toString(),
                    "-D",
                    data.toString(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    // the files of an empty server need not survive a power cut; everything later is synced
                    "--no-sync"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                Installation.deleteTree(data);
                throw new ServerException("postgres: initdb failed, see " + log, ChildProcess.tail(log, 20), null);
            }
        } catch (IOException e) {
            throw new ServerException("postgres: initdb failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while creating the PostgreSQL data directory", e);
        }
    }
}
