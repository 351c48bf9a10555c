package eu.urbact.infocus.deploy.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What other systems can read, looked at when everything else has left its traces there. */
@Order(90)
class TopicsIT {

    private static final Platform PLATFORM = Platform.get();
    private static final String PREFIX = "eu.urbact.infocus.";
    private static final Map<String, String> OWNERS = Map.of(
            "infocus.registration.v1", "registration-service",
            "infocus.programme.v1", "event-service",
            "infocus.directory.v1", "cluster-directory-service",
            "infocus.notification.v1", "notification-service");

    @Test
    void everyRecordIsACloudEventThatMatchesItsSchema() throws IOException {
        List<Topics.Message> messages = Topics.all();

        assertThat(messages.stream().map(Topics.Message::topic).distinct())
                .containsExactlyInAnyOrderElementsOf(OWNERS.keySet());
        Map<String, Schema> schemas = new HashMap<>();
        Map<String, Topics.Message> ids = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (Topics.Message message : messages) {
            assertThat(message.headers().keySet())
                    .contains("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time");
            assertThat(message.headers()).containsEntry("ce_specversion", "1.0");
            assertThat(message.headers().get("content-type")).startsWith("application/json");
            assertThat(message.key()).isNotBlank();
            assertThat(UUID.fromString(message.id())).isNotNull();
            Topics.Message before = ids.putIfAbsent(message.id(), message);
            if (before == null) {
                assertInOrder(message, versions);
            } else {
                assertSame(message, before);
            }
            assertThat(OffsetDateTime.parse(message.headers().get("ce_time"))).isNotNull();
            assertThat(message.type()).startsWith(PREFIX);
            Schema schema = schemas.computeIfAbsent(message.topic() + " " + message.type(), key -> schema(message));
            assertThat(schema.validate(message.value(), InputFormat.JSON))
                    .as(message.toString())
                    .isEmpty();
        }
        assertThat(schemas).hasSizeGreaterThan(8);
    }

    /** A service that is killed between sending and noting it sends again: the same event, under the same id, for readers to recognise. */
    private static void assertSame(Topics.Message message, Topics.Message before) {
        assertThat(untraced(message)).isEqualTo(untraced(before));
    }

    /** Without the trace of the one delivery, which is no part of the event. */
    private static Topics.Message untraced(Topics.Message message) {
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.keySet().removeAll(Set.of("traceparent", "tracestate"));
        return new Topics.Message(message.topic(), message.key(), headers, message.value());
    }

    /** Nobody who reads in order, and each event once, ever sees a state before the one that led to it. */
    private static void assertInOrder(Topics.Message message, Map<String, Long> versions) {
        long version = Long.parseLong(message.headers().get("ce_aggregateversion"));
        long before = versions.getOrDefault(message.topic() + message.key(), 0L);
        assertThat(version).as(message.toString()).isIn(before, before + 1);
        versions.put(message.topic() + message.key(), version);
    }

    private static Schema schema(Topics.Message message) {
        String fact = message.type().substring(message.type().indexOf('.', PREFIX.length()) + 1);
        Path file = PLATFORM.repository()
                .resolve(OWNERS.get(message.topic()))
                .resolve("src/main/resources/contracts/schemas")
                .resolve(fact + ".schema.json");
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError("No schema for " + message.type() + " at " + file, e);
        }
    }

    @Test
    void nobodyIsOnAnyTopicOrInAnyLog() throws IOException {
        String name = "Planted " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String address = UUID.randomUUID() + "@planted.example.org";
        Desk desk = Desk.frankfurt();
        Map<String, Object> application = desk.application(name, address, "torino");
        String motivation = "motivation " + UUID.randomUUID();
        application.put("motivation", motivation);
        application.put("organisation", "organisation " + UUID.randomUUID());
        Desk.apply(application).expect(201);
        String link = Mails.link(Mails.awaited(address, 1));
        String token = link.substring(link.lastIndexOf('/') + 1);
        try (Site visitor = Site.open(Site.WIDE)) {
            visitor.go(link);
            visitor.page().getByText("Withdraw my application").click();
            visitor.page().getByText("Yes, withdraw").click();
        }
        Mails.awaited(address, 2);

        List<String> planted = List.of(
                name, address, motivation, application.get("organisation").toString(), token, "@example.org", "eyJ");
        for (Topics.Message message : Topics.all()) {
            for (String trace : planted) {
                assertThat(message.toString()).doesNotContain(trace);
            }
        }
        for (String service : List.of("portal", "registration", "notification", "event", "directory")) {
            String log = Files.readString(PLATFORM.log(service));
            for (String trace : List.of(name, address, motivation, token)) {
                assertThat(log.contains(trace))
                        .as(service + ".log holds " + trace)
                        .isFalse();
            }
        }
    }

    private static int failuresOf(String service) {
        return Api.get(PLATFORM.url(service) + "/api/v1/admin/inbox-failures", "Authorization", Tokens.of("organiser"))
                .expect(200)
                .json()
                .path("total")
                .asInt();
    }

    @Test
    void nothingWasGivenUp() throws IOException {
        try (Stream<Topics.Message> messages = Topics.all().stream()) {
            assertThat(messages.map(Topics.Message::topic)
                            .filter(topic -> topic.contains("dead") || topic.contains("dlq")))
                    .isEmpty();
        }
        for (String service : List.of("registration", "notification", "directory")) {
            // an event that has overtaken the one before it is put aside until that one comes
            Eventually.so(service + " has put nothing aside", () -> failuresOf(service) == 0);
        }
    }
}
