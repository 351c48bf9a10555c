package eu.urbact.infocus.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.Notes;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithEmbeddedServers
class InboxTest {

    private static final String TOPIC = "infocus.neighbour.v1";

    @Inject
    Notes notes;

    @Inject
    NoteHandler handler;

    private final String key = UUID.randomUUID().toString();

    @Test
    void an_event_delivered_twice_takes_effect_once() {
        UUID id = send(1, "first");
        Topics.send(TOPIC, key, NoteHandler.TYPE, id, 1, "{\"text\":\"first\"}");
        send(2, "second");
        awaitNotes("first", "second");
    }

    @Test
    void an_old_version_with_a_new_id_is_a_duplicate_too() {
        send(1, "first");
        send(1, "again");
        send(2, "second");
        awaitNotes("first", "second");
    }

    @Test
    void a_type_without_a_handler_is_skipped_and_its_key_goes_on() {
        Topics.send(TOPIC, key, "eu.urbact.infocus.neighbour.unheard-of.v1", Ids.next(), 1, "{}");
        send(2, "second");
        awaitNotes("second");
    }

    @Test
    void a_gap_parks_the_key_until_the_missing_event_comes() {
        send(1, "first");
        send(3, "third");
        send(4, "fourth");
        await().untilAsserted(() -> assertThat(openFailures("PARKED")).hasSize(2));
        assertThat(notes.of(key)).containsExactly("first");
        send(2, "second");
        awaitNotes("first", "second", "third", "fourth");
        assertThat(openFailures("PARKED")).isEmpty();
    }

    @Test
    void an_event_that_cannot_be_applied_parks_its_key_and_no_other() {
        handler.refusesBad().set(true);
        send(1, "bad");
        send(2, "after");
        String other = UUID.randomUUID().toString();
        Topics.send(TOPIC, other, NoteHandler.TYPE, Ids.next(), 1, "{\"text\":\"other\"}");
        await().untilAsserted(() -> assertThat(notes.of(other)).containsExactly("other"));
        await().untilAsserted(() -> assertThat(openFailures("PARKED")).hasSize(2));
        assertThat(notes.of(key)).isEmpty();

        String first = openFailures("PARKED").get(0);
        admin().post("/api/v1/admin/inbox-failures/" + first + "/replay")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");

        handler.refusesBad().set(false);
        admin().post("/api/v1/admin/inbox-failures/" + first + "/replay").then().statusCode(200);
        awaitNotes("bad", "after");
        assertThat(openFailures("PARKED")).isEmpty();
    }

    @Test
    void a_discarded_event_lets_its_successors_go_and_leaves_a_trace() {
        handler.refusesBad().set(true);
        send(1, "bad");
        send(2, "after");
        await().untilAsserted(() -> assertThat(openFailures("PARKED")).hasSize(2));
        String first = openFailures("PARKED").get(0);
        admin().contentType("application/json")
                .body("{\"reason\":\"the call was deleted\"}")
                .post("/api/v1/admin/inbox-failures/" + first + "/discarding")
                .then()
                .statusCode(200);
        awaitNotes("after");
        List<String> actions = admin().get("/api/v1/admin/audit-entries?objectType=inbox-failure&objectId=" + first)
                .then()
                .statusCode(200)
                .extract()
                .path("items.action");
        assertThat(actions).containsExactly("inbox-event-discarded");
    }

    @Test
    void while_a_dependency_is_down_the_same_event_is_tried_again() {
        handler.outage().set(true);
        send(1, "outage");
        send(2, "after");
        await().pollDelay(java.time.Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(notes.of(key)).isEmpty());
        assertThat(openFailures("PARKED")).isEmpty();
        handler.outage().set(false);
        awaitNotes("outage", "after");
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letter_topic_and_others_go_on() {
        Topics.sendRaw(TOPIC, key, Map.of("ce_id", "no uuid"), "{broken".getBytes(StandardCharsets.UTF_8));
        send(1, "first");
        awaitNotes("first");
        await().untilAsserted(() -> assertThat(Topics.read(TOPIC + ".chassis-under-test.dlq", key))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.value()).isEqualTo("{broken");
                    assertThat(record.headers()).containsEntry("dead-letter-reason", "ce_specversion is not 1.0");
                }));
        assertThat(openFailures("DEAD_LETTER")).hasSize(1);
    }

    @Test
    void no_record_however_odd_blocks_the_channel() {
        Topics.sendRaw(TOPIC, "k".repeat(20_000), Map.of("ce_specversion", "1.0"), new byte[] {0, 1, 2});
        Topics.sendRaw(TOPIC, key, Map.of("name\u0000with nul", "a\u0000b"), new byte[0]);
        Topics.sendRaw(TOPIC, null, Map.of("ce_type", "t".repeat(50_000)), null);
        send(1, "first");
        awaitNotes("first");
    }

    @Test
    void only_organisers_see_what_has_failed() {
        given().get("/api/v1/admin/inbox-failures").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.city("porto").token())
                .get("/api/v1/admin/inbox-failures")
                .then()
                .statusCode(403);
    }

    private UUID send(long version, String text) {
        UUID id = Ids.next();
        Topics.send(TOPIC, key, NoteHandler.TYPE, id, version, "{\"text\":\"" + text + "\"}");
        return id;
    }

    private void awaitNotes(String... texts) {
        await().untilAsserted(() -> assertThat(notes.of(key)).containsExactly(texts));
    }

    private List<String> openFailures(String kind) {
        return admin().get("/api/v1/admin/inbox-failures?size=200&state=OPEN&kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.key == '" + key + "' }.id");
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return given().auth().oauth2(TestTokens.organiser().token());
    }
}
