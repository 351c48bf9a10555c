package eu.urbact.infocus.directory.city;

import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithEmbeddedServers
class CityPageTest {

    @Inject
    DataSource database;

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
    }

    @Test
    void the_ten_cities_are_listed_the_lead_first() {
        given().get("/api/v1/cities")
                .then()
                .statusCode(200)
                .body("total", equalTo(10))
                .body(
                        "items.id",
                        contains(
                                "bilbao",
                                "bielsko-biala",
                                "bordeaux",
                                "bucharest",
                                "frankfurt",
                                "grenoble",
                                "ostrava",
                                "plasencia",
                                "porto",
                                "torino"))
                .body("items[0].role", equalTo("LEAD"))
                .body("items[2].clusterCount", equalTo(8));
        given().get("/api/v1/cities?size=3&page=3").then().body("items.id", contains("torino"));
    }

    @ParameterizedTest
    @CsvSource({
        "bielsko biala, bielsko-biala",
        "BIELSKO-BIAŁA, bielsko-biala",
        "frankfurt, frankfurt",
        "bukarest, bucharest",
        "Oporto, porto",
        "Turyn, torino",
        "Burdeos, bordeaux",
        "Frankfurt nad Menem, frankfurt",
        "Frankfurt nad Mohanem, frankfurt",
        "FRANCFORT-SUR-LE-MAIN, frankfurt",
        "Francfort sur le Main, frankfurt",
        "Fráncfort del Meno, frankfurt",
        "Francoforte sul Meno, frankfurt",
        "Francoforte do Meno, frankfurt",
        "Francoforte, frankfurt",
        "Frankfurt pe Main, frankfurt"
    })
    void a_city_is_found_in_any_spelling(String words, String id) {
        given().queryParam("q", words)
                .get("/api/v1/cities")
                .then()
                .body("total", equalTo(1))
                .body("items.id", contains(id));
    }

    @Test
    void the_page_of_frankfurt_shows_its_organisation_and_the_strategy_of_its_land() {
        given().get("/api/v1/cities/frankfurt")
                .then()
                .statusCode(200)
                .body("name", equalTo("Frankfurt am Main"))
                .body("country", equalTo("DE"))
                .body("role", equalTo("PARTNER"))
                .body("lat", equalTo(50.1109f))
                .body("lon", equalTo(8.6821f))
                .body("placeProvenance.confidence", equalTo("DOCUMENTED"))
                .body("partnerOrganisation.name", equalTo("Frankfurt Economic Development GmbH"))
                .body("partnerOrganisation.provenance.confidence", equalTo("STATED"))
                .body("nuts.code", contains("DE712", "DE71", "DE7"))
                .body("nuts.level", contains(3, 2, 1))
                .body("nuts.version", everyItem(equalTo(2016)))
                .body("region.id", equalTo("hessen"))
                .body("region.nuts.code", contains("DE7"))
                .body("region.strategy.title", equalTo("Hessische Innovationsstrategie 2020"))
                .body("region.strategy.provenance.uncertain", equalTo(true))
                .body("region.priorities", hasSize(7))
                .body("region.priorities[6].label", equalTo("Finance"))
                .body("region.priorities[6].activities.code", contains("64", "65", "66"))
                .body("region.priorities[6].activities.provenance.confidence", everyItem(equalTo("INFERRED")))
                .body("clusters.id", contains("frankfurt-fintech", "optence"))
                .body("workshops", hasSize(0));
    }

    @Test
    void renumbered_areas_keep_their_old_code_with_its_version() {
        given().get("/api/v1/cities/bordeaux")
                .then()
                .body(
                        "nuts.collect { it.code + ' ' + it.version }",
                        contains("FRI12 2016", "FRI1 2016", "FR612 2013", "FR61 2013"));
    }

    @Test
    void what_is_not_verified_says_so() {
        given().get("/api/v1/regions/aquitaine")
                .then()
                .statusCode(200)
                .body("priorities", hasSize(11))
                .body("priorities.provenance.uncertain", everyItem(equalTo(true)));
        given().get("/api/v1/regions/basque-country")
                .then()
                .body("priorities.provenance.uncertain", everyItem(equalTo(false)))
                .body("priorities.provenance.confidence", everyItem(equalTo("DOCUMENTED")))
                .body("priorities.kind", hasItem("OPPORTUNITY_NICHE"));
        given().get("/api/v1/regions/slaskie").then().body("priorities.since", hasItem(2018));
    }

    @Test
    void the_taxonomies_are_there() {
        given().get("/api/v1/competences")
                .then()
                .statusCode(200)
                .body("items", hasSize(16))
                .body("items.findAll { it.keyEnablingTechnology }", hasSize(6))
                .body("items.find { it.id == 'photonics' }.children.id", hasItem("laser-sources"));
        given().get("/api/v1/nace-sections")
                .then()
                .body("items", hasSize(21))
                .body("items.find { it.code == 'J' }.divisions.rev21", contains("J", "J", "J", "K", "K", "K"))
                .body("items.find { it.code == 'K' }.rev21", equalTo("L"));
        given().get("/api/v1/ecosystems").then().body("items", hasSize(14));
        given().get("/api/v1/objectives").then().body("items", hasSize(17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/cities/atlantis", "/api/v1/cities/Porto", "/api/v1/regions/atlantis", "/api/v1/nothing"
            })
    void what_is_missing_is_a_problem(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again_until_something_changes() {
        for (String path : new String[] {
            "/api/v1/cities",
            "/api/v1/cities/porto",
            "/api/v1/clusters",
            "/api/v1/clusters/hcp",
            "/api/v1/regions/norte",
            "/api/v1/competences"
        }) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            assertThat(tag).as(path).matches("W/\"v\\d+\"");
            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag));
        }
        String before = given().get("/api/v1/cities/porto").header("ETag");
        DirectoryData.bringIn(DirectoryData.file().replace("name: \"Porto\"", "name: \"O Porto\""));
        given().header("If-None-Match", before)
                .get("/api/v1/cities/porto")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .body("name", equalTo("O Porto"));
        given().get("/api/v1/clusters/hcp").then().body("city", equalTo("O Porto"));
        given().get("/api/v1/cities/atlantis").then().header("ETag", org.hamcrest.Matchers.nullValue());
    }
}
