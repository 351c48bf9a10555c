package eu.urbact.infocus.directory.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What was taken out of the directory is in no file of the open data, not even by the name of a source. */
@QuarkusTest
@WithEmbeddedServers
class WithdrawnInOpenDataTest extends ProfileSteps {

    private static final String FILES = "/api/v1/open-data/";

    @Test
    void neither_name_nor_website_nor_id_of_a_withdrawn_cluster_is_in_any_file() throws IOException {
        String id = published();
        List<String> traces = List.of(id, "Óptica Porto", "https://optics.example", "https://example.org/report");
        Map<String, String> shown = files();
        assertThat(shown.get("clusters.ttl")).contains(traces).contains("statement-" + id, "document-" + id + "-1");
        assertThat(shown.get("clusters.jsonld")).contains(traces);
        assertThat(shown.get("clusters.csv")).contains(id, "Statement by Óptica Porto", "https://optics.example");
        assertThat(shown.get("clusters.geojson")).contains(id);
        for (String file : List.of("priorities.ttl", "priorities.jsonld", "taxonomies.ttl", "taxonomies.jsonld")) {
            assertThat(shown.get(file)).as("%s refers to none of it", file).doesNotContain(traces);
        }
        source("statement-" + id).then().statusCode(200).body(containsString("Statement by Óptica Porto"));
        source("document-" + id + "-1").then().statusCode(200);

        withdraw(id);

        files().forEach((file, content) -> assertThat(content).as(file).doesNotContain(traces));
        for (String source : List.of("statement-" + id, "document-" + id + "-1")) {
            source(source)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:infocus:problem:cluster-withdrawn"))
                    .body("detail", equalTo("It was dissolved."));
        }

        organiser().delete("/api/v1/admin/withdrawn-clusters/" + id).then().statusCode(204);
        assertThat(files().get("clusters.ttl")).contains(traces);
        source("statement-" + id).then().statusCode(200);
    }

    @Test
    void a_source_that_only_a_withdrawn_cluster_refers_to_goes_with_it() {
        DirectoryData.bringIn(DirectoryData.with("""
                        sources: [{id: report-of-one, title: "A report", readOn: 2016-11-01}]
                        clusters: [{id: cited-once, name: "Cited Once", kind: sector, city: porto, country: PT, summary: S., keywords: k,
                          coding: {source: report-of-one, confidence: documented}, competences: [{code: photonics, level: 1}]}]
                        """)).then().statusCode(201);
        source("report-of-one").then().statusCode(200).body(containsString("A report"));

        withdraw("cited-once");

        source("report-of-one").then().statusCode(410).body("detail", equalTo("It was dissolved."));
        source("infocus-coding").then().statusCode(200);
    }

    @Test
    void a_source_of_a_partnership_goes_when_nobody_is_left_to_work_with() {
        String cluster = """
                  - {id: %s, name: "%s", kind: sector, city: porto, country: PT, summary: S., keywords: k,
                     coding: {source: infocus-coding, confidence: inferred}}
                """;
        DirectoryData.bringIn(DirectoryData.with("""
                        sources: [{id: report-of-three, title: "An alliance", readOn: 2016-11-01}]
                        clusters:
                        %s%s%spartnerships: [{id: of-three, label: "Of Three", kind: alliance, members: [one-of-three, two-of-three, three-of-three],
                          source: report-of-three, confidence: documented}]
                        """.formatted(
                                cluster.formatted("one-of-three", "One"),
                                cluster.formatted("two-of-three", "Two"),
                                cluster.formatted("three-of-three", "Three"))))
                .then()
                .statusCode(201);
        source("report-of-three").then().statusCode(200).body(containsString("An alliance"));

        withdraw("one-of-three");

        source("report-of-three").then().statusCode(200);
        assertThat(shownPartnership()).containsExactly("three-of-three", "two-of-three");

        withdraw("two-of-three");

        assertThat(shownPartnership()).isNull();
        source("report-of-three")
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:infocus:problem:cluster-withdrawn"))
                .body("detail", equalTo("It was dissolved."));

        organiser()
                .delete("/api/v1/admin/withdrawn-clusters/two-of-three")
                .then()
                .statusCode(204);
        source("report-of-three").then().statusCode(200);
    }

    private static List<String> shownPartnership() {
        return given().get("/api/v1/matching-model")
                .then()
                .statusCode(200)
                .extract()
                .path("partnerships.find { it.id == 'of-three' }?.clusters?.id");
    }

    @Test
    void sources_of_the_longest_id_have_an_address_too() {
        String id = "c".repeat(60);
        DirectoryData.bringIn(DirectoryData.with("""
                        clusters: [{id: %s, name: "Long", kind: sector, city: porto, country: PT, summary: S., keywords: k,
                          coding: {source: infocus-coding, confidence: inferred}}]
                        """.formatted(id))).then().statusCode(201);
        json(city("porto"), Map.of("clusterId", id)).post(PARTNER).then().statusCode(201);
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        publish(id);
        List<String> sources = List.of("statement-" + id, "document-" + id + "-1");
        sources.forEach(source -> source(source).then().statusCode(200));

        withdraw(id);

        sources.forEach(source -> source(source).then().statusCode(410).body("detail", equalTo("It was dissolved.")));
    }

    private static Response source(String source) {
        return given().accept("text/turtle").get(FILES + "things/source/" + source);
    }

    /** Each file by itself, and each of the archive. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        byte[] archive = given().get(FILES + "archive.zip").asByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put("archive/" + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        for (String file : List.copyOf(files.keySet())) {
            String name = file.substring("archive/".length());
            if (name.matches("[a-z]+\\.(ttl|jsonld|geojson|csv)")) {
                files.put(
                        name,
                        new String(
                                given().get(FILES + name)
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asByteArray(),
                                StandardCharsets.UTF_8));
            }
        }
        assertThat(files).hasSize(15 + 13);
        return files;
    }
}
