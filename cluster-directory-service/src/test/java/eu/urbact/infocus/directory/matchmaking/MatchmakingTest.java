package eu.urbact.infocus.directory.matchmaking;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;
import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.matching.Contribution;
import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTimeout;

@QuarkusTest
@WithEmbeddedServers
class MatchmakingTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final String REVISION = "select number from directory_revision";

    @Inject
    DataSource database;

    @Inject
    EntityManager entityManager;

    @Inject
    MatchStates states;

    @Inject
    Taxonomies taxonomies;

    @Inject
    KeepMatchesReady ready;

    @Inject
    KeptInputs inputs;

    @Inject
    NoteModel noteModel;

    @BeforeEach
    void fill() {
        NetworkInDatabase.fill(database);
    }

    private static JsonPath get(String path) {
        return given().get("/api/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private static double sum(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).sum();
    }

    @Test
    void bilbao_kibs_and_gaia_enable_the_basque_strategy() {
        JsonPath basque = get("/regions/basque-country/matrix");
        assertThat(basque.getString("modelVersion")).isEqualTo("lean-3");
        assertThat(basque.getString("dataVersion")).startsWith("r");
        for (String cluster : List.of("gaia", "bilbao-kibs")) {
            Map<String, Object> column =
                    basque.getMap("regions[0].clusters.find { it.cluster.id == '" + cluster + "' }");
            assertThat(column).containsEntry("role", "ENABLER").containsEntry("gap", "NONE");
            assertThat(column.get("bestPriority")).isEqualTo("es21-p2");
            assertThat(column.get("reason").toString()).endsWith("serves \"Energy\".");
            String cell = "regions[0].cells.find { it.cluster == '" + cluster + "' && it.priority == 'es21-p2' }";
            assertThat(basque.getString(cell + ".role")).isEqualTo("ENABLER");
            assertThat(basque.getDouble(cell + ".enabler")).isGreaterThan(basque.getDouble(cell + ".core"));
            assertThat(basque.getString(cell + ".evidence")).contains("serves Energy", "Electricity");
        }
        assertThat(basque.getString("regions[0].clusters.find { it.cluster.id == 'hegan' }.role"))
                .isEqualTo("CORE");
        assertThat(basque.getInt("regions[0].profiledClusters")).isEqualTo(7);
    }

    @Test
    void minalogic_is_core_of_the_digital_priority() {
        JsonPath grenoble = get("/regions/rhone-alpes/matrix");
        Map<String, Object> column = grenoble.getMap("regions[0].clusters.find { it.cluster.id == 'minalogic' }");
        assertThat(column).containsEntry("role", "CORE").containsEntry("bestPriority", "frk2-p6");
        String cell = "regions[0].cells.find { it.cluster == 'minalogic' && it.priority == 'frk2-p6' }";
        assertThat(grenoble.getDouble(cell + ".fit")).isGreaterThan(0.9);
        assertThat(grenoble.getDouble(cell + ".inside")).isGreaterThan(0.9);
        assertThat(grenoble.getDouble(cell + ".fit"))
                .as("core is made of the two bars")
                .isCloseTo(
                        0.75 * grenoble.getDouble(cell + ".inside") + 0.25 * grenoble.getDouble(cell + ".covers"),
                        Offset.offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "bucuresti-ilfov, different-angle, Creative and arts",
        "aquitaine, bordeaux-finance, Insurance and pensions"
    })
    void an_orphan_cluster_is_told_why(String region, String cluster, String missing) {
        JsonPath matrix = get("/regions/" + region + "/matrix");
        Map<String, Object> column = matrix.getMap("regions[0].clusters.find { it.cluster.id == '" + cluster + "' }");
        assertThat(column).containsEntry("gap", "ORPHAN").containsEntry("own", true);
        assertThat(column.get("reason").toString())
                .startsWith("No priority of \"")
                .contains("as far as is known")
                .contains("(needed: 0.45)", "(needed: 0.30)", "The strategy does not name: ", missing);
        if (cluster.equals("bordeaux-finance")) {
            assertThat(column.get("reason").toString())
                    .endsWith("does not say which markets it serves. What is not known yet could change that.");
        }
    }

    @Test
    void of_a_region_without_clusters_it_is_said_that_there_are_none() {
        change("update cluster set withdrawn_at = now(), withdrawn_because = 'Closed.' where city_id = 'ostrava'");

        for (String clusters : List.of("own", "network")) {
            JsonPath matrix = get("/regions/moravia-silesia/matrix?clusters=" + clusters);
            assertThat(matrix.getInt("regions[0].profiledClusters")).isZero();
            assertThat(matrix.getList("regions[0].priorities.gap", String.class))
                    .hasSize(6)
                    .containsOnly("NONE");
            assertThat(matrix.getString("regions[0].priorities[0].reason"))
                    .isEqualTo("No cluster of the region is in the directory yet, so nothing can be said about \"%s\"."
                            .formatted(matrix.getString("regions[0].priorities[0].label")));
        }
        JsonPath choice = get("/regions/moravia-silesia/diversification");
        assertThat(choice.getList("clusters")).isEmpty();
        assertThat(choice.getList("steps")).isEmpty();
        for (String city : List.of(
                get("/cities/ostrava").prettify(),
                get("/city-comparisons?city=ostrava&city=bilbao").prettify())) {
            JsonPath page = JsonPath.from(city);
            String lookingFor = page.get("cities") == null ? "lookingFor" : "cities[0].lookingFor";
            assertThat(page.getInt(lookingFor + ".clusters")).isZero();
            for (String list : List.of("priorities", "competences", "activities")) {
                assertThat(page.getList(lookingFor + "." + list)).as(list).isEmpty();
            }
        }
        assertThat(get("/cities/bilbao").getInt("lookingFor.clusters")).isEqualTo(7);
    }

    @Test
    void a_priority_of_which_nothing_is_recorded_is_no_orphan_and_no_choice() {
        change("delete from priority_tag where priority_id = 'cz08-p1'");
        JsonPath matrix = get("/regions/moravia-silesia/matrix");
        String uncoded = "regions[0].priorities.find { it.id == 'cz08-p1' }";
        assertThat(matrix.getString(uncoded + ".gap")).isEqualTo("NONE");
        assertThat(matrix.getString(uncoded + ".reason"))
                .isEqualTo("No activity, competence or market of \"" + matrix.getString(uncoded + ".label")
                        + "\" has been recorded yet, so no cluster can be compared with it.");
        assertThat(matrix.getList("regions[0].priorities.findAll { it.gap == 'ORPHAN' }.id", String.class))
                .containsExactly("cz08-p2", "cz08-p4", "cz08-p5", "cz08-p6");
        assertThat(get("/cities/ostrava").getList("lookingFor.priorities.id", String.class))
                .containsExactly("cz08-p2", "cz08-p4", "cz08-p5", "cz08-p6");
        assertThat(get("/cities/ostrava").getInt("lookingFor.codedPriorities")).isEqualTo(5);
        JsonPath choice = get("/regions/moravia-silesia/diversification");
        assertThat(choice.getList("steps")).hasSize(5);
        assertThat(choice.getList("steps.domains.flatten().id", String.class)).doesNotContain("cz08-p1");

        change("delete from priority_tag where priority_id like 'cz08-%'");
        matrix = get("/regions/moravia-silesia/matrix");
        assertThat(matrix.getList("regions[0].priorities.gap", String.class)).containsOnly("NONE");
        assertThat(matrix.getString("regions[0].clusters[0].gap")).isEqualTo("NONE");
        assertThat(matrix.getString("regions[0].clusters[0].reason"))
                .isEqualTo("No activity, competence or market has been recorded for any priority of \""
                        + matrix.getString("regions[0].strategy") + "\" yet, so "
                        + matrix.getString("regions[0].clusters[0].cluster.name") + " can be compared with none.");
        JsonPath city = get("/cities/ostrava");
        assertThat(city.getInt("lookingFor.clusters")).isEqualTo(1);
        assertThat(city.getInt("lookingFor.codedPriorities")).isZero();
        for (String list : List.of("priorities", "competences", "activities")) {
            assertThat(city.getList("lookingFor." + list)).as(list).isEmpty();
        }
        assertThat(get("/regions/moravia-silesia/diversification").getList("steps"))
                .isEmpty();
        assertThat(get("/clusters?role=ORPHAN&size=100").getList("items.id", String.class))
                .isNotEmpty()
                .doesNotContain("msac");
    }

    @Test
    void what_is_not_enough_for_a_place_is_seen_to_be_less_than_is_needed() {
        JsonPath matrix = get("/matrix?clusters=network");
        Pattern compared =
                Pattern.compile("is (just below )?(\\d\\.\\d+) \\(needed: (\\d\\.\\d+)\\), of one that serves"
                        + " (just below )?(\\d\\.\\d+) \\(needed: (\\d\\.\\d+)\\)");
        List<String> reasons = new ArrayList<>();
        for (String gaps : List.of("priorities", "clusters")) {
            matrix.getList("regions." + gaps + ".flatten().findAll { it.gap == 'ORPHAN' }.reason", String.class)
                    .forEach(reasons::add);
        }
        assertThat(reasons).hasSizeGreaterThan(20).allSatisfy(reason -> {
            Matcher found = compared.matcher(reason);
            assertThat(found.find()).isTrue();
            assertThat(found.group(1) != null
                            || Double.parseDouble(found.group(2)) < Double.parseDouble(found.group(3)))
                    .isTrue();
            assertThat(found.group(4) != null
                            || Double.parseDouble(found.group(5)) < Double.parseDouble(found.group(6)))
                    .isTrue();
            assertThat(reason).doesNotContain("..");
        });
    }

    @Test
    void gaps_selectivity_and_the_number_of_profiles_stand_beside_the_matrix() {
        JsonPath all = get("/matrix");
        assertThat(all.getList("regions")).hasSize(10);
        String ostrava = "regions.find { it.regionId == 'moravia-silesia' }";
        assertThat(all.getInt(ostrava + ".profiledClusters")).isEqualTo(1);
        assertThat(all.getList(ostrava + ".priorities.findAll { it.gap == 'ORPHAN' }.id", String.class))
                .containsExactly("cz08-p1", "cz08-p2", "cz08-p4", "cz08-p5", "cz08-p6");
        assertThat(all.getDouble(ostrava + ".selectivity"))
                .isCloseTo(1 - all.getInt(ostrava + ".namedDivisions") / 88.0, Offset.offset(1e-6));
        assertThat(all.getString("regions.find { it.regionId == 'basque-country' }.priorities"
                        + ".find { it.id == 'es21-n4' }.gap"))
                .isIn("CROWDED", "NONE");
        JsonPath network = get("/regions/moravia-silesia/matrix?clusters=network");
        assertThat(network.getList("regions[0].clusters")).hasSize(36);
        assertThat(network.getList("regions[0].cells")).hasSize(36 * 6);
        assertThat(network.getList("regions[0].clusters.findAll { it.own }.cluster.id"))
                .isEqualTo(List.of("msac"));
        assertThat(network.getList("regions[0].priorities.findAll { it.gap == 'ORPHAN' }"))
                .as("clusters of other regions fill no gap of this one")
                .hasSize(5);
    }

    @Test
    void the_matrix_is_a_table_too() {
        for (String table : List.of(
                given().accept("text/csv")
                        .get("/api/v1/regions/basque-country/matrix")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                given().get("/api/v1/regions/basque-country/matrix.csv")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())) {
            assertThat(table.lines().count()).isEqualTo(1 + 7 * 7);
            assertThat(table.lines().findFirst().orElseThrow()).contains("region,priority,priority_label,cluster");
            assertThat(table)
                    .contains(
                            "\"basque-country\",\"es21-p2\",\"Energy\",\"gaia\",\"GAIA\",\"bilbao\",\"true\",\"ENABLER\"");
        }
        given().get("/api/v1/matrix.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"matrix.csv\""));
    }

    @Test
    void the_interval_of_a_cell_is_that_of_both_roles_together() {
        JsonPath matrix = get("/regions/aquitaine/matrix");
        for (String cluster : List.of("bordeaux-tourism", "bordeaux-finance")) {
            String at = "regions[0].cells.find { it.priority == 'fri1-p11' && it.cluster == '" + cluster + "' }";
            JsonPath roles = get("/regions/aquitaine/matrix/fri1-p11/" + cluster);
            for (String end : List.of("score", "low", "fit", "high")) {
                assertThat(matrix.getDouble(at + "." + end))
                        .as(end + " of " + cluster)
                        .isCloseTo(Math.max(roles.getDouble("core." + end), roles.getDouble("enabler." + end)), EXACT);
            }
            assertThat(roles.getDouble("enabler.high"))
                    .as("markets are not known")
                    .isGreaterThan(0.5);
        }
        assertThat(matrix.getString(
                        "regions[0].cells.find { it.priority == 'fri1-p11' && it.cluster == 'bordeaux-tourism' }.role"))
                .isEqualTo("CORE");
        assertThat(matrix.getList(
                        "regions[0].cells.findAll { it.role == 'NONE' && it.cluster == 'bordeaux-finance' }.high",
                        Double.class))
                .isNotEmpty()
                .allMatch(high -> high > 0.5);
        List<String> table = given().get("/api/v1/regions/aquitaine/matrix.csv")
                .asString()
                .lines()
                .toList();
        int high = List.of(table.get(0).replace("\"", "").split(",")).indexOf("high");
        List<String> row = List.of(table.stream()
                .filter(line -> line.contains("\"fri1-p11\"") && line.contains("\"bordeaux-finance\""))
                .findFirst()
                .orElseThrow()
                .split(","));
        assertThat(Double.parseDouble(row.get(high).replace("\"", ""))).isCloseTo(0.8, Offset.offset(0.0001));
    }

    @Test
    void two_that_serve_each_other_alike_have_no_arrow_in_one_direction() {
        JsonPath pair = get("/clusters/ceaga/matches/fpi");
        for (String lens : List.of("alliance", "crossInnovation")) {
            assertThat(pair.getBoolean(lens + ".servesBoth")).isTrue();
            assertThat(pair.getString(lens + ".serves")).isNull();
            assertThat(sum(pair.getList(lens + ".contributions.points", Double.class)))
                    .isCloseTo(pair.getDouble(lens + ".score"), EXACT);
        }
        assertThat(get("/clusters/gaia/matches/minalogic").getBoolean("alliance.servesBoth"))
                .isFalse();
    }

    @Test
    void the_questions_are_those_that_narrow_the_interval_most_together() {
        JsonPath pair = get("/clusters/basquegame/matches/bordeaux-boating");
        assertThat(pair.getList("crossInnovation.questions.object", String.class))
                .containsExactly("basquegame", "bordeaux-boating");
        assertThat(pair.getList("crossInnovation.questions.topic", String.class))
                .containsExactly("MARKETS", "ACTIVITIES");
        assertThat(pair.getList("crossInnovation.questions.narrowsBy", Double.class))
                .containsOnly(0.0);
        assertThat(pair.getDouble("crossInnovation.questionsNarrowBy")).isCloseTo(0.141, Offset.offset(0.0005));
    }

    @Test
    void a_cell_can_be_taken_apart() {
        JsonPath cell = get("/regions/basque-country/matrix/es21-p2/gaia");
        assertThat(cell.getString("role")).isEqualTo("ENABLER");
        for (String role : List.of("core", "enabler")) {
            assertThat(sum(cell.getList(role + ".contributions.points", Double.class)))
                    .isCloseTo(cell.getDouble(role + ".score"), EXACT);
        }
        assertThat(cell.getString("enabler.contributions[0].channel")).isIn("market", "lever");
        assertThat(cell.getDouble("coreFrom")).isEqualTo(0.45);
        assertThat(cell.getDouble("enablerFrom")).isEqualTo(0.3);
        assertThat(cell.getString("enabler.contributions[0].from.object")).isEqualTo("gaia");
        assertThat(cell.getString("enabler.contributions[0].to.objectName")).isEqualTo("Energy");
        assertThat(cell.getString("enabler.contributions[0].source.title")).isNotEmpty();
        assertThat(cell.getList("enabler.questions")).hasSize(2);
        assertThat(cell.getString("enabler.serves")).isEqualTo("gaia");
        given().get("/api/v1/regions/norte/matrix/es21-p2/gaia").then().statusCode(404);
        given().get("/api/v1/regions/basque-country/matrix/es21-p2/nobody")
                .then()
                .statusCode(404);
        given().get("/api/v1/regions/nowhere/matrix").then().statusCode(404);
    }

    @Test
    void partners_are_of_other_cities() {
        JsonPath partners = get("/clusters/gaia/matches?size=6");
        assertThat(partners.getLong("pairs")).isEqualTo(65 * 64 / 2);
        List<String> cities = partners.getList("items.cluster.cityId", String.class);
        assertThat(cities).hasSize(6).doesNotContain("bilbao").doesNotContainNull();
        assertThat(partners.getString("items[0].cluster.id")).isEqualTo("minalogic");
        assertThat(partners.getList("items[0].partnerships")).isEqualTo(List.of("silicon-europe"));
        assertThat(partners.getString("items[0].evidence")).contains("both have");
        assertThat(partners.getDouble("items[0].percentile")).isGreaterThan(95);
        for (int i = 0; i < 6; i++) {
            String item = "items[" + i + "].";
            assertThat(partners.getDouble(item + "low")).isLessThanOrEqualTo(partners.getDouble(item + "score"));
            assertThat(partners.getDouble(item + "score")).isLessThanOrEqualTo(partners.getDouble(item + "fit"));
            assertThat(partners.getDouble(item + "fit")).isLessThanOrEqualTo(partners.getDouble(item + "high"));
        }
        assertThat(get("/clusters/gaia/matches?scope=all&size=3").getList("items.cluster.id"))
                .contains("pole-scs");
        assertThat(get("/clusters/gaia/matches?city=torino&size=50").getList("items.cluster.cityId", String.class))
                .isNotEmpty()
                .containsOnly("torino");
        JsonPath cross = get("/clusters/alpha-rlh/matches?lens=cross-innovation&size=20");
        assertThat(cross.getString("lens")).isEqualTo("CROSS_INNOVATION");
        assertThat(cross.getList("items.direction")).contains("SERVES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gaia/matches?size=100", "mesap/matches?scope=all&size=100", "gaia/matches?city=porto&size=50"})
    void the_standing_of_both_on_each_others_lists_is_the_order(String list) {
        JsonPath partners = get("/clusters/" + list);
        assertThat(partners.getList("items.standing.mutual", Double.class))
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        double here = partners.getDouble("items[0].standing.here");
        double there = partners.getDouble("items[0].standing.there");
        assertThat(partners.getDouble("items[0].standing.mutual")).isCloseTo(2 * here * there / (here + there), EXACT);
    }

    /** Aerospace Valley is the third cluster of Bordeaux in this list: a city keeps none of its clusters back. */
    @Test
    void a_near_partner_is_among_the_first_however_many_its_city_has() {
        assertThat(get("/clusters/silesian-aviation/matches?size=10").getList("items.cluster.id", String.class))
                .contains("aerospace-valley");
    }

    @Test
    void bad_questions_about_partners_are_refused() {
        given().get("/api/v1/clusters/nobody/matches").then().statusCode(404);
        given().get("/api/v1/clusters/gaia/matches/nobody").then().statusCode(404);
        given().get("/api/v1/clusters/gaia/matches/gaia").then().statusCode(404);
        for (String query : List.of("lens=telescope", "scope=moon", "size=0", "size=101", "city=<b>")) {
            int status = given().get("/api/v1/clusters/gaia/matches?"
                            + query.replace("<", "%3C").replace(">", "%3E"))
                    .statusCode();
            assertThat(status).as(query).isIn(400, 422);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clusters/gaia/matches?lens=telescope, lens, must be alliance or cross-innovation",
        "clusters/gaia/matches?scope=moon, scope, must be network or all",
        "clusters/gaia/matches?size=many, size, cannot be read",
        "clusters/gaia/matches?city=nowhere, city, is not known",
        "clusters/gaia/matches?city=nowhere&scope=all&lens=cross-innovation, city, is not known",
        "matches/pairs?lens=telescope, lens, must be alliance or cross-innovation",
        "matches/pairs?scope=moon, scope, must be network or all",
        "matches/pairs?untapped=maybe, untapped, must be true or false",
        "matches/pairs?minPercentile=high, minPercentile, cannot be read",
        "matches/pairs?minPercentile=101, minPercentile, must be less than or equal to 100",
        "matches/pairs?size=0, size, must be greater than or equal to 1",
        "matrix?clusters=moon, clusters, must be own or network",
        "matrix.csv?clusters=moon, clusters, must be own or network",
        "regions/basque-country/matrix?clusters=moon, clusters, must be own or network",
        "regions/basque-country/matrix.csv?clusters=moon, clusters, must be own or network",
        "clusters?scope=moon, scope, cannot be read",
        "clusters?page=last, page, must be a number from 0 to 999999",
        "clusters.geojson?bbox=1;2;3;4, bbox, 'must be four numbers: west, south, east, north'",
        "offers?kind=GIFT, kind, cannot be read"
    })
    void a_choice_that_does_not_exist_is_refused_and_the_field_is_named(String address, String field, String message) {
        given().get("/api/v1/" + address)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:invalid"))
                .body("errors.field", contains(endsWith(field)))
                .body("errors.message", contains(message));
    }

    @Test
    void a_pair_is_the_same_from_both_sides_and_names_everything() {
        JsonPath there = get("/clusters/gaia/matches/minalogic");
        JsonPath back = get("/clusters/minalogic/matches/gaia");
        for (String lens : List.of("alliance", "crossInnovation")) {
            assertThat(there.getDouble(lens + ".score")).isEqualTo(back.getDouble(lens + ".score"));
            assertThat(there.getList(lens + ".contributions")).isEqualTo(back.getList(lens + ".contributions"));
            assertThat(sum(there.getList(lens + ".contributions.points", Double.class)))
                    .isCloseTo(there.getDouble(lens + ".score"), EXACT);
            assertThat(there.getList(lens + ".questions.text", String.class)).hasSize(2);
        }
        assertThat(there.getString("partnerships[0].label")).isEqualTo("Silicon Europe Alliance");
        assertThat(there.getString("cluster.id")).isEqualTo("gaia");
        assertThat(back.getString("cluster.id")).isEqualTo("minalogic");
        // the worked values of the model's description: A 0.854, K 0.760, at face value
        assertThat(there.getDouble("alliance.fit")).isCloseTo(0.731, Offset.offset(0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/regions/basque-country/matrix",
                "/matrix.csv?clusters=network",
                "/clusters/hegan/matches",
                "/matches/pairs",
                "/regions/basque-country/diversification"
            })
    void what_was_shown_of_a_version_stays_explainable_when_the_data_move_on(String shown) {
        NetworkInDatabase.touch(database);
        // the pairs of a version are looked at beside the requests
        await().untilAsserted(() -> {
            given().get("/api/v1" + shown).then().statusCode(200);
            assertThat(kept()).isEqualTo(1);
        });
        String version = state().dataVersion();
        MatchState then = state();
        change(
                "update cluster set name = 'Gaia' where id = 'gaia'; delete from cluster_tag where cluster_id = 'gaia' and facet = 'ACTIVITY';"
                        + " update region_priority set label = 'Power' where id = 'es21-p2'; update city set name = 'Bilbo' where id = 'bilbao';"
                        + " update partnership set label = 'Silicon' where id = 'silicon-europe'; delete from priority_tag where priority_id = 'es21-p3';"
                        + " delete from region_priority where id = 'es21-p3'");
        try {
            JsonPath pair = get("/clusters/gaia/matches/minalogic?dataVersion=" + version);
            assertThat(pair.getString("dataVersion")).isEqualTo(version);
            assertThat(pair.getString("modelVersion")).isEqualTo("lean-3");
            assertThat(pair.getString("cluster.name")).isEqualTo("GAIA");
            assertThat(pair.getString("cluster.city")).isEqualTo("Bilbao");
            assertThat(pair.getString("partnerships[0].label")).isEqualTo("Silicon Europe Alliance");
            assertThat(pair.getString("alliance.contributions[0].source.title")).isNotEmpty();
            Explanation explanation = then.network()
                    .matcher()
                    .explain(
                            Measure.ALLIANCE,
                            then.network().profile("gaia").orElseThrow(),
                            then.network().profile("minalogic").orElseThrow());
            assertThat(pair.getDouble("alliance.score"))
                    .isEqualTo(explanation.rating().score())
                    .isGreaterThan(get("/clusters/gaia/matches/minalogic").getDouble("alliance.score"));
            assertThat(pair.getDouble("alliance.percentile"))
                    .isEqualTo(then.network()
                            .percentiles(Measure.ALLIANCE)
                            .of(explanation.rating().score()));
            JsonPath cell = get("/regions/basque-country/matrix/es21-p2/gaia?dataVersion=" + version);
            assertThat(cell.getString("priority.label")).isEqualTo("Energy");
            assertThat(cell.getDouble("covers"))
                    .isEqualTo(then.priorityMatcher()
                            .coverage(
                                    then.clusterForPriorities("gaia").orElseThrow(),
                                    then.priority("es21-p2").orElseThrow())
                            .covers());
            // a priority that is gone today
            get("/regions/basque-country/matrix/es21-p3/gaia?dataVersion=" + version);
            given().get("/api/v1/regions/basque-country/matrix/es21-p3/gaia")
                    .then()
                    .statusCode(404);
            given().get("/api/v1/clusters/gaia/matches/nobody?dataVersion=" + version)
                    .then()
                    .statusCode(404);
        } finally {
            DirectoryData.clear(database);
        }
    }

    @Test
    void looking_again_keeps_nothing_more_and_a_version_nobody_looked_at_is_not_kept() {
        NetworkInDatabase.touch(database);
        String unseen = state().dataVersion();
        ready.look();
        assertThat(kept()).isZero();
        NetworkInDatabase.touch(database);
        for (String path : List.of("/clusters/gaia/matches/minalogic", "/clusters/minalogic/matches/gaia", "/matrix")) {
            get(path);
            assertThat(kept()).as(path).isEqualTo(1);
        }
        assertThat(DirectoryData.number(
                        database, "select length(inputs) from matching_input order by revision desc limit 1"))
                .isBetween(5_000L, 30_000L);
        given().get("/api/v1/clusters/gaia/matches/minalogic?dataVersion=" + unseen)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:version-not-kept"))
                .body(
                        "detail",
                        equalTo("Version " + unseen + " of the data is not kept: nobody was shown a score of it,"
                                + " or more than 1000 later versions were shown."));
        given().get("/api/v1/clusters/gaia/matches/minalogic?dataVersion=r999999999")
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no version r999999999 of the data yet."));
        given().get("/api/v1/clusters/gaia/matches/minalogic?dataVersion=7")
                .then()
                .statusCode(422);
    }

    @Test
    void the_oldest_versions_are_forgotten_and_those_of_other_formulas_are_not_computed_wrongly() {
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            NetworkInDatabase.touch(database);
            versions.add(get("/clusters/gaia/matches?size=1").getString("dataVersion"));
        }
        QuarkusTransaction.requiringNew().run(() -> inputs.forgetBut(2));
        String pair = "/api/v1/clusters/gaia/matches/minalogic?dataVersion=";
        given().get(pair + versions.get(0)).then().statusCode(410);
        given().get(pair + versions.get(1)).then().statusCode(200);
        NetworkInDatabase.touch(database);
        DirectoryData.change(
                database,
                "update matching_input set formulas = 0, model_version = 'lean-0' where revision = "
                        + versions.get(2).substring(1));
        given().get(pair + versions.get(2))
                .then()
                .statusCode(410)
                .body(
                        "detail",
                        equalTo("Version " + versions.get(2)
                                + " of the data was matched by model lean-0, whose formulas"
                                + " are no longer in use."));
    }

    @Test
    void of_two_kinds_of_formulas_the_one_that_can_be_computed_is_shown() {
        NetworkInDatabase.touch(database);
        String version = get("/clusters/gaia/matches?size=1").getString("dataVersion");
        DirectoryData.change(
                database,
                "insert into matching_input (revision, model_version, formulas, kept_at, inputs)"
                        + " select revision, model_version, 99, kept_at + interval '1 day', inputs"
                        + " from matching_input where revision = " + version.substring(1));
        NetworkInDatabase.touch(database);
        assertThat(get("/clusters/gaia/matches/minalogic?dataVersion=" + version)
                        .getString("dataVersion"))
                .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clusters/gaia/matches/minalogic", "/regions/basque-country/matrix", "/cities/ostrava"})
    void several_first_readers_get_the_same_answer_and_it_is_kept_once(String path) {
        NetworkInDatabase.touch(database);
        String version = "r" + DirectoryData.number(database, REVISION);
        CyclicBarrier together = new CyclicBarrier(8);
        List<CompletableFuture<String>> readers = IntStream.range(0, 8)
                .mapToObj(reader -> CompletableFuture.supplyAsync(
                        () -> {
                            pass(together);
                            return given().get("/api/v1" + path)
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .asString();
                        },
                        task -> new Thread(task).start()))
                .toList();
        assertThat(readers.stream().map(CompletableFuture::join))
                .hasSize(8)
                .containsOnly(readers.get(0).join());
        await().untilAsserted(() -> assertThat(kept()).isEqualTo(1));
        NetworkInDatabase.touch(database);
        assertThat(get("/clusters/gaia/matches/minalogic?dataVersion=" + version)
                        .getString("dataVersion"))
                .isEqualTo(version);
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readers_are_answered_also_when_nothing_can_be_kept() {
        NetworkInDatabase.touch(database);
        DirectoryData.change(
                database, "alter table matching_input add constraint ck_refused check (revision < 0) not valid");
        try {
            get("/clusters/gaia/matches");
            get("/clusters/gaia/matches/minalogic");
            get("/matrix");
            assertThat(kept()).isZero();
        } finally {
            DirectoryData.change(database, "alter table matching_input drop constraint ck_refused");
        }
        get("/clusters/gaia/matches");
        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters/nobody/matches",
                "/clusters/gaia/matches/nobody",
                "/regions/nowhere/matrix",
                "/regions/basque-country/matrix/nothing/gaia",
                "/regions/nowhere/diversification"
            })
    void what_is_not_there_keeps_nothing(String path) {
        NetworkInDatabase.touch(database);
        given().get("/api/v1" + path).then().statusCode(404);
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/cities/ostrava, lookingFor",
        "/city-comparisons?city=ostrava&city=torino, cities[0].lookingFor",
    })
    void reasons_on_the_pages_of_cities_can_be_explained_too(String path, String lookingFor) {
        NetworkInDatabase.touch(database);
        assertThat(get(path).getList(lookingFor + ".priorities.reason", String.class))
                .isNotEmpty()
                .allMatch(reason -> reason.contains("needed"));
        await().untilAsserted(() -> assertThat(kept()).isEqualTo(1));
    }

    @Test
    void while_earlier_versions_are_computed_for_others_readers_are_told_to_come_back() {
        KeptInputs busy = new KeptInputs(null, null, null) {
            @Override
            Outcome<MatchState> at(String dataVersion, MatchState current) {
                return Outcome.refused(CommonProblem.BUSY, "Earlier versions are being computed.");
            }
        };
        QuarkusMock.installMockForType(busy, KeptInputs.class);
        try {
            for (String path :
                    List.of("/clusters/gaia/matches/minalogic", "/regions/basque-country/matrix/es21-p2/gaia")) {
                assertReadersAreToldToComeBack(path + "?dataVersion=r1", "Earlier versions are being computed.");
            }
        } finally {
            busy.stop();
        }
    }

    private static void assertReadersAreToldToComeBack(String path, String why) {
        given().get("/api/v1" + path)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("3"))
                .header("ETag", nullValue())
                .body("type", equalTo("urn:infocus:problem:busy"))
                .body("detail", equalTo(why));
    }

    private long kept() {
        return DirectoryData.number(
                database,
                "select count(*) from matching_input where revision = (select number from directory_revision)");
    }

    @Test
    void nothing_new_costs_a_reader_nothing() {
        String tag =
                given().get("/api/v1/matrix").then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get("/api/v1/matrix").then().statusCode(304);
        assertThat(tag).startsWith("W/");
        given().header("If-None-Match", tag.substring(2))
                .get("/api/v1/matrix")
                .then()
                .statusCode(304);
    }

    @Test
    void pairs_are_asked_again_only_when_the_data_have_moved_on() {
        Response first = given().get("/api/v1/matches/pairs");
        String version = first.path("dataVersion");
        assertThat(first.header("ETag")).isEqualTo("W/\"lean-3-" + version + "\"");
        given().header("If-None-Match", first.header("ETag"))
                .get("/api/v1/matches/pairs")
                .then()
                .statusCode(304)
                .header("Cache-Control", startsWith("no-cache"));
        NetworkInDatabase.touch(database);
        // a slow machine may show the pairs before the change for a moment
        await().untilAsserted(() -> given().header("If-None-Match", first.header("ETag"))
                .get("/api/v1/matches/pairs")
                .then()
                .statusCode(200)
                .body("dataVersion", not(equalTo(version))));
    }

    @Test
    void what_readers_ask_for_is_ready_before_they_ask() {
        NetworkInDatabase.touch(database);
        ready.look();
        MatchState state = QuarkusTransaction.requiringNew().call(states::current);
        assertThat(state.revision()).isEqualTo(DirectoryData.number(database, "select number from directory_revision"));
        ready.look();
        assertThat(QuarkusTransaction.requiringNew().call(states::current)).isSameAs(state);
        await().untilAsserted(() ->
                given().get("/api/v1/matches/pairs").then().body("dataVersion", equalTo(state.dataVersion())));
    }

    @Test
    void after_a_change_only_what_was_written_is_read_again() {
        MatchState before = state();
        change("update cluster_tag set level = 1 where cluster_id = 'gaia' and facet = 'ACTIVITY' and code = '62'");
        MatchState after = state();
        assertThat(level(before)).isEqualTo(3);
        assertThat(level(after)).isEqualTo(1);
        assertThat(after.clusters()).hasSameSizeAs(before.clusters()).allSatisfy(cluster -> {
            if (!cluster.id().equals("gaia")) {
                assertThat(cluster).isSameAs(before.cluster(cluster.id()).orElseThrow());
            }
        });
        change("delete from cluster_tag where cluster_id = 'balticnet'; delete from cluster where id = 'balticnet'");
        assertThat(state().cluster("balticnet")).isEmpty();
        // who has read a cluster before the change does not hand the old one on
        MatchState late = QuarkusTransaction.requiringNew().call(() -> {
            entityManager.find(Cluster.class, "gaia").description();
            change("update cluster set name = 'Gaia' where id = 'gaia'");
            return states.current();
        });
        assertThat(late.cluster("gaia").orElseThrow().name()).isEqualTo("Gaia");
        assertThat(DirectoryData.bringIn(DirectoryData.file()).statusCode()).isEqualTo(201);
        assertThat(state().cluster("gaia")).contains(before.cluster("gaia").orElseThrow());
        assertThat(state().cluster("balticnet"))
                .contains(before.cluster("balticnet").orElseThrow());
    }

    @Test
    void who_comes_late_with_an_older_revision_gets_the_newest_and_does_not_bring_the_older_back() {
        Taxonomy older = QuarkusTransaction.requiringNew().call(taxonomies::current);
        DirectoryData.change(database, "update directory_revision set number = number + 1");
        MatchState newest = state();
        assertThat(newest.revision()).isGreaterThan(older.revision());
        assertThat(QuarkusTransaction.requiringNew().call(() -> states.since(older)))
                .isSameAs(newest);
        assertThat(state()).isSameAs(newest);
    }

    @Test
    void while_there_are_no_pairs_yet_readers_are_told_to_come_back() {
        NetworkPairs none = new NetworkPairs(states) {
            @Override
            Optional<Found> of(MatchState state) {
                return Optional.empty();
            }
        };
        QuarkusMock.installMockForType(none, NetworkPairs.class);
        try {
            assertReadersAreToldToComeBack("/matches/pairs", "The pairs are being computed.");
        } finally {
            none.stop();
        }
    }

    private MatchState state() {
        return QuarkusTransaction.requiringNew().call(states::current);
    }

    private void change(String statement) {
        DirectoryData.change(database, statement);
        DirectoryData.change(database, "update directory_revision set number = number + 1");
    }

    private static int level(MatchState state) {
        return state.cluster("gaia").orElseThrow().tags().stream()
                .filter(tag -> tag.facet() == Facet.ACTIVITY && tag.code().equals("62"))
                .findFirst()
                .orElseThrow()
                .level();
    }

    @Test
    void untapped_pairs_have_no_known_partnership() {
        JsonPath pairs = get("/matches/pairs?lens=alliance&scope=all&minPercentile=90&size=500");
        assertThat(pairs.getList("items.percentile", Double.class)).isNotEmpty().allMatch(p -> p >= 90);
        assertThat(pairs.getList("items.score", Double.class)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(pairs.getList("items.findAll { it.partnerships.size() > 0 }"))
                .isNotEmpty();
        assertThat(pairs.getList("items.findAll { it.one.cityId != null && it.one.cityId == it.other.cityId }"))
                .isEmpty();
        assertThat(get("/matches/pairs?lens=alliance&scope=all&minPercentile=90&untapped=false&size=500")
                        .getList("items"))
                .isEqualTo(pairs.getList("items"));
        JsonPath untapped = get("/matches/pairs?lens=alliance&scope=all&untapped=true&size=500");
        assertThat(untapped.getDouble("minPercentile")).isEqualTo(90);
        assertThat(untapped.getList("items.findAll { it.partnerships.size() > 0 }"))
                .isEmpty();
        assertThat(get("/matches/pairs?lens=cross-innovation").getList("items.findAll { it.one.cityId == null }"))
                .isEmpty();
    }

    @Test
    void the_curve_of_domains_rises_and_its_first_step_serves_most() {
        JsonPath curve = get("/regions/aquitaine/diversification");
        assertThat(curve.getList("steps")).hasSize(8);
        assertThat(curve.getList("steps.value", Double.class)).isSorted();
        assertThat(curve.getList("steps.k")).isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(curve.getList("steps[2].domains")).hasSize(3);
        assertThat(get("/regions/hessen/diversification").getList("steps")).hasSize(7);
    }

    @Test
    void clusters_count_by_their_members_or_jobs_when_domains_are_chosen() {
        // PRODUTECH has 110 members, Health Cluster Portugal 220; the two others do not say
        JsonPath norte = get("/regions/norte/diversification");
        assertThat(norte.getString("sizeMeasure")).isEqualTo("MEMBERS");
        Map<String, Double> sizes = Map.of("produtech", 2 / 3.0, "hcp", 4 / 3.0, "mobinov", 1.0, "ticept", 1.0);
        assertThat(norte.getList("clusters.cluster.id", String.class))
                .containsExactlyInAnyOrderElementsOf(sizes.keySet());
        JsonPath matrix = get("/regions/norte/matrix");
        double served = 0;
        for (Map.Entry<String, Double> size : sizes.entrySet()) {
            String counted = "clusters.find { it.cluster.id == '" + size.getKey() + "' }";
            assertThat(norte.getDouble(counted + ".size")).isCloseTo(size.getValue(), EXACT);
            String column = "regions[0]." + counted;
            served += size.getValue()
                    * Math.max(matrix.getDouble(column + ".bestCore"), matrix.getDouble(column + ".bestEnabler"));
        }
        assertThat(norte.getInt("clusters.find { it.cluster.id == 'hcp' }.figure.amount"))
                .isEqualTo(220);
        assertThat(norte.getString("clusters.find { it.cluster.id == 'hcp' }.figure.provenance.source.id"))
                .isEqualTo("hcp-echalliance");
        assertThat(norte.getMap("clusters.find { it.cluster.id == 'mobinov' }.figure"))
                .isNull();
        // with all eight priorities kept, every cluster has its best one
        assertThat(norte.getDouble("steps[7].served")).isCloseTo(served, EXACT);
        // two of Bordeaux's say how many jobs, one how many members; the newest figure counts
        JsonPath aquitaine = get("/regions/aquitaine/diversification");
        assertThat(aquitaine.getString("sizeMeasure")).isEqualTo("JOBS");
        assertThat(aquitaine.getDouble("clusters.find { it.cluster.id == 'alpha-rlh' }.size"))
                .isCloseTo(3500 / 36_750.0, EXACT);
        assertThat(aquitaine.getDouble("clusters.find { it.cluster.id == 'bordeaux-finance' }.size"))
                .isCloseTo(70_000 / 36_750.0, EXACT);
        // nobody says anything: all count the same
        JsonPath basque = get("/regions/basque-country/diversification");
        assertThat(basque.getString("sizeMeasure")).isNull();
        assertThat(basque.getList("clusters.size", Double.class)).hasSize(7).containsOnly(1.0);
    }

    @Test
    void an_earlier_model_that_comes_back_is_a_change_too() {
        long number = DirectoryData.number(database, REVISION);
        noteModel.note(null);
        assertThat(DirectoryData.number(database, REVISION)).isEqualTo(number);
        DirectoryData.change(
                database,
                "insert into matching_model (version, formulas, since, revision) values ('lean-9', 1, '2000-01-01', "
                        + number + ")");
        try {
            noteModel.note(null);
            assertThat(DirectoryData.number(database, REVISION)).isEqualTo(number + 1);
            noteModel.note(null);
            assertThat(DirectoryData.number(database, REVISION)).isEqualTo(number + 1);
        } finally {
            DirectoryData.change(database, "delete from matching_model where version = 'lean-9'");
        }
    }

    @Test
    void other_formulas_with_the_same_numbers_are_a_change_too() {
        long number = DirectoryData.number(database, REVISION);
        DirectoryData.change(
                database,
                "insert into matching_model (version, formulas, since, revision)"
                        + " values ('lean-3', 99, '2000-01-01', " + number + ")");
        try {
            noteModel.note(null);
            assertThat(DirectoryData.number(database, REVISION)).isEqualTo(number + 1);
            noteModel.note(null);
            assertThat(DirectoryData.number(database, REVISION)).isEqualTo(number + 1);
        } finally {
            DirectoryData.change(database, "delete from matching_model where formulas = 99");
        }
    }

    @Test
    void a_start_does_not_wait_for_an_import_when_the_model_is_the_same() throws SQLException {
        noteModel.note(null);
        try (Connection importing = database.getConnection();
                Statement lock = importing.createStatement()) {
            importing.setAutoCommit(false);
            lock.execute(REVISION + " for update");
            assertTimeout(Duration.ofSeconds(2), () -> noteModel.note(null));
            importing.rollback();
        }
    }

    @Test
    void the_numbers_of_the_model_are_given_as_they_are() {
        given().get("/api/v1/matching-model.yaml")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/yaml"))
                .body(containsString("modelVersion: \"lean-3\""))
                .body(containsString("core: {activity: 0.60, competence: 0.40}"));
    }

    @Test
    void what_is_still_to_be_verified_is_marked_and_nothing_else() {
        change("update cluster_tag set uncertain = false; update priority_tag set uncertain = false;"
                + " update region_priority set uncertain = false; update city set place_uncertain = false;"
                + " update lever set uncertain = false; update relatedness set uncertain = false");
        JsonPath certain = get("/regions/aquitaine/matrix");
        for (String part : List.of("priorities", "clusters", "cells")) {
            assertThat(certain.getList("regions[0]." + part + ".uncertain", Boolean.class))
                    .as(part)
                    .isNotEmpty()
                    .containsOnly(false);
        }
        assertThat(certain.getString("regions[0].priorities[0].provenance.source.title"))
                .isNotEmpty();
        assertThat(get("/clusters/gaia/matches/minalogic").getBoolean("alliance.uncertain"))
                .isFalse();
        assertThat(get("/clusters/gaia/matches").getList("items.uncertain", Boolean.class))
                .containsOnly(false);
        assertThat(get("/clusters.geojson").getList("features.properties.uncertain", Boolean.class))
                .containsOnly(false);

        change("update lever set uncertain = true");
        MatchState levers = state();
        assertThat(levers.clusters().stream()
                        .map(cluster -> levers.priorityMatcher()
                                .explain(
                                        Measure.ENABLER,
                                        levers.clusterForPriorities(cluster.id())
                                                .orElseThrow(),
                                        levers.priority("es21-p2").orElseThrow()))
                        .flatMap(explanation -> explanation.contributions().stream()))
                .anyMatch(Contribution::uncertain)
                .anyMatch(contribution -> !contribution.uncertain())
                .allSatisfy(contribution -> assertThat(contribution.uncertain())
                        .isEqualTo(contribution.channel().equals("lever")));
        JsonPath choice = get("/regions/basque-country/diversification");
        assertThat(choice.getList("steps.domains.flatten().uncertain", Boolean.class))
                .isNotEmpty()
                .containsOnly(false);
        assertThat(choice.getList("clusters.uncertain", Boolean.class))
                .isNotEmpty()
                .containsOnly(false);
        assertThat(get("/cities/ostrava").getList("lookingFor.priorities.uncertain", Boolean.class))
                .isNotEmpty()
                .containsOnly(false);

        change("update lever set uncertain = false; update cluster_tag set uncertain = true where cluster_id = 'gaia';"
                + " update region_priority set uncertain = true where id = 'es21-p3';"
                + " update city set place_uncertain = true where id = 'bilbao'");
        try {
            JsonPath basque = get("/regions/basque-country/matrix");
            assertThat(basque.getList("regions[0].priorities.findAll { it.uncertain }.id"))
                    .isEqualTo(List.of("es21-p3"));
            assertThat(basque.getList("regions[0].clusters.findAll { it.uncertain }.cluster.id"))
                    .isEqualTo(List.of("gaia"));
            assertThat(basque.getBoolean(
                            "regions[0].cells.find { it.cluster == 'gaia' && it.priority == 'es21-p2' }.uncertain"))
                    .isTrue();
            assertThat(basque.getBoolean(
                            "regions[0].cells.find { it.cluster == 'hegan' && it.priority == 'es21-p3' }.uncertain"))
                    .isTrue();
            assertThat(basque.getBoolean(
                            "regions[0].cells.find { it.cluster == 'hegan' && it.priority == 'es21-p2' }.uncertain"))
                    .isFalse();
            choice = get("/regions/basque-country/diversification");
            assertThat(choice.getList("steps.domains.flatten().findAll { it.uncertain }.id", String.class))
                    .isNotEmpty()
                    .containsOnly("es21-p3");
            assertThat(choice.getList("clusters.findAll { it.uncertain }.cluster.id", String.class))
                    .containsExactly("gaia");
            change("update region_priority set uncertain = true where id = 'cz08-p2'");
            assertThat(get("/cities/ostrava")
                            .getList("lookingFor.priorities.findAll { it.uncertain }.id", String.class))
                    .containsExactly("cz08-p2");
            assertThat(get("/city-comparisons?city=ostrava&city=bilbao")
                            .getList("cities[0].lookingFor.priorities.findAll { it.uncertain }.id", String.class))
                    .containsExactly("cz08-p2");
            JsonPath pair = get("/clusters/gaia/matches/minalogic");
            assertThat(pair.getBoolean("alliance.uncertain")).isTrue();
            assertThat(pair.getList("alliance.contributions.uncertain", Boolean.class))
                    .containsOnly(true);
            assertThat(get("/clusters/hegan/matches?city=torino").getList("items.uncertain", Boolean.class))
                    .containsOnly(false);
            assertThat(get("/regions/basque-country/matrix/es21-p3/hegan").getBoolean("priority.provenance.uncertain"))
                    .isTrue();
            String table =
                    given().get("/api/v1/regions/basque-country/matrix.csv").asString();
            assertThat(table.lines().findFirst().orElseThrow())
                    .endsWith(",priority_source,priority_to_be_verified,cluster_to_be_verified,to_be_verified");
            assertThat(table.lines().filter(line -> line.contains("\"es21-p2\"") && line.contains("\"gaia\"")))
                    .singleElement()
                    .satisfies(line -> assertThat(line).endsWith("\"false\",\"true\",\"true\""));
            JsonPath seats = get("/clusters.geojson");
            assertThat(seats.getString("features.find { it.id == 'gaia' }.properties.source"))
                    .isNotEmpty();
            assertThat(seats.getBoolean("features.find { it.id == 'gaia' }.properties.uncertain"))
                    .isTrue();
            assertThat(seats.getBoolean("features.find { it.id == 'minalogic' }.properties.uncertain"))
                    .isFalse();
        } finally {
            DirectoryData.clear(database);
        }
    }

    @Test
    void a_square_fits_when_either_role_reaches_its_threshold() {
        JsonPath network = get("/regions/moravia-silesia/matrix?clusters=network");
        String ticept = "regions[0].cells.find { it.cluster == 'ticept' && it.priority == 'cz08-p3' }";
        assertThat(network.getString(ticept + ".role")).isEqualTo("CORE");
        assertThat(network.getDouble(ticept + ".coreFit")).isLessThan(0.45);
        assertThat(network.getDouble(ticept + ".enabler")).isLessThan(0.3);
        assertThat(network.getDouble(ticept + ".enablerFit")).isGreaterThan(0.3);
        assertThat(network.getBoolean(ticept + ".fits")).isTrue();
        assertThat(network.getString(ticept + ".fitsAs")).isEqualTo("ENABLER");
        List<Map<String, Object>> cells = network.getList("regions[0].cells");
        assertThat(cells)
                .allSatisfy(cell -> assertThat(cell.get("fits"))
                        .isEqualTo((double) cell.get("coreFit") >= 0.45 || (double) cell.get("enablerFit") >= 0.3))
                .anyMatch(cell -> cell.get("fits").equals(false));
    }

    @Test
    void a_column_names_a_priority_that_the_cluster_fits_and_the_role_in_which_it_does() {
        JsonPath network = get("/regions/basque-country/matrix?clusters=network");
        Map<String, Object> alpha = network.getMap("regions[0].clusters.find { it.cluster.id == 'alpha-rlh' }");
        assertThat(alpha).containsEntry("role", "ENABLER").containsEntry("gap", "NONE");
        assertThat(alpha.get("bestPriority")).isIn("es21-p2", "es21-p3");
        assertThat(alpha.get("reason").toString()).contains(" serves ");
        for (String region : List.of("basque-country", "moravia-silesia", "aquitaine")) {
            JsonPath matrix = get("/regions/" + region + "/matrix?clusters=network");
            List<Map<String, Object>> cells = matrix.getList("regions[0].cells");
            List<Map<String, Object>> columns = matrix.getList("regions[0].clusters");
            assertThat(cells).allSatisfy(cell -> assertThat(cell.get("fits"))
                    .isEqualTo(!cell.get("fitsAs").equals("NONE")));
            assertThat(columns).filteredOn("gap", "NONE").isNotEmpty().allSatisfy(column -> assertThat(cells)
                    .filteredOn("cluster", ((Map<?, ?>) column.get("cluster")).get("id"))
                    .filteredOn("priority", column.get("bestPriority"))
                    .extracting("fitsAs")
                    .containsExactly(column.get("role")));
        }
    }

    @Test
    void a_matrix_is_computed_once_for_each_version() {
        MatchState state = state();
        RegionMatrix basque = state.matrix(state.region("basque-country").orElseThrow(), false);
        assertThat(state.matrix(state.region("basque-country").orElseThrow(), false))
                .isSameAs(basque);
        assertThat(state.matrix(state.region("basque-country").orElseThrow(), true))
                .isNotSameAs(basque);
    }

    @Test
    void the_model_card_says_what_the_model_is_and_reaches() {
        JsonPath card = get("/matching-model");
        assertThat(card.getDouble("weights.ALLIANCE.SERVICE")).isEqualTo(0.1);
        assertThat(card.getDouble("weights.CORE.ACTIVITY")).isEqualTo(0.6);
        assertThat(card.getList("levers")).hasSize(96);
        assertThat(card.getList("levers.findAll { it.strength == 'DOCUMENTED' }.competence", String.class))
                .containsOnly("photonics")
                .hasSize(6);
        assertThat(card.getList("levers.findAll { it.strength == 'MAKES' }.division", String.class))
                .containsExactly("26");
        assertThat(card.getList("limits", String.class))
                .contains(
                        "Of the 96 levers, 6 are documented. The others are widely accepted, or the one makes the other; they stand"
                                + " in no low.")
                .anySatisfy(limit ->
                        assertThat(limit).endsWith("That table is empty until a source with a licence is loaded."));
        assertThat(card.getList("relatedTerms")).isEmpty();
        assertThat(card.getList("partnerships.find { it.id == 'silicon-europe' }.clusters.name", String.class))
                .contains("Minalogic", "DSP Valley");
        assertThat(card.getList("partnerships")).hasSize(6);
        assertThat(card.getList("validation")).hasSize(8);
        assertThat(card.getList("validation.findAll { it.kind == 'ALLIANCE' }.way", String.class))
                .containsExactly("LENS", "LIST_ORDER", "PLAIN", "PLAIN");
        assertThat(card.getList("formulas.name", String.class)).contains("Order of a list of partners");
        assertThat(card.getList("formulas")).isNotEmpty();
        assertThat(card.getList("limits")).isNotEmpty();
        given().get("/api/v1/matching-model").then().body("taxonomies[0].size", equalTo(21));
    }

    @Test
    void what_is_related_stands_on_the_model_card_and_in_an_open_file() {
        assertThat(DirectoryData.bringIn(DirectoryData.with("""
                        relatedness:
                          - {facet: activity, one: "30", other: "26", similarity: 0.5, channel: skill, source: nuts-2016, confidence: documented}
                        """)).statusCode()).isEqualTo(201);
        JsonPath card = get("/matching-model");
        assertThat(card.getList("relatedTerms")).hasSize(1);
        assertThat(card.getString("relatedTerms[0].facet")).isEqualTo("ACTIVITY");
        assertThat(card.getString("relatedTerms[0].one")).isEqualTo("26");
        assertThat(card.getString("relatedTerms[0].otherLabel")).isEqualTo("Other transport equipment");
        assertThat(card.getDouble("relatedTerms[0].similarity")).isEqualTo(0.5);
        assertThat(card.getString("relatedTerms[0].provenance.source.id")).isEqualTo("nuts-2016");
        assertThat(card.getList("limits", String.class))
                .anySatisfy(limit -> assertThat(limit).endsWith("Entries of that table: 1."))
                .noneSatisfy(limit -> assertThat(limit).contains("is empty until"));
        String file = given().get("/api/v1/open-data/relations.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(file.replace("\"", "").lines())
                .hasSize(98)
                .anySatisfy(
                        row -> assertThat(row)
                                .matches(
                                        "lever,competence,micro-nanoelectronics,[^,]+,activity,26,.*,makes,,,general-knowledge,.*,inferred,true"))
                .anySatisfy(row -> assertThat(row)
                        .matches("relatedness,activity,26,.*,activity,30,.*,0.5,skill,nuts-2016,.*,documented,false"));
    }
}
