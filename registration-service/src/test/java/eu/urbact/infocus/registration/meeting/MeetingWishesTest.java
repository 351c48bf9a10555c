package eu.urbact.infocus.registration.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.privacy.Retention;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.tasksOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** A workshop of November, seen on 10 October. */
@QuarkusTest
@WithEmbeddedServers
class MeetingWishesTest {

    private static final String OWN = "/api/v1/self-service/application/meeting-wishes";
    private static final String STATED = "eu.urbact.infocus.registration.application-wishes-stated.v1";
    private static final Map<String, Object> NOTHING = wishes(List.of(), List.of(), List.of(), List.of());
    private static final Map<String, Object> SOMETHING =
            wishes(List.of("software-engineering"), List.of("62"), List.of("composites", "biopharma"), List.of());

    @Inject
    Registrations registrations;

    @Inject
    MeetingWishesPersonalData personalData;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private String call;
    private String person;
    private String token;

    @BeforeEach
    void admit() {
        call = registrations.openCall();
        person = applied(application(call));
        decide(person, "ADMIT").statusCode(200);
        token = linkToken(person);
    }

    @Test
    void a_person_with_a_place_says_it_changes_it_and_takes_it_back() {
        own().header("ETag", "\"v0\"")
                .header("Cache-Control", "no-store")
                .body("workshopTitle", equalTo("Workshop of the test"))
                .body("zone", equalTo("Europe/Berlin"))
                .body("startsAt", equalTo("2016-11-23T12:30:00Z"))
                .body("fixed", equalTo(false))
                .body("offers.competences", hasSize(0))
                .body("statedAt", nullValue());
        tasks().body("open", equalTo(0))
                .body("tasks", hasSize(0))
                .body("optional.code", equalTo(List.of("MEETINGS")))
                .body("optional[0].answered", equalTo(false))
                .body("optional[0].dueAt", equalTo("2016-11-23T12:30:00Z"));

        put("\"v0\"", SOMETHING)
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("offers.competences", equalTo(List.of("software-engineering")))
                .body("offers.activities", equalTo(List.of("62")))
                .body("needs.competences", equalTo(List.of("biopharma", "composites")))
                .body("needs.activities", hasSize(0))
                .body("statedAt", startsWith("2016-10-10T"));
        own().header("ETag", "\"v1\"").body("version", equalTo(1));
        tasks().body("optional[0].answered", equalTo(true));
        ByLink.ownData(token)
                .body("sections.meetingWishes.needs.competences", equalTo(List.of("biopharma", "composites")))
                .body("kept.findAll { it.section == 'meetingWishes' }.field", equalTo(List.of("offers", "needs")));

        put("\"v1\"", NOTHING).statusCode(200).header("ETag", "\"v2\"").body("offers.activities", hasSize(0));
        tasks().body("optional[0].answered", equalTo(false));
        Registrations.history(person)
                .body("items.findAll { it.action == 'meeting-wishes-stated' }.size()", equalTo(2))
                .body("items[0].actor", equalTo("applicant"))
                // that it was told, and not what: the trail outlives the person's data
                .body("items[0].details", equalTo(Map.of()))
                .body("items[1].details", equalTo(Map.of()));
    }

    @Test
    void what_has_changed_in_the_meantime_is_not_overwritten() {
        put(null, SOMETHING).statusCode(428);
        put("\"v0\"", SOMETHING).statusCode(200);
        put("\"v0\"", NOTHING).statusCode(412).body("type", equalTo("urn:infocus:problem:stale"));
        // the same again, as with a double click, overwrites nothing
        put("\"v0\"", SOMETHING).statusCode(200).header("ETag", "\"v1\"");
        own().body("offers.activities", equalTo(List.of("62")));
    }

    @Test
    void the_directory_is_told_once_without_a_word_about_the_person() {
        put("\"v0\"", SOMETHING).statusCode(200);
        put("\"v1\"", SOMETHING).statusCode(200);
        put("\"v1\"", NOTHING).statusCode(200);

        await().untilAsserted(() ->
                assertThat(told()).extracting(Topics.Delivered::version).containsExactly(3L, 4L));
        told().forEach(record -> {
            Contracts.ofThisService().assertValid(record.type(), record.value());
            assertThat(record.value()).doesNotContain("Quellenfinder", "example.org", "version", "saysNothing");
        });
        assertThat(told().get(0).value())
                .contains(
                        "\"applicationId\":\"" + person + "\"",
                        "\"offers\":{\"competences\":[\"software-engineering\"],\"activities\":[\"62\"]}",
                        "\"needs\":{\"competences\":[\"biopharma\",\"composites\"],\"activities\":[]}");
        assertThat(told().get(1).value()).contains("\"offers\":{\"competences\":[],\"activities\":[]}");
    }

    @Test
    void form_and_number_of_codes_are_checked() {
        List<String> six = IntStream.range(0, 6).mapToObj(i -> "code-" + i).toList();
        List<String> five = six.subList(0, 5);
        List<String> divisions = List.of("10", "11", "12", "13", "14");
        put("\"v0\"", wishes(six, List.of(), List.of(), List.of()))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("offers.competences")));
        put("\"v0\"", wishes(List.of(), List.of(), List.of(), List.of("10", "11", "12", "13", "14", "15")))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("needs.activities")));
        for (String odd : List.of("", "Software", "a b", "<b>", "x".repeat(61))) {
            put("\"v0\"", wishes(List.of(), List.of(), List.of(odd), List.of())).statusCode(422);
        }
        for (String odd : List.of("", "6", "620", "AB")) {
            put("\"v0\"", wishes(List.of(), List.of(odd), List.of(), List.of())).statusCode(422);
        }
        put("\"v0\"", Map.of("offers", Map.of("competences", List.of(), "activities", List.of())))
                .statusCode(422);
        own().header("ETag", "\"v0\"");
        put("\"v0\"", wishes(five, divisions, five, divisions)).statusCode(200);
    }

    @Test
    void nobody_without_a_place_is_asked_or_may_answer() {
        String waiting = applied(application(call));
        String waitingToken = linkToken(waiting);
        for (String decision : List.of("", "WAITLIST", "DECLINE")) {
            if (!decision.isEmpty()) {
                decide(waiting, decision).statusCode(200);
            }
            show(waitingToken).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
            put(waitingToken, "\"v0\"", SOMETHING)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:not-admitted"));
        }
        for (String bad : List.of("nonsense", "", token + "A")) {
            show(bad).statusCode(404);
            put(bad, "\"v0\"", SOMETHING).statusCode(404);
        }
    }

    @Test
    void from_the_beginning_of_the_workshop_on_it_stays_as_it_is() {
        put("\"v0\"", SOMETHING).statusCode(200);
        workshopBegan();

        own().body("fixed", equalTo(true)).body("offers.activities", equalTo(List.of("62")));
        put("\"v1\"", NOTHING).statusCode(409).body("type", equalTo("urn:infocus:problem:meetings-fixed"));
        tasks().body("optional", hasSize(0));
    }

    @Test
    void whoever_loses_the_place_or_is_forgotten_has_said_nothing() {
        for (String decision : List.of("WAITLIST", "DECLINE")) {
            put("*", SOMETHING).statusCode(200);
            decide(person, decision).statusCode(200);
            assertThat(rows()).as(decision).isZero();
            decide(person, "ADMIT").statusCode(200);
            own().header("ETag", "\"v0\"").body("offers.activities", hasSize(0));
        }
        put("\"v0\"", SOMETHING).statusCode(200);
        workshopBegan();
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        assertThat(rows()).isZero();
        show(token).statusCode(404);
        put("*", SOMETHING).statusCode(404);
    }

    @Test
    void soon_after_the_workshop_it_is_deleted_and_the_directory_told() {
        put("\"v0\"", SOMETHING).statusCode(200);
        UUID id = UUID.fromString(person);
        for (Retention early : List.of(Retention.DECISION, Retention.EVIDENCE)) {
            assertThat(clear(id, early)).isFalse();
        }
        assertThat(clear(id, Retention.LOGISTICS)).isTrue();
        assertThat(clear(id, Retention.LOGISTICS)).isFalse();
        assertThat(rows()).isZero();
        ByLink.ownData(token).body("sections", not(hasKey("meetingWishes")));
        await().untilAsserted(() -> assertThat(told()).hasSize(2));
        assertThat(told().get(1).value()).contains("\"needs\":{\"competences\":[],\"activities\":[]}");
    }

    private boolean clear(UUID id, Retention due) {
        return QuarkusTransaction.requiringNew().call(() -> personalData.clear(id, due));
    }

    private List<Topics.Delivered> told() {
        return Topics.read("infocus.registration.v1", person).stream()
                .filter(record -> record.type().equals(STATED))
                .toList();
    }

    private long rows() {
        return QuarkusTransaction.requiringNew().call(() -> (Long)
                database.createNativeQuery("select count(*) from meeting_wishes where application_id = :id", Long.class)
                        .setParameter("id", UUID.fromString(person))
                        .getSingleResult());
    }

    private void workshopBegan() {
        Instant now = clock.instant();
        registrations.workshopIs(call, now.minusSeconds(1), now.plus(Duration.ofDays(2)));
    }

    private ValidatableResponse own() {
        return show(token).statusCode(200);
    }

    private static ValidatableResponse show(String link) {
        return given().header("Application-Link", link).get(OWN).then();
    }

    private ValidatableResponse tasks() {
        return tasksOf(token);
    }

    private ValidatableResponse put(String ifMatch, Map<String, Object> wishes) {
        return put(token, ifMatch, wishes);
    }

    private static ValidatableResponse put(String link, String ifMatch, Map<String, Object> wishes) {
        RequestSpecification request = given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(wishes);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(OWN)
                .then();
    }

    private static Map<String, Object> wishes(
            List<String> offered, List<String> offeredActivities, List<String> needed, List<String> neededActivities) {
        return Map.of(
                "offers", Map.of("competences", offered, "activities", offeredActivities),
                "needs", Map.of("competences", needed, "activities", neededActivities));
    }
}
