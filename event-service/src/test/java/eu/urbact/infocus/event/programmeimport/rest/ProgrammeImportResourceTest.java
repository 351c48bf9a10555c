package eu.urbact.infocus.event.programmeimport.rest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.event.testing.ProgrammeFiles;

import static eu.urbact.infocus.event.testing.Programmes.as;
import static eu.urbact.infocus.event.testing.Programmes.importFile;
import static eu.urbact.infocus.event.testing.Programmes.importOver;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class ProgrammeImportResourceTest {

    private static final String IMPORTS = "/api/v1/admin/programme-imports";

    private static void assertUnknown(String slug) {
        given().get("/api/v1/workshops/{slug}", slug).then().statusCode(404);
        as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/{slug}/draft", slug)
                .then()
                .statusCode(404);
    }

    @Test
    void aGoodFileBecomesADraft() {
        importFile(ProgrammeFiles.small("import-good"))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/admin/workshops/import-good/draft"))
                .header("ETag", "\"v1\"")
                .body("slug", equalTo("import-good"))
                .body("draftVersion", is(1))
                .body("changed", is(true))
                .body("warnings", empty());

        as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/import-good/draft")
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("draftVersion", is(1))
                .body("releasable", is(true))
                .body(
                        "days.items.title.flatten()",
                        equalTo(List.of("Opening", "Crew briefing", "A talk", "Committee behind closed doors")));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        importFile(ProgrammeFiles.small("import-again")).statusCode(201);
        String before = draft("import-again");

        importFile(ProgrammeFiles.small("import-again"))
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("draftVersion", is(1))
                .body("changed", is(false));
        assertThat(draft("import-again")).isEqualTo(before);
    }

    @Test
    void aChangedFileIsTheNextDraftVersionAndItemsKeepTheirIds() {
        String file = ProgrammeFiles.small("import-changed");
        importFile(file).statusCode(201);
        Map<String, String> before = itemIds("import-changed");

        importOver(file.replace("end: 09:30", "end: 09:25"), "import-changed")
                .statusCode(201)
                .header("ETag", "\"v2\"")
                .body("changed", is(true));
        assertThat(itemIds("import-changed")).hasSize(4).isEqualTo(before);
    }

    @Test
    void anotherFileReplacesOnlyADraftThatWasRead() {
        String file = ProgrammeFiles.small("import-over");
        String mine = file.replace("title: A talk", "title: My talk");
        String yours = file.replace("title: A talk", "title: Your talk");
        importFile(file).statusCode(201);

        importFile(mine).statusCode(428).body("type", equalTo("urn:infocus:problem:precondition-required"));
        importFile(withTag("\"v1\""), mine).statusCode(201).header("ETag", "\"v2\"");
        importFile(withTag("\"v1\""), yours).statusCode(412).body("type", equalTo("urn:infocus:problem:stale"));
        assertThat(draft("import-over")).contains("My talk").doesNotContain("Your talk");
        importFile(mine).statusCode(200).header("ETag", "\"v2\"");
        importFile(withTag("\"v1\""), mine).statusCode(200);
        importFile(withTag("\"v2\""), yours).statusCode(201).header("ETag", "\"v3\"");
    }

    @Test
    void theFactsOfTheWorkshopAreKeptLikeItsDraft() {
        String file = ProgrammeFiles.small("import-facts");
        String mine = file.replace("theme: Testing together", "theme: Testing alone");
        importFile(file).statusCode(201);

        importFile(mine).statusCode(428);
        given().get("/api/v1/workshops/import-facts").then().body("theme", equalTo("Testing together"));
        importFile(withTag("\"v1\""), mine).statusCode(201).header("ETag", "\"v2\"");
        importFile(withTag("\"v1\""), file).statusCode(412);
        given().get("/api/v1/workshops/import-facts").then().body("theme", equalTo("Testing alone"));
    }

    @Test
    void daysThatAreOverAreTakenAndTold() {
        String past = ProgrammeFiles.small("import-past");
        String file = past.replace("2016-", "2096-");
        importFile(file).statusCode(201).body("warnings", empty());
        importFile(withTag("\"v1\""), past)
                .statusCode(201)
                .body("warnings.field", equalTo(List.of("workshop.ends")))
                .body("warnings[0].message", startsWith("by this the workshop is over, and before it was not; "));
        // whoever sends it again knows
        importFile(withTag("\"v2\""), past).statusCode(200).body("warnings", empty());
        importFile(withTag("\"v2\""), file).statusCode(201).body("warnings", empty());
        // a workshop of the past that is new is no slip
        importFile(ProgrammeFiles.small("import-of-then")).statusCode(201).body("warnings", empty());
    }

    private static RequestSpecification withTag(String tag) {
        return as(TestTokens.organiser()).header("If-Match", tag);
    }

    @Test
    void whatNoDatabaseCanHoldIsRefusedWhereItStands() {
        String file = ProgrammeFiles.small("import-odd");
        for (String odd : List.of("+999999999-01-01T00:00", "0001-01-01T00:00", "9999-12-31T23:59", "\"\\uD800\"")) {
            importFile(file.replace("starts: 2016-11-23T09:00", "starts: " + odd))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("workshop.starts"));
            importFile(file.replace("date: 2016-11-23", "date: " + odd.replaceFirst("T.*", "")))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("days[0].date"));
        }
        for (String odd : List.of("\"a\\0b\"", "\"a\\uD800\"", "\"\\uDC00\"", "\"a\\eb\"")) {
            importFile(file.replace("person: Anna Öffentlich", "person: " + odd))
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("days[0].items[0].contributions[0].person")));
        }
        importFile(file.replace("person: Anna Öffentlich", "person: Anna\n            \"\\uD800\": x"))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("days[0].items[0].contributions[0].\uFFFD")));
        assertUnknown("import-odd");
    }

    @Test
    void warningsAreSaidAndTheFileIsTakenOver() {
        String file = ProgrammeFiles.small("import-warning")
                .replace("role: WELCOME", "role: WELCOME\n            plannedMinutes: 31");
        importFile(file)
                .statusCode(201)
                .body("warnings", hasSize(1))
                .body("warnings[0].line", is(28))
                .body("warnings[0].column", is(9))
                .body("warnings[0].field", equalTo("days[0].items[0]"));
    }

    @Test
    void everyErrorHasItsLineAndColumnAndNothingIsTakenOver() {
        String file = ProgrammeFiles.small("import-bad")
                .replace("country: DE", "country: Germany")
                .replace("end: 09:30", "end: 08:30")
                .replace("title: Crew briefing", "titel: Crew briefing")
                .replace("id: committee", "id: talk")
                .replace("        audience: PARTNERS_ONLY\n        venue: secret-villa", "        venue: nowhere");

        importFile(file)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:programme-file-invalid"))
                .body("errors.line", equalTo(List.of(12, 30, 39, 43, 71, 76)))
                .body("errors.column", equalTo(List.of(12, 14, 9, 9, 13, 16)))
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "workshop.country",
                                "days[0].items[0].end",
                                "days[0].items[1].title",
                                "days[0].items[1].titel",
                                "days[1].items[0].id",
                                "days[1].items[0].venue")))
                .body("errors[1].message", equalTo("the end 08:30 is not after the start 09:00"))
                .body("errors[2].message", equalTo("is missing"))
                .body("errors[4].message", equalTo("the id talk is already used by days[0].items[2]"))
                .body("errors[5].message", equalTo("there is no venue with the id nowhere"));
        assertUnknown("import-bad");
    }

    @Test
    void whatIsNotYamlIsRefused() {
        importFile("format: 1\nseries: {slug: [}\n")
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].line", is(2))
                .body("errors[0].column", is(17))
                .body("errors[0].message", startsWith("this is not YAML"));
        importFile("").statusCode(422).body("errors[0].message", equalTo("the file is empty"));
    }

    @Test
    void aFileThatIsNotSentAsYamlIsRefused() {
        as(TestTokens.organiser())
                .contentType("application/json")
                .body("{}")
                .post(IMPORTS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void onlyOrganisersMayImport() {
        String file = ProgrammeFiles.small("import-denied");
        importFile(given(), file).statusCode(401);
        importFile(given().auth().oauth2(TestTokens.organiser().expired()), file)
                .statusCode(401);
        importFile(given().auth().oauth2(TestTokens.organiser().audience("registration-service")), file)
                .statusCode(401);
        for (TestTokens who : List.of(
                TestTokens.city("porto"),
                TestTokens.desk(),
                TestTokens.auditor(),
                TestTokens.service("notification-service", "recipients:read"))) {
            importFile(as(who), file).statusCode(403).body("type", equalTo("urn:infocus:problem:forbidden"));
        }
        assertUnknown("import-denied");
    }

    @Test
    void onlyOrganisersSeeTheDraft() {
        importFile(ProgrammeFiles.small("draft-denied")).statusCode(201);
        String draft = "/api/v1/admin/workshops/draft-denied/draft";
        given().get(draft).then().statusCode(401);
        as(TestTokens.city("porto")).get(draft).then().statusCode(403);
        as(TestTokens.desk()).get(draft).then().statusCode(403);
    }

    @Test
    void filesThatComeAtTheSameMomentComeOneAfterTheOther() throws Exception {
        String file = ProgrammeFiles.small("import-race");
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(
                            i -> clients.submit(() -> importFile(file).extract().statusCode()))
                    .toList();
            int created = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 201);
                created += answer.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            clients.shutdown();
        }
        as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/import-race/draft")
                .then()
                .body("draftVersion", is(1));
    }

    @Test
    void theImportIsOnTheAuditTrailOnceAndWithoutNames() {
        String file = ProgrammeFiles.small("import-audit");
        String id = importFile(file).statusCode(201).extract().path("workshopId");
        importFile(file).statusCode(200);

        String entries = as(TestTokens.organiser())
                .queryParam("objectType", "workshop")
                .queryParam("objectId", id)
                .get("/api/v1/admin/audit-entries")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("programme-imported")))
                .body("items[0].actor", containsString("user:"))
                .body("items[0].details.name", nullValue())
                .extract()
                .asString();
        assertThat(entries).doesNotContain("Petra").doesNotContain("Anna");
    }

    private static String draft(String slug) {
        return as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/{slug}/draft", slug)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Map<String, String> itemIds(String slug) {
        return as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/{slug}/draft", slug)
                .then()
                .statusCode(200)
                .extract()
                .path("days.items.flatten().collectEntries { [it.title, it.id] }");
    }
}
