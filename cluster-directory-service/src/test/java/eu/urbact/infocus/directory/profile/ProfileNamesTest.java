package eu.urbact.infocus.directory.profile;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** A cluster's name makes its id, and each is taken once. */
@QuarkusTest
@WithEmbeddedServers
class ProfileNamesTest extends ProfileSteps {

    @Test
    void a_city_has_one_cluster_of_a_name() {
        String id = begin("porto", "Zi Forming Test", false).path("id");
        for (String name : List.of(
                "Zi Forming Test",
                " Zi  forming tést ",
                "ZI.Forming-Test!",
                "Zi For\u200Bming Test",
                "Zi For\u200Dming Test\u2060",
                "Zi Forming Test\uFE0F",
                "Zi Forming Test\u115F")) {
            begin("porto", name, false)
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("name"))
                    .body(
                            "errors.message",
                            contains("your city has a cluster of this name already, \"zi-forming-test-porto\""));
        }
        begin("porto", "health cluster PORTUGAL", false)
                .then()
                .statusCode(422)
                .body("errors.message", contains("your city has a cluster of this name already, \"hcp\""));
        begin("torino", "Zi Forming Test", false).then().statusCode(201);
        String other = begin("porto", "Another", false).path("id");
        Map<String, Object> content = whole();
        content.put("name", "ZI FORMING TEST");
        edit(other, "\"v0\"", content).then().statusCode(422).body("errors.field", contains("name"));
        csv(other, "cluster_name\nZi forming test\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("cluster_name"));
        edit(id, "\"v0\"", content).then().statusCode(200);
    }

    @Test
    void of_several_that_begin_one_name_at_once_the_first_has_it() throws Exception {
        List<Callable<Integer>> clicks =
                Collections.nCopies(6, () -> begin("porto", "Ic Racing", false).statusCode());
        List<Integer> answers = new ArrayList<>();
        ExecutorService editors = Executors.newFixedThreadPool(clicks.size());
        for (Future<Integer> answer : editors.invokeAll(clicks)) {
            answers.add(answer.get());
        }
        editors.shutdown();
        assertThat(answers).containsExactlyInAnyOrder(201, 422, 422, 422, 422, 422);
        city("porto").get(PARTNER).then().body("id", contains("ic-racing-porto"));
    }

    @Test
    void a_cluster_that_comes_back_waits_for_a_name_that_is_being_taken() throws Exception {
        String rival = begin("porto", "Dark Lab", false).path("id");
        withdraw("hcp");
        assertThat(whileTaken("Health Cluster Portugal", rival, () -> organiser()
                        .delete("/api/v1/admin/withdrawn-clusters/hcp")))
                .isEqualTo(409);
        given().get("/api/v1/clusters/hcp").then().statusCode(410);
    }

    @Test
    void a_profile_that_is_submitted_or_published_waits_for_a_name_that_is_being_taken() throws Exception {
        String rival = begin("porto", "Dark Lab", false).path("id");
        String id = begin("porto", "Light Lab", false).path("id");
        edit(id, "\"v0\"", named("Light Lab")).then().statusCode(200);
        assertThat(whileTaken("Light-Lab", rival, () -> move("porto", id, "submission")))
                .isEqualTo(422);
        assertThat(whileTaken("Dark Lab", rival, () -> move("porto", id, "submission")))
                .isEqualTo(200);
        assertThat(whileTaken("Light-Lab", rival, () -> decide(id, "publication", Map.of())))
                .isEqualTo(422);
        assertThat(whileTaken("Dark Lab", rival, () -> decide(id, "publication", Map.of())))
                .isEqualTo(200);
    }

    /** How somebody is answered who comes while a profile of porto is getting this name, as whoever gives it holds the city. */
    private int whileTaken(String name, String profile, Callable<Response> late) throws Exception {
        ExecutorService editor = Executors.newSingleThreadExecutor();
        try (Connection rival = database.getConnection();
                Statement statement = rival.createStatement()) {
            rival.setAutoCommit(false);
            statement.execute("select id from city where id = 'porto' for no key update");
            statement.execute("update cluster_profile set content = jsonb_set(content, '{name}', '\"" + name
                    + "\"') where id = '" + profile + "'");
            Future<Response> answer = editor.submit(late);
            await().until(() -> answer.isDone()
                    || DirectoryData.number(database, "select count(*) from pg_locks where not granted") > 0);
            rival.commit();
            return answer.get().statusCode();
        } finally {
            editor.shutdown();
        }
    }

    @Test
    void no_import_brings_a_name_that_the_city_has() {
        String id = begin("porto", "Light Lab", false).path("id");
        String cluster = """
                clusters: [{id: ic-one, name: "%s", kind: sector, city: %s, country: %s, summary: S., keywords: k,
                  coding: {source: infocus-coding, confidence: inferred}}]
                """;
        DirectoryData.bringIn(DirectoryData.with(cluster.formatted("light-LAB", "porto", "PT")))
                .then()
                .statusCode(422)
                .body("errors.message", contains("the city \"porto\" uses this name already"));
        DirectoryData.bringIn(DirectoryData.with(cluster.formatted("TI\u200BCE.PT", "porto", "PT")))
                .then()
                .statusCode(422)
                .body("errors.message", contains("the city \"porto\" has a cluster of this name already, \"ticept\""));
        edit(id, "\"v0\"", named("Light Lab")).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        DirectoryData.bringIn(DirectoryData.with(cluster.formatted("light-LAB", "porto", "PT")))
                .then()
                .statusCode(422)
                .body(
                        "errors.message",
                        contains("the city \"porto\" has a cluster of this name already, \"light-lab-porto\""));
        DirectoryData.bringIn(DirectoryData.with(cluster.formatted("Gaia", "bilbao", "ES")))
                .then()
                .statusCode(422)
                .body("errors.message", contains("the city \"bilbao\" has a cluster of this name already, \"gaia\""));
        DirectoryData.bringIn(DirectoryData.with(cluster.formatted("Gaia", "porto", "PT")))
                .then()
                .statusCode(201);
    }

    @Test
    void the_name_of_a_cluster_that_was_taken_out_is_free_again() {
        String id = published();
        begin("porto", "Optica Porto", false)
                .then()
                .statusCode(422)
                .body("errors.message", contains("your city has a cluster of this name already, \"" + id + "\""));
        begin("porto", "Health Cluster Portugal", false).then().statusCode(422);
        withdraw(id);
        withdraw("hcp");
        begin("porto", "Optica Porto", false).then().statusCode(201);
        begin("porto", "Health Cluster Portugal", false).then().statusCode(201);
    }

    @Test
    void a_cluster_does_not_come_back_while_another_has_its_name() {
        withdraw("hcp");
        String id = begin("porto", "health-cluster PORTUGAL", false).path("id");
        staysOut("hcp", "Its city uses this name already. It can come back when the city has given it up.");
        edit(id, "\"v0\"", named("health-cluster PORTUGAL")).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        staysOut(
                "hcp",
                "Its city has another cluster of this name now, \"" + id
                        + "\". It can come back when that one has another name.");

        city("porto")
                .header("If-Match", etag("porto", id))
                .delete(PARTNER + "/" + id + "/submission")
                .then()
                .statusCode(200);
        edit(id, etag("porto", id), named("Another Lab")).then().statusCode(200);
        organiser().delete("/api/v1/admin/withdrawn-clusters/hcp").then().statusCode(204);
        given().get("/api/v1/clusters/hcp").then().statusCode(200);
    }

    private static void staysOut(String cluster, String why) {
        organiser()
                .delete("/api/v1/admin/withdrawn-clusters/" + cluster)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:cluster-name-taken"))
                .body("detail", equalTo(why))
                .body("by", nullValue())
                .body("yourself", nullValue());
        given().get("/api/v1/clusters/" + cluster).then().statusCode(410);
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> content = whole();
        content.put("name", name);
        return content;
    }

    @Test
    void of_two_that_took_one_name_while_one_was_out_of_the_directory_only_one_is_published() {
        String id = published();
        withdraw(id);
        edit(id, etag("porto", id), named("Light Lab")).then().statusCode(200);
        String other = begin("porto", "Light-lab", false).path("id");
        organiser().delete("/api/v1/admin/withdrawn-clusters/" + id).then().statusCode(204);
        move("porto", id, "submission")
                .then()
                .statusCode(422)
                .body("errors.message", contains("your city has a cluster of this name already, \"" + other + "\""));

        edit(other, "\"v0\"", named("Dark Lab")).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        // written before these two counted as one name
        String written =
                "update cluster_profile set content = jsonb_set(content, '{name}', '\"LIGHT lab\"') where id = '"
                        + other + "'";
        DirectoryData.change(database, written);
        decide(id, "publication", Map.of())
                .then()
                .statusCode(422)
                .body("errors.field", contains("name"))
                .body("errors.message", contains("its city uses this name already"));
        DirectoryData.change(
                database, written.replace("set content", "set state = 'SUBMITTED', submitted_at = now(), content"));
        decide(id, "publication", Map.of())
                .then()
                .statusCode(422)
                .body("errors.message", contains("its city has a cluster of this name already, \"" + other + "\""));
        given().get("/api/v1/clusters/" + id).then().body("name", equalTo("Óptica Porto"));

        decide(other, "return", Map.of("reason", "Another has this name."))
                .then()
                .statusCode(200);
        edit(other, etag("porto", other), named("Dark Lab")).then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
        given().get("/api/v1/clusters/" + id).then().body("name", equalTo("Light Lab"));
    }

    @Test
    void a_file_that_changes_no_name_can_be_brought_again_beside_a_namesake() {
        String id = begin("porto", "Zi Namesake", false).path("id");
        // written before these two counted as one name
        DirectoryData.change(
                database,
                "update cluster_profile set content = jsonb_set(content, '{name}', '\"Health.Cluster Portugal\"') where id = '"
                        + id + "'");
        DirectoryData.bringIn(DirectoryData.file()).then().statusCode(201).body("updated", equalTo(0));
        DirectoryData.bringIn(DirectoryData.with("""
                        clusters: [{id: ic-one, name: "Health-Cluster-Portugal", kind: sector, city: porto, country: PT, summary: S., keywords: k,
                          coding: {source: infocus-coding, confidence: inferred}}]
                        """))
                .then()
                .statusCode(422)
                .body("errors.message", contains("the city \"porto\" has a cluster of this name already, \"hcp\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"クラスタ", "集團"})
    void two_clusters_whose_names_cannot_be_written_in_latin_get_two_ids_and_a_key_begins_one_profile(String name) {
        assertThat(begin("porto", "集群", false).<String>path("id")).isEqualTo("cluster-porto");
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("cityId", "porto", "name", name);
        String id = json(city("porto"), request)
                .header("Idempotency-Key", key)
                .post(PARTNER)
                .path("id");
        assertThat(id).isEqualTo("cluster-porto-2");
        assertThat(json(city("porto"), request)
                        .header("Idempotency-Key", key)
                        .post(PARTNER)
                        .<String>path("id"))
                .isEqualTo("cluster-porto-2");
        city("porto").get(PARTNER).then().body("id", contains("cluster-porto", "cluster-porto-2"));
    }

    @Test
    void the_id_of_a_draft_does_not_tell_what_other_cities_write() {
        begin("bordeaux", "Secret Lab", false).then().statusCode(201).body("id", equalTo("secret-lab-bordeaux"));
        begin("porto", "Secret Lab", false).then().statusCode(201).body("id", equalTo("secret-lab-porto"));
        begin("porto", "Λάβδα", false).then().statusCode(201).body("id", equalTo("lavda-porto"));
        begin("porto", "Зелен клъстер", false).then().statusCode(201).body("id", equalTo("zelen-klaster-porto"));
        begin("porto", "Łódź-Køln Straße", false)
                .then()
                .statusCode(201)
                .body("id", equalTo("lodz-koeln-strasse-porto"));
        begin("porto", "集群", false).then().statusCode(201).body("id", equalTo("cluster-porto"));
        begin("porto", "Light ".repeat(30), false)
                .then()
                .statusCode(201)
                .body("id", equalTo("light-light-light-light-light-light-porto"));
    }

    @Test
    void no_import_takes_the_id_of_a_draft_and_no_publication_takes_a_cluster_of_another_city() {
        String id = begin("porto", "Light", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        String file = DirectoryData.file()
                .replace("id: alpha-rlh,", "id: light-porto,")
                .replace("id: alpha-rlh\n", "id: light-porto\n");
        DirectoryData.bringIn(file)
                .then()
                .statusCode(422)
                .body("errors.message", hasItem("the id \"light-porto\" is in use; choose another id"));

        // brought while the profile was being begun, when the import could not see it yet
        move("porto", id, "submission").then().statusCode(200);
        DirectoryData.change(
                database,
                "insert into cluster (id, version, name, kind, city_id, country, summary, keywords)"
                        + " select 'light-porto', 0, name, kind, 'torino', 'IT', summary, keywords from cluster where id = 'hcp'");
        decide(id, "publication", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:profile-id-taken"))
                .body("detail", containsString("are to be entered again"));
        given().get("/api/v1/clusters/light-porto").then().body("cityId", equalTo("torino"));
        organiser().get(ADMIN + "/" + id).then().body("state", equalTo("SUBMITTED"));
        json(city("torino"), Map.of("clusterId", "light-porto"))
                .post(PARTNER)
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("Its id is in use elsewhere. Please ask the organisers to give it another one."));

        DirectoryData.change(database, "update cluster set city_id = 'porto' where id = 'light-porto'");
        decide(id, "publication", Map.of()).then().statusCode(200).body("state", equalTo("PUBLISHED"));
    }
}
