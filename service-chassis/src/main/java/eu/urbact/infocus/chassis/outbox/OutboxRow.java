package eu.urbact.infocus.chassis.outbox;

import java.util.Map;
import java.util.UUID;

/** One unsent row as the relay sees it. */
@SuppressWarnings("ArrayRecordComponent") // bytes passed through; never compared
record OutboxRow(
        UUID id,
        long position,
        String topic,
        String key,
        long aggregateVersion,
        Map<String, String> headers,
        byte[] payload,
        int attempts) {

    /** What must stay in order. */
    record Stream(String topic, String key) {}

    Stream stream() {
        return new Stream(topic, key);
    }
}
