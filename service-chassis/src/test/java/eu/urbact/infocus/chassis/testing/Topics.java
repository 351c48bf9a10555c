package eu.urbact.infocus.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import eu.urbact.infocus.deploy.embedded.EmbeddedServers;

/** Looks at topics and writes to them, from outside the service under test. */
public final class Topics {

    /** A record as it lies on the topic. */
    public record Delivered(String key, Map<String, String> headers, String value) {

        public String type() {
            return headers.get("ce_type");
        }

        public UUID id() {
            return UUID.fromString(headers.get("ce_id"));
        }

        public long version() {
            return Long.parseLong(headers.get("ce_aggregateversion"));
        }
    }

    static {
        // whoever waits for a record reads the whole topic at each look: on a busy machine that takes its time
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private Topics() {}

    /** All records of the topic, in order within a key; none when there is no such topic yet. */
    public static List<Delivered> read(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", EmbeddedServers.shared().kafka().bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            if (consumer.listTopics().containsKey(topic)) {
                consumer.partitionsFor(topic)
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Delivered> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    records.add(delivered(record));
                }
            }
            return records;
        }
    }

    /** The records of this key, in order. */
    public static List<Delivered> read(String topic, String key) {
        return read(topic).stream().filter(record -> key.equals(record.key())).toList();
    }

    /** Writes a CloudEvent in binary mode and waits for the broker. */
    public static void send(String topic, String key, String type, UUID id, long version, String data) {
        send(topic, key, type, id, version, Instant.parse("2016-10-10T08:00:00Z"), data);
    }

    /** The same of something that became true at this time. */
    public static void send(String topic, String key, String type, UUID id, long version, Instant time, String data) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "urn:infocus:test");
        headers.put("ce_type", type);
        headers.put("ce_time", time.toString());
        headers.put("ce_subject", key);
        headers.put("ce_aggregateversion", Long.toString(version));
        headers.put("content-type", "application/json");
        sendRaw(topic, key, headers, data.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a record as it is and waits for the broker. */
    public static void sendRaw(String topic, String key, Map<String, String> headers, byte[] value) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", EmbeddedServers.shared().kafka().bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivered delivered(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Delivered(
                record.key(),
                headers,
                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
    }
}
