package eu.urbact.infocus.chassis.rest;

import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithEmbeddedServers
class CommonRefusalsTest {

    @Test
    void a_creating_operation_says_what_its_key_and_its_body_may_be_refused_with() {
        assertThat(refusals("/notes", "post"))
                .containsExactly(
                        entry("400", "Bad Request"),
                        entry(
                                "409",
                                "The note is there already. A request with this key is still running, or what it was about,"
                                        + " or part of it, was erased since"),
                        entry("413", "The request is larger than is taken; the detail says how much is"),
                        entry(
                                "422",
                                "Values that cannot be accepted, field by field. This key was used for another request,"
                                        + " or is no valid key"));
    }

    @Test
    void a_changing_operation_says_what_its_entity_tag_may_be_refused_with() {
        assertThat(refusals("/notes", "put"))
                .containsExactly(entry("412", "The note has changed"), entry("428", "If-Match is missing"));
    }

    @Test
    void who_names_something_is_told_that_it_may_not_be_there() {
        assertThat(refusals("/notes/rounded/{number}", "get"))
                .containsEntry("404", "There is no such thing, or you may not see it");
        assertThat(refusals("/notes/own", "get"))
                .containsExactly(entry("404", "The link opens nothing, or not any more"));
        assertThat(refusals("/notes/caller", "get")).isEmpty();
    }

    @Test
    void who_asks_with_numbers_or_choices_is_told_that_there_may_be_no_such() {
        assertThat(refusals("/notes/rounded/{number}", "get"))
                .containsEntry("422", "Values that cannot be accepted, field by field");
        assertThat(refusals("/notes", "get"))
                .containsExactly(entry("422", "Values that cannot be accepted, field by field"));
    }

    @Test
    void what_is_refused_is_told_as_a_problem() {
        JsonNode description = description();
        assertThat(description
                        .at("/paths/~1notes/put/responses/428/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/HttpProblem");
        assertThat(description.at("/components/schemas/HttpProblem").isObject()).isTrue();
    }

    private static JsonNode description() {
        return given().get("/q/openapi?format=json").as(JsonNode.class);
    }

    /** Status and description, in the order of the statuses. */
    private static SortedMap<String, String> refusals(String path, String method) {
        JsonNode responses = description().path("paths").path(path).path(method).path("responses");
        assertThat(responses.isEmpty()).as(path).isFalse();
        SortedMap<String, String> refusals = new TreeMap<>();
        responses.properties().stream()
                .filter(response -> response.getKey().startsWith("4"))
                .forEach(response -> refusals.put(
                        response.getKey(),
                        response.getValue().path("description").asText()));
        return refusals;
    }
}
