package eu.urbact.infocus.deploy.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is on the topics, as another system would. */
final class Topics {

    private Topics() {}

    /** Every record on every topic, Kafka's own apart. */
    static List<Message> all() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", Platform.get().address("kafka"));
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (List<PartitionInfo> topic : consumer.listTopics().values()) {
                for (PartitionInfo partition : topic) {
                    if (!partition.topic().startsWith("__")) {
                        partitions.add(new TopicPartition(partition.topic(), partition.partition()));
                    }
                }
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    messages.add(Message.of(record));
                }
            }
            return messages;
        }
    }

    /** A record. */
    record Message(String topic, String key, Map<String, String> headers, String value) {

        static Message of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : record.headers()) {
                headers.put(
                        header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Message(record.topic(), record.key(), headers, record.value());
        }

        /** CloudEvents id, which is the same when the event is sent again. */
        String id() {
            return headers.get("ce_id");
        }

        /** CloudEvents type, or nothing. */
        String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }
}
