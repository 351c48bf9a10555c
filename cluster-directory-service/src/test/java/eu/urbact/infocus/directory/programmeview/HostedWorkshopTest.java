package eu.urbact.infocus.directory.programmeview;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithEmbeddedServers
class HostedWorkshopTest {

    private static final String TOPIC = "infocus.programme.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    private final UUID workshop = UUID.randomUUID();
    private final JsonNode example = Contracts.ofService("event-service").example("workshop-announced.v1");

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
    }

    @Test
    void an_announced_workshop_appears_on_the_page_of_its_city() {
        String tag = given().get("/api/v1/cities/frankfurt").header("ETag");
        UUID event = UUID.randomUUID();
        send(event, 1, data());
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/v1/cities/frankfurt")
                .then()
                .body("workshops", hasSize(1))
                .body("workshops[0].slug", equalTo("frankfurt-2016"))
                .body("workshops[0].title", equalTo(example.at("/data/title").asText()))
                .body("workshops[0].startsAt", equalTo("2016-11-23T13:30:00+01:00"))
                .body("workshops[0].zone", equalTo("Europe/Berlin")));
        given().header("If-None-Match", tag)
                .get("/api/v1/cities/frankfurt")
                .then()
                .statusCode(200);
        given().get("/api/v1/cities/porto").then().body("workshops", hasSize(0));
    }

    @Test
    void a_later_announcement_replaces_the_earlier_one_and_a_repeated_one_does_nothing() {
        UUID first = UUID.randomUUID();
        send(first, 1, data());
        send(first, 1, data());
        ObjectNode moved = data().put("title", "Moved to Porto").put("hostCityId", "porto");
        send(UUID.randomUUID(), 2, moved);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/api/v1/cities/porto").then().body("workshops.title", contains("Moved to Porto")));
        given().get("/api/v1/cities/frankfurt").then().body("workshops", hasSize(0));
        assertThat(DirectoryData.number(database, "select count(*) from hosted_workshop"))
                .isEqualTo(1);
    }

    @Test
    void a_workshop_may_be_announced_before_its_city_is_known() {
        DirectoryData.clear(database);
        send(UUID.randomUUID(), 1, data());
        await().atMost(PATIENCE)
                .until(() -> DirectoryData.number(database, "select count(*) from hosted_workshop") == 1);
        DirectoryData.bringIn(DirectoryData.file()).then().statusCode(201);
        given().get("/api/v1/cities/frankfurt").then().body("workshops", hasSize(1));
    }

    @Test
    void an_announcement_that_cannot_be_used_is_parked_and_others_go_on() {
        ObjectNode broken = data();
        broken.remove("zone");
        send(UUID.randomUUID(), 1, broken);
        UUID other = UUID.randomUUID();
        Topics.send(
                TOPIC,
                other.toString(),
                example.path("type").asText(),
                UUID.randomUUID(),
                1,
                data().put("workshopId", other.toString()).put("slug", "other").toString());
        await().atMost(PATIENCE)
                .until(() -> DirectoryData.number(database, "select count(*) from hosted_workshop") == 1);
        assertThat(DirectoryData.number(
                        database,
                        "select count(*) from inbox_failure where state = 'OPEN' and message_key = '" + workshop + "'"))
                .isEqualTo(1);
    }

    private ObjectNode data() {
        return example.path("data").<ObjectNode>deepCopy().put("workshopId", workshop.toString());
    }

    private void send(UUID event, long version, ObjectNode data) {
        Topics.send(TOPIC, workshop.toString(), example.path("type").asText(), event, version, data.toString());
    }
}
