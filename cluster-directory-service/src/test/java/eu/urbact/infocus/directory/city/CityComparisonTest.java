package eu.urbact.infocus.directory.city;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class CityComparisonTest {

    private static boolean filled;

    @Inject
    DataSource database;

    /** These tests leave the clusters as they are: once is enough. */
    @BeforeEach
    void fill() {
        if (!filled) {
            DirectoryData.fill(database);
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
        "city=porto&city=atlantis, 422",
    })
    void two_to_four_different_cities_are_needed(String query, int status) {
        given().get("/api/v1/city-comparisons?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void cities_that_nobody_knows_are_named() {
        given().get("/api/v1/city-comparisons?city=porto&city=atlantis&city=utopia")
                .then()
                .statusCode(422)
                .body("errors.field", contains("city", "city"))
                .body("errors.message", contains("\"atlantis\" is not known", "\"utopia\" is not known"));
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

    @Test
    void a_city_looks_for_what_its_strategy_names_and_nobody_there_has() {
        given().get("/api/v1/city-comparisons?city=ostrava&city=torino")
                .then()
                .statusCode(200)
                .body("cities[0].lookingFor.profiledClusters", equalTo(1))
                .body(
                        "cities[0].lookingFor.priorities.id",
                        contains("cz08-p1", "cz08-p2", "cz08-p4", "cz08-p5", "cz08-p6"))
                .body(
                        "cities[0].lookingFor.priorities[0].reason",
                        startsWith("No profiled cluster of the region belongs to"))
                .body("cities[1].lookingFor.profiledClusters", equalTo(4))
                .body(
                        "cities[1].lookingFor.competences.code",
                        containsInAnyOrder(
                                "advanced-materials",
                                "design-creative",
                                "environmental-technologies",
                                "industrial-biotechnology"))
                .body(
                        "cities[1].lookingFor.competences.find { it.code == 'advanced-materials' }.namedBy.id",
                        contains("itc1-p1", "itc1-p2", "itc1-p5"))
                // Torino Piemonte Aerospace builds with additive manufacturing; composites are built elsewhere
                .body(
                        "cities[1].lookingFor.competences.find { it.code == 'advanced-materials' }.foundIn.collect"
                                + " { it.cityId + ' ' + it.clusters }",
                        contains("bielsko-biala 1", "bilbao 1", "bordeaux 1"))
                // three clusters before one
                .body(
                        "cities[1].lookingFor.competences.find { it.code == 'design-creative' }.foundIn.collect"
                                + " { it.cityId + ' ' + it.clusters }",
                        contains("bordeaux 3", "bucharest 1"))
                .body(
                        "cities[1].lookingFor.competences.find { it.code == 'environmental-technologies' }.foundIn",
                        empty())
                // cars are made there; chemistry is neither done nor sold to
                .body(
                        "cities[1].lookingFor.activities.code",
                        containsInAnyOrder("11", "13", "14", "20", "22", "27", "35", "38"))
                .body(
                        "cities[1].lookingFor.activities.find { it.code == '20' }.namedBy[0].provenance.confidence",
                        equalTo("INFERRED"))
                .body("cities[1].lookingFor.needs", empty());
    }

    @Test
    void a_city_looks_for_what_its_clusters_need_until_the_last_day() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        DirectoryData.change(
                database,
                "insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id,"
                        + " division_code, expires_on, created_at) values"
                        + need("msac", "NEED", "Software houses", "'digital'", "null", today)
                        + "," + need("msac", "NEED", "Hospitals", "null", "'86'", today.plusDays(9))
                        + "," + need("msac", "NEED", "Over", "'digital'", "null", today.minusDays(1))
                        + "," + need("msac", "OFFER", "A test track", "'vehicle-engineering'", "null", today)
                        + "," + need("gaia", "NEED", "Not Ostrava's", "'digital'", "null", today));
        try {
            given().get("/api/v1/cities/ostrava")
                    .then()
                    .statusCode(200)
                    .body("lookingFor.needs.text", contains("Software houses", "Hospitals"))
                    .body("lookingFor.needs[0].competence.label", equalTo("Digital technologies"))
                    .body("lookingFor.needs[0].activity", nullValue())
                    .body("lookingFor.needs[0].foundIn.cityId", hasItems("bilbao", "porto"))
                    .body("lookingFor.needs[0].foundIn[0].clusters", equalTo(3))
                    .body("lookingFor.needs[1].cluster", equalTo("Moravian-Silesian Automotive Cluster"))
                    .body("lookingFor.needs[1].foundIn.cityId", not(hasItem("ostrava")));
            // who needs something is not told that it has it itself
            given().get("/api/v1/city-comparisons?city=bilbao&city=ostrava")
                    .then()
                    .body("cities[0].lookingFor.needs.text", contains("Not Ostrava's"))
                    .body("cities[0].lookingFor.needs[0].foundIn.cityId", not(hasItem("bilbao")));
        } finally {
            DirectoryData.change(database, "truncate cluster_offer");
        }
    }

    @Test
    void a_need_of_a_competence_and_an_activity_is_found_where_either_is() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        DirectoryData.change(
                database,
                "insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id,"
                        + " division_code, expires_on, created_at) values"
                        + need("msac", "NEED", "One", "'biopharma'", "null", today)
                        + "," + need("msac", "NEED", "Other", "null", "'30'", today.plusDays(1))
                        + "," + need("msac", "NEED", "Either", "'biopharma'", "'30'", today.plusDays(2)));
        try {
            JsonPath needs = given().get("/api/v1/cities/ostrava").jsonPath();
            Set<String> cities = new TreeSet<>(needs.<String>getList("lookingFor.needs[0].foundIn.cityId"));
            Set<String> others = new TreeSet<>(needs.<String>getList("lookingFor.needs[1].foundIn.cityId"));
            assertThat(cities).isNotEmpty().isNotEqualTo(others);
            assertThat(others).isNotEmpty();
            cities.addAll(others);
            assertThat(needs.<String>getList("lookingFor.needs[2].foundIn.cityId"))
                    .containsExactlyInAnyOrderElementsOf(cities);
        } finally {
            DirectoryData.change(database, "truncate cluster_offer");
        }
    }

    private static String need(
            String cluster, String kind, String text, String competence, String activity, LocalDate until) {
        return "('%s', 0, '%s', '%s', '%s', %s, %s, date '%s', now())"
                .formatted(UUID.randomUUID(), cluster, kind, text.replace("'", "''"), competence, activity, until);
    }
}
