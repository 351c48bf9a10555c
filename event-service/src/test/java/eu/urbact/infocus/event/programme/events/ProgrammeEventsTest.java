package eu.urbact.infocus.event.programme.events;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.Topics.Delivered;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.event.testing.ProgrammeFiles;

import static eu.urbact.infocus.event.testing.Programmes.importFile;
import static eu.urbact.infocus.event.testing.Programmes.importOver;
import static eu.urbact.infocus.event.testing.Programmes.release;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the other services are told, read from the topic. */
@QuarkusTest
@WithEmbeddedServers
class ProgrammeEventsTest {

    private static final String TOPIC = "infocus.programme.v1";
    private static final String ANNOUNCED = "eu.urbact.infocus.programme.workshop-announced.v1";
    private static final String RELEASED = "eu.urbact.infocus.programme.programme-released.v1";

    private final Contracts contracts = Contracts.ofThisService();

    private List<Delivered> eventsOf(String workshopId, int count) {
        return await().atMost(20, SECONDS)
                .until(() -> Topics.read(TOPIC, workshopId), events -> events.size() >= count);
    }

    @Test
    void theContractsHoldTogether() {
        contracts.checkEvents();
    }

    @Test
    void anImportAnnouncesTheWorkshopAndAReleaseTellsItsNumber() throws Exception {
        String file = ProgrammeFiles.small("events");
        String id = importFile(file).statusCode(201).extract().path("workshopId");
        importFile(file).statusCode(200);
        importOver(file.replace("title: A talk", "title: Another talk"), "events")
                .statusCode(201);
        release("events").statusCode(201);
        importOver(file.replace("theme: Testing together", "theme: Testing alone"), "events")
                .statusCode(201);

        List<Delivered> events = eventsOf(id, 3);
        assertThat(events).extracting(Delivered::type).containsExactly(ANNOUNCED, RELEASED, ANNOUNCED);
        assertThat(events).extracting(Delivered::version).containsExactly(1L, 2L, 3L);
        assertThat(events).allSatisfy(event -> {
            contracts.assertValid(event.type(), event.value());
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "urn:infocus:event-service")
                    .containsEntry("ce_subject", id);
        });

        JsonNode announced = new ObjectMapper().readTree(events.get(0).value());
        assertThat(announced.get("slug").asText()).isEqualTo("events");
        assertThat(announced.get("startsAt").asText()).isEqualTo("2016-11-23T08:00:00Z");
        assertThat(announced.get("zone").asText()).isEqualTo("Europe/Berlin");
        JsonNode released = new ObjectMapper().readTree(events.get(1).value());
        assertThat(released.get("releaseNumber").asInt()).isEqualTo(1);
        assertThat(released.get("openItemCount").asInt())
                .as("the items for partners and organisers are not counted")
                .isEqualTo(2);
        assertThat(new ObjectMapper()
                        .readTree(events.get(2).value())
                        .get("theme")
                        .asText())
                .isEqualTo("Testing alone");
    }

    @Test
    void theVenueIsToldWhenTheWorkshopHasOneAndAgainWhenItIsAnotherOne() throws Exception {
        String unknown = ProgrammeFiles.small("events-venue");
        String file = unknown.replace("  zone: Europe/Berlin", "  zone: Europe/Berlin\n  venue: town-hall");
        String id = importFile(unknown).statusCode(201).extract().path("workshopId");
        importOver(file, "events-venue").statusCode(201);
        importOver(file.replace("First day", "Day one"), "events-venue").statusCode(201);
        importOver(
                        file.replace(
                                "address: Main Square 1", "address: Side Street 2, Testville\n    city: Testville"),
                        "events-venue")
                .statusCode(201);
        importOver(unknown, "events-venue").statusCode(201);

        List<Delivered> events = eventsOf(id, 4);
        assertThat(events).extracting(Delivered::type).containsOnly(ANNOUNCED).hasSize(4);
        assertThat(events).allSatisfy(event -> contracts.assertValid(event.type(), event.value()));
        assertThat(venueOf(events.get(0))).isNull();
        assertThat(venueOf(events.get(1)))
                .hasToString("{\"name\":\"Town hall\",\"address\":\"Main Square 1, Testville\"}");
        assertThat(venueOf(events.get(2)))
                .hasToString("{\"name\":\"Town hall\",\"address\":\"Side Street 2, Testville\"}");
        assertThat(venueOf(events.get(3))).isNull();
    }

    private static JsonNode venueOf(Delivered event) throws Exception {
        return new ObjectMapper().readTree(event.value()).get("venue");
    }

    @Test
    void aReleaseOfRestrictedItemsAloneIsNoEvent() {
        String file = ProgrammeFiles.small("events-restricted");
        String id = importFile(file).statusCode(201).extract().path("workshopId");
        release("events-restricted").statusCode(201);
        importOver(file.replace("title: Crew briefing", "title: Briefing of the crew"), "events-restricted")
                .statusCode(201);
        release("events-restricted").statusCode(201);
        importOver(file.replace("title: A talk", "title: Another talk"), "events-restricted")
                .statusCode(201);
        release("events-restricted").statusCode(201);

        List<Delivered> events = eventsOf(id, 3);
        assertThat(events).extracting(Delivered::type).containsExactly(ANNOUNCED, RELEASED, RELEASED);
        assertThat(events.get(2).value()).contains("\"releaseNumber\":3");
    }

    @Test
    void noPersonAndNothingRestrictedIsOnTheTopic() {
        String id = importFile(ProgrammeFiles.small("events-clean"))
                .statusCode(201)
                .extract()
                .path("workshopId");
        release("events-clean").statusCode(201);

        for (Delivered event : eventsOf(id, 2)) {
            assertThat(event.value() + event.headers())
                    .doesNotContain("Anna", "Olga", "Petra", "villa", "Hidden", "committee", "PARTNERS", "ORGANISERS");
        }
    }

    @Test
    void aRefusedFileIsNoEvent() {
        int before = Topics.read(TOPIC).size();
        importFile(ProgrammeFiles.small("events-refused").replace("end: 09:30", "end: 08:30"))
                .statusCode(422);
        String id = importFile(ProgrammeFiles.small("events-after-refused"))
                .statusCode(201)
                .extract()
                .path("workshopId");
        eventsOf(id, 1);

        assertThat(Topics.read(TOPIC).subList(before, Topics.read(TOPIC).size()))
                .noneMatch(event -> event.value().contains("events-refused\""));
        given().get("/api/v1/workshops/events-refused").then().statusCode(404);
    }
}
