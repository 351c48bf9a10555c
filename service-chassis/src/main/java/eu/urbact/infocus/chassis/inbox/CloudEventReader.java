package eu.urbact.infocus.chassis.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads CloudEvents 1.0 in Kafka's binary mode: attributes in headers, JSON in the value. */
final class CloudEventReader {

    private final ObjectMapper json;

    CloudEventReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a record.
     *
     * @throws UnreadableEventException when an attribute is missing or wrong, or the value is no JSON object
     */
    IncomingEvent read(String topic, String key, Map<String, String> headers, byte[] payload) {
        if (!"1.0".equals(headers.get("ce_specversion"))) {
            throw new UnreadableEventException("ce_specversion is not 1.0");
        }
        if (key == null || key.isEmpty()) {
            throw new UnreadableEventException("the key is missing");
        }
        if (key.length() > InboxRecord.LONGEST_ATTRIBUTE || key.indexOf('\u0000') >= 0) {
            throw new UnreadableEventException("the key is no id");
        }
        try {
            return new IncomingEvent(
                    UUID.fromString(required(headers, "ce_id")),
                    topic,
                    key,
                    required(headers, "ce_type"),
                    version(required(headers, "ce_aggregateversion")),
                    Instant.parse(required(headers, "ce_time")),
                    data(payload));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEventException("an attribute is malformed");
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new UnreadableEventException(name + " is missing");
        }
        if (value.length() > InboxRecord.LONGEST_ATTRIBUTE) {
            throw new UnreadableEventException(name + " is too long");
        }
        return value;
    }

    private static long version(String text) {
        long version = Long.parseLong(text);
        if (version < 1) {
            throw new UnreadableEventException("ce_aggregateversion is below 1");
        }
        return version;
    }

    private JsonNode data(byte[] payload) {
        if (payload == null) {
            throw new UnreadableEventException("the value is missing");
        }
        try {
            JsonNode data = json.readTree(new String(payload, StandardCharsets.UTF_8));
            if (!data.isObject()) {
                throw new UnreadableEventException("the value is no JSON object");
            }
            return data;
        } catch (IOException e) {
            throw new UnreadableEventException("the value is no JSON");
        }
    }
}
