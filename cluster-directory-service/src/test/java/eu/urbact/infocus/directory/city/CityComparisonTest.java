package eu.urbact.infocus.directory.city;

import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithEmbeddedServers
class CityComparisonTest {

    private static boolean filled;

    @Inject
    DataSource database;

    /** These tests only read: once is enough. */
    @BeforeEach
    void fill() {
        if (!filled) {
            DirectoryData.clear(database);
            assertThat(DirectoryData.bringIn(DirectoryData.file()).statusCode()).isEqualTo(201);
            filled = true;
        }
    }

    @Test
    void cities_stand_side_by_side_in_the_asked_order() {
        given().get("/api/v1/city-comparisons?city=torino&city=porto")
                .then()
                .statusCode(200)
                .body("cities.id", contains("torino", "porto"))
                .body("cities[1].region.id", equalTo("norte"))
                .body("cities[1].region.priorities", org.hamcrest.Matchers.hasSize(8))
                .body("cities[1].clusterCount", equalTo(4))
                .body("cities[1].leads.code", hasItems("vehicle-engineering", "machine-tools", "biopharma"))
                // PRODUTECH only uses software, TICE.PT leads in it
                .body("cities[1].leads.find { it.code == 'software-engineering' }.clusters.id", contains("ticept"))
                .body(
                        "cities[1].serves.find { it.code == '29' }.clusters.id",
                        containsInAnyOrder("produtech", "mobinov"))
                .body(
                        "cities[1].serves.find { it.code == '29' }.clusters.provenance.source.id",
                        hasItem("infocus-coding"))
                .body("cities[1].figures.find { it.clusterId == 'hcp' }.figure.amount", equalTo(220));
    }

    @Test
    void competences_are_shared_or_of_one_city() {
        given().get("/api/v1/city-comparisons?city=torino&city=porto&city=ostrava")
                .then()
                .statusCode(200)
                .body("shared.code", hasItems("robotics-automation", "biopharma", "process-monitoring"))
                // MOBINOV and MSAC lead in it, and nobody in Torino
                .body("shared.find { it.code == 'vehicle-engineering' }.cities", contains("ostrava", "porto"))
                .body("distinct.find { it.code == 'mechatronics' }.cities", contains("torino"))
                .body("distinct.code", not(hasItem("biopharma")))
                // used only, in Porto: neither developed nor led
                .body("distinct.find { it.code == 'diagnostics' }.cities", contains("torino"));
    }

    @ParameterizedTest
    @CsvSource({
        "city=, 422",
        "city=porto, 422",
        "city=porto&city=porto, 422",
        "city=porto&city=, 422",
        "city=porto&city=torino&city=bilbao&city=ostrava&city=plasencia, 422",
        "city=porto&city=atlantis, 404",
    })
    void two_to_four_different_cities_are_needed(String query, int status) {
        given().get("/api/v1/city-comparisons?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void a_citys_page_says_what_it_leads_in_and_whom_it_serves() {
        given().get("/api/v1/cities/bordeaux")
                .then()
                .body("leads.find { it.code == 'laser-sources' }.clusters[0].name", equalTo("ALPHA Route des Lasers"))
                .body("leads.find { it.code == 'laser-sources' }.clusters[0].provenance.confidence", equalTo("STATED"))
                .body("leads.code", not(hasItem("advanced-materials")))
                .body("serves.code", hasItems("30", "86", "51"));
    }
}
