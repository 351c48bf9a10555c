package eu.urbact.infocus.directory.profile;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What a city writes is nobody else's business before it is submitted. */
@QuarkusTest
@WithEmbeddedServers
class UnseenDraftsTest extends ProfileSteps {

    @Test
    void the_audit_trail_names_a_draft_only_when_its_city_asks_for_the_review() {
        String id = begin("porto", "Quiet plans", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=profile&size=200")
                .then()
                .statusCode(200)
                .body("items.objectId", not(hasItem(id)))
                .body("items[0].action", equalTo("profile-edited"))
                .body("items[1].action", equalTo("profile-created"));

        move("porto", id, "submission").then().statusCode(200);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=profile&objectId=" + id)
                .then()
                .body("items.action", contains("profile-submitted"));

        // once seen, it is named whatever comes
        decide(id, "return", Map.of("reason", "Please name your markets."))
                .then()
                .statusCode(200);
        Map<String, Object> changed = whole();
        changed.put("summary", "Light for everybody.");
        edit(id, etag("porto", id), changed).then().statusCode(200);
        city("porto")
                .header("If-Match", etag("porto", id))
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(204);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=profile&objectId=" + id)
                .then()
                .body("items.action", contains("profile-deleted", "profile-sent-back", "profile-submitted"));
    }

    @Test
    void the_audit_trail_does_not_say_which_profile_is_being_written() {
        String id = published();
        String trail = "/api/v1/admin/audit-entries?objectType=profile&size=200";
        List<String> before = organiser().get(trail).path("items.objectId");
        List<String> named = organiser().get(trail + "&objectId=" + id).path("items.action");
        Map<String, Object> changed = whole();
        changed.put("summary", "A secret.");
        edit(id, etag("porto", id), changed).then().statusCode(200);
        csv(id, "description\nAnother secret.\n").then().statusCode(200);
        city("porto")
                .header("If-Match", etag("porto", id))
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(204);
        List<String> actions = organiser().get(trail).path("items.action");
        assertThat(actions.subList(0, 3)).containsExactly("profile-discarded", "profile-file-taken", "profile-edited");
        List<String> objects = organiser().get(trail).path("items.objectId");
        // not even that it was always the same profile
        assertThat(objects.subList(0, 3)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
        assertThat(organiser().get(trail + "&objectId=" + id).<List<String>>path("items.action"))
                .isEqualTo(named);
        city("porto")
                .get(PARTNER + "/" + id + "/history")
                .then()
                .body("items[0].action", equalTo("DISCARDED"))
                .body("items[1].action", equalTo("FILE_TAKEN"))
                .body("items[2].action", equalTo("EDITED"));
    }

    @Test
    void a_draft_that_nobody_has_seen_is_not_named_when_it_is_given_up() {
        String id = begin("porto", "Quieter plans", false).path("id");
        city("porto")
                .header("If-Match", "\"v0\"")
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(204);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=profile&size=200")
                .then()
                .body("items.objectId", not(hasItem(id)))
                .body("items[0].action", equalTo("profile-deleted"))
                .body("items[1].action", equalTo("profile-created"));
    }

    @Test
    void an_import_under_the_name_of_a_draft_does_not_tell_which_cluster_is_to_have_it() {
        String id = published();
        Map<String, Object> changed = whole();
        changed.put("name", "Quiet plans");
        edit(id, etag("porto", id), changed).then().statusCode(200);
        assertThat(DirectoryData.bringIn(DirectoryData.with("""
                                clusters: [{id: ic-one, name: "quiet PLANS", kind: sector, city: porto, country: PT, summary: S.,
                                  keywords: k, coding: {source: infocus-coding, confidence: inferred}}]
                                """))
                        .then()
                        .statusCode(422)
                        .body("errors.message", contains("the city \"porto\" uses this name already"))
                        .extract()
                        .asString())
                .doesNotContain(id);
    }

    @Test
    void the_organisers_learn_nothing_of_drafts_that_were_given_up_or_written_over() {
        String id = published();
        Map<String, Object> changed = whole();
        changed.put("summary", "A secret.");
        edit(id, etag("porto", id), changed).then().statusCode(200);
        organiser().get(ADMIN + "/" + id + "/history").then().statusCode(404);
        city("porto")
                .header("If-Match", etag("porto", id))
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(204);
        assertThat(organiser()
                        .get(ADMIN + "/" + id + "/history")
                        .then()
                        .statusCode(200)
                        .body("items.action", contains("PUBLISHED", "SUBMITTED", "CREATED"))
                        .body("total", equalTo(3))
                        .extract()
                        .asString())
                .doesNotContain("secret");

        edit(id, etag("porto", id), changed).then().statusCode(200);
        changed.put("summary", "For everybody to read.");
        edit(id, etag("porto", id), changed).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        assertThat(organiser()
                        .get(ADMIN + "/" + id + "/history")
                        .then()
                        .body("items.action", contains("SUBMITTED", "PUBLISHED", "SUBMITTED", "CREATED"))
                        .body("items[0].fields", hasSize(1))
                        .body("items[0].fields[0].before", equalTo("Light for industry."))
                        .body("items[0].fields[0].after", equalTo("For everybody to read."))
                        .extract()
                        .asString())
                .doesNotContain("secret");
        city("porto")
                .get(PARTNER + "/" + id + "/history")
                .then()
                .body("items[1].fields[0].before", equalTo("A secret."))
                .body("total", equalTo(9));
    }

    @Test
    void another_citys_profiles_and_missing_ones_answer_alike_and_other_roles_are_kept_out() {
        String id = begin("porto", "Optics", false).path("id");
        for (String path : List.of("", "/preview", "/history", "/eccp")) {
            String foreign = city("torino")
                    .get(PARTNER + "/" + id + path)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            String missing = city("torino")
                    .get(PARTNER + "/no-such" + path)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            assertThat(foreign.replace(id, "no-such")).isEqualTo(missing);
            given().get(PARTNER + "/" + id + path).then().statusCode(401);
            organiser().get(PARTNER + "/" + id + path).then().statusCode(403);
        }
        for (String step : List.of("beginning", "submission", "confirmation")) {
            city("torino")
                    .header("If-Match", "\"v0\"")
                    .post(PARTNER + "/" + id + "/" + step)
                    .then()
                    .statusCode(404);
        }
        city("torino")
                .header("If-Match", "\"v0\"")
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(404);
        city("torino")
                .header("If-Match", "\"v0\"")
                .delete(PARTNER + "/" + id + "/submission")
                .then()
                .statusCode(404);
        json(city("torino"), whole())
                .header("If-Match", "\"v0\"")
                .put(PARTNER + "/" + id)
                .then()
                .statusCode(404);
        city("torino")
                .contentType("text/csv")
                .body("website\nhttps://a.example\n")
                .header("If-Match", "\"v0\"")
                .put(PARTNER + "/" + id + "/eccp")
                .then()
                .statusCode(404);
        city("torino").get(PARTNER).then().statusCode(200).body("", empty());
        json(city("torino"), Map.of("cityId", "porto", "name", "Mine"))
                .post(PARTNER)
                .then()
                .statusCode(404);
        json(city("torino"), Map.of("clusterId", "hcp")).post(PARTNER).then().statusCode(404);
        for (String path : List.of("", "/" + id, "/" + id + "/preview", "/" + id + "/history")) {
            city("porto").get(ADMIN + path).then().statusCode(403);
            given().get(ADMIN + path).then().statusCode(401);
            given().auth()
                    .oauth2(TestTokens.desk().token())
                    .get(ADMIN + path)
                    .then()
                    .statusCode(403);
        }
        for (String decision : List.of("publication", "return")) {
            json(city("porto"), Map.of("reason", "x"))
                    .header("If-Match", "\"v0\"")
                    .post(ADMIN + "/" + id + "/" + decision)
                    .then()
                    .statusCode(403);
            // a draft does not exist for the organisers
            json(organiser(), Map.of("reason", "x"))
                    .header("If-Match", "\"v0\"")
                    .post(ADMIN + "/" + id + "/" + decision)
                    .then()
                    .statusCode(404);
        }
    }
}
