package eu.urbact.infocus.directory.profile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ProfilesTest {

    private static final String PARTNER = "/api/v1/partner/cluster-profiles";
    private static final String ADMIN = "/api/v1/admin/cluster-profiles";
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DataSource database;

    @Inject
    PublishProfile publishProfile;

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
    }

    @Test
    void a_city_writes_submits_and_the_organisers_publish() {
        Response begun = begin("porto", "Óptica Porto", false);
        begun.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .header("Location", containsString(PARTNER + "/optica-porto"))
                .body("state", equalTo("DRAFT"))
                .body("published", equalTo(false));
        String id = begun.path("id");
        long told = events(id);

        edit(id, "\"v0\"", whole())
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("changedBy", equalTo("porto"))
                .body("missing", empty());
        given().get("/api/v1/clusters/" + id).then().statusCode(404);
        organiser().get(ADMIN + "/" + id).then().statusCode(404);
        organiser().get(ADMIN).then().body("items", empty());

        String preview = city("porto")
                .get(PARTNER + "/" + id + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        move("porto", id, "submission").then().statusCode(200).body("state", equalTo("SUBMITTED"));
        edit(id, etag("porto", id), whole())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:profile-state"));
        organiser()
                .get(ADMIN + "?state=SUBMITTED")
                .then()
                .body("items.id", contains(id))
                .body("total", equalTo(1));
        organiser()
                .get(ADMIN + "/" + id)
                .then()
                .statusCode(200)
                .body("content.contact.email", equalTo("ana@example.org"));

        decide(id, "publication", Map.of()).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        String page = given().get("/api/v1/clusters/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // figures, tags, texts: what the editors saw is what everybody sees
        assertThat(JsonPath.from(page).<Map<String, Object>>get(""))
                .isEqualTo(JsonPath.from(preview).get(""));
        assertThat(page).doesNotContain("Ana Silva").doesNotContain("ana@example.org");
        given().get("/api/v1/clusters/" + id)
                .then()
                .body("details.contactRole", equalTo("International office"))
                .body("details.strategy", equalTo("We lead in light, <5 nm."))
                .body("confirmation.on", equalTo(today.toString()))
                .body("confirmation.stale", equalTo(false))
                .body("activities.find { it.code == '26' }.provenance.confidence", equalTo("STATED"))
                .body(
                        "activities.find { it.code == '26' }.provenance.source.title",
                        equalTo("Statement by Óptica Porto"))
                .body("activities.find { it.code == '26' }.provenance.date", equalTo(today.toString()))
                .body("activities.find { it.code == '72' }.provenance.confidence", equalTo("DOCUMENTED"))
                .body(
                        "activities.find { it.code == '72' }.provenance.source.url",
                        equalTo("https://example.org/report"))
                .body("figures.find { it.measure == 'MEMBERS' }.amount", equalTo(40));
        given().get("/api/v1/clusters?q=optica").then().body("items.id", hasItem(id));
        assertThat(events(id) - told).isEqualTo(1);
        assertThat(
                        DirectoryData.number(
                                database,
                                "select count(*) from outbox_event where convert_from(payload, 'UTF8') like '%ana@%' or convert_from(payload, 'UTF8') like '%Ana Silva%'"))
                .isZero();
        assertThat(
                        DirectoryData.number(
                                database,
                                "select count(*) from audit_entry where object_type = 'profile' and details::text like '%Ana%'"))
                .isZero();
    }

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
    void while_reference_data_is_changed_a_publication_gives_up_soon_and_an_import_stands_in_line() throws Exception {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        ExecutorService organisers = Executors.newSingleThreadExecutor();
        Future<Integer> brought;
        try (Connection change = database.getConnection();
                Statement statement = change.createStatement()) {
            change.setAutoCommit(false);
            statement.execute("select number from directory_revision for update");
            brought = organisers.submit(
                    () -> DirectoryData.bringIn(DirectoryData.file()).statusCode());
            await().until(() -> DirectoryData.number(database, "select count(*) from pg_locks where not granted") > 0);
            decide(id, "publication", Map.of())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", not(nullValue()))
                    .body("type", equalTo("urn:infocus:problem:busy"));
            assertThat(brought.isDone())
                    .as("the import has waited longer than the publication")
                    .isFalse();
            change.rollback();
        }
        assertThat(brought.get()).isEqualTo(201);
        organisers.shutdown();
        city("porto").get(PARTNER + "/" + id).then().body("state", equalTo("SUBMITTED"));
        decide(id, "publication", Map.of()).then().statusCode(200);
    }

    @Test
    void changing_what_is_published_makes_a_draft_and_the_page_stays_until_the_next_publication() {
        String id = published();
        Map<String, Object> changed = whole();
        changed.put("summary", "Light for everybody.");
        edit(id, etag("porto", id), changed)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("published", equalTo(true));
        given().get("/api/v1/clusters/" + id).then().body("summary", equalTo("Light for industry."));
        move("porto", id, "submission").then().statusCode(200);
        decide(id, "return", Map.of("reason", " ")).then().statusCode(422).body("errors.field", contains("reason"));
        decide(id, "return", Map.of("reason", "Please name your markets."))
                .then()
                .statusCode(200);
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("reviewNote", equalTo("Please name your markets."))
                .body("content.summary", equalTo("Light for everybody."));
        organiser().get(ADMIN + "/" + id).then().statusCode(404);
        given().get("/api/v1/clusters/" + id).then().body("summary", equalTo("Light for industry."));

        city("porto")
                .header("If-Match", etag("porto", id))
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(204);
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("content.summary", equalTo("Light for industry."))
                .body("content.contact.name", equalTo("Ana Silva"));
        assertThat(DirectoryData.number(
                        database, "select count(*) from cluster_profile where published_content::text like '%Ana%'"))
                .as("the person is kept in one place only")
                .isZero();
        city("porto")
                .get(PARTNER + "/" + id + "/history")
                .then()
                .body("total", equalTo(8))
                .body(
                        "items.action",
                        contains(
                                "DISCARDED",
                                "SENT_BACK",
                                "SUBMITTED",
                                "EDITED",
                                "PUBLISHED",
                                "SUBMITTED",
                                "EDITED",
                                "CREATED"))
                .body(
                        "items.by",
                        contains("porto", "organiser", "porto", "porto", "organiser", "porto", "porto", "porto"))
                .body("items[1].note", equalTo("Please name your markets."))
                .body("items[3].fields", hasSize(1))
                .body("items[3].fields[0].field", equalTo("summary"))
                .body("items[3].fields[0].before", equalTo("Light for industry."))
                .body("items[3].fields[0].after", equalTo("Light for everybody."));
        organiser()
                .get(ADMIN + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("total", equalTo(5))
                .body("items.action", contains("SENT_BACK", "SUBMITTED", "PUBLISHED", "SUBMITTED", "CREATED"))
                .body("items[1].fields.field", contains("summary"))
                .body("items[1].fields[0].before", equalTo("Light for industry."))
                .body("items[1].fields[0].after", equalTo("Light for everybody."))
                .body("items[3].fields", empty());
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
    void of_two_editors_the_second_is_told_who_was_quicker() throws Exception {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, null, whole()).then().statusCode(428);
        List<Callable<Integer>> both = new ArrayList<>();
        for (String keywords : List.of("one", "two")) {
            Map<String, Object> content = whole();
            content.put("keywords", keywords);
            both.add(() -> edit(id, "\"v0\"", content).statusCode());
        }
        ExecutorService editors = Executors.newFixedThreadPool(2);
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : editors.invokeAll(both)) {
            statuses.add(answer.get());
        }
        editors.shutdown();
        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        edit(id, "\"v0\"", whole())
                .then()
                .statusCode(412)
                .body("by", equalTo("porto"))
                .body("at", not(nullValue()));
        city("porto").get(PARTNER + "/" + id + "/history").then().body("total", equalTo(2));
        // the same again changes nothing, and is no entry
        Map<String, Object> kept = city("porto").get(PARTNER + "/" + id).path("content");
        edit(id, "\"v1\"", kept).then().statusCode(200).header("ETag", "\"v1\"");
        city("porto").get(PARTNER + "/" + id + "/history").then().body("total", equalTo(2));
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

    @Test
    void without_markets_it_cannot_be_submitted_and_says_what_is_missing() {
        String id = begin("porto", "Optics", true).path("id");
        move("porto", id, "submission").then().statusCode(409);
        move("porto", id, "beginning").then().statusCode(200).body("state", equalTo("DRAFT"));
        move("porto", id, "submission")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        contains("summary", "activities", "competences", "markets", "details.contactRole"));
        Map<String, Object> content = whole();
        content.put("markets", List.of());
        edit(id, etag("porto", id), content).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(422).body("errors.field", contains("markets"));
        edit(id, etag("porto", id), whole()).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        city("porto")
                .header("If-Match", etag("porto", id))
                .delete(PARTNER + "/" + id + "/submission")
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"));
    }

    @Test
    void faulty_input_changes_nothing_and_names_its_fields() {
        String id = begin("porto", "Optics", false).path("id");
        Map<String, Object> content = whole();
        content.put("summary", "x".repeat(10_000));
        content.put("competences", List.of(Map.of("code", "alchemy", "level", 3)));
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(422)
                .body("errors.field", contains("summary", "competences[0].code"))
                .body("errors.message", contains("must have at most 600 characters", "is not a known code"));
        content.put("jobs", "many");
        edit(id, "\"v0\"", content).then().statusCode(400).body("errors.field", contains("jobs"));
        content.put("jobs", 2_147_483_648L);
        edit(id, "\"v0\"", content).then().statusCode(400).body("errors.field", contains("jobs"));
        content.put("jobs", 10);
        content.put("details", Map.of("founded", 99_999_999_999L));
        edit(id, "\"v0\"", content).then().statusCode(400).body("errors.field", contains("details.founded"));
        content.put("details", Map.of("networks", Arrays.asList("EPIC", null)));
        edit(id, "\"v0\"", content).then().statusCode(400).body("errors.field", contains("details.networks[1]"));
        content.remove("details");
        content.put("activities", Arrays.asList((Object) null));
        edit(id, "\"v0\"", content).then().statusCode(400).body("errors.field", contains("activities[0]"));
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .header("ETag", "\"v0\"")
                .body("content.summary", equalTo(""))
                .body("content.competences", empty());
        // what no database can hold is refused as well
        Map<String, Object> odd = whole();
        odd.put("contact", Map.of("name", "Ana", "email", "a\u0000b@example.org"));
        odd.put(
                "markets",
                List.of(
                        Map.of(
                                "code",
                                "86",
                                "level",
                                1,
                                "source",
                                Map.of("url", "https://a.example", "readOn", "-5000-01-01")),
                        Map.of(
                                "code",
                                "26",
                                "level",
                                1,
                                "source",
                                Map.of("url", "https://a.example", "readOn", "1999-12-31")),
                        Map.of(
                                "code",
                                "27",
                                "level",
                                1,
                                "source",
                                Map.of("url", "https://a.example", "readOn", "2000-01-01"))));
        edit(id, "\"v0\"", odd)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        contains("markets[0].source.readOn", "markets[1].source.readOn", "contact.email"));
        json(city("porto"), Map.of("clusterId", "a\u0000b"))
                .post(PARTNER)
                .then()
                .statusCode(422);
        begin("porto", " ", false).then().statusCode(422).body("errors.field", contains("name"));
        begin("porto", "x".repeat(10_000), false).then().statusCode(422).body("errors.field", contains("name"));
    }

    @Test
    void a_table_in_the_platforms_columns_is_taken_completely_or_not_at_all() {
        String id = begin("porto", "Optics", false).path("id");
        csv(id, "website,date_established,target_countries\nhttps://optics.example,1999,ES; BR\n")
                .then()
                .statusCode(200)
                .body("content.details.website", equalTo("https://optics.example"))
                .body("content.details.targetCountries", contains("ES", "BR"))
                .body("content.name", equalTo("Optics"));
        csv(id, "website,date_established\nhttps://other.example,99\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("date_established"));
        csv(id, "website,\"date\nx,y\n").then().statusCode(422).body("errors.field", contains("file"));
        city("porto").get(PARTNER + "/" + id).then().body("content.details.website", equalTo("https://optics.example"));
        String file = city("porto")
                .get(PARTNER + "/" + id + "/eccp")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"cluster-" + id + ".csv\"")
                .extract()
                .asString();
        assertThat(file).contains("cluster_name,date_established,").contains("\"https://optics.example\"");
        csv(id, file).then().statusCode(200).header("ETag", etag("porto", id));
    }

    @Test
    void a_table_is_read_in_the_character_set_it_says_or_refused() {
        String id = begin("porto", "Optics", false).path("id");
        byte[] western = "cluster_name,strategy\nD4,Saúde\n".getBytes(Charset.forName("windows-1252"));
        csv(id, "text/csv", western)
                .then()
                .statusCode(422)
                .body("errors.field", contains("file"))
                .body("errors.message", contains("is not in UTF-8"));
        city("porto").get(PARTNER + "/" + id).then().body("content.name", equalTo("Optics"));
        csv(id, "text/csv; charset=klingon", western)
                .then()
                .statusCode(422)
                .body("errors.message", contains("is in a character set that is not known"));
        csv(id, "text/csv; charset=windows-1252", western)
                .then()
                .statusCode(200)
                .body("content.details.strategy", equalTo("Saúde"));
        csv(id, "text/csv; charset=UTF-8", "strategy\nŁódź\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("content.details.strategy", equalTo("Łódź"));
        csv(id, "text/csv", new byte[0]).then().statusCode(422).body("errors.message", contains("is empty"));
    }

    @Test
    void the_own_row_of_the_open_data_can_be_pasted_back() {
        String id =
                json(city("porto"), Map.of("clusterId", "hcp")).post(PARTNER).path("id");
        List<String> lines =
                given().get("/api/v1/open-data/clusters.csv").asString().lines().toList();
        String own = lines.stream()
                .filter(line -> line.contains("/en/clusters/hcp"))
                .findFirst()
                .orElseThrow();
        csv(id, lines.get(0) + "\n" + own + "\n")
                .then()
                .statusCode(200)
                .body("content.name", equalTo("Health Cluster Portugal"));
    }

    @Test
    void a_new_profile_needs_a_city_and_a_name() {
        json(city("porto"), Map.of())
                .post(PARTNER)
                .then()
                .statusCode(422)
                .body("errors.field", contains("cityId", "name"))
                .body("errors.message", contains("must not be blank", "must not be blank"));
        json(city("porto"), Map.of("name", "Optics"))
                .post(PARTNER)
                .then()
                .statusCode(422)
                .body("errors.field", contains("cityId"));
        json(city("porto"), Map.of("cityId", "porto"))
                .post(PARTNER)
                .then()
                .statusCode(422)
                .body("errors.field", contains("name"));
        json(city("porto"), Map.of("cityId", "torino", "name", "Optics"))
                .post(PARTNER)
                .then()
                .statusCode(404);
    }

    /** A row of the platform's columns, each beside a value that is right: which column is wrong, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            website,target_countries/https://new.example,Atlantis          | target_countries | must be codes of countries of two letters, such as PT
            website,target_countries/https://new.example,PT; XX            | target_countries | must be codes of countries of two letters, such as PT
            website,strategy/https://new.example,%10000%                   | strategy         | must have at most 4000 characters
            website,description/https://new.example,%10000%                | description      | must have at most 600 characters and has 10000: say in one or two sentences what the cluster is, and put what is more under strategy
            website,languages/https://new.example,%10000%                  | languages        | must have at most 200 characters
            website,shoe_size/https://new.example,43                       | file             | column 2 has a heading that is not known: "shoe_size"
            website,strategy/https://new.example,"We lead                  | file             | after line 1: quotes are not closed, or something stands behind them
            website,strategy/https://new.example                           | file             | line 2 has 1 cells, but there are 2 headings
            website,formal_strategy/https://new.example,perhaps            | formal_strategy  | must be yes or no
            description,website/Light.,javascript:alert(1)                 | website          | must be an address that begins with https:// or http://
            description,website/Light.,%40000%                             | website          | must have at most 500 characters
            """)
    void a_faulty_table_is_explained_and_nothing_of_it_is_taken(String row, String column, String message) {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        Object before = city("porto").get(PARTNER + "/" + id).path("content");
        String file = row.replace("https://", "https:%%")
                .replace('/', '\n')
                .replace("https:%%", "https://")
                .replace("%10000%", "x".repeat(10_000))
                .replace("%40000%", "a.".repeat(40_000));
        csv(id, file)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(column))
                .body("errors.message", contains(message));
        city("porto").get(PARTNER + "/" + id).then().header("ETag", "\"v1\"").body("content", equalTo(before));
    }

    @Test
    void what_another_platform_calls_languages_and_priority_areas_comes_back_unchanged() {
        String id = begin("porto", "Optics", false).path("id");
        String languages = "English; Español; Português; Norsk (bokmål)";
        String areas =
                "KETs - Advanced manufacturing systems; Sustainable innovation - Eco-innovations; Something new & odd";
        csv(id, "languages,s3_eu_priority_areas\n" + languages + "," + areas + "\n")
                .then()
                .statusCode(200)
                .body("content.details.languages", contains("English", "Español", "Português", "Norsk (bokmål)"))
                .body(
                        "content.details.s3Areas",
                        contains(
                                "KETs - Advanced manufacturing systems",
                                "Sustainable innovation - Eco-innovations",
                                "Something new & odd"));
        String file = city("porto").get(PARTNER + "/" + id + "/eccp").asString();
        assertThat(file).contains("\"" + languages + "\"").contains("\"" + areas + "\"");
        csv(id, file).then().statusCode(200).header("ETag", "\"v1\"");
    }

    @Test
    void markup_is_refused_wherever_it_stands() {
        String id = begin("porto", "Optics", false).path("id");
        Map<String, Object> content = whole();
        content.put("name", "Optics <b>Porto</b>");
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(422)
                .body("errors.field", contains("name"))
                .body("errors.message", contains("must be one line without control characters or angle brackets"));
        csv(id, "website,languages\nhttps://new.example,<i>English</i>\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("languages"))
                .body("errors.message", contains("must be one line without control characters or angle brackets"));
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .header("ETag", "\"v0\"")
                .body("content.name", equalTo("Optics"))
                .body("content.details.website", nullValue());
        content = whole();
        content.put("summary", "<script>alert(1)</script>");
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(422)
                .body("errors.field", contains("summary"))
                .body("errors.message", contains("must be plain text without HTML tags"));
        csv(id, "strategy\n<img src=x onerror=alert(1)>\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("strategy"));
        csv(id, "strategy\nFewer than < 250 people\n")
                .then()
                .statusCode(200)
                .body("content.details.strategy", equalTo("Fewer than < 250 people"));
    }

    @Test
    void the_row_of_another_cluster_is_refused_and_what_is_read_in_another_way_is_said() {
        String id = begin("porto", "Optics", false).path("id");
        List<String> lines =
                given().get("/api/v1/open-data/clusters.csv").asString().lines().toList();
        String foreign = lines.stream()
                .filter(line -> line.contains("/en/clusters/alpha-rlh"))
                .findFirst()
                .orElseThrow();
        csv(id, lines.get(0) + "\n" + foreign + "\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("id"))
                .body(
                        "errors.message",
                        contains("is the id of another cluster, \"alpha-rlh\"; this one is \"optics-porto\""));
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .header("ETag", "\"v0\"")
                .body("content.name", equalTo("Optics"))
                .body("notes", empty());
        csv(id, "target_countries,website\n\"Portugal, España\",https://optics.example\n")
                .then()
                .statusCode(200)
                .body("content.details.targetCountries", contains("PT", "ES"))
                .body("notes.field", contains("target_countries"))
                .body("notes.message", contains("was taken as PT; ES"));
    }

    @Test
    void a_city_has_one_cluster_of_a_name() {
        String id = begin("porto", "Zi Forming Test", false).path("id");
        for (String name : List.of("Zi Forming Test", " Zi  forming tést ")) {
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
    void its_city_reads_that_a_cluster_was_taken_out_and_submits_it_again_when_it_is_back() {
        String id = published();
        Map<String, Object> changed = whole();
        changed.put("summary", "Light for everybody.");
        edit(id, etag("porto", id), changed)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("withdrawal", nullValue());
        withdraw(id);
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .body("published", equalTo(true))
                .body("withdrawal.reason", equalTo("It was dissolved."))
                .body("withdrawal.at", not(nullValue()));
        move("porto", id, "submission")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:profile-withdrawn"));
        organiser().delete("/api/v1/admin/withdrawn-clusters/" + id).then().statusCode(204);
        move("porto", id, "submission")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("withdrawal", nullValue());

        withdraw(id);
        decide(id, "publication", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:profile-withdrawn"));
        organiser().delete("/api/v1/admin/withdrawn-clusters/" + id).then().statusCode(204);
        decide(id, "publication", Map.of()).then().statusCode(200);
        withdraw(id);
        move("porto", id, "confirmation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:profile-withdrawn"));
        city("porto").get(PARTNER + "?stat=x").then().statusCode(422).body("errors[0].field", equalTo("stat"));
    }

    private static void withdraw(String id) {
        json(organiser(), Map.of("reason", "It was dissolved."))
                .post("/api/v1/admin/withdrawn-clusters/" + id)
                .then()
                .statusCode(200);
    }

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

    private static void publish(String id, Map<String, Object> content) {
        edit("bordeaux", id, etag("bordeaux", id), content).then().statusCode(200);
        move("bordeaux", id, "submission").then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
    }

    @Test
    void after_a_year_it_is_stale_and_one_word_of_the_city_makes_it_current() {
        String id = published();
        assertThat(publishProfile.markStale(Instant.now(), today.plusMonths(12).minusDays(1)))
                .isZero();
        move("porto", id, "confirmation")
                .then()
                .statusCode(200)
                .body("confirmBy", equalTo(today.plusMonths(12).toString()));
        long revision = revision();
        assertThat(publishProfile.markStale(Instant.now(), today.plusMonths(12)))
                .isEqualTo(1);
        assertThat(publishProfile.markStale(Instant.now(), today.plusMonths(12)))
                .isZero();
        assertThat(revision()).isEqualTo(revision + 1);
        given().get("/api/v1/clusters/" + id).then().statusCode(200).body("confirmation.stale", equalTo(true));
        organiser().get(ADMIN + "?state=STALE").then().body("items.id", contains(id));
        city("porto")
                .get(PARTNER + "/" + id + "/history")
                .then()
                .body("items[0].action", equalTo("GONE_STALE"))
                .body("items[0].by", nullValue());
        move("porto", id, "confirmation").then().statusCode(200).body("state", equalTo("PUBLISHED"));
        given().get("/api/v1/clusters/" + id).then().body("confirmation.stale", equalTo(false));

        // who is writing a new version goes on, and readers are told all the same
        Map<String, Object> changed = whole();
        changed.put("keywords", "other");
        edit(id, etag("porto", id), changed).then().statusCode(200);
        move("porto", id, "confirmation").then().statusCode(409);
        assertThat(publishProfile.markStale(Instant.now(), today.plusMonths(12)))
                .isEqualTo(1);
        city("porto").get(PARTNER + "/" + id).then().body("state", equalTo("DRAFT"));
        given().get("/api/v1/clusters/" + id).then().body("confirmation.stale", equalTo(true));

        // two years later nobody needs to know which account it was
        publishProfile.markStale(Instant.now().plus(PublishProfile.NAMES_KEPT).plusSeconds(60), today);
        city("porto").get(PARTNER + "/" + id + "/history").then().body("items.by", everyItem(nullValue()));
    }

    @Test
    void a_draft_that_was_never_published_is_deleted_with_its_history() {
        String id = begin("porto", "Optics", true).path("id");
        city("porto")
                .header("If-Match", "\"v0\"")
                .delete(PARTNER + "/" + id)
                .then()
                .statusCode(204);
        city("porto").get(PARTNER + "/" + id).then().statusCode(404);
        assertThat(DirectoryData.number(database, "select count(*) from cluster_profile_change"))
                .isZero();
        String other = published();
        city("porto")
                .header("If-Match", etag("porto", other))
                .delete(PARTNER + "/" + other)
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ÓPTICS!", "(Optics)"})
    void two_clusters_of_nearly_one_name_get_two_ids_and_a_key_begins_one_profile(String name) {
        assertThat(begin("porto", "Optics", false).<String>path("id")).isEqualTo("optics-porto");
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of("cityId", "porto", "name", name);
        String id = json(city("porto"), request)
                .header("Idempotency-Key", key)
                .post(PARTNER)
                .path("id");
        assertThat(id).isEqualTo("optics-porto-2");
        assertThat(json(city("porto"), request)
                        .header("Idempotency-Key", key)
                        .post(PARTNER)
                        .<String>path("id"))
                .isEqualTo("optics-porto-2");
        city("porto").get(PARTNER).then().body("id", contains("optics-porto", "optics-porto-2"));
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
                .body("errors.message", contains("the id \"light-porto\" is in use; choose another id"));

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

    @Test
    void what_is_published_is_found_by_the_words_its_city_wrote_and_not_before() {
        String id = begin("porto", "Optics", false).path("id");
        Map<String, Object> content = whole();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("strategy", "Interferometry\nfor all");
        details.put("technologyFields", List.of("Holography", "Plasmonics, thin films"));
        details.put("services", List.of("Matchfinding"));
        details.put("majorPlayers", "Farolux and others");
        details.put("networks", List.of("Lighthousers"));
        details.put("contactRole", "Concierge");
        content.put("details", details);
        edit(id, "\"v0\"", content).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        List<String> words = List.of(
                "interferometry",
                "holography plasmonics",
                "matchfinding",
                "farolux",
                "lighthousers all",
                // whom it serves: human health activities
                "plasmonics health");
        for (String some : words) {
            given().queryParam("q", some).get("/api/v1/clusters").then().body("items", empty());
        }
        decide(id, "publication", Map.of()).then().statusCode(200);
        for (String some : words) {
            given().queryParam("q", some).get("/api/v1/clusters").then().body("items.id", contains(id));
        }
        // whom to ask is not what it does
        given().queryParam("q", "concierge").get("/api/v1/clusters").then().body("items", empty());
    }

    @Test
    void a_publication_writes_the_search_texts_of_its_own_cluster_only() {
        DirectoryData.change(
                database,
                "update cluster_search set words = to_tsvector('simple', 'untouched') where cluster_id = 'hcp'");
        String id = begin("porto", "Optics", false).path("id");
        Map<String, Object> content = whole();
        content.put("keywords", "fotonnics photolithography");
        edit(id, "\"v0\"", content).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
        given().queryParam("q", "fotonnics").get("/api/v1/clusters").then().body("items.id", contains(id));
        given().queryParam("q", "untouched").get("/api/v1/clusters").then().body("items.id", contains("hcp"));

        // a word that only this cluster had is known no longer; what others have, and what it still has, is
        content.put("keywords", "photolithography");
        edit(id, etag("porto", id), content).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
        String known = "select count(*) from search_word where word = '%s'";
        assertThat(DirectoryData.number(database, known.formatted("fotonnics"))).isZero();
        assertThat(DirectoryData.number(database, known.formatted("photolithography")))
                .isEqualTo(1);
        assertThat(DirectoryData.number(database, known.formatted("porto"))).isEqualTo(1);
        DirectoryData.change(database, "update city set name = 'Oporto Nuevo' where id = 'porto'");
        assertThat(DirectoryData.bringIn(DirectoryData.file()).statusCode()).isEqualTo(201);
        given().queryParam("q", "untouched").get("/api/v1/clusters").then().body("items", empty());
    }

    private String published() {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
        return id;
    }

    private static Response begin(String city, String name, boolean forming) {
        return json(city(city), Map.of("cityId", city, "name", name, "forming", forming))
                .post(PARTNER);
    }

    private static Response edit(String id, String etag, Map<String, Object> content) {
        return edit("porto", id, etag, content);
    }

    private static Response edit(String city, String id, String etag, Map<String, Object> content) {
        RequestSpecification request = json(city(city), content);
        return (etag == null ? request : request.header("If-Match", etag)).put(PARTNER + "/" + id);
    }

    private static Response csv(String id, String file) {
        return csv(id, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response csv(String id, String type, byte[] file) {
        return city("porto")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(file)
                .header("If-Match", etag("porto", id))
                .put(PARTNER + "/" + id + "/eccp");
    }

    private static Response move(String city, String id, String step) {
        return city(city).header("If-Match", etag(city, id)).post(PARTNER + "/" + id + "/" + step);
    }

    private static Response decide(String id, String decision, Map<String, Object> request) {
        return json(organiser(), request)
                .header("If-Match", organiser().get(ADMIN + "/" + id).header("ETag"))
                .post(ADMIN + "/" + id + "/" + decision);
    }

    private static String etag(String city, String id) {
        return city(city).get(PARTNER + "/" + id).header("ETag");
    }

    private static RequestSpecification json(RequestSpecification request, Map<String, Object> body) {
        return request.contentType("application/json").body(body);
    }

    private static RequestSpecification city(String city) {
        return given().auth().oauth2(TestTokens.city(city).token());
    }

    private static RequestSpecification organiser() {
        return given().auth().oauth2(TestTokens.organiser().token());
    }

    private long events(String id) {
        return DirectoryData.number(database, "select count(*) from outbox_event where message_key = '" + id + "'");
    }

    private long revision() {
        return DirectoryData.number(database, "select number from directory_revision");
    }

    private static Map<String, Object> whole() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("founded", 2008);
        details.put("website", "https://optics.example");
        details.put("members", Map.of("total", 40, "smes", 30));
        details.put("strategy", "We lead in light, <5 nm.");
        details.put("contactRole", "International office");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", "Óptica Porto");
        content.put("kind", "CLUSTER_ORGANISATION");
        content.put("summary", "Light for industry.");
        content.put("scale", "NATIONAL");
        content.put("details", details);
        content.put(
                "activities",
                List.of(
                        Map.of("code", "26", "level", 3),
                        Map.of(
                                "code",
                                "72",
                                "level",
                                1,
                                "source",
                                Map.of("url", "https://example.org/report", "readOn", "2016-05-01"))));
        content.put("competences", List.of(Map.of("code", "laser-sources", "level", 3)));
        content.put("markets", List.of(Map.of("code", "86", "level", 1)));
        content.put("objectives", List.of(Map.of("code", "9", "level", 1)));
        content.put("contact", Map.of("name", "Ana Silva", "email", "ana@example.org"));
        return content;
    }
}
