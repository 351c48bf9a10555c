package eu.urbact.infocus.registration.applicationimport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.question;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ApplicationImportTest {

    private static final String HEADER =
            "given_name,family_name,email,organisation,position,city_id,country,profile,contributor,language,motivation\n";

    @Inject
    Registrations registrations;

    @Inject
    Clock clock;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void the_people_of_a_file_have_applied_and_hold_no_seat() {
        String ana = address();
        String jon = address();
        ValidatableResponse answer = bringIn(HEADER
                        + row("Ana", ana, "porto", "EXPERT")
                        + "Jon,Etxe,%s,\"Cluster, GmbH\",,,ES,RIS3_TEAM,TRUE,es,\"Two\nlines\"\n".formatted(jon))
                .statusCode(201)
                .header("Location", containsString("/api/v1/admin/applications?call=" + call))
                .body("created", equalTo(2))
                .body("alreadyThere", equalTo(0))
                .body("refused", equalTo(0))
                .body("ignoredColumns", empty())
                .body("lines.line", contains(2, 3))
                .body("lines.outcome", contains("CREATED", "CREATED"));
        String first = answer.extract().path("lines[0].applicationId");
        String second = answer.extract().path("lines[1].applicationId");
        organiser()
                .get("/api/v1/admin/applications/" + second)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("givenName", equalTo("Jon"))
                .body("email", equalTo(jon))
                .body("organisation", equalTo("Cluster, GmbH"))
                .body("position", nullValue())
                .body("cityId", nullValue())
                .body("country", equalTo("ES"))
                .body("profile", equalTo("RIS3_TEAM"))
                .body("contributor", equalTo(true))
                .body("motivation", equalTo("Two\nlines"))
                .body("history.action", contains("application-imported"));
        organiser().get("/api/v1/admin/applications?call=" + call).then().body("items.id", contains(first, second));
        assertThat(held(call, "CITY:porto")).isZero();
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", first))
                .extracting(Topics.Delivered::type)
                .containsExactly("eu.urbact.infocus.registration.application-submitted.v1"));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("applications-imported"))
                .body("items[0].details", equalTo(Map.of("created", 2, "alreadyThere", 0, "refused", 0)));
    }

    @Test
    void people_of_one_file_come_in_the_order_of_its_lines() {
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> row("Ana", address(), "", "EXPERT"))
                .collect(Collectors.joining());
        List<String> ids = bringIn(HEADER + rows).statusCode(201).extract().path("lines.applicationId");
        organiser().get("/api/v1/admin/applications?call=" + call).then().body("items.id", equalTo(ids));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String file = HEADER + row("Ana", address(), "porto", "EXPERT") + row("Jon", address(), "", "OTHER");
        ValidatableResponse first = bringIn(file).statusCode(201);
        bringIn(file.toUpperCase(java.util.Locale.ROOT)
                        .replace("PORTO", "porto")
                        .replace(",EN,", ",en,"))
                .statusCode(200)
                .body("created", equalTo(0))
                .body("alreadyThere", equalTo(2))
                .body("lines.outcome", contains("ALREADY_THERE", "ALREADY_THERE"))
                .body("lines.applicationId", equalTo(first.extract().path("lines.applicationId")));
        assertThat(people()).isEqualTo(2);
        String key = UUID.randomUUID().toString();
        String other = HEADER + row("Eva", address(), "", "OTHER");
        ValidatableResponse once =
                bringIn(file(other).header("Idempotency-Key", key), "whole").statusCode(201);
        bringIn(file(other).header("Idempotency-Key", key), "whole")
                .statusCode(201)
                .body("lines", equalTo(once.extract().path("lines")));
        bringIn(file(other + row("Ida", address(), "", "OTHER")).header("Idempotency-Key", key), "whole")
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:idempotency-key-reused"));
        assertThat(people()).isEqualTo(3);
    }

    @Test
    void a_late_repetition_brings_back_nobody_who_was_erased_since() {
        String key = UUID.randomUUID().toString();
        String file = HEADER + row("Ana", address(), "porto", "EXPERT") + row("Jon", address(), "", "OTHER");
        String ana = bringIn(file(file).header("Idempotency-Key", key), "whole")
                .statusCode(201)
                .extract()
                .path("lines[0].applicationId");
        given().header("Application-Link", linkToken(ana))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        bringIn(file(file).header("Idempotency-Key", key), "whole")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:request-erased"));
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void who_has_withdrawn_or_was_declined_is_not_brought_back() {
        Map<String, Object> withdrawn = application(call);
        String gone = applied(withdrawn);
        ByLink.withdraw(linkToken(gone)).statusCode(200);
        Map<String, Object> declined = application(call);
        decide(applied(declined), "DECLINE").statusCode(200);
        bringIn(HEADER
                        + row("Ana", (String) withdrawn.get("email"), "porto", "EXPERT")
                        + row("Jon", (String) declined.get("email"), "porto", "EXPERT"))
                .statusCode(200)
                .body("lines.outcome", contains("ALREADY_THERE", "ALREADY_THERE"))
                .body("lines[0].applicationId", equalTo(gone));
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void all_or_nothing_unless_it_is_asked_for_line_by_line() {
        String good = row("Ana", address(), "porto", "EXPERT");
        String bad = "Jon,Etxe,no-address,=SUM(A1),,vienna,XX,KING,perhaps,xx,\n";
        bringIn(HEADER + good + bad)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:import-refused"))
                .body("errors.line", everyLine(3, 8))
                .body("errors.find { it.column == 'organisation' }.message", equalTo("must not begin with = + - or @"))
                .body("errors.find { it.column == 'email' }.field", equalTo("line 3, email"))
                .body("errors.find { it.column == 'city_id' }.message", equalTo("is not a partner city of this call"))
                .body("errors.find { it.column == 'profile' }.message", containsString("CLUSTER_MANAGER"))
                .body("errors.find { it.column == 'contributor' }.message", equalTo("must be true or false"))
                .body("errors.find { it.column == 'motivation' }.message", equalTo("must not be blank"))
                // never what stands in the file
                .body(not(containsString("no-address")));
        assertThat(people()).isZero();
        bringIn(file(HEADER + good + bad), "lines")
                .statusCode(201)
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("lines.outcome", contains("CREATED", "REFUSED"))
                .body("lines[1].errors.column", hasSize(8))
                .body("lines[1].applicationId", nullValue());
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void two_lines_with_one_address_are_one_person() {
        String email = address();
        bringIn(
                        file(HEADER
                                + row("Ana", email, "", "EXPERT")
                                + row("Ana", email.toUpperCase(java.util.Locale.ROOT), "", "EXPERT")),
                        "lines")
                .statusCode(201)
                .body("created", equalTo(1))
                .body("lines[1].errors[0].column", equalTo("email"))
                .body("lines[1].errors[0].message", equalTo("is the same person's address as in line 2"));
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void an_export_can_be_brought_into_another_call() {
        Map<String, Object> nasty = application(call);
        nasty.put("motivation", "=cmd|' /C calc'!A0;+1\n@second\tline");
        String id = Registrations.admitted(nasty);
        byte[] file = organiser()
                .get("/api/v1/admin/applications/export?format=csv&call=" + call)
                .asByteArray();
        String other = registrations.openCall();
        String copy = organiser()
                .contentType("text/csv")
                .body(file)
                .post("/api/v1/admin/calls/" + other + "/application-imports")
                .then()
                .statusCode(201)
                .body("created", equalTo(1))
                .body(
                        "ignoredColumns",
                        contains(
                                "application_id",
                                "applied_at",
                                "bucket",
                                "call_id",
                                "comments",
                                "decided_at",
                                "newcomer",
                                "note",
                                "reason_code",
                                "staged_at",
                                "staged_by",
                                "staged_decision",
                                "staged_note",
                                "staged_reason_code",
                                "state",
                                "votes_maybe",
                                "votes_no",
                                "votes_yes",
                                "withdrawn_at"))
                .extract()
                .path("lines[0].applicationId");
        organiser()
                .get("/api/v1/admin/applications/" + copy)
                .then()
                .body("state", equalTo("SUBMITTED"))
                .body("motivation", equalTo(nasty.get("motivation")))
                .body("email", equalTo(nasty.get("email")));
        assertThat(held(other, "CITY:porto")).isZero();
    }

    @Test
    void an_export_can_be_brought_in_although_somebody_of_it_was_forgotten() {
        String gone = applied(application(call));
        String stays = applied(application(call));
        given().header("Application-Link", linkToken(gone))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        byte[] file = organiser()
                .get("/api/v1/admin/applications/export?format=csv&call=" + call)
                .asByteArray();
        organiser()
                .contentType("text/csv")
                .body(file)
                .post(path(registrations.openCall()))
                .then()
                .statusCode(201)
                .body("created", equalTo(1))
                .body("refused", equalTo(0))
                .body("erased", equalTo(1))
                .body("lines.outcome", containsInAnyOrder("CREATED", "ERASED"))
                .body("lines.find { it.outcome == 'ERASED' }.applicationId", nullValue())
                .body("lines.find { it.outcome == 'ERASED' }.errors", empty());
        organiser()
                .contentType("text/csv")
                .body(file)
                .post(path(call))
                .then()
                .statusCode(200)
                .body("lines.find { it.outcome == 'ALREADY_THERE' }.applicationId", equalTo(stays));
    }

    @Test
    void nobody_is_brought_into_a_call_whose_workshop_is_over() {
        String file = HEADER + row("Ana", address(), "", "EXPERT");
        Instant now = clock.instant();
        registrations.workshopIs(call, now.minus(Duration.ofDays(2)), now);
        bringIn(file)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-not-open"))
                .body("detail", equalTo("The workshop is over: nobody can apply any more."));
        assertThat(people()).isZero();
        registrations.workshopIs(call, now.minus(Duration.ofDays(2)), now.plus(Duration.ofHours(1)));
        bringIn(file).statusCode(201);
    }

    @Test
    void answers_to_what_another_call_asked_are_not_read() {
        String header = HEADER.strip() + ",answer_bring,answer_session_formats\n";
        bringIn(header + row("Ana", address(), "porto", "EXPERT").strip() + ",A case,Talk\n")
                .statusCode(201)
                .body("created", equalTo(1))
                .body("ignoredColumns", contains("answer_bring", "answer_session_formats"));
        refused(HEADER.strip() + ",answer_Ana Sousa\n").body("errors[0].message", containsString("Column 12"));
    }

    @Test
    void answers_are_taken_as_the_form_takes_them() {
        String asking = asking();
        String header =
                HEADER.strip() + ",answer_bring,answer_session_formats,answer_first,answer_since,answer_arrival\n";
        String id = bringInto(
                        asking,
                        header
                                + row("Ana", address(), "porto", "EXPERT").strip()
                                + ",\"A case,\nand a question\",Talk; Panel,yes,2015-01-31,2016-11-23\n",
                        201)
                .body("lines[0].openQuestions", empty())
                // asked of people who have a place
                .body("ignoredColumns", contains("answer_arrival"))
                .extract()
                .path("lines[0].applicationId");
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers.key", contains("bring", "session-formats", "first", "since"))
                .body(
                        "answers.values",
                        contains(
                                List.of("A case,\nand a question"),
                                List.of("Panel", "Talk"),
                                List.of("yes"),
                                List.of("2015-01-31")))
                .body("openQuestions", empty())
                .body("history[0].details", equalTo(Map.of("state", "SUBMITTED", "answers", 4)));
    }

    @Test
    void an_answer_that_does_not_fit_is_named_with_its_line_and_never_repeated() {
        String asking = asking();
        String header = HEADER.strip() + ",answer_session_formats,answer_first,answer_since\n";
        bringInto(
                        asking,
                        header + row("Ana", address(), "porto", "EXPERT").strip() + ",Talk; Song,perhaps,31.01.2015\n",
                        422)
                .body("errors.line", everyLine(2, 3))
                .body("errors.column", contains("answer_session_formats", "answer_first", "answer_since"))
                .body(
                        "errors.message",
                        contains(
                                "must be some of the choices, each once",
                                "must be answered with yes or no",
                                "must be a day such as 2016-11-24"))
                .body(not(containsString("Song")));
    }

    @Test
    void what_must_be_answered_may_be_open_which_organisers_see_until_it_is_answered() {
        String asking = asking();
        String id = bringInto(asking, HEADER + row("Ana", address(), "porto", "EXPERT"), 201)
                .body("lines[0].openQuestions.key", contains("first"))
                .body("lines[0].openQuestions.label", contains("About first?"))
                .extract()
                .path("lines[0].applicationId");
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers", empty())
                .body("openQuestions.label", contains("About first?"));
        given().header("Application-Link", linkToken(id))
                .contentType("application/json")
                .body(Map.of("answers", Map.of("first", false)))
                .put("/api/v1/self-service/answers")
                .then()
                .statusCode(200);
        organiser().get("/api/v1/admin/applications/" + id).then().body("openQuestions", empty());
    }

    @Test
    void whoever_reached_the_organisers_earlier_has_applied_then() {
        String header = HEADER.strip() + ",applied_at\n";
        applied(application(call));
        String id = bringInto(
                        call,
                        header
                                + row("Ana", address(), "porto", "EXPERT").strip() + ",2016-10-01T09:30:00+02:00\n"
                                + row("Jon", address(), "porto", "EXPERT").strip() + ",\n",
                        201)
                .body("ignoredColumns", empty())
                .extract()
                .path("lines[0].applicationId");
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("appliedAt", equalTo("2016-10-01T07:30:00Z"))
                .body("history[0].details.appliedAt", equalTo("given"));
        organiser().get("/api/v1/admin/applications?call=" + call).then().body("items[0].id", equalTo(id));
    }

    @Test
    void a_time_that_cannot_be_is_refused_with_its_line() {
        String header = HEADER.strip() + ",applied_at\n";
        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        bringInto(
                        call,
                        header
                                + row("Ana", address(), "", "EXPERT").strip() + ",2016-10-01\n"
                                + row("Ana", address(), "", "EXPERT").strip() + ",2016-10-01T09:30\n"
                                + row("Ana", address(), "", "EXPERT").strip() + "," + later + "\n"
                                + row("Ana", address(), "", "EXPERT").strip() + ",2016-09-26T06:59:59Z\n",
                        422)
                .body("errors.line", contains(2, 3, 4, 5))
                .body("errors.column", contains("applied_at", "applied_at", "applied_at", "applied_at"))
                .body(
                        "errors.message",
                        contains(
                                "must be a day, a time and its zone, such as 2016-10-12T09:30:00+02:00",
                                "must be a day, a time and its zone, such as 2016-10-12T09:30:00+02:00",
                                "must not be after now",
                                "must not be before the opening of the call"));
        assertThat(people()).isZero();
    }

    @Test
    void a_file_that_came_out_goes_in_again_as_it_was() {
        String asking = asking();
        Map<String, Object> ana = application(asking);
        ana.put(
                "answers",
                Map.of(
                        "bring",
                        "=SUM(A1)\n- a case",
                        "session-formats",
                        List.of("Panel", "Walk; slow"),
                        "first",
                        false));
        String id = applied(ana);
        String file = exported(asking);
        bringInto(asking, file, 200)
                .body("lines.outcome", contains("ALREADY_THERE"))
                .body(
                        "ignoredColumns",
                        contains(
                                "answer_arrival",
                                "application_id",
                                "bucket",
                                "call_id",
                                "comments",
                                "decided_at",
                                "newcomer",
                                "note",
                                "reason_code",
                                "staged_at",
                                "staged_by",
                                "staged_decision",
                                "staged_note",
                                "staged_reason_code",
                                "state",
                                "votes_maybe",
                                "votes_no",
                                "votes_yes",
                                "withdrawn_at"));
        String again = bringInto(asking, file.replace((String) ana.get("email"), address()), 201)
                .extract()
                .path("lines[0].applicationId");
        assertThat(said(again)).isEqualTo(said(id));
    }

    @Test
    void whoever_was_brought_in_before_the_opening_does_not_keep_the_file_out() {
        Map<String, Object> early = Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 2), 2);
        early.put("opensAt", clock.instant().plus(Duration.ofDays(3)).toString());
        String opening = Registrations.opened(early);
        bringInto(opening, HEADER + row("Ana", address(), "", "EXPERT"), 201);
        bringInto(opening, exported(opening), 200).body("lines.outcome", contains("ALREADY_THERE"));
    }

    @Test
    void time_and_answers_of_another_call_stay_behind() {
        String asking = asking();
        Map<String, Object> ana = application(asking);
        ana.put("answers", Map.of("bring", "A case", "first", true));
        String applied = applied(ana);
        String other = asking();
        String id = bringInto(other, exported(asking), 201)
                .body("ignoredColumns", org.hamcrest.Matchers.hasItems("answer_bring", "answer_first", "applied_at"))
                .body("lines[0].openQuestions.key", contains("first"))
                .extract()
                .path("lines[0].applicationId");
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers", empty())
                .body("appliedAt", not(equalTo(said(applied).get("appliedAt"))));
    }

    /** A call with questions; one of them must be answered with the application. */
    private String asking() {
        Map<String, Object> arrival = question("arrival", "DATE", false, List.of());
        arrival.put("moment", "AFTER_ADMISSION");
        Map<String, Object> asking =
                Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 5, "CITY:porto", 5), 10);
        asking.put(
                "questions",
                List.of(
                        question("bring", "TEXT", false, List.of()),
                        question("session-formats", "MULTI_CHOICE", false, List.of("Panel", "Walk; slow", "Talk")),
                        question("first", "YES_NO", true, List.of()),
                        question("since", "DATE", false, List.of()),
                        arrival));
        return Registrations.opened(asking);
    }

    private static String exported(String call) {
        return organiser()
                .get("/api/v1/admin/applications/export?format=csv&call=" + call)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse bringInto(String call, String file, int status) {
        return file(file).queryParam("mode", "whole").post(path(call)).then().statusCode(status);
    }

    /** What does not differ between somebody's application and the same one brought in anew. */
    private static Map<String, Object> said(String applicationId) {
        JsonPath application = organiser()
                .get("/api/v1/admin/applications/" + applicationId)
                .then()
                .extract()
                .jsonPath();
        return Map.of(
                "appliedAt", application.get("appliedAt"),
                "answers", application.get("answers"),
                "motivation", application.get("motivation"));
    }

    @Test
    void what_is_no_table_of_applications_is_refused_with_its_line() {
        refused("").body("errors[0].message", equalTo("The file is empty."));
        refused(HEADER + "Ana,\"Open quote\n").body("errors.line", contains(2));
        refused("given_name,salary\nAna,5\n")
                .body("errors[0].line", equalTo(1))
                .body("errors[0].message", containsString("Column 2 has a name that is not known"))
                .body("errors.column", org.hamcrest.Matchers.hasItems("email", "motivation"))
                .body(not(containsString("salary")));
        refused(HEADER + "Ana,Sousa\n").body("errors[0].message", equalTo("has not as many cells as the header"));
        refused(HEADER + "Ana,Sousa," + address() + "," + "x".repeat(10_000) + ",,,PT,EXPERT,,,Why\n")
                .body("errors.column", contains("organisation"))
                .body("errors[0].message", equalTo("size must be between 0 and 200"));
        organiser()
                .contentType("text/csv")
                .body("a\nSüd".getBytes(StandardCharsets.ISO_8859_1))
                .post(path(call))
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("not in UTF-8"));
        refused(HEADER
                        + IntStream.range(0, 2_001)
                                .mapToObj(i -> row("Ana", "a" + i + "@example.org", "", "EXPERT"))
                                .collect(Collectors.joining()))
                .body("errors[0].line", equalTo(2_002));
        assertThat(people()).isZero();
    }

    @Test
    void an_import_needs_a_call_that_people_can_know_of() {
        String draft = Registrations.draft(Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 2), 2))
                .extract()
                .path("id");
        String file = HEADER + row("Ana", address(), "", "EXPERT");
        organiser()
                .contentType("text/csv")
                .body(file)
                .post(path(draft))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-state"));
        organiser()
                .contentType("text/csv")
                .body(file)
                .post(path(UUID.randomUUID().toString()))
                .then()
                .statusCode(404);
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
        bringIn(file).statusCode(201);
    }

    @Test
    void it_is_for_organisers_alone() {
        String file = HEADER + row("Ana", address(), "", "EXPERT");
        given().contentType("text/csv").body(file).post(path(call)).then().statusCode(401);
        for (TestTokens tokens : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
            given().auth()
                    .oauth2(tokens.token())
                    .contentType("text/csv")
                    .body(file)
                    .post(path(call))
                    .then()
                    .statusCode(403);
        }
        organiser()
                .contentType("application/json")
                .body("{}")
                .post(path(call))
                .then()
                .statusCode(415);
        bringIn(file(file), "some").statusCode(422);
        assertThat(people()).isZero();
    }

    private static org.hamcrest.Matcher<Iterable<? extends Integer>> everyLine(int line, int times) {
        return contains(IntStream.range(0, times).mapToObj(i -> line).toArray(Integer[]::new));
    }

    private ValidatableResponse refused(String file) {
        return bringIn(file).statusCode(422).body("type", equalTo("urn:infocus:problem:import-refused"));
    }

    private ValidatableResponse bringIn(String file) {
        return bringIn(file(file), "whole");
    }

    private ValidatableResponse bringIn(RequestSpecification request, String mode) {
        return request.queryParam("mode", mode).post(path(call)).then();
    }

    private static RequestSpecification file(String file) {
        return organiser().contentType("text/csv; charset=UTF-8").body(file);
    }

    private static String path(String call) {
        return "/api/v1/admin/calls/" + call + "/application-imports";
    }

    private int people() {
        return organiser()
                .get("/api/v1/admin/applications?call=" + call)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private static String address() {
        return "imported-" + UUID.randomUUID() + "@example.org";
    }

    private static String row(String name, String email, String city, String profile) {
        return "%s,Sousa,%s,Cluster of the Test,,%s,PT,%s,,en,Why not\n".formatted(name, email, city, profile);
    }
}
