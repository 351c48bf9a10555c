package eu.urbact.infocus.directory.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DataFile;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ClusterSearchTest {

    private static final DataFile FILE = new DataFile();

    private static final Predicate<DataFile.Entry> INSIDE = cluster -> cluster.city() != null;

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
    void without_a_filter_it_lists_the_clusters_of_the_networks_cities_by_name() {
        JsonPath answer = get("size=200");
        assertThat(answer.getLong("total")).isEqualTo(36).isEqualTo(FILE.count(INSIDE));
        assertThat(answer.getList("items")).hasSize(36);
        assertThat(answer.getList("items.name", String.class)).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(answer.getList("items.city", String.class))
                .doesNotContainNull()
                .contains("Bielsko-Biała");
        assertFacets(answer, INSIDE, INSIDE, INSIDE, INSIDE);
    }

    @Test
    void facets_count_with_the_other_filters_and_not_with_their_own() {
        Predicate<DataFile.Entry> bordeaux = cluster -> "bordeaux".equals(cluster.city());
        Predicate<DataFile.Entry> photonics = cluster -> cluster.competences().contains("photonics");
        Predicate<DataFile.Entry> manufacturing = cluster -> cluster.sections().contains("C");
        Predicate<DataFile.Entry> electronics = cluster -> cluster.ecosystems().contains("electronics");

        JsonPath city = get("city=bordeaux&size=1");
        assertThat(city.getLong("total")).isEqualTo(8).isEqualTo(FILE.count(bordeaux));
        assertThat(city.getList("items")).hasSize(1);
        assertFacets(city, INSIDE, bordeaux, bordeaux, bordeaux);

        JsonPath competence = get("competence=photonics");
        assertThat(competence.getLong("total")).isEqualTo(FILE.count(INSIDE.and(photonics)));
        assertThat(competence.getList("items.id", String.class))
                .containsExactlyInAnyOrder("alpha-rlh", "mhtc", "minalogic", "optence");
        assertFacets(competence, INSIDE.and(photonics), INSIDE, INSIDE.and(photonics), INSIDE.and(photonics));

        JsonPath all = get("city=bordeaux&competence=photonics&naceSection=C&ecosystem=electronics");
        assertThat(all.getList("items.id", String.class)).containsExactly("alpha-rlh");
        assertFacets(
                all,
                INSIDE.and(photonics).and(manufacturing).and(electronics),
                bordeaux.and(manufacturing).and(electronics),
                bordeaux.and(photonics).and(electronics),
                bordeaux.and(photonics).and(manufacturing));

        JsonPath two = get("city=porto&city=torino&city=");
        assertThat(two.getLong("total"))
                .isEqualTo(FILE.count(cluster -> Set.of("porto", "torino").contains(String.valueOf(cluster.city()))));
    }

    @Test
    void clusters_outside_the_network_belong_to_no_city() {
        JsonPath outside = get("scope=OUTSIDE&size=200");
        assertThat(outside.getLong("total")).isEqualTo(29).isEqualTo(FILE.count(INSIDE.negate()));
        assertThat(outside.getList("items.cityId", String.class)).containsOnlyNulls();
        assertThat(outside.getList("items.country", String.class)).doesNotContainNull();
        assertThat(outside.getList("facets.city")).isEmpty();
        assertThat(facet(outside, "scope")).isEqualTo(Map.of("NETWORK", 36L, "OUTSIDE", 29L));
        JsonPath all = get("scope=ALL&size=200");
        assertThat(all.getLong("total")).isEqualTo(65);
        assertThat(facet(all, "city")).isEqualTo(FILE.counts(cluster -> true, ClusterSearchTest::city));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bielsko biala          | medsilesia, saam, silesian-aviation
            BIELSKO-BIAŁA          | medsilesia, saam, silesian-aviation
            bielsko-biala aviation | silesian-aviation
            hegan                  | hegan
            biopm                  | biopmed
            route des lasers       | alpha-rlh
            rout de laser          | alpha-rlh
            mechatronik            | mesap
            magurele               | mhtc
            pais vasco hegan       | hegan
            País Vasco aeronautics | hegan
            mechatroniks           | mesap
            Turyn wireless         | torino-wireless
            Oporto produtech       | produtech
            Porot produtech        | produtech
            Grenbole minalogic     | minalogic
            Toirno wireless        | torino-wireless
            Biblao gaia            | gaia
            bordaeux lasers        | alpha-rlh
            Fráncfort del Meno fintech    | frankfurt-fintech
            Francfort-sur-le-Main fintech | frankfurt-fintech
            pais mongol            |
            """)
    void words_are_found_in_any_spelling(String words, String ids) {
        List<String> found = idsOf(words);
        if (ids == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactlyInAnyOrder(ids.split(", "));
        }
    }

    /** Also where the right word is short, and in the order in which it would be found without the slip. */
    @ParameterizedTest
    @CsvSource({
        "automotve, automotive",
        "automotivve, automotive",
        "autonotive, automotive",
        "lazer, laser",
        "laserr, laser",
        "MSAP, MESAP",
        "CEAA, CEAGA",
        "LInEK, LITEK",
        "auto motive, automotive",
        "auto-motive, automotive",
        "healthcluster, health cluster",
        "clusters of Bilbao, cluster Bilbao",
        "the health cluster, health cluster",
        "clúster de energía, cluster energy",
        "cluster y health, cluster health"
    })
    void what_was_meant_is_found_in_the_same_order(String typed, String meant) {
        assertThat(idsOf(typed, "ALL")).isNotEmpty().isEqualTo(idsOf(meant, "ALL"));
    }

    /** The same word as another language writes it. */
    @ParameterizedTest
    @CsvSource({
        "fotónica, photoni",
        "fotonika, photoni",
        "fotonik, photoni",
        "elektronika, electroni",
        "farmacia, pharmac",
        "mikroelektronika, microelectroni"
    })
    void words_are_found_by_their_sound(String typed, String meant) {
        assertThat(idsOf(typed, "ALL")).isNotEmpty().isEqualTo(idsOf(meant, "ALL"));
    }

    @Test
    void a_word_is_also_found_as_the_two_it_is_made_of() {
        // says "micro nano electronics"
        assertThat(idsOf("microelectronics")).contains("minalogic");
        assertThat(idsOf("microelectronics lazer")).containsExactly("alpha-rlh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaja", "xyzzy", "of the zzzz", "automotve zzzz", "micronowhere"})
    void what_is_nearly_no_word_finds_nothing(String words) {
        assertThat(idsOf(words)).isEmpty();
    }

    @Test
    void a_word_that_only_joins_others_is_asked_for_when_it_is_alone() {
        assertThat(idsOf("of")).hasSizeGreaterThan(5);
        assertThat(idsOf("of the hegan")).containsExactly("hegan");
    }

    @Test
    void a_long_text_is_not_guessed_at() {
        String slip = "mechatroniks ";
        assertThat(idsOf(slip.repeat(8))).as("eight words").containsExactly("mesap");
        assertThat(idsOf("- " + slip.repeat(8) + "!"))
                .as("what is no word does not count")
                .containsExactly("mesap");
        assertThat(idsOf(slip.repeat(9))).as("nine").isEmpty();
        assertThat(idsOf("zq ".repeat(66))).as("words that nobody has written").isEmpty();
        assertThat(idsOf("hegan ".repeat(9)))
                .as("nine that are found as they stand")
                .containsExactly("hegan");
    }

    private static List<String> idsOf(String words) {
        return idsOf(words, "NETWORK");
    }

    private static List<String> idsOf(String words, String scope) {
        return given().queryParam("q", words)
                .queryParam("scope", scope)
                .get("/api/v1/clusters")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void words_in_the_name_come_before_words_in_the_text_and_these_before_words_about_it() {
        List<String> health = get("q=health&scope=ALL&size=200").getList("items.id", String.class);
        assertThat(health.subList(0, 3)).containsExactly("basque-health", "bordeaux-health", "hcp");
        // says "hospitals" and "devices", and "health" only through the labels of its activities
        assertThat(health.indexOf("lyonbiopole")).isLessThan(health.indexOf("medsilesia"));
    }

    @Test
    void a_choice_that_finds_nothing_stays_among_the_choices_with_its_label() {
        JsonPath none = given().get(
                        "/api/v1/clusters?role=ORPHAN&city=porto&country=SE&competence=photonics&scale=NATIONAL")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(none.getInt("total")).isZero();
        for (String side :
                List.of("role ORPHAN", "city porto", "country SE", "competence photonics", "scale NATIONAL")) {
            String[] chosen = side.split(" ");
            assertThat(none.getList("facets." + chosen[0] + ".value", String.class))
                    .as(side)
                    .containsOnlyOnce(chosen[1]);
        }
        assertThat(none.getString("facets.country.find { it.value == 'SE' }.label"))
                .isEqualTo("Sweden");
        assertThat(none.getLong("facets.country.find { it.value == 'SE' }.count"))
                .isZero();
        assertThat(none.getString("facets.role.find { it.value == 'ORPHAN' }.label"))
                .isEqualTo("Fits no priority of its region");
        assertThat(none.getString("facets.city.find { it.value == 'porto' }.label"))
                .isEqualTo("Porto");
    }

    @Test
    void further_facets_count_country_division_scale_and_kind() {
        JsonPath all = get("size=1");
        assertThat(facet(all, "country")).containsEntry("FR", 12L).containsEntry("CZ", 1L);
        assertThat(all.getList("facets.country.label", String.class)).contains("France", "Czechia");
        assertThat(facet(all, "naceDivision")).containsEntry("26", (long)
                get("naceDivision=26&size=200").getList("items").size());
        assertThat(all.getString("facets.naceDivision.find { it.value == '26' }.parent"))
                .isEqualTo("C");
        assertThat(facet(all, "scale"))
                .containsOnlyKeys("WORLD_CLASS", "NATIONAL", "SECTOR_OF_EXCELLENCE")
                .containsEntry("WORLD_CLASS", 2L);
        assertThat(facet(all, "kind").values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(36);
        JsonPath world = get("scale=WORLD_CLASS&country=FR");
        assertThat(world.getList("items.id", String.class)).containsExactly("aerospace-valley", "alpha-rlh");
        assertThat(facet(world, "scale")).containsEntry("NATIONAL", 2L);
        assertThat(get("country=VA").getLong("total"))
                .as("a country without a cluster")
                .isZero();
    }

    @Test
    void a_role_is_what_the_matrix_says_about_the_own_region() {
        assertThat(get("city=bilbao&role=ENABLER&size=200").getList("items.id", String.class))
                .contains("gaia", "bilbao-kibs");
        assertThat(get("role=ORPHAN&size=200").getList("items.id", String.class))
                .contains("different-angle", "bordeaux-finance")
                .doesNotContain("minalogic", "gaia");
        assertThat(get("role=CORE&size=200").getList("items.id", String.class)).contains("minalogic");
        JsonPath all = get("scope=ALL&size=1");
        assertThat(all.getList("facets.role.value", String.class)).containsExactly("CORE", "ENABLER", "ORPHAN");
        assertThat(all.getList("facets.role.count", Long.class).stream()
                        .mapToLong(Number::longValue)
                        .sum())
                .as("every cluster of the network has one role, those outside have none")
                .isEqualTo(all.getLong("facets.scope.find { it.value == 'NETWORK' }.count"));
    }

    @Test
    void broader_terms_and_activities_are_found_too_and_names_come_first() {
        given().queryParam("q", "photonics")
                .get("/api/v1/clusters")
                .then()
                .body("items.id", hasItem("alpha-rlh"))
                .body("items.id", hasItem("mhtc"));
        given().queryParam("q", "chemicals")
                .get("/api/v1/clusters")
                .then()
                .body("items.id", hasItem("bordeaux-chemistry"));
        given().queryParam("q", "health")
                .get("/api/v1/clusters")
                .then()
                .body("items[0].name", org.hamcrest.Matchers.containsStringIgnoringCase("health"));
        given().queryParam("q", "porto")
                .queryParam("competence", "life-sciences")
                .get("/api/v1/clusters")
                .then()
                .body("items.id", hasItem("hcp"))
                .body("items.id", not(hasItem("mobinov")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\\",
                "%",
                "_",
                ":*",
                "a:*|b",
                "!",
                "&|!()",
                "<->",
                "\"",
                "--",
                "---",
                "; drop table cluster",
                "\u0001",
                "a\u0007b",
                "\u202e",
                "\ud83d\ude80",
                "<script>",
                "=cmd()"
            })
    void whatever_is_typed_is_only_text(String words) {
        given().queryParam("q", words).get("/api/v1/clusters").then().statusCode(200);
        given().queryParam("q", words).get("/api/v1/cities").then().statusCode(200);
    }

    @Test
    void a_page_is_a_part_of_the_whole() {
        List<String> whole = get("size=200").getList("items.id", String.class);
        List<String> first = get("size=20&page=0").getList("items.id", String.class);
        JsonPath last = get("size=20&page=1");
        assertThat(first).isEqualTo(whole.subList(0, 20));
        assertThat(last.getList("items.id", String.class)).isEqualTo(whole.subList(20, 36));
        assertThat(last.getInt("page")).isEqualTo(1);
        assertThat(last.getInt("size")).isEqualTo(20);
        assertThat(get("size=20&page=7").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=-1",
                "page=x",
                "page=1000001",
                "size=0",
                "size=201",
                "size=x",
                "scope=MOON",
                "city=a%00b",
                "q=a%00b",
                "city=a'b"
            })
    void what_makes_no_sense_is_refused_with_a_problem(String query) {
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .get("/api/v1/clusters?" + query)
                .then();
        assertThat(answer.extract().statusCode()).isBetween(400, 499);
        answer.contentType("application/problem+json");
    }

    @Test
    void too_much_is_refused_with_the_limit() {
        for (String words : List.of("x".repeat(201), "x".repeat(10_000), "ž".repeat(10_000))) {
            given().queryParam("q", words)
                    .get("/api/v1/clusters")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.field", contains("q"))
                    .body("errors.message", contains("size must be between 0 and 200"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "city=atlantis, city",
        "country=XX, country",
        "country=es, country",
        "competence=alchemy, competence",
        "naceSection=X, naceSection",
        "naceDivision=zz, naceDivision",
        "naceDivision=26&naceDivision=44, naceDivision",
        "ecosystem=swamp, ecosystem",
        "scale=HUGE, scale",
        "kind=CLUB, kind",
        "role=HERO, role",
        "exchange=GIFT, exchange"
    })
    void a_value_that_does_not_exist_is_refused(String query, String field) {
        for (String path : List.of("/api/v1/clusters?", "/api/v1/clusters.geojson?")) {
            given().get(path + query)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.field", contains(field))
                    .body("errors.message", contains("is not known"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "naceDivision=99",
                "naceSection=U",
                "country=VA",
                "exchange=OFFER",
                "city=porto&scale=WORLD_CLASS"
            })
    void a_value_that_no_cluster_has_finds_nothing(String query) {
        given().get("/api/v1/clusters?" + query)
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ES | Spain, España, espana, Hiszpania, Spanien, Španělsko, Spania, Espainia
            PL | Poland, Polska, Pologne, Polonia, Polen
            DE | Germany, Deutschland, Allemagne, Niemcy, Alemania
            PT | Portugal, Portugalia, Portogallo
            IT | Italia, Italy, Włochy, wlochy, Itálie
            CZ | Czechia, Česko, Czech Republic, Tschechien, Cehia
            RO | Romania, România, Rumänien, rumaenien
            FR | France, Frankreich, Francja, França
            """)
    void countries_are_found_by_their_names_in_all_languages(String country, String names) {
        List<String> all = get("scope=ALL&size=200&country=" + country).getList("items.id", String.class);
        for (String name : names.split(", ")) {
            assertThat(given().queryParam("q", name)
                            .queryParam("scope", "ALL")
                            .queryParam("size", 200)
                            .get("/api/v1/clusters")
                            .then()
                            .extract()
                            .<List<String>>path("items.id"))
                    .as(name)
                    .containsAll(all);
        }
    }

    @Test
    void who_says_a_country_says_least_about_a_cluster() {
        List<String> found = given().queryParam("q", "portugal")
                .queryParam("scope", "ALL")
                .get("/api/v1/clusters")
                .path("items.id");
        assertThat(found)
                .as("by name, by text, and by nothing but the country")
                .startsWith("hcp")
                .endsWith("produtech")
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Euskadi", "Pays basque", "País Vasco", "Baskenland", "Kraj Basków"})
    void regions_are_found_by_their_other_names(String name) {
        assertThat(given().queryParam("q", name)
                        .queryParam("size", 200)
                        .get("/api/v1/clusters")
                        .<List<String>>path("items.id"))
                .containsExactlyInAnyOrderElementsOf(get("city=bilbao&size=200").getList("items.id", String.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Moveo", "Mov'eo", "mov’eo", "MOV EO"})
    void an_apostrophe_may_be_left_out(String words) {
        assertThat(given().queryParam("q", words)
                        .queryParam("scope", "ALL")
                        .get("/api/v1/clusters")
                        .<List<String>>path("items.id"))
                .containsExactly("moveo");
    }

    @Test
    void a_profile_shows_the_provenance_of_every_statement() {
        given().get("/api/v1/clusters/alpha-rlh")
                .then()
                .statusCode(200)
                .body("name", equalTo("ALPHA Route des Lasers"))
                .body("cityId", equalTo("bordeaux"))
                .body("city", equalTo("Bordeaux"))
                .body("kind", equalTo("CLUSTER_ORGANISATION"))
                .body("scale.code", equalTo("WORLD_CLASS"))
                .body("scale.label", equalTo("World class"))
                .body("scale.provenance.source.id", equalTo("founding-document"))
                .body("figures.findAll { it.measure == 'JOBS' }.amount", contains(3500, 1400))
                .body("figures.findAll { it.amount == 1400 }.provenance.confidence", contains("STATED"))
                .body("activities[0].code", equalTo("26"))
                .body("activities[0].label", equalTo("Computer, electronic and optical products"))
                .body("activities[0].level", equalTo(3))
                .body("markets.code", contains("10", "20", "26", "30", "86"))
                .body("markets.provenance.confidence", everyItem(equalTo("STATED")))
                .body("competences.label", hasItem("Laser sources"))
                .body("competences.provenance.source.title", everyItem(not(nullValue())))
                .body("competences.provenance.date", everyItem(equalTo("2026-11-23")))
                .body("objectives[0].label", equalTo("Industry, innovation and infrastructure"))
                .body("ecosystems.code", contains("electronics"))
                .body("ecosystems[0].provenance.uncertain", equalTo(true));
        given().get("/api/v1/clusters/silicon-saxony")
                .then()
                .statusCode(200)
                .body("cityId", nullValue())
                .body("city", nullValue())
                .body("country", equalTo("DE"))
                .body("scale", nullValue())
                .body("figures", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "ALPHA-RLH", "..%2f..", "'", "%20"})
    void a_missing_cluster_is_a_problem(String id) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/clusters/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:not-found"));
    }

    private static Set<String> city(DataFile.Entry cluster) {
        return cluster.city() == null ? Set.of() : Set.of(cluster.city());
    }

    private static JsonPath get(String query) {
        return given().get("/api/v1/clusters?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void assertFacets(
            JsonPath answer,
            Predicate<DataFile.Entry> city,
            Predicate<DataFile.Entry> competence,
            Predicate<DataFile.Entry> section,
            Predicate<DataFile.Entry> ecosystem) {
        assertThat(facet(answer, "city")).isEqualTo(FILE.counts(city, ClusterSearchTest::city));
        assertThat(facet(answer, "competence")).isEqualTo(FILE.counts(competence, DataFile.Entry::competences));
        assertThat(facet(answer, "naceSection")).isEqualTo(FILE.counts(section, DataFile.Entry::sections));
        assertThat(facet(answer, "ecosystem")).isEqualTo(FILE.counts(ecosystem, DataFile.Entry::ecosystems));
    }

    private static Map<String, Long> facet(JsonPath answer, String name) {
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, Object> value : answer.<Map<String, Object>>getList("facets." + name)) {
            counts.put((String) value.get("value"), ((Number) value.get("count")).longValue());
        }
        return counts;
    }
}
