package eu.urbact.infocus.directory.profile;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

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

/** A profile on its way from the first word to the yearly confirmation. */
@QuarkusTest
@WithEmbeddedServers
class ProfilesTest extends ProfileSteps {

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
        organiser()
                .header("If-Match", etag("porto", id))
                .contentType("text/plain")
                .body("Please name your markets.")
                .post(ADMIN + "/" + id + "/return")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        decide(id, "return", Map.of("reason", " ")).then().statusCode(422).body("errors.field", contains("reason"));
        decide(id, "return", Map.of("reason", "<b>No</b>"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("reason"))
                .body("errors.message", contains("must be plain text, without codes such as <b>"));
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
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(400)
                .body("errors.field", contains("jobs"))
                .body("errors.message", contains("This number is too large or too small."));
        content.put("jobs", 2_147_483_647);
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(422)
                .body("errors.message", hasItem("must be a number from 0 to 1000000"));
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

    @Test
    void markup_is_refused_wherever_it_stands() {
        String id = begin("porto", "Optics", false).path("id");
        Map<String, Object> content = whole();
        content.put("name", "Optics <b>Porto</b>");
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(422)
                .body("errors.field", contains("name"))
                .body(
                        "errors.message",
                        contains("must be one line of plain text, without <, > and characters that cannot be shown"));
        csv(id, "website,languages\nhttps://new.example,<i>English</i>\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("languages"))
                .body(
                        "errors.message",
                        contains("must be one line of plain text, without <, > and characters that cannot be shown"));
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
                .body("errors.message", contains("must be plain text, without codes such as <b>"));
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
        publish(id);
        given().queryParam("q", "fotonnics").get("/api/v1/clusters").then().body("items.id", contains(id));
        given().queryParam("q", "untouched").get("/api/v1/clusters").then().body("items.id", contains("hcp"));

        // a word that only this cluster had is known no longer; what others have, and what it still has, is
        content.put("keywords", "photolithography");
        edit(id, etag("porto", id), content).then().statusCode(200);
        publish(id);
        String known = "select count(*) from search_word where word = '%s'";
        assertThat(DirectoryData.number(database, known.formatted("fotonnics"))).isZero();
        assertThat(DirectoryData.number(database, known.formatted("photolithography")))
                .isEqualTo(1);
        assertThat(DirectoryData.number(database, known.formatted("porto"))).isEqualTo(1);
        DirectoryData.change(database, "update city set name = 'Oporto Nuevo' where id = 'porto'");
        assertThat(DirectoryData.bringIn(DirectoryData.file()).statusCode()).isEqualTo(201);
        given().queryParam("q", "untouched").get("/api/v1/clusters").then().body("items", empty());
    }

    private long events(String id) {
        return DirectoryData.number(database, "select count(*) from outbox_event where message_key = '" + id + "'");
    }

    private long revision() {
        return DirectoryData.number(database, "select number from directory_revision");
    }

    @Test
    void what_was_kept_under_other_rules_is_neither_published_nor_submitted() {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        move("porto", id, "submission").then().statusCode(200);
        String kept = "update cluster_profile set content = jsonb_set(content, '%s', '%s') where id = '" + id + "'";
        DirectoryData.change(database, kept.formatted("{summary}", "\"Write to ana@example.org.\""));
        DirectoryData.change(database, kept.formatted("{details,languages}", "[\"Klingon\"]"));
        DirectoryData.change(database, kept.formatted("{markets}", "[]"));
        decide(id, "publication", Map.of())
                .then()
                .statusCode(422)
                .body("errors.field", contains("summary", "details.languages", "markets"))
                .body("errors[1].message", equalTo("\"Klingon\" is not a language by its name or its ISO 639 code"));
        given().get("/api/v1/clusters/" + id).then().statusCode(404);
        organiser().get(ADMIN + "/" + id + "/preview").then().statusCode(200);

        decide(id, "return", Map.of("reason", "Please name a market."))
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"));
        move("porto", id, "submission")
                .then()
                .statusCode(422)
                .body("errors.field", contains("summary", "details.languages", "markets"));
        edit(id, etag("porto", id), whole()).then().statusCode(200);
        publish(id);
        given().get("/api/v1/clusters/" + id).then().statusCode(200);
    }
}
