package eu.urbact.infocus.directory.referenceimport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static eu.urbact.infocus.directory.DirectoryData.bringIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class ReferenceDataImportTest {

    private static final String TOPIC = "infocus.directory.v1";
    private static final int EVENTS = 75;

    @Inject
    DataSource database;

    @BeforeEach
    void empty() {
        DirectoryData.clear(database);
    }

    @Test
    void a_first_import_creates_everything_and_tells_of_every_city_and_cluster() {
        long told = events();
        Response report = bringIn(DirectoryData.file());
        assertThat(report.statusCode()).isEqualTo(201);
        report.then()
                .body("dataVersion", equalTo("2016.1"))
                .body("created", greaterThan(300))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("entries.change", everyItem(equalTo("CREATED")))
                .body("entries.line", everyItem(greaterThan(0)));
        assertThat(events() - told).isEqualTo(EVENTS);
        String location = report.header("Location");
        assertThat(location).contains("/api/v1/admin/reference-data-imports/");
        Response again = given().auth().oauth2(TestTokens.organiser().token()).get(location);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(report.asString());
        assertThat(DirectoryData.number(
                        database,
                        "select count(*) from audit_entry where action = 'reference-data-imported' and object_id = '"
                                + report.path("id") + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_file_again_changes_nothing_and_tells_nobody() {
        bringIn(DirectoryData.file());
        long told = events();
        long revision = revision();
        String rows = "select sum(version) from (select version from city union all select version from cluster"
                + " union all select version from region) as all_versions";
        long versions = DirectoryData.number(database, rows);
        bringIn(DirectoryData.file())
                .then()
                .statusCode(201)
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", greaterThan(300));
        assertThat(events()).isEqualTo(told);
        assertThat(revision()).isEqualTo(revision);
        assertThat(DirectoryData.number(database, rows)).isEqualTo(versions);
    }

    @Test
    void only_what_differs_is_updated_and_told() {
        bringIn(DirectoryData.file());
        long told = events();
        long revision = revision();
        String changed = DirectoryData.file()
                .replace("name: \"Porto\"", "name: \"Porto (Invicta)\"")
                // a level, a figure and a tag of clusters; a priority of a region; a source
                .replace(
                        "{code: games-vr, level: 3}, {code: software-engineering, level: 2}]",
                        "{code: games-vr, level: 2}]")
                .replace("value: 89, precision: exact", "value: 91, precision: at-least")
                .replace("label: \"Automotive\"", "label: \"Automotive industry\"")
                .replace("title: \"Eurostat NUTS 2016 code list\"", "title: \"Eurostat: NUTS 2016\"");
        Response report = bringIn(changed);
        report.then()
                .statusCode(201)
                .body("created", equalTo(0))
                .body("updated", equalTo(5))
                .body(
                        "entries.findAll { it.change == 'UPDATED' }.collect { it.kind + ' ' + it.id }",
                        contains(
                                "SOURCE nuts-2016",
                                "REGION piemonte",
                                "CITY porto",
                                "CLUSTER basquegame",
                                "CLUSTER msac"));
        assertThat(events() - told).as("the city and the two clusters").isEqualTo(3);
        assertThat(revision()).isEqualTo(revision + 1);
        given().get("/api/v1/clusters/basquegame")
                .then()
                .body("competences", hasSize(1))
                .body("competences[0].level", equalTo(2));
        given().get("/api/v1/clusters/msac")
                .then()
                .body("figures", hasSize(1))
                .body("figures[0].amount", equalTo(91))
                .body("figures[0].precision", equalTo("AT_LEAST"));
        given().get("/api/v1/clusters?q=invicta").then().body("total", equalTo(4));
        bringIn(changed).then().body("updated", equalTo(0)).body("created", equalTo(0));
    }

    @Test
    void a_priority_that_a_region_gives_up_is_gone_and_the_others_keep_their_order() {
        bringIn(DirectoryData.file());
        String file = DirectoryData.file();
        int from = file.indexOf("      - id: es43-p2");
        int to = file.indexOf("      - id: es43-p3");
        bringIn(file.substring(0, from) + file.substring(to))
                .then()
                .statusCode(201)
                .body("updated", equalTo(1));
        given().get("/api/v1/regions/extremadura")
                .then()
                .body("priorities.id", contains("es43-p1", "es43-p3", "es43-p4", "es43-p5"));
        bringIn(file).then().statusCode(201).body("updated", equalTo(1));
        given().get("/api/v1/regions/extremadura")
                .then()
                .body("priorities.id", contains("es43-p1", "es43-p2", "es43-p3", "es43-p4", "es43-p5"));
    }

    @Test
    void one_error_anywhere_and_nothing_is_changed() {
        bringIn(DirectoryData.file());
        long told = events();
        long revision = revision();
        String faulty = DirectoryData.file()
                .replace("name: \"Porto\"", "name: \"Oporto\"")
                .replace("{code: logistics-systems, level: 3}", "{code: logistics, level: 3}");
        bringIn(faulty)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:reference-data-faulty"))
                .body("errors", hasSize(1))
                .body("errors[0].line", greaterThan(1000))
                .body("errors[0].column", greaterThan(1))
                .body("errors[0].field", startsWith("clusters["))
                .body("errors[0].field", endsWith(".competences[0]"))
                .body("errors[0].message", equalTo("unknown competence \"logistics\""));
        given().get("/api/v1/cities/porto").then().body("name", equalTo("Porto"));
        assertThat(events()).isEqualTo(told);
        assertThat(revision()).isEqualTo(revision);
    }

    /** What is replaced in the good file, by what, and what the message is; each beside a change that is right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: nanotechnology, label        | id: nanotechnology, parent: nanotechnology, label  | the broader terms go round in a circle: nanotechnology > nanotechnology
            id: micro-nanoelectronics, label | id: micro-nanoelectronics, parent: mems-sensors, label | the broader terms go round in a circle: mems-sensors > micro-nanoelectronics > mems-sensors
            lat: 43.263013, lon: -2.934985   | lat: -2.934985, lon: 43.263013                     | latitude and longitude are swapped: latitude (degrees north) comes first
            name: "Bilbao Urban Solutions"   | name: "<b>Bilbao</b> Urban Solutions"              | must not hold markup
            name: "Bilbao Urban Solutions"   | name: "Bilbao %10000%"                             | is 10007 characters long, at most 200 are allowed
            name: "Bilbao Urban Solutions"   | name: "Bilbao Urban Solutions                      | this is not YAML
            markets: ["25", "28"             | markets: ["25", "00"                               | unknown NACE division "00"
            """)
    void whatever_is_wrong_is_said_and_nothing_half_imported(String good, String bad, String message) {
        bringIn(DirectoryData.file());
        long told = events();
        long revision = revision();
        long imports = DirectoryData.number(database, "select count(*) from reference_import");
        String right = DirectoryData.file().replace("name: \"Porto\"", "name: \"Oporto\"");
        assertThat(right).contains(good);
        List<String> messages = bringIn(right.replace(good, bad.replace("%10000%", "x".repeat(10_000))))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:reference-data-faulty"))
                .body("errors[0].line", greaterThan(0))
                .extract()
                .path("errors.message");
        assertThat(messages).anySatisfy(said -> assertThat(said).startsWith(message));
        given().get("/api/v1/cities/porto").then().body("name", equalTo("Porto"));
        assertThat(events()).isEqualTo(told);
        assertThat(revision()).isEqualTo(revision);
        assertThat(DirectoryData.number(database, "select count(*) from reference_import"))
                .isEqualTo(imports);
    }

    @Test
    void a_large_file_is_taken_and_one_that_is_too_large_is_told_so() {
        String file = DirectoryData.file();
        String remark = "# what is known of the network, and from where\n";
        int room = 2_500_000 - file.getBytes(StandardCharsets.UTF_8).length;
        bringIn(file + remark.repeat(room / remark.length() + 1))
                .then()
                .statusCode(201)
                .body("created", greaterThan(300));
        bringIn(file + remark.repeat((room + 500_000) / remark.length() + 1))
                .then()
                .statusCode(422)
                .body("errors.message", contains("the file is larger than 3000000 bytes"));
    }

    @Test
    void a_byte_that_is_not_in_utf_8_is_told_with_its_place() {
        byte[] file = DirectoryData.with("# one\n# São\n").getBytes(StandardCharsets.UTF_8);
        byte[] wrong = new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
        bringIn(file).then().statusCode(201);
        bringIn(wrong)
                .then()
                .statusCode(422)
                .body("errors.line", contains(5))
                .body("errors.column", contains(4))
                .body(
                        "errors.message",
                        contains("the file is not in UTF-8: here stands a byte that belongs to no character"));
    }

    @Test
    void into_an_empty_directory_a_faulty_file_brings_nothing() {
        bringIn(DirectoryData.file().replace("region: norte", "region: nowhere"))
                .then()
                .statusCode(422);
        given().get("/api/v1/cities").then().body("total", equalTo(0));
        given().get("/api/v1/clusters?scope=ALL").then().body("total", equalTo(0));
        assertThat(DirectoryData.number(database, "select count(*) from source"))
                .isZero();
        assertThat(DirectoryData.number(database, "select count(*) from reference_import"))
                .isZero();
    }

    @Test
    void a_file_may_bring_a_part_and_leaves_the_rest_alone() {
        bringIn(DirectoryData.file());
        bringIn(DirectoryData.with("""
                                clusters:
                                  - id: porto-design
                                    name: "Porto Design"
                                    kind: initiative
                                    city: porto
                                    country: "PT"
                                    summary: "Designers of Porto."
                                    keywords: "design"
                                    coding: {source: infocus-coding, confidence: inferred}
                                    activities: [{code: "74", weight: 3}]
                                    competences: [{code: design, level: 3}]
                                """))
                .then()
                .statusCode(201)
                .body("created", equalTo(1))
                .body("entries", hasSize(1))
                .body("entries[0].line", equalTo(5));
        given().get("/api/v1/clusters").then().body("total", equalTo(37));
        given().get("/api/v1/clusters?q=design&city=porto").then().body("items.id", contains("porto-design"));
    }

    @Test
    void events_match_their_schema_and_follow_each_change() {
        bringIn(DirectoryData.file());
        awaitRelay();
        int before = Topics.read(TOPIC, "minalogic").size();
        bringIn(DirectoryData.file().replace("name: \"Minalogic\"", "name: \"MINALOGIC\""))
                .then()
                .body("updated", equalTo(1));
        awaitRelay();
        List<Topics.Delivered> minalogic = Topics.read(TOPIC, "minalogic");
        assertThat(minalogic).hasSize(before + 1);
        Topics.Delivered last = minalogic.get(before);
        assertThat(last.type()).isEqualTo("eu.urbact.infocus.directory.cluster-published.v1");
        assertThat(last.value()).contains("\"MINALOGIC\"");
        assertThat(last.version()).isEqualTo(minalogic.get(before - 1).version() + 1);
        List<Topics.Delivered> all = Topics.read(TOPIC).stream()
                .filter(event -> event.type().endsWith("-published.v1"))
                .toList();
        assertThat(all.stream().map(Topics.Delivered::type).distinct())
                .containsExactlyInAnyOrder(
                        "eu.urbact.infocus.directory.city-published.v1",
                        "eu.urbact.infocus.directory.cluster-published.v1");
        all.forEach(event -> Contracts.ofThisService().assertValid(event.type(), event.value()));
    }

    @Test
    void two_imports_at_once_stand_in_line() throws InterruptedException {
        Thread[] clients = new Thread[4];
        Integer[] created = new Integer[clients.length];
        for (int i = 0; i < clients.length; i++) {
            int client = i;
            clients[i] = new Thread(() -> created[client] = bringIn(DirectoryData.file())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("created"));
            clients[i].start();
        }
        for (Thread client : clients) {
            client.join();
        }
        assertThat(created).filteredOn(count -> count > 0).hasSize(1);
        assertThat(created).filteredOn(count -> count == 0).hasSize(3);
    }

    static List<String> otherTokens() {
        return List.of(
                TestTokens.city("porto").token(),
                TestTokens.desk().token(),
                TestTokens.auditor().token(),
                TestTokens.service("notification-service", "recipients:read").token());
    }

    @ParameterizedTest
    @MethodSource("otherTokens")
    void nobody_but_an_organiser_may_import(String token) {
        given().auth()
                .oauth2(token)
                .contentType("application/yaml")
                .body(DirectoryData.with("").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/admin/reference-data-imports")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(token)
                .get("/api/v1/admin/reference-data-imports/01980000-0000-7000-8000-000000000000")
                .then()
                .statusCode(403);
    }

    @Test
    void without_a_valid_token_nobody_may_import() {
        given().contentType("application/yaml")
                .body(DirectoryData.with("").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/admin/reference-data-imports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        for (String token : List.of(
                TestTokens.organiser().expired(), TestTokens.organiser().audience("registration-service"), "x.y.z")) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/yaml")
                    .body(DirectoryData.with("").getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/admin/reference-data-imports")
                    .then()
                    .statusCode(401);
        }
        assertThat(DirectoryData.number(database, "select count(*) from reference_import"))
                .isZero();
    }

    @Test
    void what_is_no_yaml_is_refused_with_a_problem() {
        bringIn("a: [b").then().statusCode(422).body("errors[0].message", containsString("is not YAML"));
        bringIn("").then().statusCode(422).body("errors[0].message", equalTo("the file is empty"));
        bringIn("format: \u00e9".getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(422)
                .body(
                        "errors[0].message",
                        equalTo("the file is not in UTF-8: here stands a byte that belongs to no character"));
        bringIn(DirectoryData.with(
                        "\"\\uD800\": x\nsources: [{id: s, readOn: +999999999-01-01, title: \"\\uD800\"}]\n"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("\uFFFD", "sources[0].readOn", "sources[0].title"));
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/admin/reference-data-imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .get("/api/v1/admin/reference-data-imports/01980000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private long events() {
        return DirectoryData.number(database, "select count(*) from outbox_event");
    }

    private long revision() {
        return DirectoryData.number(database, "select number from directory_revision");
    }

    private void awaitRelay() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        DirectoryData.number(database, "select count(*) from outbox_event where sent_at is null") == 0);
    }
}
