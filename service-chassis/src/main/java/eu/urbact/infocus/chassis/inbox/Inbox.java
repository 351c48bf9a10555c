package eu.urbact.infocus.chassis.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.problem.DependencyDown;

/**
 * Brings facts of other services into effect, once each and in order per key.
 *
 * <p>A record is read, then in one transaction remembered, checked for its version and applied; only then is it acknowledged.
 * Three kinds of failure have three answers: what cannot be read goes to the dead-letter topic at once; while a dependency is
 * down the same record is tried again for ever; an event that cannot be applied is parked, and so is everything later of its
 * key, while other keys go on.
 */
@ApplicationScoped
public class Inbox {

    /** What became of an event. */
    enum Result {
        APPLIED,
        /** It had taken effect before. */
        DUPLICATE,
        /** An earlier event of its key is parked or missing. */
        MUST_WAIT
    }

    /** What became of an event, and whether others of its key were parked when it came. */
    private record Taken(Result result, boolean othersParked) {}

    /** A failure may be a clash with another transaction, which passes; so an event is tried this often before it is parked. */
    private static final int TRIES = 3;

    private final InboxTable table;
    private final Outbox outbox;
    private final Clock clock;
    private final InboxConfig config;
    private final CloudEventReader reader;
    private final String consumer;
    private final Map<String, EventHandler> handlers = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(
            InboxTable table,
            Outbox outbox,
            Clock clock,
            InboxConfig config,
            ObjectMapper json,
            @Any Instance<EventHandler> handlers,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.table = table;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
        this.reader = new CloudEventReader(json);
        this.consumer = consumer;
        for (EventHandler handler : handlers) {
            for (String type : handler.types()) {
                if (this.handlers.put(type, handler) != null) {
                    throw new IllegalStateException("two handlers for " + type);
                }
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Takes a record in; returns when it may be acknowledged: it has taken effect, or is kept as parked or dead-lettered.
     *
     * @throws IllegalStateException when the service stops while a dependency is down; the record is then not acknowledged
     */
    public void receive(ConsumerRecord<String, byte[]> kafkaRecord) {
        InboxRecord record = InboxRecord.of(kafkaRecord);
        Duration wait = config.firstBackoff();
        while (true) {
            try {
                take(record);
                return;
            } catch (RuntimeException failure) {
                // whatever keeps us even from writing the record down has to pass first
                Log.warnf(
                        "An event of topic %s waits for a dependency: %s",
                        record.topic(), failure.getClass().getSimpleName());
                pause(wait);
                wait = wait.multipliedBy(2).compareTo(config.longestBackoff()) < 0
                        ? wait.multipliedBy(2)
                        : config.longestBackoff();
            }
        }
    }

    private void take(InboxRecord record) {
        IncomingEvent event;
        try {
            event = reader.read(record.topic(), record.key(), record.headers(), record.payload());
        } catch (UnreadableEventException unreadable) {
            deadLetter(record, unreadable.getMessage());
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                Taken taken = QuarkusTransaction.requiringNew().call(() -> applyOrPark(record, event));
                if (taken.result() != Result.MUST_WAIT && taken.othersParked()) {
                    applyParkedSuccessors(event.topic(), event.key());
                }
                return;
            } catch (RuntimeException failure) {
                if (DependencyDown.isBehind(failure)) {
                    throw failure;
                }
                if (attempt == TRIES) {
                    park(record, event, failure);
                    return;
                }
            }
        }
    }

    private Taken applyOrPark(InboxRecord record, IncomingEvent event) {
        Taken taken = apply(event, true);
        if (taken.result() == Result.MUST_WAIT) {
            table.keep(
                    InboxFailure.Kind.PARKED,
                    record,
                    event,
                    "an earlier event of this key is parked or missing",
                    clock.instant());
        }
        return taken;
    }

    private void park(InboxRecord record, IncomingEvent event, RuntimeException failure) {
        Log.errorf(
                "Event %s of type %s cannot be applied, its key is parked: %s",
                event.id(), event.type(), reason(failure));
        QuarkusTransaction.requiringNew()
                .run(() -> table.keep(InboxFailure.Kind.PARKED, record, event, reason(failure), clock.instant()));
    }

    /** In the caller's transaction: check the version, remember the event, call the handler. */
    private Taken apply(IncomingEvent event, boolean inOrder) {
        InboxTable.Stream stream = table.lockStream(event.topic(), event.key());
        return new Taken(apply(event, inOrder, stream), stream.parked());
    }

    private Result apply(IncomingEvent event, boolean inOrder, InboxTable.Stream stream) {
        if (event.version() <= stream.lastVersion()) {
            return Result.DUPLICATE;
        }
        if (inOrder && (event.version() > stream.lastVersion() + 1 || (stream.parked() && waitsBehindParked(event)))) {
            return Result.MUST_WAIT;
        }
        if (!table.remember(event)) {
            return Result.DUPLICATE;
        }
        EventHandler handler = handlers.get(event.type());
        if (handler != null) {
            handler.handle(event);
        }
        return Result.APPLIED;
    }

    private boolean waitsBehindParked(IncomingEvent event) {
        return table.firstParked(event.topic(), event.key())
                .filter(first -> first.version() < event.version())
                .isPresent();
    }

    /** A missing event that arrives late sets its parked successors free, one after the other, until one cannot be applied. */
    private void applyParkedSuccessors(String topic, String key) {
        boolean settled = true;
        while (settled) {
            Optional<InboxFailure> first = QuarkusTransaction.requiringNew().call(() -> table.firstParked(topic, key));
            settled = first.isPresent() && replayParked(first.get().id());
        }
    }

    /** Without a person: in its own transaction, and a failure is counted. */
    private boolean replayParked(UUID failureId) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> replay(failureId, false));
        } catch (RuntimeException failure) {
            if (DependencyDown.isBehind(failure)) {
                throw failure;
            }
            QuarkusTransaction.requiringNew().run(() -> table.countAttempt(failureId, reason(failure)));
            return false;
        }
    }

    /**
     * Tries a kept record again, through the same checks, in the caller's transaction.
     *
     * @param acceptGap apply it although earlier events of its key are missing; a person has decided that
     * @return whether it is settled
     * @throws UnreadableEventException when it is still unreadable
     */
    boolean replay(UUID failureId, boolean acceptGap) {
        Optional<InboxFailure> kept = table.lock(failureId);
        if (kept.isEmpty() || kept.get().state() != InboxFailure.State.OPEN) {
            return true;
        }
        InboxRecord record = kept.get().record();
        IncomingEvent event = reader.read(record.topic(), record.key(), record.headers(), record.payload());
        if (waitsBehindParked(event) || apply(event, !acceptGap).result() == Result.MUST_WAIT) {
            return false;
        }
        table.settle(failureId, InboxFailure.State.REPLAYED, clock.instant());
        return true;
    }

    /**
     * Gives the kept record up, in the caller's transaction: its key goes on as if it had taken effect.
     *
     * @return whether it was still open
     */
    boolean discard(UUID failureId) {
        Optional<InboxFailure> kept = table.lock(failureId);
        if (kept.isEmpty() || kept.get().state() != InboxFailure.State.OPEN) {
            return false;
        }
        InboxFailure failure = kept.get();
        if (failure.kind() == InboxFailure.Kind.PARKED) {
            table.lockStream(failure.record().topic(), failure.record().key());
            table.raiseLastVersion(failure.record().topic(), failure.record().key(), failure.version());
        }
        table.settle(failureId, InboxFailure.State.DISCARDED, clock.instant());
        return true;
    }

    /** After a person has replayed or discarded the first of a key: its successors that are in order now. */
    void continueWith(String topic, String key) {
        if (key != null) {
            applyParkedSuccessors(topic, key);
        }
    }

    private void deadLetter(InboxRecord record, String reason) {
        Log.errorf("A record of topic %s is unreadable and goes to the dead-letter topic: %s", record.topic(), reason);
        QuarkusTransaction.requiringNew().run(() -> {
            table.keep(InboxFailure.Kind.DEAD_LETTER, record, null, reason, clock.instant());
            Map<String, String> headers = new HashMap<>(record.headers());
            headers.put("dead-letter-reason", reason);
            headers.put("dead-letter-topic", record.topic());
            outbox.appendRaw(
                    record.topic() + "." + consumer + ".dlq",
                    // without a key of its own it must not wait for others without one
                    record.key() == null ? Ids.next().toString() : record.storableKey(),
                    "dead-letter",
                    headers,
                    record.payload() == null ? new byte[0] : record.payload());
        });
    }

    /** Class and place, not the message: a message may repeat personal values. */
    static String reason(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void pause(Duration wait) {
        try {
            if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the service stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stops", e);
        }
    }
}
