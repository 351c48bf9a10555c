package eu.urbact.infocus.portal.shell.services;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubService;

import static org.assertj.core.api.Assertions.assertThat;

/** How long something is remembered, and what is not. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ShortMemoryTest {

    private static final String WORKSHOP = "/api/v1/workshops/frankfurt-2016";
    private static final String CITIES = "/api/v1/cities";

    @Inject
    Services services;

    private final AtomicLong now = new AtomicLong();
    private ShortMemory memory;

    @BeforeEach
    void services() {
        Answers.frankfurt();
        memory = new ShortMemory(services, Duration.ofSeconds(10), now::get);
    }

    @Test
    void aWorkshopIsAskedForAnewAfterTheTime() {
        memory.workshop("frankfurt-2016");
        now.set(Duration.ofSeconds(10).toNanos() - 1);
        Answer<Workshop> remembered = memory.workshop("frankfurt-2016");
        assertThat(remembered.value().slug()).isEqualTo("frankfurt-2016");
        assertThat(Neighbours.EVENT.requests(WORKSHOP)).hasSize(1);

        now.set(Duration.ofSeconds(10).toNanos());
        memory.workshop("frankfurt-2016");
        assertThat(Neighbours.EVENT.requests(WORKSHOP)).hasSize(2);
    }

    @Test
    void citiesAreRememberedWhileTheDirectoryIsDown() {
        Answer<Page<City>> before = memory.cities();
        Neighbours.DIRECTORY.stop();
        assertThat(memory.cities()).isEqualTo(before);
        assertThat(memory.clusters().isDown()).isTrue();
    }

    @Test
    void clustersAreAskedForPageByPage() {
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[{"id":"z","name":"Zinc"}],"page":1,"size":200,"total":201,"facets":{}}""");
        Neighbours.DIRECTORY.once("GET", "/api/v1/clusters", 200, """
                {"items":[{"id":"a","name":"Air"}],"page":0,"size":200,"total":201,"facets":{}}""");

        assertThat(memory.clusters().value()).extracting(Cluster::id).containsExactly("a", "z");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters"))
                .extracting(StubService.Request::query)
                .containsExactly("page=0&size=200", "page=1&size=200");
    }

    @Test
    void clustersOfACityAreAskedForOnceAndApartFromAll() {
        memory.clustersOf("porto");
        memory.clustersOf("porto");
        memory.clusters();
        memory.clusters();
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters"))
                .extracting(StubService.Request::query)
                .containsExactly("city=porto&page=0&size=200", "page=0&size=200");
    }

    @Test
    void nobodyRemembersThatSomethingWasNotThere() {
        assertThat(memory.workshop("porto-2017").isMissing()).isTrue();
        Neighbours.EVENT.get("/api/v1/workshops/porto-2017", Answers.WORKSHOP);
        assertThat(memory.workshop("porto-2017").isFound()).isTrue();

        Neighbours.DIRECTORY.reply("GET", CITIES, 503, "{}");
        assertThat(memory.cities().isDown()).isTrue();
        Answers.frankfurt();
        assertThat(memory.cities().isFound()).isTrue();
    }
}
