package eu.urbact.infocus.chassis.rest;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.Notes;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anything;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ResourceTest {

    @Inject
    Notes notes;

    @Inject
    Idempotency idempotency;

    @Inject
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_repeated_key_gets_the_stored_answer_and_one_effect() {
        Response first = post("k-" + key, note("Ana", "hello")).extract().response();
        Response second = post("k-" + key, note("Ana", "hello")).extract().response();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(notes.of(key)).containsExactly("hello");
    }

    @Test
    void a_filter_that_cannot_be_read_is_named() {
        given().get("/notes/rounded/1?mode=SIDEWAYS&since=2")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:invalid"))
                .body("errors.field", equalTo(List.of("mode")))
                .body("errors.message", equalTo(List.of("cannot be read")));
        given().get("/notes/rounded/1?mode=UP&since=yesterday")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("since")));
        given().get("/notes/rounded/1?mode=%20&since=2")
                .then()
                .statusCode(422)
                .body("errors", equalTo(List.of(Map.of("field", "mode", "message", "cannot be read"))));
        given().get("/notes/rounded/1?mode=UP&since=%20")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("since")));
        given().get("/notes/rounded/1?mode=UP&since=2").then().statusCode(200).body(equalTo("1 UP 2"));
    }

    @Test
    void a_body_that_is_too_large_is_refused_as_a_problem() {
        given().contentType("application/json")
                .body("\"" + "x".repeat(2 * 1024 * 1024) + "\"")
                .post("/notes")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:too-large"))
                .body("title", equalTo("The request is too large"))
                .body("status", equalTo(413))
                .body("detail", equalTo("At most 2097152 bytes are taken."));
    }

    @Test
    void a_body_that_turns_out_to_be_too_large_is_refused_alike() throws Exception {
        for (String address : List.of("/notes", "/notes/words", "/notes/planned", "/notes/files")) {
            HttpResponse<String> answer = stream(address, 2 * 1024 * 1024 + 1);

            assertThat(answer.statusCode()).as(address).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains(
                            "\"type\":\"urn:infocus:problem:too-large\"",
                            "\"status\":413",
                            "\"detail\":\"At most 2097152 bytes are taken.\"");
        }
        assertThat(stream("/notes/files", 2 * 1024 * 1024).body()).isEqualTo("2097152");
        assertThat(stream("/notes/words", 2 * 1024 * 1024).statusCode()).isEqualTo(422);
    }

    @Test
    void a_body_that_is_too_long_or_breaks_off_is_no_failure_of_ours() throws Exception {
        try (Logged logged = new Logged()) {
            assertThat(stream("/notes/words", 3 * 1024 * 1024).statusCode()).isEqualTo(413);
            try (Socket server = new Socket("localhost", RestAssured.port)) {
                OutputStream out = server.getOutputStream();
                out.write(
                        "POST /notes/words HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                // it is said when the body begins to be read: whoever goes away before is no failure of a body
                assertThat(new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                                .readLine())
                        .isEqualTo("HTTP/1.1 100 Continue");
                out.write("{\"te".getBytes(StandardCharsets.US_ASCII));
            }
            await().until(() -> logged.lines.stream().anyMatch(line -> line.contains("did not arrive completely")));
            assertThat(logged.failures).isEmpty();
        }
    }

    /** What is logged between opening and closing. */
    private static final class Logged extends Handler implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<String> failures = new CopyOnWriteArrayList<>();

        Logged() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
            if (line.getLevel().intValue() > Level.WARNING.intValue()) {
                failures.add(line.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }

    /** Sends so many spaces without saying before how many they will be. */
    private static HttpResponse<String> stream(String address, int length) throws Exception {
        byte[] spaces = " ".repeat(length).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .header("Content-Type", address.endsWith("files") ? "text/csv" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces)))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void what_is_taken_as_an_object_is_json_and_nothing_else() {
        byte[] hello = "{\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of(
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/octet-stream",
                "application/xml",
                "application/problem+json",
                "text/json")) {
            given().contentType(type)
                    .body(hello)
                    .post("/notes/words")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:infocus:problem:unsupported-media-type"))
                    .body("detail", not(nullValue()));
        }
        given().contentType("text/plain")
                .post("/notes/words")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        for (String type : List.of("application/json", "application/json;charset=UTF-8", "APPLICATION/JSON")) {
            given().contentType(type)
                    .body(hello)
                    .post("/notes/words")
                    .then()
                    .statusCode(200)
                    .body(equalTo("hello"));
        }
    }

    @Test
    void a_content_type_that_says_nothing_is_none() throws Exception {
        assertThat(withType("/notes/files", "")).endsWith("\r\n\r\n-3");
        assertThat(withType("/notes/files", "Content-Type:\r\n")).endsWith("\r\n\r\n-3");
        assertThat(withType("/notes/files", "Content-Type: text/csv\r\n")).endsWith("\r\n\r\n3");
        assertThat(withType("/notes/words", "Content-Type:\r\n")).startsWith("HTTP/1.1 415 ");
    }

    /** The client would not send an empty header. */
    private static String withType(String address, String header) throws IOException {
        try (Socket server = new Socket("localhost", RestAssured.port)) {
            server.getOutputStream()
                    .write(("POST " + address + " HTTP/1.1\r\nHost: localhost\r\n" + header
                                    + "Content-Length: 3\r\nConnection: close\r\n\r\na,b")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(server.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":1480593600} | at | This must be a day and a time like 2016-11-23T09:00:00Z.",
                "{\"at\":1480593600.5} | at | This must be a day and a time like 2016-11-23T09:00:00Z.",
                "{\"at\":\"1480593600\"} | at | This must be a day and a time like 2016-11-23T09:00:00Z.",
                "{\"at\":\"2016-12-01\"} | at | This must be a day and a time like 2016-11-23T09:00:00Z.",
                "{\"at\":\"2016-13-01T09:00:00Z\"} | at | This must be a day and a time like 2016-11-23T09:00:00Z.",
                "{\"at\":\"\"} | at | This must be a day and a time like 2016-11-23T09:00:00Z.",
                "{\"on\":[2016,12,30]} | on | This must be a day like 2016-11-23.",
                "{\"on\":\"2016-12-01T00:00:00\"} | on | This must be a day like 2016-11-23.",
                "{\"on\":\"2016-12-02T23:59:59Z\"} | on | This must be a day like 2016-11-23.",
                "{\"on\":\"2016-02-30\"} | on | This must be a day like 2016-11-23.",
                "{\"on\":17000} | on | This must be a day like 2016-11-23.",
                "{\"on\":\" \"} | on | This must be a day like 2016-11-23.",
                "{\"from\":[9,30]} | from | This must be a time like 09:00.",
                "{\"from\":\"25:00\"} | from | This must be a time like 09:00.",
                "{\"by\":\"\"} | by | This must be an identifier like 01893f5e-5f6a-7c3b-9d8e-2f1a4b6c8d0e.",
                "{\"by\":\"   \"} | by | This must be an identifier like 01893f5e-5f6a-7c3b-9d8e-2f1a4b6c8d0e.",
                "{\"by\":\"\\u0007\"} | by | This must be an identifier like 01893f5e-5f6a-7c3b-9d8e-2f1a4b6c8d0e.",
                "{\"by\":7} | by | This must be an identifier like 01893f5e-5f6a-7c3b-9d8e-2f1a4b6c8d0e.",
                "{\"mode\":\"SIDEWAYS\"} | mode | This must be one of UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY.",
                "{\"mode\":\"\"} | mode | This must be one of UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY.",
                "{\"mode\":1} | mode | This must be one of UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY.",
                "{\"tags\":[5]} | tags[0] | This must be a text."
            })
    void days_times_identifiers_and_choices_have_one_form(String body, String field, String message) {
        planned(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:malformed"))
                .body("errors", equalTo(List.of(Map.of("field", field, "message", message))));
    }

    @Test
    void days_times_identifiers_and_choices_in_their_form_are_taken() {
        planned("{\"at\":\"2016-12-01T10:00:00.5+01:00\",\"on\":\"2016-12-01\",\"from\":\"09:30\",\"by\":\"" + key
                        + "\",\"mode\":\"UP\",\"tags\":[\"a\"]}")
                .statusCode(200)
                .body("at", equalTo("2016-12-01T09:00:00.500Z"))
                .body("on", equalTo("2016-12-01"))
                .body("from", equalTo("09:30:00"))
                .body("by", equalTo(key))
                .body("mode", equalTo("UP"));
        planned("{\"at\":null,\"on\":null,\"by\":null}")
                .statusCode(200)
                // what is not there is left out
                .body(equalTo("{}"));
    }

    @Test
    void what_is_wrong_in_a_set_is_named_by_the_set() {
        planned("{\"tags\":[\"abc\",\"abcd\"]}")
                .statusCode(422)
                .body("errors", equalTo(List.of(Map.of("field", "tags", "message", "size must be between 0 and 3"))));
    }

    @Test
    void a_refusal_that_does_not_depend_on_the_matter_says_how_to_go_on() {
        given().delete("/notes/known")
                .then()
                .statusCode(405)
                .body("detail", equalTo("The API's description names the methods that can be used at this address."));
        given().accept("image/png")
                .get("/notes/caller")
                .then()
                .statusCode(406)
                .body("detail", equalTo("Ask for one of the media types that the API's description names here."));
        given().contentType("text/plain")
                .body("x")
                .post("/notes")
                .then()
                .statusCode(415)
                .body("detail", equalTo("Send it as one of the media types that the API's description names here."));
        given().auth()
                .oauth2(TestTokens.city("porto").token())
                .get("/notes/organiser")
                .then()
                .statusCode(403)
                .body("detail", equalTo("It needs an account with another role."));
    }

    @Test
    void tables_are_packed_like_everything_that_is_text() {
        for (String type : List.of("text/csv", "text/turtle", "application/geo+json", "application/json")) {
            given().header("Accept-Encoding", "gzip")
                    .accept(type)
                    .get("/notes/long")
                    .then()
                    .statusCode(200)
                    .contentType(containsString(type))
                    .header("Content-Encoding", "gzip");
        }
        given().header("Accept-Encoding", "gzip")
                .auth()
                .oauth2(TestTokens.organiser().token())
                .get("/api/v1/admin/audit-entries")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
    }

    @Test
    void a_filter_that_a_list_for_organisers_does_not_know_is_named() {
        for (String wrong : List.of("subjectId=1", "objectID=1", "q=a&page=0")) {
            given().auth()
                    .oauth2(TestTokens.organiser().token())
                    .get("/api/v1/admin/audit-entries?" + wrong)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:infocus:problem:invalid"))
                    .body("errors.field", equalTo(List.of(wrong.replaceFirst("=.*", ""))))
                    .body("errors[0].message", equalTo("is not known here; what is: objectId, objectType, page, size"));
        }
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .get("/api/v1/admin/audit-entries?objectType=note&objectType=other")
                .then()
                .statusCode(422)
                .body("errors", equalTo(List.of(Map.of("field", "objectType", "message", "can be given once only"))));
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .get("/api/v1/admin/audit-entries?objectType=note&objectId=1&page=0&size=5")
                .then()
                .statusCode(200);
        given().get("/api/v1/admin/audit-entries?subjectId=1").then().statusCode(401);
        // what is for everybody may be linked to with what others add to addresses
        given().get("/notes?utm_source=mail").then().statusCode(200);
    }

    @Test
    void an_address_that_cannot_be_read_does_not_exist() {
        given().get("/notes/rounded/one?mode=UP&since=1")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:infocus:problem:not-found"));
        given().get("/notes/rounded/one?mode=one&since=").then().statusCode(404);
        given().get("/nowhere?mode=SIDEWAYS").then().statusCode(404);
    }

    @Test
    void a_key_with_another_body_is_refused() {
        post("k-" + key, note("Ana", "hello")).statusCode(201);
        post("k-" + key, note("Ana", "bye"))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:idempotency-key-reused"));
        assertThat(notes.of(key)).containsExactly("hello");
    }

    @Test
    void a_key_whose_effect_was_erased_is_refused_whatever_comes_with_it() throws Exception {
        post("k-" + key, note("Ana", "hello")).statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> idempotency.end(UUID.randomUUID()));
        post("k-" + key, note("Ana", "hello")).statusCode(201);

        QuarkusTransaction.requiringNew().run(() -> idempotency.end(UUID.fromString(key)));

        for (String text : List.of("hello", "hello", "bye")) {
            post("k-" + key, note("Ana", text))
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:infocus:problem:request-erased"))
                    .body("title", equalTo("What this request was about, or part of it, was erased since"))
                    .body("detail", equalTo("It is not done again. Use a new key if it is meant anew."));
        }
        assertThat(notes.of(key)).containsExactly("hello");
        // nothing is left to repeat, nor to compare with
        assertThat(kept("k-" + key)).isEqualTo("ended null null null");
        // forgetting what was taken back comes too late for it
        QuarkusTransaction.requiringNew().run(() -> idempotency.forget(UUID.fromString(key)));
        post("k-" + key, note("Ana", "hello")).statusCode(409);
        post("anew-" + key, note("Ana", "hello")).statusCode(201);
        assertThat(notes.of(key)).containsExactly("hello", "hello");
    }

    @Test
    void identifiers_that_the_database_makes_are_in_the_order_of_time() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select uuid_v7()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            UUID id = row.getObject(1, UUID.class);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16)
                    .isCloseTo(System.currentTimeMillis(), org.assertj.core.data.Offset.offset(60_000L));
        }
    }

    private String kept(String idempotencyKey) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select concat_ws(' ', request_hash, coalesce(location, 'null'), coalesce(etag, 'null'),"
                                + " coalesce(body, 'null')) from idempotency_key where key = ?")) {
            statement.setString(1, idempotencyKey);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void a_key_whose_effect_was_taken_back_does_it_again() {
        post("k-" + key, note("Ana", "hello")).statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> idempotency.forget("another", UUID.fromString(key)));
        post("k-" + key, note("Ana", "hello")).statusCode(201);
        assertThat(notes.of(key)).containsExactly("hello");
        QuarkusTransaction.requiringNew().run(() -> idempotency.forget("note", UUID.fromString(key)));
        post("k-" + key, note("Ana", "hello")).statusCode(201);
        assertThat(notes.of(key)).containsExactly("hello", "hello");
    }

    @Test
    void the_same_key_at_once_has_one_effect() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            post("k-" + key, note("Ana", "hello")).extract().statusCode())
                    .toList();
            for (var answer : clients.invokeAll(calls)) {
                assertThat(answer.get()).isIn(201, 409);
            }
        } finally {
            clients.shutdown();
        }
        assertThat(notes.of(key)).containsExactly("hello");
    }

    @Test
    void a_failure_leaves_nothing_behind_and_tells_nothing() {
        post("k-" + key, note("Ana", "fails"))
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:internal"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
        assertThat(notes.of(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "23505 | 409 | conflict | There is one already. Read it, then decide again.",
                "23503 | 409 | conflict | Something that belongs to it was added or removed. Read it, then decide again.",
                "23514 | 500 | internal |"
            })
    void what_the_database_refuses_because_two_came_at_once_is_a_conflict(
            String state, int status, String type, String detail) {
        given().get("/notes/refused/" + state)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:" + type))
                .body("detail", detail == null ? anything() : equalTo(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=cmd()", "<script>alert(1)</script>", "a\\u0000b", "far too long a name", "1st"})
    void a_bad_name_is_named(String author) {
        post(null, note(author, "hello"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:invalid"))
                .body("errors.field", hasItems("author"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"José", "O’Neill", "Ďurčo", "Łucja M.", "Ágnes-Éva", "Σωκράτης", "Gal·la", "Anne–Marie"})
    void names_of_the_network_are_names(String author) {
        post(null, note(author, "hello")).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | ",
                "[] | ",
                "\"text\" | ",
                "{\"key\":\"no uuid\"} | key",
                "{\"state\":\"ADMITTED\"} | state",
                "{\"count\":\"many\"} | count",
                "{\"count\":\"1\"} | count",
                "{\"count\":1.5} | count",
                "{\"text\":5} | text",
                "{\"text\":1.5} | text",
                "{\"text\":true} | text",
                "{\"count\":2147483648} | count",
                "{\"count\":99999999999} | count",
                "{\"count\":1,\"count\":2} | ",
                "{} {} | "
            })
    void what_cannot_be_read_is_malformed(String body, String field) {
        ValidatableResponse response = given().contentType("application/json")
                .body(body)
                .post("/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:malformed"))
                .body("detail", not(nullValue()))
                .body(not(containsString("jackson")));
        if (field != null) {
            response.body("errors.field", hasItems(field));
        }
    }

    @Test
    void an_empty_body_is_refused() {
        for (String body : List.of("", " ", "null")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/notes")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:infocus:problem:invalid"))
                    .body("detail", equalTo("Send a JSON document as the body."))
                    .body("errors", nullValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"page=-1,page", "page=x,page", "page=99999999999,page", "size=0,size", "size=201,size"})
    void a_page_that_cannot_be_is_refused(String query, String field) {
        given().get("/notes?" + query).then().statusCode(422).body("errors.field", hasItems(containsString(field)));
    }

    @Test
    void a_nul_in_an_address_is_refused() {
        for (String address : List.of("/notes?page=%00", "/notes/%00")) {
            given().urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_write_needs_the_version_it_changes() {
        given().put("/notes").then().statusCode(428);
        given().header("If-Match", "\"v2\"").put("/notes").then().statusCode(412);
        given().header("If-Match", "\"v3\"").put("/notes").then().statusCode(204);
        given().header("If-Match", "*").put("/notes").then().statusCode(204);
    }

    @Test
    void what_nobody_allowed_is_denied() {
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .get("/notes/forgotten")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void answers_to_one_caller_are_kept_by_no_cache() {
        String list = "/api/v1/admin/audit-entries";
        String organiser = TestTokens.organiser().token();
        for (String path :
                List.of("/notes", "/notes/organiser", "/notes/forgotten", list, list + "?subjectId=1", "/nowhere")) {
            assertThat(given().auth().oauth2(organiser).get(path).header("Cache-Control"))
                    .as(path)
                    .isEqualTo("no-store");
        }
        for (String header : List.of("Note-Link", "note-link")) {
            given().header(header, "abc").get("/notes/own").then().header("Cache-Control", "no-store");
        }
        for (String path : List.of("/notes/own-not", "/notes/organiser", "/nowhere", "/notes?page=-1")) {
            assertThat(given().get(path).header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        // what caches may keep varies with how it is packed
        for (String path : List.of("/notes", "/notes/known")) {
            assertThat(given().get(path).headers().getValues("Vary")).as(path).containsExactly("Accept-Encoding");
        }
        assertThat(given().auth().oauth2(organiser).get(list).header("Vary")).isNull();
        // what the resource says holds, and so does its silence to everybody
        given().auth()
                .oauth2(organiser)
                .get("/notes/known")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("ETag", "\"v1\"");
        given().get("/notes").then().header("Cache-Control", nullValue());
        given().header("Link", "abc").get("/notes").then().header("Cache-Control", nullValue());
    }

    @Test
    void whoever_needs_a_token_is_told_so_before_anything_about_what_they_have_sent() {
        for (String area : List.of("admin", "partner", "desk", "internal")) {
            given().contentType("text/plain")
                    .body("x")
                    .post("/api/v1/" + area + "/audit-entries")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", equalTo("urn:infocus:problem:unauthenticated"));
        }
        given().auth()
                .oauth2(TestTokens.organiser().token())
                .post("/api/v1/admin/audit-entries")
                .then()
                .statusCode(405);
        given().contentType("text/plain").body("x").post("/notes").then().statusCode(415);
    }

    @Test
    void addresses_that_somebody_makes_up_are_measured_together() {
        for (String path : List.of("/api/v1/made-up/1", "/api/v1/admin/made-up/2", "/api/v1/admin/audit-entries")) {
            given().delete(path);
        }
        String organiser = TestTokens.organiser().token();
        given().auth()
                .oauth2(organiser)
                .get("/api/v1/admin/audit-entries")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(organiser)
                .post("/api/v1/admin/audit-entries")
                .then()
                .statusCode(405);

        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics)
                .contains("uri=\"/api/v1/admin/audit-entries\"", "uri=\"/unknown\"")
                .doesNotContain("made-up")
                .doesNotContainPattern(
                        "http_server_requests_seconds_count\\{method=\"(DELETE|POST)\"[^}]*uri=\"/api/v1/admin/audit-entries\"");
    }

    @Test
    void only_tokens_for_this_service_count() {
        TestTokens organiser = TestTokens.organiser();
        given().auth().oauth2(organiser.token()).get("/notes/organiser").then().statusCode(200);
        Map<String, String> others = Map.of(
                "for another service", organiser.audience("event-service"),
                "expired", organiser.expired(),
                "an ID token", organiser.with("typ", "ID").token(),
                "a refresh token", organiser.with("typ", "Refresh").token(),
                "altered", organiser.token().replaceFirst("\\.[^.]*$", ".AAAA"),
                "nonsense", "nonsense");
        others.forEach((what, token) -> {
            Response response = given().auth().oauth2(token).get("/notes/organiser");
            assertThat(response.statusCode()).as(what).isEqualTo(401);
            assertThat(response.contentType()).as(what).isEqualTo("application/problem+json");
            assertThat(response.<String>path("type")).as(what).isEqualTo("urn:infocus:problem:unauthenticated");
        });
    }

    @Test
    void cities_come_from_the_organization_claim_alone() {
        assertThat(cities(TestTokens.city("porto"))).containsExactly("porto");
        assertThat(cities(TestTokens.city("porto").with("organization", Map.of("torino", Map.of("id", "1")))))
                .containsExactly("torino");
        assertThat(cities(TestTokens.city("porto").with("organization", null))).isEmpty();
        assertThat(cities(TestTokens.user("eva", Set.of("porto", "editors"), List.of())))
                .isEmpty();
    }

    private List<String> cities(TestTokens tokens) {
        return given().auth()
                .oauth2(tokens.token())
                .get("/notes/caller")
                .then()
                .statusCode(200)
                .extract()
                .path("cities");
    }

    private static ValidatableResponse planned(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/notes/planned")
                .then();
    }

    private ValidatableResponse post(String idempotencyKey, String body) {
        var request = given().contentType("application/json").body(body);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.post("/notes").then();
    }

    private String note(String author, String text) {
        return "{\"key\":\"%s\",\"author\":\"%s\",\"text\":\"%s\",\"count\":1}".formatted(key, author, text);
    }
}
