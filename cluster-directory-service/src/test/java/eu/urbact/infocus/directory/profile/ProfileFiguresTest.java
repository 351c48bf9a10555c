package eu.urbact.infocus.directory.profile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Figures of the reference data stay as they were said until the city says others. */
@QuarkusTest
@WithEmbeddedServers
class ProfileFiguresTest extends ProfileSteps {

    @Test
    void a_cluster_of_the_reference_data_is_taken_over_with_what_is_known_and_an_import_then_keeps_it() {
        json(city("bordeaux"), Map.of("clusterId", "alpha-rlh"))
                .post(PARTNER)
                .then()
                .statusCode(201)
                .body("id", equalTo("alpha-rlh"))
                .body("content.name", equalTo("ALPHA Route des Lasers"))
                .body("content.competences.code", hasItem("laser-sources"))
                .body("content.scale", equalTo("WORLD_CLASS"));
        json(city("bordeaux"), Map.of("clusterId", "alpha-rlh"))
                .post(PARTNER)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:profile-exists"));
        // not published by the city yet: reference data still is the truth
        DirectoryData.bringIn(DirectoryData.file()).then().body("entries.findAll { it.change == 'KEPT' }", empty());

        String before = "activities.collect { it.code + it.level + it.provenance.confidence }.sort()";
        List<String> coding = given().get("/api/v1/clusters/alpha-rlh").path(before);
        Map<String, Object> content =
                new LinkedHashMap<>(city("bordeaux").get(PARTNER + "/alpha-rlh").path("content"));
        Map<String, Object> details = new LinkedHashMap<>(
                city("bordeaux").get(PARTNER + "/alpha-rlh").<Map<String, Object>>path("content.details"));
        details.put("contactRole", "Office");
        content.put("details", details);
        content.put("summary", "Lasers and light.");
        edit("bordeaux", "alpha-rlh", etag("bordeaux", "alpha-rlh"), content)
                .then()
                .statusCode(200);
        move("bordeaux", "alpha-rlh", "submission").then().statusCode(200);
        decide("alpha-rlh", "publication", Map.of()).then().statusCode(200);
        // what was documented and has not been changed keeps its source
        List<String> after = given().get("/api/v1/clusters/alpha-rlh").path(before);
        assertThat(after)
                .isEqualTo(coding.stream()
                        .map(tag -> tag.replace("INFERRED", "STATED"))
                        .toList());

        DirectoryData.bringIn(DirectoryData.file())
                .then()
                .statusCode(201)
                .body("kept", equalTo(1))
                .body("updated", equalTo(0))
                .body("entries.findAll { it.change == 'KEPT' }.id", contains("alpha-rlh"));
        given().get("/api/v1/clusters/alpha-rlh").then().body("summary", equalTo("Lasers and light."));
    }

    @Test
    void figures_that_the_city_does_not_change_stay_as_they_were_said() {
        String figures = "figures.collect { it.measure + ' ' + it.amount + ' ' + it.precision + ' ' + it.asOf + ' '"
                + " + it.provenance.source.id + ' ' + it.provenance.confidence }";
        List<String> known = given().get("/api/v1/clusters/alpha-rlh").path(figures);
        assertThat(known)
                .containsExactlyInAnyOrder(
                        "MEMBERS 260 EXACT null alpha-rlh-journal DOCUMENTED",
                        "JOBS 3500 AT_LEAST 2021 alpha-rlh-2021 DOCUMENTED",
                        "JOBS 1400 EXACT 2016 founding-document STATED");
        Map<String, Object> content = takenOver("alpha-rlh");
        assertThat(content).containsEntry("jobsPrecision", "AT_LEAST").containsEntry("membersPrecision", "EXACT");
        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .isEqualTo(known);

        // what the city says anew takes the place of what it was shown; the other year stays
        content.put("jobs", 4000);
        content.put("jobsPrecision", "ABOUT");
        publish("alpha-rlh", content);
        String own = today.getYear() + " statement-alpha-rlh STATED";
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .containsExactlyInAnyOrder(
                        "MEMBERS 260 EXACT null alpha-rlh-journal DOCUMENTED",
                        "JOBS 4000 ABOUT " + own,
                        "JOBS 1400 EXACT 2016 founding-document STATED");
        content.put("summary", "Light.");
        publish("alpha-rlh", content);
        // nothing said about how it is meant: as that number is there so far
        content.remove("jobsPrecision");
        content.put("summary", "Light and lasers.");
        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .contains("JOBS 4000 ABOUT " + own);
        content.put("jobsPrecision", "EXACT");
        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .containsExactlyInAnyOrder(
                        "MEMBERS 260 EXACT null alpha-rlh-journal DOCUMENTED",
                        "JOBS 4000 EXACT " + own,
                        "JOBS 1400 EXACT 2016 founding-document STATED");
        content.remove("jobsPrecision");
        content.put("jobs", 4100);
        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .contains("JOBS 4100 EXACT " + own);
        content.put("jobs", null);
        publish("alpha-rlh", content);
        List<String> others = List.of(
                "MEMBERS 260 EXACT null alpha-rlh-journal DOCUMENTED", "JOBS 1400 EXACT 2016 founding-document STATED");
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .as("only what the city was shown is gone")
                .containsExactlyElementsOf(others);
        content.put("summary", "Light again.");
        publish("alpha-rlh", content);
        move("bordeaux", "alpha-rlh", "confirmation").then().statusCode(200);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .as("and not one more each time")
                .containsExactlyElementsOf(others);
        // a figure of another year comes beside the known one, one of the same year in its place
        content.put("jobs", 1500);
        content.remove("jobsPrecision");
        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .containsExactlyInAnyOrder(others.get(0), others.get(1), "JOBS 1500 EXACT " + own);

        publish("bordeaux-finance", takenOver("bordeaux-finance"));
        assertThat(given().get("/api/v1/clusters/bordeaux-finance").<List<String>>path(figures))
                .containsExactlyInAnyOrder(
                        "JOBS 70000 ABOUT 2016 founding-document STATED",
                        "HEAD_OFFICES 200 ABOUT 2016 founding-document STATED");
    }

    @Test
    void a_figure_that_the_city_changes_is_the_only_one_of_its_year() {
        String figures = "figures.findAll { it.measure == 'JOBS' }.collect { it.amount + ' ' + it.asOf }";
        DirectoryData.change(
                database,
                "update cluster_figure set as_of = " + today.getYear()
                        + " where cluster_id = 'alpha-rlh' and measure = 'JOBS' and as_of = 2016");
        DirectoryData.change(
                database,
                "update cluster_figure set as_of = " + (today.getYear() + 1)
                        + " where cluster_id = 'alpha-rlh' and measure = 'JOBS' and as_of = 2021");
        Map<String, Object> content = takenOver("alpha-rlh");
        assertThat(content).containsEntry("jobs", 3500);

        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .containsExactly("3500 " + (today.getYear() + 1), "1400 " + today.getYear());

        content.put("jobs", 4000);
        publish("alpha-rlh", content);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .containsExactly("4000 " + today.getYear());
    }

    @Test
    void what_was_stored_without_how_its_numbers_are_meant_keeps_the_known_figures_with_their_sources() {
        String figures =
                "figures.collect { it.measure + ' ' + it.amount + ' ' + it.precision + ' ' + it.asOf + ' ' + it.provenance.source.id }";
        List<String> known = given().get("/api/v1/clusters/alpha-rlh").path(figures);
        assertThat(known).contains("JOBS 3500 AT_LEAST 2021 alpha-rlh-2021");
        publish("alpha-rlh", takenOver("alpha-rlh"));
        String without = "update cluster_profile set content = content - 'jobsPrecision' - 'membersPrecision',"
                + " published_content = published_content - 'jobsPrecision' - 'membersPrecision'";
        DirectoryData.change(database, without);

        // the form shows what is meant, and saving it as it is changes nothing
        Map<String, Object> content =
                city("bordeaux").get(PARTNER + "/alpha-rlh").path("content");
        assertThat(content)
                .containsEntry("jobs", 3500)
                .containsEntry("jobsPrecision", "AT_LEAST")
                .containsEntry("membersPrecision", "EXACT");
        edit("bordeaux", "alpha-rlh", etag("bordeaux", "alpha-rlh"), content)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));

        move("bordeaux", "alpha-rlh", "confirmation").then().statusCode(200);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .isEqualTo(known);
        assertThat(publishProfile.markStale(Instant.now(), today.plusMonths(12)))
                .isEqualTo(1);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .isEqualTo(known);
        content.put("summary", "Light.");
        edit("bordeaux", "alpha-rlh", etag("bordeaux", "alpha-rlh"), content)
                .then()
                .statusCode(200);
        DirectoryData.change(database, without);
        move("bordeaux", "alpha-rlh", "submission").then().statusCode(200);
        decide("alpha-rlh", "publication", Map.of()).then().statusCode(200);
        assertThat(given().get("/api/v1/clusters/alpha-rlh").<List<String>>path(figures))
                .isEqualTo(known);
        organiser()
                .get(ADMIN + "/alpha-rlh/history")
                .then()
                .body("items[1].action", equalTo("SUBMITTED"))
                .body("items[1].fields.field", contains("summary"));

        // a number that nobody knew is meant exactly
        content.put("jobs", 3600);
        edit("bordeaux", "alpha-rlh", etag("bordeaux", "alpha-rlh"), content)
                .then()
                .statusCode(200)
                .body("content.jobsPrecision", equalTo("AT_LEAST"));
        DirectoryData.change(database, without);
        city("bordeaux").get(PARTNER + "/alpha-rlh").then().body("content.jobsPrecision", equalTo("EXACT"));
    }

    /** A profile of Bordeaux with everything that is known, complete enough to be submitted. */
    private static Map<String, Object> takenOver(String id) {
        Map<String, Object> content = new LinkedHashMap<>(json(city("bordeaux"), Map.of("clusterId", id))
                .post(PARTNER)
                .then()
                .statusCode(201)
                .extract()
                .<Map<String, Object>>path("content"));
        Map<String, Object> details = new LinkedHashMap<>();
        ((Map<?, ?>) content.get("details")).forEach((field, value) -> details.put((String) field, value));
        details.put("contactRole", "Office");
        content.put("details", details);
        content.putIfAbsent("summary", "x");
        for (String facet : List.of("activities", "competences", "markets")) {
            if (((List<?>) content.get(facet)).isEmpty()) {
                content.put(facet, whole().get(facet));
            }
        }
        return content;
    }
}
