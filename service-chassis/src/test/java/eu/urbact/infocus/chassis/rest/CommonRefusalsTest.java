package eu.urbact.infocus.chassis.rest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
                        entry("415", "The body has another media type"),
                        entry(
                                "422",
                                "Values that cannot be accepted, field by field. This key was used for another request,"
                                        + " or is no valid key"));
    }

    @Test
    void a_changing_operation_says_what_its_entity_tag_may_be_refused_with() {
        assertThat(refusals("/notes", "put"))
                .containsExactly(
                        entry("400", "The request cannot be read"),
                        entry("412", "The note has changed"),
                        entry("428", "If-Match is missing"));
    }

    @Test
    void what_is_changed_with_an_entity_tag_is_read_with_it() {
        assertThat(description()
                        .at("/paths/~1notes/get/responses/200/headers/ETag/description")
                        .asText())
                .isEqualTo("For If-Match, where this or a part of it is changed");
        assertThat(description()
                        .at("/paths/~1notes~1known/get/responses/200/headers")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void who_names_something_is_told_that_it_may_not_be_there() {
        assertThat(refusals("/notes/rounded/{number}", "get"))
                .containsEntry("404", "There is no such thing, or you may not see it");
        assertThat(refusals("/notes/own", "get"))
                .containsExactly(
                        entry("400", "The request cannot be read"),
                        entry("404", "The link opens nothing, or not any more"));
        assertThat(refusals("/notes/caller", "get")).containsExactly(entry("400", "The request cannot be read"));
    }

    @Test
    void who_asks_with_numbers_or_choices_is_told_that_there_may_be_no_such() {
        assertThat(refusals("/notes/rounded/{number}", "get"))
                .containsEntry("422", "Values that cannot be accepted, field by field");
        assertThat(refusals("/notes", "get"))
                .containsExactly(
                        entry("400", "The request cannot be read"),
                        entry("422", "Values that cannot be accepted, field by field"));
    }

    @Test
    void who_may_mistype_a_filter_for_organisers_is_told_that_it_is_refused() {
        assertThat(refusals("/api/v1/admin/inbox-failures/{id}", "get"))
                .containsEntry("422", "Values that cannot be accepted, field by field");
        assertThat(refusals("/notes/caller", "get")).doesNotContainKey("422");
    }

    @Test
    void defaults_have_the_type_of_what_they_stand_for() {
        JsonNode page = description().at("/paths/~1notes/get/parameters/0/schema");
        assertThat(page.path("type").asText()).isEqualTo("integer");
        assertThat(page.path("default").isInt()).isTrue();
        assertThat(page.path("default").asInt()).isZero();
    }

    @Test
    void patterns_are_about_the_whole_text() {
        JsonNode kind = description().at("/paths/~1api~1v1~1admin~1inbox-failures/get/parameters/0/schema");
        assertThat(kind.path("pattern").asText()).isEqualTo("^(?:PARKED|DEAD_LETTER)$");
        // one that must not be blank holds a character that can be seen
        assertThat(description()
                        .at("/components/schemas/Words/properties/text/pattern")
                        .asText())
                .isEqualTo("\\S");
    }

    @Test
    void an_answer_says_which_of_its_parts_are_always_there() {
        assertThat(required("PageString")).containsExactlyInAnyOrder("page", "size", "total");
        // of what is sent, too, only what must be
        assertThat(required("Note")).containsExactlyInAnyOrder("key", "author");
    }

    private static List<String> required(String schema) {
        JsonNode required = description().at("/components/schemas/" + schema + "/required");
        assertThat(required.isArray()).as(schema).isTrue();
        return StreamSupport.stream(required.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void details_of_an_audit_entry_are_an_object_of_any_kind() {
        JsonNode tree = description().at("/components/schemas/JsonNode");
        assertThat(tree.path("type").asText()).isEqualTo("object");
        assertThat(tree.has("properties")).isFalse();
        assertThat(description().at("/components/schemas").has("JsonNodeType")).isFalse();
    }

    @Test
    void what_is_refused_is_told_as_a_problem() {
        JsonNode description = description();
        assertThat(description
                        .at("/paths/~1notes/put/responses/428/content/application~1problem+json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/HttpProblem");
        assertThat(description.at("/components/schemas/HttpProblem").isObject()).isTrue();
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("4"))
                        .forEach(response -> assertThat(response.getValue()
                                        .at("/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .as(response.toString())
                                .isEqualTo("#/components/schemas/HttpProblem"));
            }
        }
    }

    @Test
    void what_is_refused_has_the_members_that_are_described_and_no_others() {
        JsonNode schema = description().at("/components/schemas/HttpProblem");
        List<String> described = names(schema.path("properties").fieldNames());
        assertThat(described)
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "errors", "by", "at", "yourself");
        List<Response> refused = List.of(
                given().contentType("application/json")
                        .body("{\"count\":\"many\"}")
                        .post("/notes"),
                given().contentType("application/json").body("").post("/notes"),
                given().contentType("text/plain").body("x").post("/notes"),
                given().get("/notes?page=-1"),
                given().get("/nowhere"),
                given().get("/api/v1/admin/audit-entries"),
                given().put("/notes"));
        assertThat(refused).extracting(Response::statusCode).containsExactly(400, 422, 415, 422, 404, 401, 428);
        for (Response response : refused) {
            JsonNode problem = response.as(JsonNode.class);
            assertThat(described).as(problem.toString()).containsAll(names(problem.fieldNames()));
            assertThat(schema.at("/properties/type/description").asText())
                    .contains("- `" + problem.path("type").asText() + "` (" + response.statusCode() + "): "
                            + problem.path("title").asText() + "\n");
            schema.path("required")
                    .forEach(member -> assertThat(problem.has(member.asText())).isTrue());
            for (JsonNode error : problem.path("errors")) {
                assertThat(names(error.fieldNames())).containsExactly("field", "message");
            }
        }
        assertThat(description().at("/components/schemas/FieldError/properties").size())
                .isEqualTo(2);
    }

    private static List<String> names(Iterator<String> names) {
        List<String> all = new ArrayList<>();
        names.forEachRemaining(all::add);
        return all;
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
