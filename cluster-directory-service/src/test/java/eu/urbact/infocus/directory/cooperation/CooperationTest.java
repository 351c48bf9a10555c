package eu.urbact.infocus.directory.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class CooperationTest {

    private static final String BASE = "/api/v1/partner/cooperations";

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
    }

    @Test
    void bilbao_proposes_grenoble_accepts_and_both_go_on_step_by_step_while_porto_sees_nothing() {
        String id = proposed("bilbao", "gaia", "minalogic");
        as("grenoble")
                .get(BASE)
                .then()
                .body("items.id", contains(id))
                .body("items[0].mine", equalTo(false))
                .body("items[0].from.cluster", equalTo("GAIA"))
                .body("items[0].from.city", equalTo("Bilbao"))
                .body("items[0].to.cluster", equalTo("Minalogic"))
                .body("items[0].state", equalTo("PROPOSED"))
                .body("items[0].answer", nullValue());
        as("porto").get(BASE).then().body("items", hasSize(0));
        show("porto", id).statusCode(404);

        become("grenoble", id, "acceptance", "\"v0\"", "With pleasure.")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("answer", equalTo("With pleasure."))
                .body("answeredAt", notNullValue());
        String due = LocalDate.now(clock).plusDays(30).toString();
        String step = step("bilbao", id, "grenoble", due)
                .statusCode(201)
                .body("steps", hasSize(1))
                .body("steps[0].city", equalTo("Grenoble"))
                .body("steps[0].dueOn", equalTo(due))
                .body("steps[0].doneAt", nullValue())
                .extract()
                .path("steps[0].id");
        done("porto", id, step).statusCode(404);
        done("grenoble", id, step).statusCode(200).body("steps[0].doneAt", notNullValue());
        done("grenoble", id, step).statusCode(200);
        String etag = show("bilbao", id).extract().header("ETag");
        become("bilbao", id, "end", etag, null).statusCode(200).body("state", equalTo("ENDED"));
        step("bilbao", id, "grenoble", due).statusCode(409);
        as("bilbao").get(BASE + "?state=ENDED").then().body("items.id", contains(id));
        as("bilbao").get(BASE + "?state=PROPOSED").then().body("items", hasSize(0));
    }

    @Test
    void who_reads_the_audit_trail_learns_that_something_was_proposed_but_not_between_whom() {
        String id = proposed("bilbao", "gaia", "minalogic");
        become("grenoble", id, "acceptance", "\"v0\"", "With pleasure.").statusCode(200);
        step("bilbao", id, "grenoble", LocalDate.now(clock).toString()).statusCode(201);
        String entries = given().auth()
                .oauth2(TestTokens.auditor().token())
                .queryParam("objectId", id)
                .get("/api/v1/admin/audit-entries?objectType=cooperation")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        containsInAnyOrder("cooperation-proposed", "cooperation-accepted", "cooperation-step-added"))
                .extract()
                .asString();
        assertThat(entries).doesNotContain("gaia", "minalogic", "bilbao", "grenoble", "pleasure", "firms");
    }

    @Test
    void each_city_does_what_is_its_own_turn_once_and_on_what_it_has_seen() {
        String id = proposed("bilbao", "gaia", "minalogic");
        become("bilbao", id, "acceptance", "\"v0\"", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:other-citys-turn"));
        become("grenoble", id, "withdrawal", "\"v0\"", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:other-citys-turn"));
        become("porto", id, "acceptance", "\"v0\"", null).statusCode(404);
        become("grenoble", id, "acceptance", "\"v7\"", null).statusCode(412);
        become("grenoble", id, "acceptance", null, null).statusCode(428);
        become("grenoble", id, "end", "\"v0\"", null).statusCode(409);
        step("bilbao", id, "bilbao", LocalDate.now(clock).toString()).statusCode(409);

        become("grenoble", id, "refusal", "\"v0\"", "Not this year.")
                .statusCode(200)
                .body("state", equalTo("DECLINED"));
        become("grenoble", id, "acceptance", "\"v1\"", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:cooperation-closed"));
        String again = proposed("grenoble", "minalogic", "gaia");
        become("grenoble", again, "withdrawal", "\"v0\"", null).statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void a_city_proposes_for_its_own_clusters_to_those_of_other_cities_and_once() {
        propose("porto", "gaia", "minalogic", "Let us talk.").statusCode(404);
        propose("bilbao", "gaia", "no-such-cluster", "Let us talk.").statusCode(404);
        propose("bilbao", "gaia", "hegan", "Let us talk.")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-two-cities"));
        propose("bilbao", "gaia", "silicon-saxony", "Let us talk.")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-two-cities"));
        propose("bilbao", "gaia", "minalogic", " ").statusCode(422).body("errors.field", hasItem("message"));
        propose("bilbao", "gaia", "minalogic", "x".repeat(10_000)).statusCode(422);
        propose("bilbao", "gaia", "minalogic", "<script>alert(1)</script>")
                .statusCode(422)
                .body("errors.field", contains("message"))
                .body("errors.message", contains("must be plain text, without codes such as <b>"));
        String id = proposed("bilbao", "gaia", "minalogic");
        for (String deed : List.of("acceptance", "refusal")) {
            become("grenoble", id, deed, "\"v0\"", "With <b>pleasure</b>.")
                    .statusCode(422)
                    .body("errors.field", contains("message"))
                    .body("errors.message", contains("must be plain text, without codes such as <b>"));
        }
        show("bilbao", id).body("state", equalTo("PROPOSED"));
        propose("bilbao", "gaia", "minalogic", "Again.")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-proposed"));
        propose("grenoble", "minalogic", "gaia", "We, too.")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:already-proposed"));
        given().auth().oauth2(TestTokens.organiser().token()).get(BASE).then().statusCode(403);
        given().get(BASE).then().statusCode(401);
    }

    @Test
    void a_step_has_one_of_the_two_cities_and_a_day_to_come() {
        String id = proposed("bilbao", "gaia", "minalogic");
        become("grenoble", id, "acceptance", "\"v0\"", null).statusCode(200);
        LocalDate today = LocalDate.now(clock);
        step("bilbao", id, "porto", today.toString()).statusCode(422).body("errors.field", contains("cityId"));
        step("bilbao", id, "bilbao", today.minusDays(1).toString())
                .statusCode(422)
                .body("errors.field", contains("dueOn"));
        step("bilbao", id, "bilbao", today.plusMonths(25).toString()).statusCode(422);
        step("bilbao", id, "bilbao", "soon").statusCode(400);
        step("porto", id, "porto", today.toString()).statusCode(404);
        step("bilbao", id, "bilbao", today.toString(), "Send <b>a list</b>")
                .statusCode(422)
                .body("errors.field", contains("text"))
                .body("errors.message", contains("must be plain text, without codes such as <b>"));
        show("bilbao", id).body("steps", hasSize(0));
    }

    @Test
    void who_has_not_seen_the_others_step_does_not_end_the_cooperation() {
        String id = proposed("bilbao", "gaia", "minalogic");
        become("grenoble", id, "acceptance", "\"v0\"", null).statusCode(200).header("ETag", "\"v1\"");
        String step = step("bilbao", id, "grenoble", LocalDate.now(clock).toString())
                .statusCode(201)
                .header("ETag", "\"v2\"")
                .extract()
                .path("steps[0].id");
        become("grenoble", id, "end", "\"v1\"", null).statusCode(412);
        show("grenoble", id).header("ETag", "\"v2\"").body("state", equalTo("ACCEPTED"));
        done("grenoble", id, step).statusCode(200).header("ETag", "\"v3\"");
        done("grenoble", id, step).statusCode(200).header("ETag", "\"v3\"");
        become("bilbao", id, "end", "\"v2\"", null).statusCode(412);
        become("bilbao", id, "end", "\"v3\"", null).statusCode(200).header("ETag", "\"v4\"");
    }

    @Test
    void feedback_belongs_to_the_own_clusters_and_its_last_word_counts() {
        feedback("bilbao", "gaia", "minalogic", "USEFUL").statusCode(200);
        feedback("bilbao", "gaia", "minalogic", "ALREADY_PARTNERS")
                .statusCode(200)
                .body("verdict", equalTo("ALREADY_PARTNERS"));
        feedback("porto", "gaia", "minalogic", "USEFUL").statusCode(404);
        feedback("bilbao", "gaia", "gaia", "USEFUL").statusCode(404);
        feedback("bilbao", "gaia", "nowhere", "USEFUL").statusCode(404);
        feedback("bilbao", "gaia", "hegan", "USEFUL")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-a-suggestion"));
        feedback("bilbao", "gaia", "minalogic", "PERHAPS").statusCode(400);
        as("bilbao")
                .get("/api/v1/partner/clusters/gaia/feedback")
                .then()
                .body("partnerId", contains("minalogic"))
                .body("verdict", contains("ALREADY_PARTNERS"));
        as("porto").get("/api/v1/partner/clusters/gaia/feedback").then().statusCode(404);
        as("bilbao")
                .get("/api/v1/partner/feedback")
                .then()
                .statusCode(200)
                .body("clusterId", contains("gaia"))
                .body("verdict", contains("ALREADY_PARTNERS"));
        as("porto").get("/api/v1/partner/feedback").then().statusCode(200).body("$", hasSize(0));
        given().get("/api/v1/partner/feedback").then().statusCode(401);
        feedback("porto", "hcp", "minalogic", "NOT_USEFUL").statusCode(200);
        given().get("/api/v1/matching-model/feedback")
                .then()
                .statusCode(200)
                .body("useful", equalTo(0))
                .body("notUseful", equalTo(1))
                .body("alreadyPartners", equalTo(1));
        as("porto")
                .delete("/api/v1/partner/clusters/hcp/feedback/minalogic")
                .then()
                .statusCode(204);
        for (int i = 0; i < 2; i++) {
            as("bilbao")
                    .delete("/api/v1/partner/clusters/gaia/feedback/minalogic")
                    .then()
                    .statusCode(204);
        }
        as("bilbao").get("/api/v1/partner/clusters/gaia/feedback").then().body("$", hasSize(0));
    }

    private static String proposed(String city, String from, String to) {
        return propose(city, from, to, "Let us talk.")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse propose(String city, String from, String to, String message) {
        return as(city).body(Map.of("fromClusterId", from, "toClusterId", to, "message", message))
                .post(BASE)
                .then();
    }

    private static ValidatableResponse show(String city, String id) {
        return as(city).get(BASE + "/" + id).then();
    }

    private static ValidatableResponse become(String city, String id, String deed, String etag, String message) {
        RequestSpecification request = as(city);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        Map<String, String> body = new HashMap<>();
        body.put("message", message);
        return request.body(body).post(BASE + "/" + id + "/" + deed).then();
    }

    private static ValidatableResponse step(String city, String id, String owner, String dueOn) {
        return step(city, id, owner, dueOn, "Send a list of firms");
    }

    private static ValidatableResponse step(String city, String id, String owner, String dueOn, String text) {
        return as(city).body(Map.of("text", text, "cityId", owner, "dueOn", dueOn))
                .post(BASE + "/" + id + "/steps")
                .then();
    }

    private static ValidatableResponse done(String city, String id, String step) {
        return as(city).post(BASE + "/" + id + "/steps/" + step + "/completion").then();
    }

    private static ValidatableResponse feedback(String city, String cluster, String partner, String verdict) {
        return as(city).body(Map.of("verdict", verdict))
                .put("/api/v1/partner/clusters/" + cluster + "/feedback/" + partner)
                .then();
    }

    private static RequestSpecification as(String city) {
        return given().auth().oauth2(TestTokens.city(city).token()).contentType(ContentType.JSON);
    }
}
