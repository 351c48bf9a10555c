package eu.urbact.infocus.directory.cluster;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class ClusterMapTest {

    private static boolean filled;

    @Inject
    DataSource database;

    /** These tests only read: once is enough. */
    @BeforeEach
    void fill() {
        if (!filled) {
            DirectoryData.fill(database);
            filled = true;
        }
    }

    @Test
    void it_is_geojson_with_longitude_first_and_one_feature_per_cluster_of_the_network() {
        JsonPath map = get("");
        assertThat(map.getString("type")).isEqualTo("FeatureCollection");
        List<Map<String, Object>> features = map.getList("features");
        assertThat(features).hasSize(36).allSatisfy(feature -> {
            assertThat(feature.get("type")).isEqualTo("Feature");
            assertThat(((Map<?, ?>) feature.get("geometry")).get("type")).isEqualTo("Point");
        });
        assertThat(map.getList("features.find { it.id == 'gaia' }.geometry.coordinates"))
                .containsExactly(-2.934985f, 43.263012f);
        assertThat(map.getString("features.find { it.id == 'gaia' }.properties.city"))
                .isEqualTo("Bilbao");
    }

    @Test
    void it_shows_what_the_list_shows() {
        for (String filter :
                List.of("city=porto", "competence=photonics", "q=koeln", "q=health&country=FR", "scope=ALL")) {
            List<String> listed = given().get("/api/v1/clusters?size=200&" + filter)
                    .then()
                    .extract()
                    .path("items.findAll { it.cityId != null }.id");
            assertThat(get(filter).getList("features.id", String.class))
                    .as(filter)
                    .isEqualTo(listed);
        }
    }

    @Test
    void a_box_leaves_out_what_lies_beside_it() {
        assertThat(get("bbox=-10,39,-5,42").getList("features.properties.cityId", String.class))
                .contains("porto", "plasencia")
                .allMatch(city -> List.of("porto", "plasencia").contains(city));
        assertThat(get("bbox=100,10,110,20").getList("features")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbox=39,-10,42,-5", "bbox=1,2,3", "bbox=x", "bbox=5,50,10,45", "scope=MOON", "city=a'b"})
    void what_makes_no_sense_is_refused_with_a_problem(String query) {
        int status = given().urlEncodingEnabled(false)
                .get("/api/v1/clusters.geojson?" + query)
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
        assertThat(status).isBetween(400, 499);
    }

    @Test
    void a_box_the_wrong_way_round_says_so() {
        given().get("/api/v1/clusters.geojson?bbox=39,-10,42,-5")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("bbox"))
                .body("errors[0].message", startsWith("longitude comes first"));
    }

    @Test
    void an_unchanged_map_is_not_sent_again() {
        String tag = given().get("/api/v1/clusters.geojson")
                .then()
                .contentType(startsWith("application/geo+json"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/v1/clusters.geojson")
                .then()
                .statusCode(304);
    }

    private static JsonPath get(String query) {
        return new JsonPath(given().get("/api/v1/clusters.geojson" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
