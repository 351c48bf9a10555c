package eu.urbact.infocus.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.transaction.WritesAtEnd;

/** Writes facts down in the caller's transaction; the {@link OutboxRelay} sends them after the commit. */
@ApplicationScoped
public class Outbox {

    /**
     * One statement gives the next version of the key (its row stays locked until commit, so that versions rise in commit
     * order) and writes the event.
     */
    private static final String APPEND = """
            with stream as (
                insert into outbox_stream (topic, message_key, last_version) values (?, ?, 1)
                on conflict (topic, message_key) do update set last_version = outbox_stream.last_version + 1
                returning last_version)
            insert into outbox_event
                (id, topic, message_key, aggregate_version, type, headers, payload, occurred_at)
            select ?, ?, ?, stream.last_version, ?, ?::jsonb, ?, ? from stream
            """;

    private final WritesAtEnd writes;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final String source;

    Outbox(
            WritesAtEnd writes,
            ObjectMapper json,
            Clock clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.writes = writes;
        this.json = json;
        this.clock = clock;
        this.relay = relay;
        this.transaction = transaction;
        this.source = "urn:infocus:" + application;
    }

    /**
     * Writes the fact down. It is sent if and only if the caller's transaction commits.
     *
     * @return the event's id: the CloudEvents {@code id}, the same on every delivery
     * @throws IllegalStateException without a transaction
     */
    public UUID append(OutgoingEvent event) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", source);
        headers.put("ce_type", event.type());
        headers.put("ce_time", now.toString());
        headers.put("ce_subject", event.key());
        headers.put("ce_dataschema", dataSchema(event.type()));
        headers.put("content-type", "application/json");
        append(id, event.topic(), event.key(), event.type(), headers, bytes(event.data()), now);
        return id;
    }

    /**
     * Writes down a record that is passed on as it is, e.g. to a dead-letter topic: its headers are not made here.
     *
     * @throws IllegalStateException without a transaction
     */
    public void appendRaw(String topic, String key, String type, Map<String, String> headers, byte[] payload) {
        append(Ids.next(), topic, key, type, headers, payload, clock.instant());
    }

    private void append(
            UUID id, String topic, String key, String type, Map<String, String> headers, byte[] payload, Instant at) {
        if (transaction.getTransactionKey() == null) {
            throw new IllegalStateException("a fact can only be told in the transaction that makes it true");
        }
        writes.add(APPEND, topic, key, id, topic, key, type, text(headers), payload, at.atOffset(ZoneOffset.UTC));
        wakeRelayAfterCommit();
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(this) != null) {
            return;
        }
        transaction.putResource(this, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the commit
            }

            @Override
            public void afterCompletion(int status) {
                relay.wake();
            }
        });
    }

    private byte[] bytes(Object data) {
        return text(data).getBytes(StandardCharsets.UTF_8);
    }

    private String text(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a wire record or headers that are no JSON", e);
        }
    }

    /** {@code eu.urbact.infocus.registration.application-admitted.v1} → the schema's path below the producer's contracts. */
    static String dataSchema(String type) {
        String[] parts = type.split("\\.");
        int last = parts.length - 1;
        return last < 2
                ? "urn:infocus:schema:" + type
                : "urn:infocus:schema:" + parts[last - 2] + ":" + parts[last - 1] + "." + parts[last];
    }
}
