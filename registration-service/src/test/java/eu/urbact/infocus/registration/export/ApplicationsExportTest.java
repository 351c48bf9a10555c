package eu.urbact.infocus.registration.export;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.testing.Spreadsheets;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.question.ForgetAnswers;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.question;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class ApplicationsExportTest {

    private static final String PATH = "/api/v1/admin/applications/export";

    /** Where the answers begin. */
    private static final int ANSWERS = 31;

    @Inject
    Registrations registrations;

    @Inject
    ExportApplications exportApplications;

    @Inject
    ForgetAnswers forgetAnswers;

    @Inject
    EntityManager database;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void a_filter_that_is_mistyped_exports_nobody() {
        organiser()
                .get(PATH + "?format=csv&callId=" + call)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("callId")))
                .body(
                        "errors[0].message",
                        equalTo(
                                "is not known here; what is: bucket, call, city, cluster, contributor, format, newcomer, profile, q, sort, staged, state, unvoted"));
        organiser()
                .get("/api/v1/admin/desk?calls=" + call)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("calls")));
    }

    @Test
    void a_row_is_exactly_what_the_person_wrote_made_harmless() {
        Map<String, Object> nasty = application(call);
        nasty.put("familyName", "Łuczak-Ñandú");
        nasty.put("organisation", "Cluster „Süd“, 100 %, \"GmbH\" 😀");
        nasty.put("position", "＝HYPERLINK(0)");
        nasty.put("email", "nasty-" + UUID.randomUUID() + "@example.org");
        nasty.put("motivation", "=cmd|' /C calc'!A0;+1\n@second\tline");
        String id = applied(nasty);
        Response answer = export("csv", "call=" + call);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"applications-2016-10-10.csv\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        String appliedAt = organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .extract()
                .path("appliedAt");
        assertThat(new String(answer.asByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFFapplication_id,call_id,state,given_name,family_name,email,organisation,position,city_id,"
                                + "country,profile,contributor,bucket,reason_code,applied_at,decided_at,withdrawn_at,language,motivation,cluster_id,"
                                + "newcomer,votes_yes,votes_maybe,votes_no,comments,staged_decision,staged_reason_code,staged_by,staged_at,note,staged_note\r\n"
                                + "\"" + id + "\",\"" + call + "\",\"SUBMITTED\",\"Zdeňka\",\"Łuczak-Ñandú\",\""
                                + nasty.get("email")
                                + "\",\"Cluster „Süd“, 100 %, \"\"GmbH\"\" 😀\",\"'＝HYPERLINK(0)\",\"porto\",\"PT\",\"CLUSTER_MANAGER\","
                                + "\"false\",,,\"" + appliedAt
                                + "\",,,\"en\",\"'=cmd|' /C calc'!A0;'+1\n'@second\tline\",,\"true\",0,0,0,0,,,,,,\r\n");
        List<List<String>> workbook =
                Spreadsheets.xlsx(export("xlsx", "call=" + call).asByteArray());
        assertThat(workbook.get(0)).isEqualTo(ApplicationColumns.keys());
        assertThat(workbook.get(1))
                .contains(
                        "'＝HYPERLINK(0)", "'=cmd|' /C calc'!A0;+1\n@second\tline", "Cluster „Süd“, 100 %, \"GmbH\" 😀");
    }

    @Test
    void what_people_have_answered_stands_under_the_keys_of_the_questions() {
        List<Map<String, Object>> questions = new ArrayList<>(List.of(
                question("bring", "TEXT", false, List.of()),
                question("session-formats", "MULTI_CHOICE", false, List.of("Panel", "Walk", "Talk")),
                question("old", "TEXT", false, List.of()),
                question("never-answered", "TEXT", false, List.of()),
                question("first", "YES_NO", false, List.of()),
                question("arrival", "DATE", false, List.of()),
                question("soon-forgotten", "TEXT", false, List.of()),
                question("open-still", "CHOICE", false, List.of("One", "Two"))));
        questions.get(6).put("retentionDays", 0);
        Map<String, Object> wanted = Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 5), 5);
        wanted.put("questions", questions);
        String asking = Registrations.opened(wanted);
        Map<String, Object> much = withoutCity(asking);
        much.put(
                "answers",
                Map.of(
                        "bring",
                        "=cmd|' /C calc'!A0",
                        "session-formats",
                        List.of("Talk", "Walk", "Panel"),
                        "old",
                        "Łódź, \"old\"",
                        "first",
                        true,
                        "arrival",
                        "2016-11-23",
                        "soon-forgotten",
                        "Nobody shall know."));
        applied(much);
        applied(withoutCity(asking));
        Map<String, Object> little = withoutCity(asking);
        little.put("answers", Map.of("first", false, "soon-forgotten", "Nor this."));
        applied(little);
        questions.get(2).put("retired", true);
        questions.get(3).put("retired", true);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(wanted)
                .put("/api/v1/admin/calls/" + asking)
                .then()
                .statusCode(200);
        assertThat(answerCells("csv", asking).get(1).get(5)).isEqualTo("Nobody shall know.");
        workshopIsOver(asking);
        forgetAnswers.forget();

        List<String> keys = List.of(
                "answer_bring",
                "answer_session_formats",
                "answer_old",
                "answer_first",
                "answer_arrival",
                "answer_soon_forgotten",
                "answer_open_still");
        List<String> none = List.of("", "", "", "", "", "", "");
        List<String> no = List.of("", "", "", "no", "", "", "");
        List<String> all =
                List.of("'=cmd|' /C calc'!A0", "Panel; Walk; Talk", "Łódź, \"old\"", "yes", "2016-11-23", "", "");
        for (String format : List.of("csv", "xlsx")) {
            assertThat(answerCells(format, asking)).as(format).containsExactly(keys, all, none, no);
        }
        List<List<String>> ofAllCalls =
                Spreadsheets.csv(export("csv", "q=" + much.get("email")).asByteArray());
        assertThat(ofAllCalls).hasSize(2);
        assertThat(ofAllCalls.get(0)).isEqualTo(ApplicationColumns.keys());
    }

    @Test
    void what_organisers_see_beside_an_application_stands_behind_it() {
        String earlier = registrations.openCall();
        Map<String, Object> known = application(earlier);
        Registrations.admitted(known);
        registrations.workshopIs(earlier, Instant.parse("2016-09-20T08:00:00Z"), Instant.parse("2016-09-21T15:00:00Z"));
        known.put("callId", call);
        String back = applied(known);
        decide(back, "*", Map.of("decision", "WAITLIST", "note", "You are\nthe next."))
                .statusCode(200);
        String staged = applied(application(call));
        TestTokens maria = TestTokens.user("maria-" + UUID.randomUUID(), Set.of("organiser"), List.of());
        for (TestTokens who : List.of(maria, TestTokens.organiser())) {
            given().auth()
                    .oauth2(who.token())
                    .contentType(ContentType.JSON)
                    .body(Map.of("vote", who == maria ? "MAYBE" : "NO"))
                    .put("/api/v1/admin/applications/" + staged + "/review/vote")
                    .then()
                    .statusCode(204);
        }
        given().auth()
                .oauth2(maria.token())
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Comes too late."))
                .post("/api/v1/admin/applications/" + staged + "/review/comments")
                .then()
                .statusCode(201);
        String stagedAt = given().auth()
                .oauth2(maria.token())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "DECLINE", "reasonCode", "ROOM_FULL", "note", "=sorry"))
                .put("/api/v1/admin/applications/" + staged + "/staged-decision")
                .then()
                .statusCode(200)
                .extract()
                .path("stagedAt");
        String shownAs = organiser()
                .get("/api/v1/admin/desk?call=" + call + "&staged=ANY")
                .then()
                .extract()
                .path("items[0].staged.stagedBy");
        assertThat(shownAs).startsWith("maria-");

        List<String> keys = ApplicationColumns.keys().subList(20, 31);
        assertThat(keys)
                .containsExactly(
                        "newcomer",
                        "votes_yes",
                        "votes_maybe",
                        "votes_no",
                        "comments",
                        "staged_decision",
                        "staged_reason_code",
                        "staged_by",
                        "staged_at",
                        "note",
                        "staged_note");
        List<List<String>> rows = Spreadsheets.csv(export("csv", "call=" + call).asByteArray());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).subList(20, 31))
                .containsExactly("false", "0", "0", "0", "0", "", "", "", "", "You are\nthe next.", "");
        assertThat(rows.get(2).subList(20, 31))
                .containsExactly("true", "0", "1", "1", "1", "DECLINE", "ROOM_FULL", shownAs, stagedAt, "", "'=sorry");
        assertThat(Spreadsheets.xlsx(export("xlsx", "call=" + call + "&staged=DECLINE")
                                .asByteArray())
                        .get(1)
                        .subList(21, 29))
                .containsExactly("0", "1", "1", "1", "DECLINE", "ROOM_FULL", shownAs, stagedAt);
    }

    @Test
    void whether_somebody_forgotten_was_a_newcomer_is_not_said() {
        String id = applied(application(call));
        int newcomer = ApplicationColumns.keys().indexOf("newcomer");
        assertThat(Spreadsheets.csv(export("csv", "call=" + call).asByteArray()).get(1))
                .element(newcomer)
                .isEqualTo("true");
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "PERSON_ASKED"))
                .post("/api/v1/admin/applications/" + id + "/erasure")
                .then()
                .statusCode(200);
        assertThat(Spreadsheets.csv(export("csv", "call=" + call).asByteArray()).get(1))
                .element(newcomer)
                .isEqualTo("");
    }

    @Test
    void the_rows_are_those_of_the_list_in_its_order() {
        for (int i = 0; i < 7; i++) {
            Map<String, Object> application = application(call);
            application.put("familyName", "Person " + (char) ('g' - i));
            application.put("cityId", i % 3 == 0 ? "porto" : i % 3 == 1 ? "bilbao" : null);
            String id = applied(application);
            if (i % 2 == 0) {
                decide(id, i % 4 == 0 ? "ADMIT" : "DECLINE").statusCode(200);
            }
        }
        for (String filter : List.of(
                "",
                "&state=ADMITTED",
                "&state=SUBMITTED&sort=name",
                "&city=porto",
                "&city=none&sort=name",
                "&sort=city",
                "&sort=state",
                "&q=person c",
                "&q=nobody")) {
            List<String> listed = organiser()
                    .get("/api/v1/admin/applications?size=200&call=" + call + filter)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
            assertThat(ids(Spreadsheets.csv(
                            export("csv", "call=" + call + filter).asByteArray())))
                    .as(filter)
                    .isEqualTo(listed);
            assertThat(ids(Spreadsheets.xlsx(
                            export("xlsx", "call=" + call + filter).asByteArray())))
                    .as(filter)
                    .isEqualTo(listed);
        }
    }

    @Test
    void who_took_how_many_is_in_the_audit_trail_and_nothing_about_whom() {
        applied(application(call));
        export("xlsx", "call=" + call + "&q=quellenfinder");
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("applications-exported"))
                .body("items[0].actor", startsWith("user:"))
                .body("items[0].details", equalTo(Map.of("count", 1, "format", "XLSX")));
    }

    @Test
    void it_is_for_organisers_alone() {
        given().get(PATH + "?call=" + call).then().statusCode(401);
        for (TestTokens tokens : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
            given().auth()
                    .oauth2(tokens.token())
                    .get(PATH + "?call=" + call)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_wrong_filter_is_named() {
        for (String wrong : List.of("format=ods", "state=KING", "call=x", "sort=email")) {
            organiser()
                    .get(PATH + "?" + wrong)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors.size()", equalTo(1));
        }
        organiser().urlEncodingEnabled(false).get(PATH + "?q=%00").then().statusCode(400);
    }

    @Test
    void ten_thousand_rows_leave_as_they_are_read() throws Exception {
        int many = 10_000;
        QuarkusTransaction.requiringNew().timeout(60).run(() -> database.createNativeQuery("""
                        insert into application (id, call_id, workshop_id, state, given_name, family_name, email, email_key,
                            organisation, country, profile, contributor, motivation, language, link_version, applied_at, version)
                        select gen_random_uuid(), c.id, c.workshop_id, 'SUBMITTED', 'Ana', 'Person ' || n, n || '@example.org',
                            n || '@example.org', 'Cluster', 'PT', 'EXPERT', false, repeat('text ', 200), 'en', 1,
                            timestamptz '2016-10-01' + n * interval '1 second', 0
                        from call_for_participation c, generate_series(1, :many) n where c.id = cast(:call as uuid)
                        """)
                .setParameter("many", many)
                .setParameter("call", call)
                .executeUpdate());
        QuarkusTransaction.requiringNew().timeout(60).run(() -> {
            database.createNativeQuery("""
                            insert into question (id, call_id, key, type, label, required, choices, purpose, retention_days,
                                moment, position, retired, version)
                            values (gen_random_uuid(), cast(:call as uuid), 'bring', 'TEXT', 'What do you bring?', false,
                                cast(array[] as text[]), 'To plan the day.', 30, 'APPLICATION', 0, false, 0)
                            """).setParameter("call", call).executeUpdate();
            database.createNativeQuery("""
                            insert into answer (application_id, question_id, given, answered_at)
                            select a.id, q.id, array['The case of ' || a.family_name], a.applied_at
                            from application a join question q on q.call_id = a.call_id
                            where a.call_id = cast(:call as uuid)
                            """).setParameter("call", call).executeUpdate();
        });
        ApplicationFilter filter = new ApplicationFilter(
                UUID.fromString(call), null, null, false, null, ApplicationFilter.Order.APPLIED_AT);
        for (TableFormat format : TableFormat.values()) {
            Measuring out = new Measuring(format == TableFormat.CSV ? 2_000_000 : 200_000);
            long begun = System.nanoTime();
            exportApplications.write(filter, format, out);
            assertThat(System.nanoTime() - begun).as("nanoseconds").isLessThan(60_000_000_000L);
            // 10 MB of text; what is alive in the middle and at the end is the same few rows
            assertThat(out.mostAlive - out.aliveAtFirst).as("bytes kept").isLessThan(16_000_000);
        }
        Statistics statistics =
                database.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        List<List<String>> rows = Spreadsheets.csv(export("csv", "call=" + call).asByteArray());
        long statements = statistics.getPrepareStatementCount() - before;
        statistics.setStatisticsEnabled(false);
        // one for 200 rows; jobs of the service have some of their own
        assertThat(statements).as("statements").isBetween(many / 200L, many / 20L);
        assertThat(rows).hasSize(many + 1);
        assertThat(rows.get(many)).contains("Person " + many);
        assertThat(rows.subList(1, many + 1))
                .allSatisfy(row -> assertThat(row.get(ANSWERS)).isEqualTo("The case of " + row.get(4)));
    }

    private static Map<String, Object> withoutCity(String callId) {
        Map<String, Object> application = application(callId);
        application.remove("cityId");
        return application;
    }

    /** The header and the rows, each without the columns that every export has. */
    private static List<List<String>> answerCells(String format, String callId) {
        byte[] file = export(format, "call=" + callId).asByteArray();
        List<List<String>> rows = format.equals("csv") ? Spreadsheets.csv(file) : Spreadsheets.xlsx(file);
        assertThat(rows.get(0).subList(0, ANSWERS)).isEqualTo(ApplicationColumns.keys());
        int columns = rows.get(0).size();
        return rows.stream()
                .map(row -> IntStream.range(ANSWERS, columns)
                        // a workbook has no empty cells at the end of a row
                        .mapToObj(column -> column < row.size() ? row.get(column) : "")
                        .toList())
                .toList();
    }

    /** As if it had ended the day before today. */
    private void workshopIsOver(String callId) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                        update workshop_view set starts_at = timestamptz '2016-10-08 12:00Z', ends_at = timestamptz '2016-10-09 12:00Z',
                            moved_at = timestamptz '2016-10-01 12:00Z'
                        where id = (select workshop_id from call_for_participation where id = cast(:call as uuid))
                        """)
                .setParameter("call", callId)
                .executeUpdate());
    }

    private static Response export(String format, String filter) {
        return organiser()
                .get(PATH + "?format=" + format + "&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<String> ids(List<List<String>> rows) {
        return new ArrayList<>(
                rows.subList(1, rows.size()).stream().map(row -> row.get(0)).toList());
    }

    /** Looks at the memory in use, again and again while the table passes. */
    private static final class Measuring extends OutputStream {
        private final long step;
        private long written;
        private long next = 1_000;
        private long aliveAtFirst = -1;
        private long mostAlive;

        Measuring(long step) {
            this.step = step;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
            if (written >= next) {
                next = written + step;
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                long alive = runtime.totalMemory() - runtime.freeMemory();
                aliveAtFirst = aliveAtFirst < 0 ? alive : aliveAtFirst;
                mostAlive = Math.max(mostAlive, alive);
            }
        }
    }
}
