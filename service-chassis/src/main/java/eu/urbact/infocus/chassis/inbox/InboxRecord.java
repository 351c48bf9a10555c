package eu.urbact.infocus.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A Kafka record as it came, before anybody has tried to understand it. */
@SuppressWarnings("ArrayRecordComponent") // bytes passed through; never compared
record InboxRecord(String topic, String key, Map<String, String> headers, byte[] payload) {

    static InboxRecord of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                // U+0000 is the one character PostgreSQL's text and jsonb cannot hold
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8).replace("\u0000", ""));
            }
        }
        String key = record.key() == null ? null : record.key().replace("\u0000", "");
        return new InboxRecord(record.topic(), key, headers, record.value());
    }
}
