package eu.urbact.infocus.directory.offer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

@QuarkusTest
@WithEmbeddedServers
class OffersTest {

    private static final String OWN = "/api/v1/partner/clusters/alpha-rlh/offers";
    private static final AtomicBoolean FILLED = new AtomicBoolean();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DataSource database;

    /** The clusters are the same for all tests; each begins without offers. */
    @BeforeEach
    void fill() {
        if (!FILLED.get()) {
            DirectoryData.fill(database);
            FILLED.set(true);
        }
        DirectoryData.change(database, "truncate cluster_offer");
    }

    @Test
    void a_cluster_is_found_by_the_words_of_its_open_offers_and_needs() {
        add(offer("OFFER", "Beam time at the Zürich synchrotron", "laser-sources", null, today))
                .then()
                .statusCode(201);
        for (String words : new String[] {"synchrotron", "beam zuerich", "SYNCHRO"}) {
            given().queryParam("q", words)
                    .get("/api/v1/clusters")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains("alpha-rlh"));
        }
        DirectoryData.change(database, "update cluster_offer set expires_on = current_date - 2");
        given().queryParam("q", "synchrotron").get("/api/v1/clusters").then().body("items", empty());
    }

    @Test
    void words_are_found_together_in_profile_and_open_notices() {
        add(offer("NEED", "Quantum magnetometers wanted", "laser-sources", null, today))
                .then()
                .statusCode(201);
        add(offer("OFFER", "Köln test bench", null, "26", today.plusDays(30)))
                .then()
                .statusCode(201);
        // its name, its city and what it asks for; two of its notices; and the beginning of a word
        for (String words : List.of(
                "magnetometers lasers",
                "lasers magnetometers quantum",
                "BORDEAUX magnetometers",
                "magnetometers bench",
                "route magnetom koeln")) {
            assertThat(found(words)).as(words).containsExactly("alpha-rlh");
        }
        // each word is somewhere, but not all of one cluster
        assertThat(found("magnetometers porto")).isEmpty();
        assertThat(found("magnetometers lasers xylophone")).isEmpty();
        assertThat(found("magnetometers", "city=porto")).isEmpty();
        assertThat(found("magnetometers lasers", "city=bordeaux")).containsExactly("alpha-rlh");
        // a long text is looked for as a whole
        assertThat(found("a b c d e f g h magnetometers lasers")).isEmpty();

        DirectoryData.change(
                database,
                "update cluster_offer set expires_on = date '" + today.minusDays(1) + "' where kind = 'NEED'");
        assertThat(found("magnetometers lasers")).isEmpty();
        assertThat(found("koeln lasers")).containsExactly("alpha-rlh");
    }

    @Test
    void slips_are_seen_through_in_open_notices_too_and_what_has_ended_is_forgotten() {
        String id = add(offer("NEED", "Quantum magnetometers wanted", "laser-sources", null, today))
                .path("id");
        for (String words :
                List.of("magnetmeters", "magnetometesr", "quantmu", "magnetmeters lasers", "magnetometers lsaers")) {
            assertThat(found(words)).as(words).containsExactly("alpha-rlh");
        }
        // another notice says one of the words for longer
        add(offer("OFFER", "Quantum gimbals", "laser-sources", null, today.plusDays(30)))
                .then()
                .statusCode(201);
        DirectoryData.change(
                database,
                "update cluster_offer set expires_on = date '" + today.minusDays(1) + "' where kind = 'NEED'");
        assertThat(found("magnetmeters")).isEmpty();
        assertThat(found("quantmu")).containsExactly("alpha-rlh");
        assertThat(words())
                .isEqualTo(Map.of(
                        "quantum",
                        today.plusDays(30),
                        "gimbals",
                        today.plusDays(30),
                        "magnetometers",
                        today.minusDays(1),
                        "wanted",
                        today.minusDays(1)));

        as("bordeaux")
                .header("If-Match", "\"v0\"")
                .delete(OWN + "/" + id)
                .then()
                .statusCode(204);
        assertThat(words()).containsOnlyKeys("quantum", "gimbals");
        DirectoryData.change(database, "update cluster_offer set wording = 'Quantum wells'");
        assertThat(words()).containsOnlyKeys("quantum", "wells");
        assertThat(found("quantum wels")).containsExactly("alpha-rlh");
        assertThat(found("quantum gimbls")).isEmpty();
        DirectoryData.change(database, "truncate cluster_offer");
        assertThat(words()).isEmpty();
        assertThat(found("quantmu")).isEmpty();
    }

    /** One takes back a notice while another adds one with the same word, whoever of them comes first. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_who_write_at_once_neither_loses_a_word(boolean removesFirst) throws Exception {
        add(offer("NEED", "Quantum magnetometers", "laser-sources", null, today))
                .then()
                .statusCode(201);
        String removal = "delete from cluster_offer where wording = 'Quantum magnetometers'";
        String addition =
                "insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id, expires_on, created_at)"
                        + " values (gen_random_uuid(), 0, 'gaia', 'NEED', 'Quantum gimbals', 'photonics', date '"
                        + today.plusDays(1) + "', now())";
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(removesFirst ? removal : addition);
            CompletableFuture<Void> second =
                    CompletableFuture.runAsync(() -> DirectoryData.change(database, removesFirst ? addition : removal));
            await().until(() -> DirectoryData.number(
                            database, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    > 0);
            first.commit();
            second.get(30, TimeUnit.SECONDS);
        }
        assertThat(words()).isEqualTo(Map.of("quantum", today.plusDays(1), "gimbals", today.plusDays(1)));
    }

    private static List<String> found(String words, String... narrowed) {
        return given().queryParam("q", words)
                .get("/api/v1/clusters?size=50&" + String.join("&", narrowed))
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** The words of notices with the last day on which one says them. */
    private Map<String, LocalDate> words() {
        Map<String, LocalDate> words = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select word, expires_on from offer_word")) {
            while (rows.next()) {
                words.put(rows.getString(1), rows.getObject(2, LocalDate.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }

    @Test
    void what_a_city_adds_everybody_finds_until_its_last_day() {
        Response added = add(offer("OFFER", "Beam time for partners", "laser-sources", null, today));
        added.then()
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("competence.label", equalTo("Laser sources"))
                .body("expired", equalTo(false));
        add(offer("NEED", "Hospitals for trials", null, "86", today.plusMonths(12)))
                .then()
                .statusCode(201);
        given().get("/api/v1/offers?cluster=alpha-rlh")
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.kind", contains("OFFER", "NEED"))
                .body("items.cluster", contains("ALPHA Route des Lasers", "ALPHA Route des Lasers"))
                .body("items[1].activity.code", equalTo("86"));
        given().get("/api/v1/offers?kind=NEED").then().body("items.text", contains("Hospitals for trials"));
        given().get("/api/v1/offers?competence=photonics").then().body("items.kind", contains("OFFER"));
        given().get("/api/v1/offers?city=porto").then().body("items", empty());
        given().get("/api/v1/offers?activity=86&city=bordeaux").then().body("total", equalTo(1));

        DirectoryData.change(
                database,
                "update cluster_offer set expires_on = date '" + today.minusDays(1) + "' where kind = 'OFFER'");
        given().get("/api/v1/offers").then().body("items.kind", contains("NEED"));
        as("bordeaux").get(OWN).then().body("", hasSize(2)).body("find { it.kind == 'OFFER' }.expired", equalTo(true));
    }

    @Test
    void an_offer_is_changed_only_by_who_has_seen_it_and_can_be_taken_back() {
        String id = add(offer("OFFER", "Clean room", "photonics", null, today.plusDays(30)))
                .path("id");
        Map<String, Object> renewed = offer("OFFER", "Clean room, two days", "photonics", "26", today.plusDays(60));
        body(renewed).put(OWN + "/" + id).then().statusCode(428);
        body(renewed).header("If-Match", "\"v7\"").put(OWN + "/" + id).then().statusCode(412);
        body(renewed)
                .header("If-Match", "\"v0\"")
                .put(OWN + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("text", equalTo("Clean room, two days"));
        as("bordeaux").delete(OWN + "/" + id).then().statusCode(428);
        as("bordeaux")
                .header("If-Match", "\"v1\"")
                .delete(OWN + "/" + id)
                .then()
                .statusCode(204);
        as("bordeaux").get(OWN + "/" + id).then().statusCode(404);
        given().get("/api/v1/offers").then().body("total", equalTo(0));
        assertThat(DirectoryData.number(
                        database,
                        "select count(*) from audit_entry where object_type = 'offer' and object_id = '" + id + "'"))
                .isEqualTo(3);
    }

    @Test
    void adding_twice_with_one_key_is_adding_once() {
        Map<String, Object> offer = offer("OFFER", "Clean room", "photonics", null, today.plusDays(30));
        String key = UUID.randomUUID().toString();
        Response first = body(offer).header("Idempotency-Key", key).post(OWN);
        Response second = body(offer).header("Idempotency-Key", key).post(OWN);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.<String>path("id"));
        assertThat(DirectoryData.number(database, "select count(*) from cluster_offer"))
                .isEqualTo(1);
    }

    @Test
    void another_citys_clusters_and_missing_ones_answer_alike() {
        Map<String, Object> offer = offer("OFFER", "Clean room", "photonics", null, today.plusDays(30));
        String id = add(offer).path("id");
        String foreign = as("porto").get(OWN).then().statusCode(404).extract().asString();
        String missing = as("porto")
                .get(OWN.replace("alpha-rlh", "no-such"))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(foreign.replace("alpha-rlh", "no-such")).isEqualTo(missing);
        as("porto").get(OWN + "/" + id).then().statusCode(404);
        as("porto").contentType("application/json").body(offer).post(OWN).then().statusCode(404);
        as("porto")
                .contentType("application/json")
                .body(offer)
                .header("If-Match", "\"v0\"")
                .put(OWN + "/" + id)
                .then()
                .statusCode(404);
        as("porto").header("If-Match", "\"v0\"").delete(OWN + "/" + id).then().statusCode(404);
        given().get(OWN).then().statusCode(401);
        given().auth().oauth2(TestTokens.organiser().token()).get(OWN).then().statusCode(403);
        // another cluster of the own city is another cluster
        as("bordeaux")
                .get(OWN.replace("alpha-rlh", "aerospace-valley") + "/" + id)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-02-30", "30.11.2016", "soon"})
    void a_day_that_is_none_is_told_how_days_are_written(String day) {
        Map<String, Object> offer = offer("NEED", "Partners", "photonics", null, today);
        offer.put("expiresOn", day);
        add(offer)
                .then()
                .statusCode(400)
                .body("errors.field", contains("expiresOn"))
                .body("errors.message", contains("This must be a day like 2016-11-23."));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 400})
    void a_day_in_the_past_or_too_far_is_refused_with_its_field(int days) {
        add(offer("NEED", "Partners", "photonics", null, today.plusDays(days)))
                .then()
                .statusCode(422)
                .body("errors.field", contains("expiresOn"));
        assertThat(DirectoryData.number(database, "select count(*) from cluster_offer"))
                .isZero();
    }

    @Test
    void unknown_codes_long_texts_and_malformed_values_are_refused_with_their_fields() {
        add(offer("NEED", "x".repeat(10_000), "alchemy", "00", today.plusDays(30)))
                .then()
                .statusCode(422)
                .body("errors.field", contains("text", "competence", "activity"))
                .body(
                        "errors.message",
                        contains(
                                "must have at most 1000 characters",
                                "is not a known competence",
                                "is not a known NACE division"));
        body(Map.of("kind", "SWAP", "text", "x")).post(OWN).then().statusCode(400);
        given().get("/api/v1/offers?kind=SWAP").then().statusCode(422).body("errors[0].field", equalTo("kind"));
        given().get("/api/v1/offers?competence=<b>")
                .then()
                .statusCode(422)
                .body("errors.field", contains("competence"));
        assertThat(DirectoryData.number(database, "select count(*) from cluster_offer"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"city=atlantis, city", "competence=alchemy, competence", "activity=00, activity", "activity=C, activity"
    })
    void what_nobody_knows_is_not_taken_for_a_question_without_an_answer(String query, String field) {
        given().get("/api/v1/offers?cluster=alpha-rlh&" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:invalid"))
                .body("errors.field", contains(field))
                .body("errors.message", contains("is not known"));
    }

    @Test
    void each_unknown_value_is_named_and_known_ones_without_a_notice_find_nothing() {
        given().get("/api/v1/offers?city=atlantis&competence=alchemy&activity=00")
                .then()
                .statusCode(422)
                .body("errors.field", contains("city", "competence", "activity"));
        // an empty value is what a form sends for "any"
        given().get("/api/v1/offers?city=&competence=photonics&activity=26")
                .then()
                .statusCode(200)
                .body("items", empty());
        // reviewers ask before a new cluster is public
        given().get("/api/v1/offers?cluster=not-public-yet")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void a_faulty_change_is_explained_and_the_notice_stays_as_it_was() {
        String id = add(offer("NEED", "Hospitals for trials", null, "86", today.plusDays(30)))
                .path("id");
        for (Map<String, Object> faulty : List.of(
                offer("NEED", "Hospitals", null, "86", today.minusDays(1)),
                offer("NEED", "x".repeat(10_000), null, "86", today),
                offer("NEED", "Hospitals", "alchemy", "86", today),
                offer("NEED", "bell\u0007", null, "86", today))) {
            body(faulty)
                    .header("If-Match", "\"v0\"")
                    .put(OWN + "/" + id)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:infocus:problem:invalid"))
                    .body("errors", hasSize(1))
                    .body(
                            "errors[0].message",
                            is(oneOf(
                                    "must not be in the past",
                                    "must have at most 1000 characters",
                                    "is not a known competence",
                                    "must not hold characters that cannot be shown")));
        }
        as("bordeaux")
                .get(OWN + "/" + id)
                .then()
                .header("ETag", "\"v0\"")
                .body("text", equalTo("Hospitals for trials"))
                .body("expiresOn", equalTo(today.plusDays(30).toString()));
        body(offer("NEED", "<b>Hospitals</b> & clinics", null, "86", today))
                .header("If-Match", "\"v0\"")
                .put(OWN + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.field", contains("text"))
                .body("errors.message", contains("must be plain text, without codes such as <b>"));
        // an angle bracket is text
        body(offer("NEED", "Hospitals & clinics <5 km", null, "86", today))
                .header("If-Match", "\"v0\"")
                .put(OWN + "/" + id)
                .then()
                .statusCode(200)
                .body("text", equalTo("Hospitals & clinics <5 km"));
    }

    private static Response add(Map<String, Object> offer) {
        return body(offer).post(OWN);
    }

    private static RequestSpecification body(Map<String, Object> offer) {
        return as("bordeaux").contentType("application/json").body(offer);
    }

    private static RequestSpecification as(String city) {
        return given().auth().oauth2(TestTokens.city(city).token());
    }

    private static Map<String, Object> offer(
            String kind, String text, String competence, String activity, LocalDate expiresOn) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("kind", kind);
        offer.put("text", text);
        offer.put("competence", competence);
        offer.put("activity", activity);
        offer.put("expiresOn", expiresOn.toString());
        return offer;
    }
}
