package eu.urbact.infocus.directory.opendata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.json.Json;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfLiteral;
import com.apicatalog.rdf.RdfNQuad;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.ORG;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

/** Each file is read by a reader that is not its writer, and compared with the data file. */
@QuarkusTest
@WithEmbeddedServers
class OpenDataTest {

    private static final String FILES = "/api/v1/open-data/";
    private static final String BASE = "http://localhost:8080";
    private static final Map<String, Object> FILE = new Yaml().load(DirectoryData.file());

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
    void the_clusters_are_organisations_with_their_city_and_what_they_know() throws IOException {
        Model graph = turtle("clusters.ttl");
        List<Map<String, Object>> clusters = list(FILE, "clusters");
        assertThat(graph.filter(null, DCTERMS.IDENTIFIER, null).subjects().stream()
                        .filter(subject -> subject.stringValue().startsWith(BASE + "/id/cluster/")))
                .hasSize(clusters.size());
        for (Map<String, Object> cluster : clusters) {
            IRI iri = Values.iri(BASE + "/id/cluster/" + cluster.get("id"));
            assertThat(graph.contains(iri, RDF.TYPE, ORG.ORGANIZATION)).isTrue();
            assertThat(graph.contains(iri, RDF.TYPE, Values.iri("https://schema.org/Organization")))
                    .isTrue();
            assertThat(graph.contains(iri, SKOS.PREF_LABEL, Values.literal(cluster.get("name"))))
                    .isTrue();
            assertThat(graph.filter(iri, Values.iri("https://schema.org/knowsAbout"), null)
                            .objects())
                    .hasSize(list(cluster, "competences").size());
            assertThat(graph.filter(iri, Values.iri("https://schema.org/isicV4"), null)
                            .objects())
                    .hasSize(list(cluster, "activities").size());
            assertThat(graph.contains(iri, ORG.HAS_SITE, null)).isEqualTo(cluster.get("city") != null);
        }
        IRI lasers = Values.iri(BASE + "/id/cluster/alpha-rlh#competence-laser-sources");
        assertThat(graph.filter(lasers, Values.iri(BASE + "/def#confidence"), null)
                        .objects())
                .containsExactly(Values.literal("stated"));
        assertThat(graph.filter(lasers, DCTERMS.SOURCE, null).objects())
                .containsExactly(Values.iri(BASE + "/id/source/founding-document"));
        assertThat(graph.filter(null, RDF.TYPE, Values.iri("https://schema.org/City")))
                .hasSize(10);
    }

    @Test
    void the_sections_of_nace_rev_21_have_their_own_titles() throws IOException {
        Model graph = turtle("taxonomies.ttl");
        Map<String, String> titles = new TreeMap<>();
        for (Resource section : graph.filter(null, SKOS.TOP_CONCEPT_OF, Values.iri(BASE + "/id/nace2.1"))
                .subjects()) {
            titles.put(
                    section.stringValue().substring((BASE + "/id/nace2.1/").length()),
                    graph.filter(section, SKOS.PREF_LABEL, null).objects().stream()
                            .map(Value::stringValue)
                            .collect(Collectors.joining("|")));
        }
        assertThat(titles)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("A", "Agriculture, forestry and fishing"),
                        Map.entry("B", "Mining and quarrying"),
                        Map.entry("C", "Manufacturing"),
                        Map.entry("D", "Electricity, gas, steam and air conditioning supply"),
                        Map.entry("E", "Water supply; sewerage, waste management and remediation activities"),
                        Map.entry("F", "Construction"),
                        Map.entry("G", "Wholesale and retail trade"),
                        Map.entry("H", "Transportation and storage"),
                        Map.entry("I", "Accommodation and food service activities"),
                        Map.entry("J", "Publishing, broadcasting, and content production and distribution activities"),
                        Map.entry(
                                "K",
                                "Telecommunication, computer programming, consulting, computing infrastructure and other"
                                        + " information service activities"),
                        Map.entry("L", "Financial and insurance activities"),
                        Map.entry("M", "Real estate activities"),
                        Map.entry("N", "Professional, scientific and technical activities"),
                        Map.entry("O", "Administrative and support service activities"),
                        Map.entry("P", "Public administration and defence; compulsory social security"),
                        Map.entry("Q", "Education"),
                        Map.entry("R", "Human health and social work activities"),
                        Map.entry("S", "Arts, sports and recreation"),
                        Map.entry("T", "Other service activities"),
                        Map.entry(
                                "U",
                                "Activities of households as employers and undifferentiated goods- and service-producing"
                                        + " activities of households for own use"),
                        Map.entry("V", "Activities of extraterritorial organisations and bodies")));
        for (String letter : titles.keySet()) {
            Resource section = Values.iri(BASE + "/id/nace2.1/" + letter);
            assertThat(graph.filter(section, DCTERMS.SOURCE, null).objects())
                    .as(letter)
                    .containsExactly(Values.iri(BASE + "/id/source/nace-rev-2-1"));
            assertThat(graph.filter(section, Values.iri(BASE + "/def#uncertain"), null)
                            .objects())
                    .as(letter)
                    .containsExactly(Values.literal(false));
        }
    }

    @Test
    void the_taxonomies_are_skos_and_matched_to_eurostats_names() throws IOException {
        Model graph = turtle("taxonomies.ttl");
        List<Map<String, Object>> sections = list(FILE, "naceSections");
        long divisions =
                sections.stream().mapToLong(s -> list(s, "divisions").size()).sum();
        long kets = list(FILE, "competences").stream()
                .filter(c -> Boolean.TRUE.equals(c.get("keyEnablingTechnology")))
                .count();
        Map<String, Long> perScheme = new TreeMap<>();
        graph.filter(null, SKOS.IN_SCHEME, null)
                .forEach(statement -> perScheme.merge(
                        statement.getObject().stringValue().substring((BASE + "/id/").length()), 1L, Long::sum));
        assertThat(perScheme)
                .containsEntry("competence", (long) list(FILE, "competences").size())
                .containsEntry("ket", kets)
                .containsEntry("nace2", sections.size() + divisions)
                // division 45 is dissolved, and there are 22 sections
                .containsEntry("nace2.1", divisions - 1 + 22)
                .containsEntry("ecosystem", (long) list(FILE, "ecosystems").size())
                .containsEntry("objective", 17L)
                .containsEntry("industry", 10L)
                .containsEntry("s3area", 6L)
                .containsEntry("kind", 3L)
                .containsEntry("scale", 3L);
        assertThat(graph.contains(
                        Values.iri(BASE + "/id/industry/blue-growth-industries"),
                        SKOS.PREF_LABEL,
                        Values.literal("Blue growth industries", "en")))
                .isTrue();
        assertThat(graph.filter(Values.iri(BASE + "/id/industry/blue-growth-industries"), null, null)
                        .objects())
                .contains(Values.iri(BASE + "/id/source/eccp-panorama-2019"));
        assertThat(kets).isEqualTo(6);
        assertThat(graph.contains(
                        Values.iri(BASE + "/id/nace2/26"),
                        SKOS.EXACT_MATCH,
                        Values.iri("http://data.europa.eu/ux2/nace2/26")))
                .isTrue();
        assertThat(graph.filter(Values.iri(BASE + "/id/nace2.1/62"), SKOS.BROADER, null)
                        .objects())
                .containsExactly(Values.iri(BASE + "/id/nace2.1/K"));
        Set<Resource> concepts = graph.filter(null, RDF.TYPE, SKOS.CONCEPT).subjects();
        for (IRI link : List.of(SKOS.BROADER, SKOS.NARROWER, SKOS.HAS_TOP_CONCEPT)) {
            assertThat(graph.filter(null, link, null).objects())
                    .as(link.getLocalName())
                    .allMatch(concepts::contains);
        }
        for (Resource concept : concepts) {
            assertThat(graph.filter(concept, SKOS.PREF_LABEL, null))
                    .as(concept.stringValue())
                    .hasSize(1);
        }
    }

    @Test
    void the_priorities_are_concepts_with_area_and_period() throws IOException {
        Model graph = turtle("priorities.ttl");
        long priorities = list(FILE, "regions").stream()
                .mapToLong(region -> list(region, "priorities").size())
                .sum();
        Set<Resource> concepts =
                graph.filter(null, RDF.TYPE, Values.iri(BASE + "/def#Priority")).subjects();
        assertThat(concepts).hasSize((int) priorities);
        for (Resource concept : concepts) {
            assertThat(graph.filter(concept, DCTERMS.SPATIAL, null)).isNotEmpty();
            assertThat(graph.filter(concept, DCTERMS.TEMPORAL, null)).hasSize(1);
        }
        IRI lasers = Values.iri(BASE + "/id/priority/fri1-p3");
        assertThat(graph.filter(lasers, DCTERMS.SPATIAL, null).objects())
                .containsExactlyInAnyOrder(
                        Values.iri("http://data.europa.eu/nuts/code/FRI1"),
                        Values.iri("http://data.europa.eu/nuts/code/FR61"));
        assertThat(graph.contains(lasers, Values.iri(BASE + "/def#uncertain"), Values.literal(true)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "priorities", "taxonomies"})
    void a_file_tells_of_the_sources_to_which_it_refers_and_of_no_others(String name) throws IOException {
        Model graph = turtle(name + ".ttl");
        Set<String> cited = new TreeSet<>();
        graph.filter(null, DCTERMS.SOURCE, null).objects().forEach(source -> cited.add(source.stringValue()));
        Set<String> told = new TreeSet<>();
        graph.filter(null, RDF.TYPE, DCTERMS.BIBLIOGRAPHIC_RESOURCE)
                .subjects()
                .forEach(source -> told.add(source.stringValue()));
        assertThat(told).isNotEmpty().isEqualTo(cited);
        for (String source : told) {
            given().accept("text/turtle")
                    .get(FILES + "things/" + source.substring((BASE + "/id/").length()))
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "priorities", "taxonomies", "vocabulary", "catalogue"})
    void json_ld_says_the_same_as_turtle(String name) throws Exception {
        Set<String> inTurtle = new TreeSet<>();
        for (Statement statement : turtle(name + ".ttl")) {
            inTurtle.add(statement.getSubject() + " " + statement.getPredicate() + " " + object(statement));
        }
        Set<String> inJsonLd = new TreeSet<>();
        for (RdfNQuad quad : JsonLd.toRdf(JsonDocument.of(Json.createReader(new StringReader(text(name + ".jsonld")))
                        .readObject()))
                .get()
                .toList()) {
            inJsonLd.add(
                    quad.getSubject().getValue() + " " + quad.getPredicate().getValue() + " "
                            + (quad.getObject().isLiteral()
                                    ? literal(quad.getObject().asLiteral())
                                    : quad.getObject().getValue()));
        }
        assertThat(inJsonLd).isNotEmpty().isEqualTo(inTurtle);
    }

    @Test
    void the_table_has_a_row_for_each_cluster() throws IOException {
        String csv = text("clusters.csv");
        assertThat(csv).startsWith("\uFEFFcluster_name,");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))
                .getRecords();
        assertThat(rows).hasSize(list(FILE, "clusters").size());
        CSVRecord hcp = rows.stream()
                .filter(row -> row.get("id").equals("hcp"))
                .findFirst()
                .orElseThrow();
        assertThat(hcp.get("cluster_name")).isEqualTo("Health Cluster Portugal");
        assertThat(hcp.get("members_total")).isEqualTo("220");
        assertThat(rows.stream().filter(row -> row.get("jobs").equals("3500")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("jobs_precision")).isEqualTo("at least");
                    assertThat(row.get("jobs_as_of")).isEqualTo("2021");
                });
        assertThat(hcp.get("city")).isEqualTo("Porto");
        assertThat(hcp.get("nuts_3")).isEqualTo("PT11A");
        assertThat(hcp.get("nace_rev_2")).isEqualTo("21; 72; 86; 32");
        assertThat(hcp.get("technology_fields")).startsWith("Biopharmaceuticals; ");
    }

    @Test
    void the_places_are_geojson() {
        given().get(FILES + "clusters.geojson")
                .then()
                .statusCode(200)
                .contentType(containsString("application/geo+json"))
                .body("features.size()", org.hamcrest.Matchers.equalTo((int) list(FILE, "clusters").stream()
                        .filter(c -> c.get("city") != null)
                        .count()));
    }

    @Test
    void the_catalogue_lists_files_that_are_there() throws IOException {
        Model graph = turtle("catalogue.ttl");
        assertThat(graph.filter(null, RDF.TYPE, DCAT.DATASET)).hasSize(7);
        Set<String> files = new TreeSet<>();
        graph.filter(null, DCAT.DOWNLOAD_URL, null)
                .objects()
                .forEach(file -> files.add(file.stringValue().substring(BASE.length())));
        assertThat(files)
                .hasSize(13)
                .contains(
                        "/open-data/archive.zip",
                        "/open-data/vocabulary.ttl",
                        "/open-data/vocabulary.jsonld",
                        "/en/model.yaml");
        for (Resource distribution :
                graph.filter(null, RDF.TYPE, DCAT.DISTRIBUTION).subjects()) {
            assertThat(graph.filter(distribution, DCTERMS.LICENSE, null).objects())
                    .containsExactly(Values.iri("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"));
            String type = graph.filter(distribution, DCAT.MEDIA_TYPE, null)
                    .objects()
                    .iterator()
                    .next()
                    .stringValue();
            String file = graph.filter(distribution, DCAT.DOWNLOAD_URL, null)
                    .objects()
                    .iterator()
                    .next()
                    .stringValue();
            boolean isArchive = file.endsWith(".zip");
            assertThat(graph.filter(distribution, DCTERMS.CONFORMS_TO, null).isEmpty())
                    .as(file)
                    .isEqualTo(isArchive);
            assertThat(graph.contains(distribution, DCAT.PACKAGE_FORMAT, null)).isEqualTo(isArchive);
            // this one the portal has under a name of its own
            Response answer = given().get(
                            file.endsWith("/en/model.yaml")
                                    ? "/api/v1/matching-model.yaml"
                                    : FILES + file.substring((BASE + "/open-data/").length()));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(type).endsWith("/" + answer.contentType().split(";")[0]);
        }
    }

    /** The ranges of DCAT-AP 3.0.1 that no list of the European Union fills, and what it recommends. */
    @Test
    void what_the_catalogue_refers_to_says_what_it_is() throws IOException {
        Model graph = turtle("catalogue.ttl");
        Map.of(
                        DCTERMS.CONFORMS_TO, DCTERMS.STANDARD,
                        DCAT.CONTACT_POINT, VCARD4.KIND,
                        DCAT.MEDIA_TYPE, DCTERMS.MEDIA_TYPE,
                        DCAT.PACKAGE_FORMAT, DCTERMS.MEDIA_TYPE,
                        DCAT.LANDING_PAGE, FOAF.DOCUMENT,
                        FOAF.HOMEPAGE, FOAF.DOCUMENT,
                        DCAT.THEME_TAXONOMY, SKOS.CONCEPT_SCHEME)
                .forEach((property, range) -> assertThat(
                                graph.filter(null, property, null).objects())
                        .as(property.getLocalName())
                        .isNotEmpty()
                        .allSatisfy(object -> assertThat(graph.contains((IRI) object, RDF.TYPE, range))
                                .as(object.stringValue())
                                .isTrue()));
        assertThat(graph.filter(null, DCAT.MEDIA_TYPE, null).objects())
                .hasSize(6)
                .allSatisfy(type ->
                        assertThat(type.stringValue()).startsWith("https://www.iana.org/assignments/media-types/"));
        for (Resource distribution :
                graph.filter(null, RDF.TYPE, DCAT.DISTRIBUTION).subjects()) {
            assertThat(graph.filter(distribution, DCTERMS.DESCRIPTION, null))
                    .as(distribution.stringValue())
                    .hasSize(1);
        }
        // what is a category scheme has a title
        assertThat(graph.filter(
                        Values.iri("http://publications.europa.eu/resource/authority/data-theme"), DCTERMS.TITLE, null))
                .hasSize(1);
        // these two come with the platform, so when the directory changed says nothing about them
        assertThat(graph.filter(null, DCTERMS.MODIFIED, null).subjects().stream()
                        .map(thing -> thing.stringValue().substring(BASE.length())))
                .containsExactlyInAnyOrder(
                        "/open-data",
                        "/id/dataset/clusters",
                        "/id/dataset/priorities",
                        "/id/dataset/taxonomies",
                        "/id/dataset/relations",
                        "/id/dataset/everything");
        for (String set : List.of("vocabulary", "model", "everything")) {
            given().accept("text/turtle")
                    .get(FILES + "things/dataset/" + set)
                    .then()
                    .statusCode(200)
                    .body(containsString("/id/dataset/" + set + "#"));
        }
    }

    @Test
    void the_archive_holds_every_file() throws IOException {
        byte[] archive = given().get(FILES + "archive.zip")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, Integer> sizes = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                sizes.put(entry.getName(), zip.readAllBytes().length);
            }
        }
        assertThat(sizes).hasSize(15).containsKey("README.txt");
        assertThat(sizes.get("matching-model.yaml"))
                .isEqualTo(given().get("/api/v1/matching-model.yaml").asByteArray().length);
        for (String file : List.of("clusters.ttl", "clusters.csv", "relations.csv", "catalogue.jsonld")) {
            assertThat(sizes.get(file)).isEqualTo(given().get(FILES + file).asByteArray().length);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/turtle                                | clusters.ttl
            application/ld+json                        | clusters.jsonld
            text/csv                                   | clusters.csv
            application/geo+json;q=1.0, text/csv;q=0.5 | clusters.geojson
            */*                                        | clusters.ttl
            TEXT/TURTLE                                | clusters.ttl
            application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted" | clusters.jsonld
            text/csv; charset=utf-8, garbage           | clusters.csv
            text/html, image/gif, *; q=.2, */*; q=.2   | clusters.ttl
            ;;;                                        | clusters.ttl
            """)
    void a_data_set_leads_to_the_format_that_is_preferred(String accept, String file) {
        given().redirects()
                .follow(false)
                .accept(accept)
                .get(FILES + "clusters")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/api/v1/open-data/" + file))
                .header("Vary", containsString("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "garbage", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"})
    void whoever_takes_anything_gets_the_usual_format(String accept) {
        for (String path : List.of("matrix", "regions/basque-country/matrix", "clusters?size=1")) {
            given().header("Accept", accept)
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("application/json"));
        }
        given().header("Accept", accept)
                .get(FILES + "things/cluster/gaia")
                .then()
                .statusCode(200)
                .contentType(containsString("text/turtle"));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT/TURTLE, text/turtle",
        "text/turtle; charset=utf-8, text/turtle",
        "application/ld+json;profile=compacted, application/ld+json",
        "application/ld+json;q=0.3333, application/ld+json",
        "text/turtle;q=1.0000, text/turtle",
    })
    void a_format_is_known_in_any_spelling(String accept, String format) {
        given().header("Accept", accept)
                .get(FILES + "things/cluster/gaia")
                .then()
                .statusCode(200)
                .contentType(containsString(format));
    }

    @Test
    void the_archive_says_how_much_a_statement_counts() throws IOException {
        byte[] archive = given().get(FILES + "archive.zip").asByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("README.txt");
            assertThat(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains(
                            "a statement counts 1.0 when it is documented, 0.7 when it is stated, 0.4 when it is inferred.");
        }
    }

    @Test
    void a_source_to_which_only_the_model_card_refers_can_be_asked_for_by_its_name() {
        assertThat(DirectoryData.bringIn(DirectoryData.with("""
                        sources:
                          - {id: a-skill-survey, readOn: 2016-11-23, title: "A skill survey"}
                          - {id: a-source-of-nothing, readOn: 2016-11-23, title: "A source of nothing"}
                        relatedness:
                          - {facet: activity, one: "30", other: "26", similarity: 0.1, channel: skill, source: a-skill-survey, confidence: documented}
                        """)).statusCode()).isEqualTo(201);
        given().get(FILES + "things/source/a-skill-survey")
                .then()
                .statusCode(200)
                .body(containsString("A skill survey"));
        given().get(FILES + "relations.csv").then().body(containsString("a-skill-survey"));
        given().get(FILES + "clusters.ttl").then().body(not(containsString("A skill survey")));
        given().get(FILES + "things/source/a-source-of-nothing").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, 404",
        "nothing.ttl, 404",
        "clusters.xml, 404",
        "taxonomies.csv, 404",
        "relations.ttl, 404",
        "catalogue.geojson, 404",
        "vocabulary.csv, 404",
        "things/nothing, 404",
        "things/cluster, 404",
        "things/kind/nothing, 404",
        "things/dataset/nothing, 404",
        "things/competence/nothing, 404",
        "things/nothing/photonics, 404",
        "things/cluster/nowhere, 404",
        "things/source/nowhere, 404",
        "things/source/statement-nowhere, 404",
    })
    void what_is_not_there_is_a_problem(String path, int status) {
        given().get(FILES + path).then().statusCode(status).contentType("application/problem+json");
        given().accept("image/png")
                .redirects()
                .follow(false)
                .get(FILES + "clusters")
                .then()
                .statusCode(406);
    }

    @Test
    void an_unchanged_file_is_not_sent_again_and_a_changed_one_is() {
        String tag = given().get(FILES + "clusters.ttl").header("ETag");
        given().header("If-None-Match", tag).get(FILES + "clusters.ttl").then().statusCode(304);
        given().header("If-None-Match", tag).get(FILES + "archive.zip").then().statusCode(304);
        assertThat(DirectoryData.bringIn(DirectoryData.with("""
                        sources:
                          - {id: a-new-source, readOn: 2026-11-23, title: "A new source"}
                        """)).statusCode()).isEqualTo(201);
        given().header("If-None-Match", tag)
                .get(FILES + "clusters.ttl")
                .then()
                .statusCode(200)
                // nothing in the file refers to it
                .body(not(containsString("A new source")));
    }

    @ParameterizedTest
    @CsvSource({
        "open-data/clusters.ttl, true",
        "open-data/clusters.csv, true",
        "open-data/archive.zip, false",
        "clusters?size=50, true",
        "clusters/alpha-rlh, true",
        "matrix, true",
        "matches/pairs?size=50, true"
    })
    void a_tag_stands_for_the_answer_packed_or_not_and_is_therefore_weak(String path, boolean isPacked) {
        Response plain = as("identity", null, path);
        Response packed = as("gzip", null, path);
        assertThat(plain.header("Content-Encoding")).isIn(null, "identity");
        assertThat("gzip".equals(packed.header("Content-Encoding"))).isEqualTo(isPacked);
        String tag = plain.header("ETag");
        assertThat(tag).matches("W/\"[^\"]+\"");
        assertThat(packed.header("ETag")).isEqualTo(tag);
        for (String coding : List.of("identity", "gzip")) {
            // strong as it may have been kept from before, too: a reader compares weakly
            for (String known : List.of(tag, tag.substring(2))) {
                Response unchanged = as(coding, known, path);
                assertThat(unchanged.statusCode())
                        .as("%s with %s", coding, known)
                        .isEqualTo(304);
                assertThat(unchanged.header("ETag")).isEqualTo(tag);
                assertThat(unchanged.headers().getValues("Vary")).contains("Accept-Encoding");
            }
            assertThat(as(coding, "W/\"v0\"", path).statusCode()).isEqualTo(200);
            assertThat(as(coding, null, path).headers().getValues("Vary")).contains("Accept-Encoding");
        }
    }

    private static Response as(String coding, String known, String path) {
        RequestSpecification request = given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", coding);
        return (known == null ? request : request.header("If-None-Match", known)).get("/api/v1/" + path);
    }

    @ParameterizedTest
    @CsvSource({
        "open-data/things/competence/photonics, text/turtle, application/ld+json",
        "open-data/things/scale, text/turtle, application/ld+json",
        "matrix, application/json, text/csv",
        "regions/basque-country/matrix, application/json, text/csv",
    })
    void each_format_of_one_address_has_a_tag_of_its_own(String path, String usual, String other) {
        String address = "/api/v1/" + path;
        Response first = given().accept(usual).get(address);
        Response second = given().accept(other).get(address);
        String tag = first.header("ETag");
        assertThat(first.contentType()).startsWith(usual);
        assertThat(second.contentType()).startsWith(other);
        assertThat(first.headers().getValues("Vary")).containsExactlyInAnyOrder("Accept", "Accept-Encoding");
        assertThat(second.headers().getValues("Vary")).containsExactlyInAnyOrder("Accept", "Accept-Encoding");
        assertThat(second.header("ETag")).isNotEqualTo(tag);
        given().get(address).then().header("ETag", tag);

        Response known = given().accept(usual).header("If-None-Match", tag).get(address);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo(tag);
        assertThat(known.headers().getValues("Vary")).containsExactlyInAnyOrder("Accept", "Accept-Encoding");
        given().accept(other)
                .header("If-None-Match", tag)
                .get(address)
                .then()
                .statusCode(200)
                .header("ETag", second.header("ETag"));
        given().accept(other)
                .header("If-None-Match", tag + ", " + second.header("ETag"))
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", second.header("ETag"));
        given().accept("image/png").get(address).then().statusCode(406);
    }

    @Test
    void one_concept_or_cluster_can_be_asked_for_by_its_name() throws IOException {
        Model photonics = parse(given().accept("text/turtle")
                .get(FILES + "things/competence/photonics")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        assertThat(photonics.subjects()).containsExactly(Values.iri(BASE + "/id/competence/photonics"));
        assertThat(photonics.filter(null, SKOS.NARROWER, null)).hasSize(4);
        given().accept("application/ld+json")
                .get(FILES + "things/cluster/gaia")
                .then()
                .statusCode(200)
                .body(
                        "'@graph'.find { it['@id'] == '" + BASE + "/id/cluster/gaia' }.'schema:name'[0].'@value'",
                        org.hamcrest.Matchers.equalTo("GAIA"));
        for (String thing : List.of(
                "nace2/26", "nace2.1/62", "ket/photonics", "priority/es21-p1", "city/porto", "strategy/norte")) {
            given().get(FILES + "things/" + thing).then().statusCode(200);
        }
    }

    @Test
    void every_name_in_the_graphs_leads_somewhere() throws IOException {
        Map<String, String> oneOfEachKind = new TreeMap<>();
        Set<String> own = new TreeSet<>();
        for (String file : List.of("clusters.ttl", "priorities.ttl", "taxonomies.ttl", "catalogue.ttl")) {
            for (Statement statement : turtle(file)) {
                for (Value name : List.of(statement.getSubject(), statement.getPredicate(), statement.getObject())) {
                    String text = name.stringValue();
                    if (text.startsWith(BASE + "/id/")) {
                        String thing = text.substring((BASE + "/id/").length()).replaceAll("#.*", "");
                        oneOfEachKind.putIfAbsent(thing.replaceAll("/.*", "/"), thing);
                    } else if (text.startsWith(BASE + "/def#")) {
                        own.add(text);
                    }
                }
            }
        }
        assertThat(oneOfEachKind)
                .containsKeys(
                        "kind/", "kind", "scale/", "scale", "dataset/", "network", "source/", "period/", "competence");
        for (String thing : oneOfEachKind.values()) {
            Model about = parse(given().accept("text/turtle")
                    .get(FILES + "things/" + thing)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertThat(about.subjects()).as(thing).contains(Values.iri(BASE + "/id/" + thing));
        }
        Model vocabulary = turtle("vocabulary.ttl");
        assertThat(own).isNotEmpty().allSatisfy(term -> assertThat(
                        vocabulary.filter(Values.iri(term), RDFS.COMMENT, null))
                .hasSize(1));
    }

    @Test
    void kinds_and_scales_are_concepts_under_which_clusters_stand() throws IOException {
        Model kind = parse(given().accept("text/turtle")
                .get(FILES + "things/kind/cluster-organisation")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        IRI concept = Values.iri(BASE + "/id/kind/cluster-organisation");
        assertThat(kind.contains(concept, RDF.TYPE, SKOS.CONCEPT)).isTrue();
        assertThat(kind.contains(concept, SKOS.PREF_LABEL, Values.literal("Cluster organisation", "en")))
                .isTrue();
        assertThat(kind.contains(concept, SKOS.IN_SCHEME, Values.iri(BASE + "/id/kind")))
                .isTrue();
        given().accept("application/ld+json")
                .get(FILES + "things/scale")
                .then()
                .statusCode(200)
                .header("Vary", containsString("Accept"))
                .contentType(containsString("application/ld+json"))
                .body("'@graph'[0].'skos:hasTopConcept'.size()", org.hamcrest.Matchers.equalTo(3));
    }

    @Test
    void nobody_is_named_and_no_address_is_given() {
        for (String file : List.of(
                "clusters.ttl",
                "clusters.jsonld",
                "clusters.csv",
                "clusters.geojson",
                "catalogue.ttl",
                "priorities.ttl",
                "taxonomies.ttl")) {
            assertThat(text(file))
                    .as(file)
                    .doesNotContainPattern("[A-Za-z0-9._-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}")
                    .doesNotContain("foaf:Person", "schema:Person", "vcard:Individual", "mailto:");
        }
    }

    private static String text(String file) {
        return new String(
                given().get(FILES + file).then().statusCode(200).extract().asByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Model turtle(String file) throws IOException {
        return parse(given().get(FILES + file).then().statusCode(200).extract().asByteArray());
    }

    private static Model parse(byte[] turtle) throws IOException {
        return Rio.parse(new ByteArrayInputStream(turtle), RDFFormat.TURTLE);
    }

    private static String object(Statement statement) {
        if (statement.getObject() instanceof Literal literal) {
            return literal.getLabel() + "^^" + literal.getDatatype() + "@"
                    + literal.getLanguage().orElse("");
        }
        return statement.getObject().stringValue();
    }

    private static String literal(RdfLiteral literal) {
        return literal.getValue() + "^^" + literal.getDatatype() + "@"
                + literal.getLanguage().orElse("");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> entry, String field) {
        return (List<Map<String, Object>>) entry.getOrDefault(field, new ArrayList<>());
    }
}
