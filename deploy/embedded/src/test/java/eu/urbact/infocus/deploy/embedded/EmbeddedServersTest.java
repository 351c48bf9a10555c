package eu.urbact.infocus.deploy.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedServersTest {

    @Test
    void postgresIsTheRealOneAndDurable() throws SQLException {
        EmbeddedPostgres postgres = EmbeddedServers.shared().postgres();
        String url = postgres.ensureDatabase("durable");

        try (Connection connection = connect(postgres, url, "durable")) {
            assertThat(single(connection, "show server_version_num")).startsWith("18");
            assertThat(single(connection, "show fsync")).isEqualTo("on");
            assertThat(single(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(single(connection, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void everyDatabaseHasItsOwnLogin() throws SQLException {
        EmbeddedPostgres postgres = EmbeddedServers.shared().postgres();
        String first = postgres.ensureDatabase("first");
        postgres.ensureDatabase("second");
        assertThat(postgres.ensureDatabase("first")).isEqualTo(first).isEqualTo(postgres.jdbcUrl("first"));

        try (Connection connection = connect(postgres, first, "first");
                Statement statement = connection.createStatement()) {
            statement.execute("create table mine (id int)");
        }
        assertThatThrownBy(() -> connect(postgres, first, "second")).hasMessageContaining("permission denied");
    }

    @Test
    void kafkaKeepsItsPortAndDataWhenStoppedOrKilledAndStarted() throws Exception {
        EmbeddedKafka kafka = EmbeddedServers.shared().kafka();
        int port = kafka.port();
        String topic = "kept-" + UUID.randomUUID();
        send(kafka, topic, "before");

        kafka.stop();
        assertThat(kafka.isRunning()).isFalse();
        assertThat(Ports.answers(port)).isFalse();
        kafka.start();
        send(kafka, topic, "after a stop");
        kafka.process().orElseThrow().kill();
        assertThat(kafka.isRunning()).isFalse();
        kafka.start();

        send(kafka, topic, "after a kill");
        assertThat(kafka.port()).isEqualTo(port);
        assertThat(received(kafka, topic, 3)).containsExactly("before", "after a stop", "after a kill");
    }

    @Test
    void committedRowsSurviveKillMinusNine(@TempDir Path directory) throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.in(directory.resolve("pg"), directory.resolve("pg.log"), Ports.free())) {
            postgres.start();
            String url = postgres.ensureDatabase("killed");
            Connection open = connect(postgres, url, "killed");
            try (Statement statement = open.createStatement()) {
                statement.execute("create table kept (id int)");
                statement.execute("insert into kept values (7)");
            }

            // the server alone, as somebody else's kill -9 does it: its sessions are still there for a moment
            ProcessHandle server =
                    ProcessHandle.of(postgres.process().orElseThrow().pid()).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();
            assertThatThrownBy(() -> open.createStatement().execute("select 1")).isInstanceOf(SQLException.class);

            try (Connection connection = connect(postgres, url, "killed")) {
                assertThat(single(connection, "select id from kept")).isEqualTo("7");
            }
        }
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path directory) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            EmbeddedKafka kafka = EmbeddedKafka.in(directory, directory.resolve("kafka.log"), port);
            assertThatThrownBy(kafka::start)
                    .isInstanceOf(ServerException.class)
                    .hasMessage("kafka cannot start: port " + port + " is taken by another process");
            assertThat(kafka.isRunning()).isFalse();
        }
    }

    @Test
    void aChildDoesNotOutliveAParentThatWasKilled(@TempDir Path directory) throws Exception {
        // the parent: a JVM that starts a child and waits for its own kill -9
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentOfAChild.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("parent.log").toFile())
                .start();
        Path pidFile = directory.resolve("child.pid");
        ChildProcess child = await(() -> ChildProcess.find("child", directory.resolve("child.log"), pidFile));

        parent.destroyForcibly();

        assertThat(child.awaitExit(Duration.ofSeconds(10))).isTrue();
    }

    /** Main class of that JVM. */
    static final class ParentOfAChild {
        private ParentOfAChild() {}

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            ChildProcess.start(
                            "child",
                            List.of("sh", "-c", "exec sleep 600"),
                            Map.of(),
                            directory.resolve("child.log"),
                            directory.resolve("child.pid"),
                            ChildProcess.StopSignal.TERM)
                    .onExit()
                    .get();
        }
    }

    private static <T> T await(Supplier<Optional<T>> wanted) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            boolean unused = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("waited in vain");
    }

    @Test
    void aServerThatEndsWhileStartingShowsTheEndOfItsLog(@TempDir Path directory) {
        ChildProcess child = ChildProcess.start(
                "dying",
                List.of("sh", "-c", "echo the reason; exit 3"),
                Map.of(),
                directory.resolve("dying.log"),
                directory.resolve("dying.pid"),
                ChildProcess.StopSignal.TERM);
        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e).hasMessageContaining("dying ended while starting");
                    assertThat(e.logTail()).isEqualTo("the reason");
                });
        assertThat(directory.resolve("dying.pid")).doesNotExist();
    }

    private static Connection connect(EmbeddedPostgres postgres, String url, String user) throws SQLException {
        return DriverManager.getConnection(url, postgres.user(user), postgres.password(user));
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void send(EmbeddedKafka kafka, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> received(EmbeddedKafka kafka, String topic, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            List<String> values = new java.util.ArrayList<>();
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < end) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<String, String> record : records) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }
}
