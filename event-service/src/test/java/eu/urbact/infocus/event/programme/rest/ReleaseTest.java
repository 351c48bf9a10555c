package eu.urbact.infocus.event.programme.rest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.event.testing.ProgrammeFiles;

import static eu.urbact.infocus.event.testing.Programmes.as;
import static eu.urbact.infocus.event.testing.Programmes.importFile;
import static eu.urbact.infocus.event.testing.Programmes.importOver;
import static eu.urbact.infocus.event.testing.Programmes.publish;
import static eu.urbact.infocus.event.testing.Programmes.release;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ReleaseTest {

    @Inject
    DataSource database;

    private static String releases(String slug) {
        return "/api/v1/admin/workshops/" + slug + "/releases";
    }

    @Test
    void aDraftIsNotPublic() {
        importFile(ProgrammeFiles.small("unreleased")).statusCode(201);

        given().get("/api/v1/workshops/unreleased/programme").then().statusCode(404);
        given().get("/api/v1/workshops/unreleased/releases/1").then().statusCode(404);
        as(TestTokens.city("porto"))
                .get("/api/v1/workshops/unreleased/programme")
                .then()
                .statusCode(404);
        given().get("/api/v1/workshops/unreleased")
                .then()
                .statusCode(200)
                .body("released", is(false))
                .body("releaseNumber", nullValue())
                .body("venues", empty())
                .body("days.date", equalTo(List.of("2016-11-23", "2016-11-24")))
                .body("days.label", equalTo(java.util.Arrays.asList(null, null)));
    }

    @Test
    void aReleaseIsNumberedAndPublic() {
        importFile(ProgrammeFiles.small("released")).statusCode(201);
        release("released")
                .statusCode(201)
                .header("Location", endsWith("/api/v1/workshops/released/releases/1"))
                .body("number", is(1));

        given().get("/api/v1/workshops/released/programme")
                .then()
                .statusCode(200)
                .body("release.number", is(1))
                .body("workshop.slug", equalTo("released"));
        given().get("/api/v1/workshops/released")
                .then()
                .body("released", is(true))
                .body("releaseNumber", is(1));
    }

    @Test
    void aReleaseStaysWhatItWas() {
        String file = ProgrammeFiles.small("snapshot");
        publish(file, "snapshot");
        String first = given().get("/api/v1/workshops/snapshot/releases/1").asString();

        importOver(
                        file.replace("title: A talk", "title: Another talk").replace("name: Town hall", "name: Palace"),
                        "snapshot")
                .statusCode(201);
        assertThat(given().get("/api/v1/workshops/snapshot/programme").asString())
                .as("a changed draft shows nowhere")
                .isEqualTo(first);

        release("snapshot").statusCode(201).body("number", is(2));
        assertThat(given().get("/api/v1/workshops/snapshot/releases/1").asString())
                .isEqualTo(first);
        given().get("/api/v1/workshops/snapshot/programme")
                .then()
                .body("release.number", is(2))
                .body("days[0].items[1].title", equalTo("Another talk"))
                .body("venues[0].name", equalTo("Palace"));
        given().get("/api/v1/workshops/snapshot/releases/3").then().statusCode(404);
    }

    @Test
    void theDatabaseKeepsAReleaseFromBeingChanged() throws SQLException {
        publish(ProgrammeFiles.small("immutable"), "immutable");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "update programme_version set programme = '{}' where number = 1",
                    "delete from programme_version where number = 1")) {
                assertThatThrownBy(() -> statement.executeUpdate(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("never changes");
            }
        }
    }

    @Test
    void nothingNewIsNothingToRelease() {
        publish(ProgrammeFiles.small("nothing-new"), "nothing-new");

        release("nothing-new").statusCode(409).body("type", equalTo("urn:infocus:problem:nothing-to-release"));
        as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/nothing-new/draft")
                .then()
                .body("releasable", is(false));
        given().get("/api/v1/workshops/nothing-new/programme").then().body("release.number", is(1));
    }

    @Test
    void whoReleasesSaysWhichDraftTheyHaveRead() {
        String file = ProgrammeFiles.small("stale");
        importFile(file).statusCode(201);
        importOver(file.replace("title: A talk", "title: Another talk"), "stale")
                .statusCode(201);

        as(TestTokens.organiser())
                .post(releases("stale"))
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:infocus:problem:precondition-required"));
        as(TestTokens.organiser())
                .header("If-Match", "\"v1\"")
                .post(releases("stale"))
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        given().get("/api/v1/workshops/stale/programme").then().statusCode(404);
        as(TestTokens.organiser())
                .header("If-Match", "\"v2\"")
                .post(releases("stale"))
                .then()
                .statusCode(201);
    }

    @Test
    void aMissingWorkshopHasNothingToRelease() {
        as(TestTokens.organiser())
                .header("If-Match", "\"v1\"")
                .post(releases("no-such-workshop"))
                .then()
                .statusCode(404);
    }

    @Test
    void onlyOrganisersMayRelease() {
        importFile(ProgrammeFiles.small("release-denied")).statusCode(201);

        given().header("If-Match", "\"v1\"")
                .post(releases("release-denied"))
                .then()
                .statusCode(401);
        for (TestTokens who : List.of(
                TestTokens.city("porto"),
                TestTokens.city("frankfurt"),
                TestTokens.desk(),
                TestTokens.auditor(),
                TestTokens.service("notification-service", "recipients:read"))) {
            as(who).header("If-Match", "\"v1\"")
                    .post(releases("release-denied"))
                    .then()
                    .statusCode(403);
        }
        given().get("/api/v1/workshops/release-denied/programme").then().statusCode(404);
    }

    @Test
    void anAnswerThatGotLostCanBeAskedForAgain() {
        importFile(ProgrammeFiles.small("repeated")).statusCode(201);
        for (int i = 0; i < 2; i++) {
            as(TestTokens.organiser())
                    .header("If-Match", "\"v1\"")
                    .header("Idempotency-Key", "release-of-repeated")
                    .post(releases("repeated"))
                    .then()
                    .statusCode(201)
                    .header("Location", endsWith("/api/v1/workshops/repeated/releases/1"))
                    .body("number", is(1));
        }
    }

    @Test
    void ofManyWhoReleaseAtOnceOneDoes() throws Exception {
        importFile(ProgrammeFiles.small("release-race")).statusCode(201);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> clients.submit(() -> as(TestTokens.organiser())
                            .header("If-Match", "\"v1\"")
                            .post(releases("release-race"))
                            .statusCode()))
                    .toList();
            int created = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            clients.shutdown();
        }
        given().get("/api/v1/workshops/release-race/releases/2").then().statusCode(404);
    }
}
