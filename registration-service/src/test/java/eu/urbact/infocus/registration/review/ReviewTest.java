package eu.urbact.infocus.registration.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ReviewTest {

    private static final TestTokens SECOND = TestTokens.user("second-organiser", Set.of("organiser"), List.of());

    @Inject
    Registrations registrations;

    private String call;
    private String id;

    @BeforeEach
    void apply() {
        call = registrations.openCall();
        id = applied(application(call));
    }

    @Test
    void every_organiser_has_one_vote_and_may_change_it() {
        vote(organiser(), "YES").statusCode(204);
        vote(as(SECOND), "MAYBE").statusCode(204);
        vote(as(SECOND), "NO").statusCode(204);
        review().body("yes", equalTo(1))
                .body("maybe", equalTo(0))
                .body("no", equalTo(1))
                .body("votes", hasSize(2))
                .body("votes.find { it.mine }.vote", equalTo("YES"))
                .body("votes.find { it.by == 'second-organiser' }.vote", equalTo("NO"));
        organiser()
                .get("/api/v1/admin/desk?call=" + call)
                .then()
                .body("items[0].votes.yes", equalTo(1))
                .body("items[0].votes.no", equalTo(1))
                .body("items[0].votes.mine", equalTo("YES"))
                .body("items[0].comments", equalTo(0));
        organiser().delete(path("/vote")).then().statusCode(204);
        organiser().delete(path("/vote")).then().statusCode(204);
        review().body("votes.by", contains("second-organiser"));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + id)
                .then()
                .body(
                        "items.action",
                        contains("vote-withdrawn", "vote-cast", "vote-cast", "vote-cast", "application-submitted"))
                .body("items[1].details", equalTo(Map.of()));
    }

    @Test
    void the_list_can_be_narrowed_to_those_on_whom_one_has_not_voted() {
        String other = applied(application(call));
        vote(organiser(), "YES").statusCode(204);
        organiser().get("/api/v1/admin/desk?unvoted=true&call=" + call).then().body("items.id", contains(other));
        as(SECOND).get("/api/v1/admin/desk?unvoted=true&call=" + call).then().body("total", equalTo(2));
        organiser()
                .get("/api/v1/admin/desk?unvoted=perhaps&call=" + call)
                .then()
                .statusCode(422);
    }

    @Test
    void votes_change_the_suggestion() {
        String other = applied(application(call));
        String tag = suggestion()
                .body("entries.items.applicationId", contains(id, other))
                .extract()
                .header("ETag");
        given().auth()
                .oauth2(SECOND.token())
                .contentType(ContentType.JSON)
                .body(Map.of("vote", "YES"))
                .put("/api/v1/admin/applications/" + other + "/review/vote")
                .then()
                .statusCode(204);
        String changed = suggestion()
                .body("entries.items.applicationId", contains(other, id))
                .body("entries.items[0].yesVotes", equalTo(1))
                .extract()
                .header("ETag");
        assertThat(changed).isNotEqualTo(tag);
        // who has looked and is undecided changes nothing
        vote(as(SECOND), "MAYBE").statusCode(204);
        assertThat(suggestion().extract().header("ETag")).isEqualTo(changed);
    }

    @Test
    void comments_stay_as_they_were_written_and_are_for_organisers_only() {
        comment(organiser(), "Knows the port of Porto.\nAsk about it.")
                .statusCode(201)
                .body("by", equalTo("organiser"));
        comment(as(SECOND), "Met in Bilbao.").statusCode(201);
        review().body("comments.text", contains("Knows the port of Porto.\nAsk about it.", "Met in Bilbao."))
                .body("comments.by", contains("organiser", "second-organiser"))
                .body("comments.mine", contains(true, false));
        organiser().get("/api/v1/admin/desk?call=" + call).then().body("items[0].comments", equalTo(2));
        // neither the trail nor the person learns what was written
        assertThat(organiser()
                        .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + id)
                        .asString())
                .contains("comment-written")
                .doesNotContain("Bilbao");
        assertThat(given().header("Application-Link", linkToken(id))
                        .get("/api/v1/self-service/application")
                        .asString())
                .doesNotContain("Bilbao");
        assertThat(Registrations.city("porto")
                        .get("/api/v1/partner/applications/" + id)
                        .asString())
                .doesNotContain("Bilbao");
    }

    @Test
    void what_was_noted_about_a_person_is_told_to_them_without_names_and_forgotten_with_them() {
        String key = UUID.randomUUID().toString();
        comment(as(SECOND).header("Idempotency-Key", key), "Met in Bilbao.").statusCode(201);
        vote(as(SECOND), "YES").statusCode(204);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "WAITLIST", "note", "Soon."))
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(200);
        String token = linkToken(id);
        String told = ByLink.ownData(token)
                .statusCode(200)
                .body("sections.review.comments.text", contains("Met in Bilbao."))
                .body("sections.review.votes", contains("YES"))
                .body("sections.stagedDecision", nullValue())
                .extract()
                .asString();
        assertThat(told).doesNotContain("second-organiser").doesNotContain("Soon.");
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(204)));
        review().body("votes", hasSize(0)).body("comments", hasSize(0));
        organiser()
                .get("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(404);
    }

    @Test
    void a_repeated_comment_is_written_once() {
        String key = UUID.randomUUID().toString();
        comment(organiser().header("Idempotency-Key", key), "Once.").statusCode(201);
        comment(organiser().header("Idempotency-Key", key), "Once.").statusCode(201);
        review().body("comments.text", contains("Once."));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        comment(organiser(), " ").statusCode(422).body("errors[0].field", equalTo("text"));
        comment(organiser(), "x".repeat(2_001)).statusCode(422);
        organiser()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(path("/vote"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("vote"));
        vote(organiser(), "ABSTAIN").statusCode(400);
        organiser()
                .get("/api/v1/admin/applications/" + UUID.randomUUID() + "/review")
                .then()
                .statusCode(404);
    }

    @Test
    void it_is_for_organisers_only() {
        given().get(path("")).then().statusCode(401);
        for (TestTokens tokens : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
            as(tokens).get(path("")).then().statusCode(403);
            vote(as(tokens), "YES").statusCode(403);
            comment(as(tokens), "Hello").statusCode(403);
            as(tokens).delete(path("/vote")).then().statusCode(403);
        }
        review().body("votes", hasSize(0)).body("comments", hasSize(0)).body("mine", nullValue());
    }

    @Test
    void the_list_is_sorted_by_votes_and_so_are_its_neighbours_and_its_file() {
        String second = applied(application(call));
        String third = applied(application(call));
        String last = applied(application(call));
        vote(organiser(), "NO", id).statusCode(204);
        vote(organiser(), "NO", id).statusCode(204);
        vote(organiser(), "YES", third).statusCode(204);
        vote(as(SECOND), "YES", third).statusCode(204);
        vote(organiser(), "YES", last).statusCode(204);
        vote(as(SECOND), "YES", last).statusCode(204);
        // no longer in favour
        vote(as(SECOND), "MAYBE", last).statusCode(204);
        List<String> order = List.of(third, last, second, id);
        organiser().get("/api/v1/admin/desk?sort=votes&call=" + call).then().body("items.id", equalTo(order));
        organiser()
                .get("/api/v1/admin/applications?sort=votes&size=1&page=3&call=" + call)
                .then()
                .body("items.id", equalTo(List.of(id)));
        organiser()
                .get("/api/v1/admin/desk/" + last + "?sort=votes&call=" + call)
                .then()
                .body("previous", equalTo(third))
                .body("next", equalTo(second));
        String file = organiser()
                .get("/api/v1/admin/applications/export?format=csv&sort=votes&call=" + call)
                .asString();
        assertThat(order.stream().map(file::indexOf).toList()).isSorted().doesNotContain(-1);
        organiser()
                .delete("/api/v1/admin/applications/" + third + "/review/vote")
                .then()
                .statusCode(204);
        as(SECOND)
                .delete("/api/v1/admin/applications/" + third + "/review/vote")
                .then()
                .statusCode(204);
        organiser()
                .get("/api/v1/admin/desk?sort=votes&call=" + call)
                .then()
                .body("items.id", equalTo(List.of(last, second, third, id)));
    }

    private static ValidatableResponse vote(RequestSpecification who, String vote, String application) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("vote", vote))
                .put("/api/v1/admin/applications/" + application + "/review/vote")
                .then();
    }

    @Test
    void a_comment_comes_as_json_alone() {
        for (String type : List.of("text/plain", "application/octet-stream")) {
            organiser()
                    .contentType(type)
                    .body("{\"text\":\"quoted\"}".getBytes(StandardCharsets.UTF_8))
                    .post(path("/comments"))
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:infocus:problem:unsupported-media-type"));
        }
        review().body("comments", hasSize(0));
        comment(organiser(), "quoted").statusCode(201);
        review().body("comments.text", contains("quoted"));
    }

    private ValidatableResponse review() {
        return organiser().get(path("")).then().statusCode(200);
    }

    private ValidatableResponse suggestion() {
        return organiser()
                .get("/api/v1/admin/calls/" + call + "/suggestion")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse vote(RequestSpecification who, String vote) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("vote", vote))
                .put(path("/vote"))
                .then();
    }

    private ValidatableResponse comment(RequestSpecification who, String text) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post(path("/comments"))
                .then();
    }

    private String path(String what) {
        return "/api/v1/admin/applications/" + id + "/review" + what;
    }

    private static RequestSpecification as(TestTokens tokens) {
        return given().auth().oauth2(tokens.token());
    }
}
