package eu.urbact.infocus.chassis.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.deploy.embedded.EmbeddedKafka;
import eu.urbact.infocus.deploy.embedded.EmbeddedServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithEmbeddedServers
class OutboxTest {

    private static final String TYPE = "eu.urbact.infocus.chassis.counted.v1";

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    private final String topic = "outbox-test-" + UUID.randomUUID();

    @Test
    void a_committed_fact_arrives_as_a_cloud_event() {
        UUID id = QuarkusTransaction.requiringNew().call(() -> append("key", 1));
        await().untilAsserted(
                        () -> assertThat(Topics.read(topic)).singleElement().satisfies(record -> {
                            assertThat(record.key()).isEqualTo("key");
                            assertThat(record.value()).isEqualTo("{\"n\":1}");
                            assertThat(record.headers())
                                    .containsEntry("ce_id", id.toString())
                                    .containsEntry("ce_specversion", "1.0")
                                    .containsEntry("ce_type", TYPE)
                                    .containsEntry("ce_source", "urn:infocus:chassis-under-test")
                                    .containsEntry("ce_subject", "key")
                                    .containsEntry("ce_aggregateversion", "1")
                                    .containsEntry("content-type", "application/json");
                            assertThat(record.headers().get("ce_time")).startsWith("2016-10-10T08:");
                        }));
    }

    @Test
    void a_fact_of_a_rolled_back_transaction_never_arrives_and_leaves_no_gap() {
        QuarkusTransaction.begin();
        append("key", 1);
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> append("key", 2));
        await().untilAsserted(() -> assertThat(values("key")).containsExactly("{\"n\":2}"));
        assertThat(Topics.read(topic, "key").get(0).version()).isEqualTo(1);
    }

    @Test
    void a_fact_needs_a_transaction() {
        assertThatThrownBy(() -> append("key", 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void facts_of_a_key_arrive_in_the_order_of_their_commits() {
        IntStream.rangeClosed(1, 40).parallel().forEach(n -> QuarkusTransaction.requiringNew()
                .run(() -> append("key-" + n % 4, n)));
        await().untilAsserted(() -> assertThat(Topics.read(topic)).hasSize(40));
        for (String key : List.of("key-0", "key-1", "key-2", "key-3")) {
            assertThat(Topics.read(topic, key))
                    .extracting(Topics.Delivered::version)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 10).boxed().toList());
        }
    }

    @Test
    void facts_wait_for_a_broker_that_is_down_and_arrive_once_it_is_back() {
        EmbeddedKafka kafka = EmbeddedServers.shared().kafka();
        kafka.stop();
        try {
            for (int n = 1; n <= 5; n++) {
                int number = n;
                QuarkusTransaction.requiringNew().run(() -> append("key", number));
            }
            // long enough for the client to give up on the first one: it must not be forgotten
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(attempts()).isPositive());
            assertThat(unsent()).isEqualTo(5);
        } finally {
            kafka.start();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(unsent()).isZero());
        assertThat(Topics.read(topic, "key").stream()
                        .map(Topics.Delivered::version)
                        .distinct())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_key_that_always_fails_holds_up_nobody_else() {
        // more than the broker takes, and more rows behind it than one look of the relay reads
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(new OutgoingEvent(topic, "too-large", TYPE, Map.of("n", "x".repeat(1_100_000))));
            for (int n = 2; n <= 150; n++) {
                append("too-large", n);
            }
        });
        QuarkusTransaction.requiringNew().run(() -> append("healthy", 1));
        await().untilAsserted(() -> assertThat(values("healthy")).containsExactly("{\"n\":1}"));
        assertThat(values("too-large")).isEmpty();
        execute("delete from outbox_event where topic = '" + topic + "'");
    }

    @Test
    void a_row_that_breaks_the_relay_does_not_lock_it_out_for_ever() {
        QuarkusTransaction.requiringNew().run(() -> append("key", 1));
        await().untilAsserted(() -> assertThat(unsent()).isZero());
        execute(
                "insert into outbox_event (id, topic, message_key, aggregate_version, type, headers, payload, occurred_at)"
                        + " values (gen_random_uuid(), '" + topic + "', 'broken', 1, 't', '[1]', '', now())");
        QuarkusTransaction.requiringNew().run(() -> append("key", 2));
        await().pollDelay(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(unsent()).isPositive());
        execute("delete from outbox_event where message_key = 'broken'");
        await().untilAsserted(() -> assertThat(values("key")).containsExactly("{\"n\":1}", "{\"n\":2}"));
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID append(String key, int n) {
        return outbox.append(new OutgoingEvent(topic, key, TYPE, Map.of("n", n)));
    }

    private List<String> values(String key) {
        return Topics.read(topic, key).stream().map(Topics.Delivered::value).toList();
    }

    private long attempts() {
        return number("select coalesce(max(attempts), 0) from outbox_event where topic = '" + topic + "'");
    }

    private long unsent() {
        return number("select count(*) from outbox_event where sent_at is null and topic = '" + topic + "'");
    }

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
