package eu.urbact.infocus.directory.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;
import eu.urbact.infocus.directory.profile.PublishProfile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class WithdrawnClusterTest {

    private static final String ADMIN = "/api/v1/admin/withdrawn-clusters";
    private static final String REASON = "It has become part of the Basque Digital Cluster.";

    @Inject
    DataSource database;

    @Inject
    PublishProfile publishProfile;

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
    }

    @Test
    void what_is_taken_out_is_shown_nowhere_and_its_address_says_why() {
        notice("gaia", "Quantum gimbals");
        given().get("/api/v1/offers?cluster=gaia").then().body("total", equalTo(1));
        int before = given().get("/api/v1/clusters").path("total");
        String etag = given().get("/api/v1/clusters").header("ETag");
        withdraw("gaia", REASON)
                .statusCode(200)
                .body("id", equalTo("gaia"))
                .body("name", equalTo("GAIA"))
                .body("cityId", equalTo("bilbao"))
                .body("reason", equalTo(REASON));

        given().get("/api/v1/clusters/gaia")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:cluster-withdrawn"))
                .body("detail", equalTo(REASON));
        given().header("If-None-Match", etag)
                .get("/api/v1/clusters")
                .then()
                .statusCode(200)
                .body("total", equalTo(before - 1));
        for (String words : List.of("gaia", "gimbals")) {
            given().queryParam("q", words).get("/api/v1/clusters").then().body("items.id", not(hasItem("gaia")));
        }
        given().get("/api/v1/clusters.geojson").then().body("features.id", not(hasItem("gaia")));
        given().get("/api/v1/cities?q=bilbao").then().body("items[0].clusterCount", equalTo(6));
        given().get("/api/v1/offers?city=bilbao").then().body("total", equalTo(0));
        given().get("/api/v1/regions/basque-country/matrix")
                .then()
                .body("regions[0].clusters.cluster.id", not(hasItem("gaia")))
                .body("regions[0].clusters.cluster.id", hasItem("hegan"));
        for (String address : List.of(
                "/api/v1/clusters/gaia/matches",
                "/api/v1/clusters/gaia/matches?city=nowhere",
                "/api/v1/clusters/gaia/matches/hegan",
                "/api/v1/clusters/hegan/matches/gaia",
                "/api/v1/regions/basque-country/matrix/es21-p1/gaia",
                "/api/v1/open-data/things/cluster/gaia")) {
            given().get(address)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:infocus:problem:cluster-withdrawn"))
                    .body("detail", equalTo(REASON));
            given().get(address.replace("gaia", "never-there")).then().statusCode(404);
        }
        given().header("Accept", "application/ld+json")
                .get("/api/v1/open-data/things/cluster/gaia")
                .then()
                .statusCode(410);
        given().get("/api/v1/clusters/minalogic/matches?size=50&city=bilbao")
                .then()
                .statusCode(200)
                .body("items.cluster.id", not(hasItem("gaia")));
        given().get("/api/v1/matching-model").then().statusCode(200).body("partnerships.id", not(empty()));
        for (String file : List.of("clusters.csv", "clusters.ttl")) {
            assertThat(given().get("/api/v1/open-data/" + file)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .as(file)
                    .doesNotContain("cluster/gaia", "clusters/gaia")
                    .contains("hegan");
        }
        given().get("/api/v1/open-data/clusters.geojson")
                .then()
                .body("features.id", hasItem("hegan"))
                .body("features.id", not(hasItem("gaia")));
        organiser().get(ADMIN).then().statusCode(200).body("id", contains("gaia"));

        withdraw("gaia", REASON)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:withdrawal-state"))
                .body("yourself", equalTo(true));
        // the network's file brings it anew, and it stays away
        DirectoryData.bringIn(DirectoryData.file()).then().statusCode(201).body("kept", equalTo(1));
        given().get("/api/v1/clusters/gaia").then().statusCode(410);

        organiser().delete(ADMIN + "/gaia").then().statusCode(204);
        organiser().delete(ADMIN + "/gaia").then().statusCode(409);
        organiser().get(ADMIN).then().body("", empty());
        given().get("/api/v1/clusters/gaia").then().statusCode(200).body("name", equalTo("GAIA"));
        given().get("/api/v1/clusters").then().body("total", equalTo(before));
        given().queryParam("q", "gimbals").get("/api/v1/clusters").then().body("items.id", contains("gaia"));
        given().get("/api/v1/regions/basque-country/matrix")
                .then()
                .body("regions[0].clusters.cluster.id", hasItem("gaia"));
    }

    @Test
    void whoever_comes_too_late_is_told_who_was_quicker_and_when() {
        organiser("maria")
                .body(Map.of("reason", REASON))
                .post(ADMIN + "/gaia")
                .then()
                .statusCode(200)
                .body("withdrawnBy", equalTo("maria"));
        String at = organiser().get(ADMIN).path("[0].withdrawnAt");
        organiser().get(ADMIN).then().body("withdrawnBy", contains("maria")).body("country", contains("ES"));
        withdraw("gaia", "Too late.")
                .statusCode(409)
                .body("detail", equalTo("It was taken out before."))
                .body("by", equalTo("maria"))
                .body("yourself", equalTo(false))
                .body("at", equalTo(at));
        given().get("/api/v1/clusters/gaia").then().body("detail", equalTo(REASON));

        organiser("maria").delete(ADMIN + "/gaia").then().statusCode(204);
        organiser()
                .delete(ADMIN + "/gaia")
                .then()
                .statusCode(409)
                .body("detail", equalTo("It is in the directory."))
                .body("by", equalTo("maria"))
                .body("yourself", equalTo(false))
                .body("at", not(equalTo(at)));
        organiser("maria").delete(ADMIN + "/gaia").then().statusCode(409).body("yourself", equalTo(true));
        // one that was never taken out was brought back by nobody
        organiser()
                .delete(ADMIN + "/hegan")
                .then()
                .statusCode(409)
                .body("by", nullValue())
                .body("at", nullValue());
    }

    @Test
    void after_two_years_nobody_needs_to_know_which_account_it_was() {
        String names = "select count(*) from cluster where withdrawal_changed_by_name is not null";
        withdraw("gaia", REASON).statusCode(200);
        withdraw("hegan", REASON).statusCode(200);
        DirectoryData.change(
                database, "update cluster set withdrawal_changed_at = now() - interval '731 days' where id = 'gaia'");
        publishProfile.markStale();
        assertThat(DirectoryData.number(database, names)).isEqualTo(1);
        organiser().get(ADMIN).then().body("find { it.id == 'gaia' }.withdrawnBy", nullValue());
        organiser("maria")
                .body(Map.of("reason", REASON))
                .post(ADMIN + "/gaia")
                .then()
                .statusCode(409)
                .body("by", equalTo("another organiser"));
    }

    @Test
    void words_of_what_was_taken_out_stand_in_the_way_of_nobody() {
        String file = DirectoryData.file()
                .replace("keywords: \"applied knowledge and", "keywords: \"zephyrine applied knowledge and")
                .replace("keywords: \"Basque aeronautics", "keywords: \"zephyran Basque aeronautics");
        DirectoryData.bringIn(file).then().statusCode(201).body("updated", equalTo(2));
        notice("gaia", "Quantum gimbals");
        notice("hegan", "Quantum gimbols");
        // somebody has a word that begins so, which is no slip
        assertThat(found("zephyrin")).containsExactly("gaia");
        assertThat(found("gimbals")).containsExactly("gaia");

        withdraw("gaia", REASON).statusCode(200);
        assertThat(found("zephyrin")).containsExactly("hegan");
        assertThat(found("gimbals")).containsExactly("hegan");
        assertThat(known("search_word", "zephyrine")).isZero();
        assertThat(known("search_word", "electronics")).isEqualTo(1);
        assertThat(known("offer_word", "gimbals")).isZero();
        assertThat(known("offer_word", "quantum")).isEqualTo(1);
        // nor do they come back with an import, or with what happens to notices in the meantime
        DirectoryData.bringIn(file.replace("name: \"HEGAN\"", "name: \"HEGAN 2\""))
                .then()
                .statusCode(201)
                .body("updated", equalTo(1));
        DirectoryData.change(database, "delete from cluster_offer where cluster_id = 'hegan'");
        notice("gaia", "Quantum wells");
        assertThat(known("search_word", "zephyrine")).isZero();
        assertThat(DirectoryData.number(database, "select count(*) from offer_word"))
                .isZero();
        assertThat(found("gimbals")).isEmpty();

        organiser().delete(ADMIN + "/gaia").then().statusCode(204);
        assertThat(found("zephyrin")).containsExactly("gaia");
        assertThat(found("gimbls")).containsExactly("gaia");
        assertThat(DirectoryData.number(
                        database,
                        "select count(*) from offer_word where word in ('quantum', 'gimbals', 'wells')"
                                + " and expires_on = date '2999-01-01'"))
                .isEqualTo(3);
    }

    @Test
    void what_its_city_had_begun_with_others_ends_and_nothing_new_begins() {
        String proposed = propose("gaia", "minalogic").statusCode(201).extract().path("id");
        String accepted =
                propose("hegan", "minalogic").statusCode(201).extract().path("id");
        city("grenoble")
                .header("If-Match", "\"v0\"")
                .body(Map.of("message", "With pleasure."))
                .post("/api/v1/partner/cooperations/" + accepted + "/acceptance")
                .then()
                .statusCode(200);
        withdraw("minalogic", "It was dissolved.").statusCode(200);
        city("bilbao")
                .get("/api/v1/partner/cooperations/" + proposed)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("to.cluster", equalTo("Minalogic"))
                .body("answer", nullValue())
                .body("closedBecause", equalTo("The cluster was taken out of the directory."));
        city("bilbao")
                .get("/api/v1/partner/cooperations/" + accepted)
                .then()
                .body("state", equalTo("ENDED"))
                .body("answer", equalTo("With pleasure."))
                .body("endedAt", notNullValue())
                .body("closedBecause", equalTo("The cluster was taken out of the directory."));
        for (String id : List.of(proposed, accepted)) {
            given().auth()
                    .oauth2(TestTokens.auditor().token())
                    .get("/api/v1/admin/audit-entries?objectType=cooperation&objectId=" + id)
                    .then()
                    .body("items.action", hasItem("cooperation-closed"));
        }
        propose("gaia", "minalogic").statusCode(404);
        city("grenoble").get("/api/v1/partner/clusters/minalogic/offers").then().statusCode(404);
        city("bilbao")
                .body(Map.of("verdict", "USEFUL"))
                .put("/api/v1/partner/clusters/gaia/feedback/minalogic")
                .then()
                .statusCode(404);
        city("grenoble")
                .body(Map.of("clusterId", "minalogic"))
                .post("/api/v1/partner/cluster-profiles")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_city_itself_takes_back_or_ends_was_not_closed() {
        String id = propose("gaia", "minalogic").statusCode(201).extract().path("id");
        city("bilbao")
                .header("If-Match", "\"v0\"")
                .body(Map.of("message", "A mistake."))
                .post("/api/v1/partner/cooperations/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("answer", equalTo("A mistake."))
                .body("closedBecause", nullValue());
    }

    @Test
    void no_proposal_slips_in_beside_a_withdrawal() throws SQLException, InterruptedException, ExecutionException {
        ExecutorService city = Executors.newSingleThreadExecutor();
        Future<Integer> proposed;
        try (Connection organiser = database.getConnection();
                Statement statement = organiser.createStatement()) {
            organiser.setAutoCommit(false);
            statement.execute(
                    "update cluster set withdrawn_at = now(), withdrawn_because = 'Dissolved.' where id = 'minalogic'");
            proposed = city.submit(() -> propose("gaia", "minalogic").extract().statusCode());
            await().until(() -> proposed.isDone()
                    || DirectoryData.number(database, "select count(*) from pg_locks where not granted") > 0);
            organiser.commit();
        }
        assertThat(proposed.get()).isEqualTo(404);
        city.shutdown();
    }

    @Test
    void the_others_hear_when_a_cluster_is_taken_out_and_when_it_is_back() {
        String sent =
                "select count(*) from outbox_event where message_key = 'gaia' and type = 'eu.urbact.infocus.directory.%s.v1'";
        long published = DirectoryData.number(database, sent.formatted("cluster-published"));
        long withdrawn = DirectoryData.number(database, sent.formatted("cluster-withdrawn"));

        withdraw("gaia", REASON).statusCode(200);
        DirectoryData.bringIn(DirectoryData.file().replace("name: \"GAIA\"", "name: \"GAIA 2\""))
                .then()
                .statusCode(201)
                .body("kept", equalTo(1));
        assertThat(DirectoryData.number(database, sent.formatted("cluster-withdrawn")))
                .isEqualTo(withdrawn + 1);
        assertThat(DirectoryData.number(database, sent.formatted("cluster-published")))
                .isEqualTo(published);

        organiser().delete(ADMIN + "/gaia").then().statusCode(204);
        assertThat(DirectoryData.number(database, sent.formatted("cluster-published")))
                .isEqualTo(published + 1);
        await().until(() -> DirectoryData.number(
                        database, "select count(*) from outbox_event where sent_at is null and message_key = 'gaia'")
                == 0);
        List<Topics.Delivered> delivered = Topics.read("infocus.directory.v1", "gaia").stream()
                .filter(event -> event.type().endsWith("cluster-withdrawn.v1"))
                .toList();
        assertThat(delivered).hasSizeGreaterThanOrEqualTo(1);
        delivered.forEach(event -> Contracts.ofThisService().assertValid(event.type(), event.value()));
    }

    @Test
    void only_organisers_take_out_and_they_say_why() {
        given().contentType(ContentType.JSON)
                .body(Map.of("reason", REASON))
                .post(ADMIN + "/gaia")
                .then()
                .statusCode(401);
        city("bilbao")
                .body(Map.of("reason", REASON))
                .post(ADMIN + "/gaia")
                .then()
                .statusCode(403);
        city("bilbao").delete(ADMIN + "/gaia").then().statusCode(403);
        city("bilbao").get(ADMIN).then().statusCode(403);
        for (String reason : List.of(" ", "x".repeat(501), "<b>gone</b>")) {
            withdraw("gaia", reason).statusCode(422).body("errors.field", contains("reason"));
        }
        for (String address : List.of("ana@example.org", "+34 944 123 456")) {
            withdraw("gaia", "It was dissolved, ask " + address)
                    .statusCode(422)
                    .body("errors.field", contains("reason"))
                    .body(
                            "errors.message",
                            contains("must not hold a mail address or a telephone number, as everybody can read it"));
        }
        withdraw("nowhere", REASON).statusCode(404);
        organiser().delete(ADMIN + "/nowhere").then().statusCode(404);
        organiser().delete(ADMIN + "/gaia").then().statusCode(409).body("detail", containsString("in the directory"));
        given().get("/api/v1/clusters/gaia").then().statusCode(200);
    }

    private static ValidatableResponse withdraw(String id, String reason) {
        return organiser().body(Map.of("reason", reason)).post(ADMIN + "/" + id).then();
    }

    private static ValidatableResponse propose(String from, String to) {
        return city("bilbao")
                .body(Map.of("fromClusterId", from, "toClusterId", to, "message", "Let us talk."))
                .post("/api/v1/partner/cooperations")
                .then();
    }

    private void notice(String cluster, String words) {
        DirectoryData.change(
                database,
                "insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id, expires_on, created_at)"
                        + " values ('" + UUID.randomUUID() + "', 0, '" + cluster + "', 'NEED', '" + words
                        + "', 'photonics', date '2999-01-01', now())");
    }

    private long known(String table, String word) {
        return DirectoryData.number(database, "select count(*) from " + table + " where word = '" + word + "'");
    }

    private static List<String> found(String words) {
        return given().queryParam("q", words).get("/api/v1/clusters").path("items.id");
    }

    private static RequestSpecification organiser() {
        return given().auth().oauth2(TestTokens.organiser().token()).contentType(ContentType.JSON);
    }

    private static RequestSpecification organiser(String name) {
        return given().auth()
                .oauth2(TestTokens.user(name, Set.of(Roles.ORGANISER), List.of())
                        .token())
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification city(String city) {
        return given().auth().oauth2(TestTokens.city(city).token()).contentType(ContentType.JSON);
    }
}
