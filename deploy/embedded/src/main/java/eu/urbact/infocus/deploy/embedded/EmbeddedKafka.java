package eu.urbact.infocus.deploy.embedded;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A real Kafka broker (KRaft: broker and controller in one) in a JVM of its own, on the loopback interface. Topics are
 * created by their first use, with three partitions.
 */
public final class EmbeddedKafka extends ChildServer {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
    private static final String NODE_ID = "1";

    private EmbeddedKafka(Path home, Path log, int port, boolean temporary) {
        super(home, log, port, ChildProcess.StopSignal.TERM, temporary);
    }

    /** A broker that keeps its data in a directory, which is created when missing. */
    public static EmbeddedKafka in(Path directory, Path log, int port) {
        return new EmbeddedKafka(directory.toAbsolutePath(), log.toAbsolutePath(), port, false);
    }

    /** A broker on a free port whose data are deleted by {@link #close()}. */
    public static EmbeddedKafka temporary() {
        Path home = EmbeddedPostgres.temporaryDirectory("infocus-kafka");
        return new EmbeddedKafka(home, home.resolve("kafka.log"), Ports.free(), true);
    }

    static EmbeddedKafka existing(Path directory, int port) {
        return new EmbeddedKafka(directory, directory.resolve("kafka.log"), port, true);
    }

    @Override
    public String name() {
        return "kafka";
    }

    /** What clients are configured with. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(name(), port);
        Path configuration = home.resolve("broker.properties");
        Path ready = home.resolve("ready");
        try {
            Files.createDirectories(home.resolve("data"));
            Files.deleteIfExists(ready);
            try (Writer writer = Files.newBufferedWriter(configuration)) {
                brokerProperties().store(writer, null);
            }
        } catch (IOException e) {
            throw new ServerException("kafka cannot start: " + e.getMessage(), e);
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // half of the processor time of a start
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
                "-cp",
                new Installation().kafkaClassPath(),
                KafkaMain.class.getName(),
                configuration.toString(),
                ready.toString());
        ChildProcess process = launch(command, Map.of());
        process.awaitReady(() -> Files.exists(ready), START_TIMEOUT);
    }

    private Properties brokerProperties() {
        int controllerPort = Ports.free();
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", NODE_ID);
        properties.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
        properties.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
        properties.setProperty("log.dirs", home.resolve("data").toString());
        properties.setProperty("auto.create.topics.enable", "true");
        properties.setProperty("num.partitions", "3");
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        // Events carry the platform's own time, which may be years ago: nothing may expire by its age.
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("group.min.session.timeout.ms", "1000");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        // a broker that was killed is taken back after this, instead of nine seconds
        properties.setProperty("broker.session.timeout.ms", "2000");
        properties.setProperty("broker.heartbeat.interval.ms", "300");
        return properties;
    }
}
