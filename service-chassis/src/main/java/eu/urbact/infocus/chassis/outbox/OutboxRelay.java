package eu.urbact.infocus.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Sends the rows of the outbox to Kafka and marks each only when the broker has acknowledged it.
 *
 * <p>One relay per service is active: it holds a session-level advisory lock; a standby takes over when that session ends.
 * One row per key is under way at a time, many keys in parallel, so that a key's facts arrive in order while a key that
 * fails holds up nobody else. A relay that dies between acknowledgement and mark sends the row again with the same id;
 * receivers drop the second.
 */
@ApplicationScoped
public class OutboxRelay {

    /** CloudEvents extension: 1 for the first fact of a key, then one more with each. */
    private static final String VERSION_HEADER = "ce_aggregateversion";

    private record Answer(OutboxRow row, Throwable failure) {}

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final OutboxConfig config;
    private final Emitter<byte[]> emitter;

    private final Semaphore work = new Semaphore(0);
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<OutboxRow.Stream, OutboxRow> underWay = new HashMap<>();
    private volatile boolean running;
    private volatile boolean active;
    private Thread thread;

    OutboxRelay(
            DataSource dataSource,
            ObjectMapper json,
            OutboxConfig config,
            // the relay itself bounds what is under way, so the emitter need not
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> emitter) {
        this.dataSource = dataSource;
        this.json = json;
        this.config = config;
        this.emitter = emitter;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        wake();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that there may be something to send. Never blocks. */
    public void wake() {
        work.release();
    }

    /** Whether this instance is the one that sends. */
    public boolean isActive() {
        return active;
    }

    private void run() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                OutboxTable table = new OutboxTable(connection, json);
                try {
                    relay(table);
                } finally {
                    active = false;
                    table.unlock();
                }
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    Log.warnf("The outbox relay lost its database session and starts again: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void relay(OutboxTable table) throws SQLException {
        // what an earlier session had under way may be answered still; those rows are read again and sent again
        answers.clear();
        underWay.clear();
        while (running && !table.tryLock()) {
            pause();
        }
        active = running;
        while (running) {
            settleAnswers(table);
            sendNext(table);
            // whatever could not go out now waits for an answer, and that wakes
            pause();
        }
    }

    private void sendNext(OutboxTable table) throws SQLException {
        int room = config.batch() - underWay.size();
        if (room <= 0) {
            return;
        }
        int sent = 0;
        Set<OutboxRow.Stream> held = new HashSet<>(underWay.keySet());
        for (OutboxRow row : table.unsent(config.batch(), underWay.keySet())) {
            if (held.add(row.stream()) && sent < room) {
                underWay.put(row.stream(), row);
                send(row);
                sent++;
            }
        }
    }

    private void send(OutboxRow row) {
        RecordHeaders headers = new RecordHeaders();
        row.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        if (!row.headers().containsKey(VERSION_HEADER)) {
            headers.add(VERSION_HEADER, Long.toString(row.aggregateVersion()).getBytes(StandardCharsets.UTF_8));
        }
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.key())
                .withHeaders(headers)
                .build();
        emitter.send(Message.of(
                row.payload(),
                Metadata.of(metadata),
                () -> {
                    answer(row, null);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    answer(row, failure);
                    return CompletableFuture.completedFuture(null);
                }));
    }

    private void answer(OutboxRow row, Throwable failure) {
        answers.add(new Answer(row, failure));
        wake();
    }

    private void settleAnswers(OutboxTable table) throws SQLException {
        List<UUID> acknowledged = new ArrayList<>();
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            OutboxRow row = answer.row();
            if (answer.failure() == null) {
                acknowledged.add(row.id());
            } else {
                Log.warnf(
                        "Kafka did not take event %s of topic %s, it will be tried again: %s",
                        row.id(), row.topic(), answer.failure().getMessage());
                table.markFailed(row.id(), answer.failure().getClass().getSimpleName(), backoff(row.attempts()));
            }
            underWay.remove(row.stream(), row);
        }
        if (!acknowledged.isEmpty()) {
            table.markSent(acknowledged);
        }
    }

    Duration backoff(int attempts) {
        Duration wait = config.firstBackoff().multipliedBy(1L << Math.min(attempts, 20));
        return wait.compareTo(config.longestBackoff()) < 0 ? wait : config.longestBackoff();
    }

    private void pause() {
        try {
            if (work.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.sleep(config.gatherFor().toMillis());
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
