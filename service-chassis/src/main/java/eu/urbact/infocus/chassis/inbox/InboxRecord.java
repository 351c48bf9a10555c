package eu.urbact.infocus.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A Kafka record as it came, before anybody has tried to understand it. */
@SuppressWarnings("ArrayRecordComponent") // bytes passed through; never compared
record InboxRecord(String topic, String key, Map<String, String> headers, byte[] payload) {

    /** Longer keys and attributes are no ids of ours, and would not fit into an index. */
    static final int LONGEST_ATTRIBUTE = 500;

    private static final int LONGEST_HEADER = 4_000;

    static InboxRecord of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(
                        storable(header.key(), LONGEST_ATTRIBUTE),
                        storable(new String(header.value(), StandardCharsets.UTF_8), LONGEST_HEADER));
            }
        }
        return new InboxRecord(record.topic(), record.key(), headers, record.value());
    }

    /** The key as it can be kept: a record that cannot be read may have any. */
    String storableKey() {
        return key == null ? null : storable(key, LONGEST_ATTRIBUTE);
    }

    /** Without U+0000, the one character that PostgreSQL's text and jsonb cannot hold, and not longer than this. */
    private static String storable(String text, int longest) {
        String clean = text.replace("\u0000", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
