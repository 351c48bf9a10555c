package eu.urbact.infocus.registration.calendar;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithEmbeddedServers
class CalendarTest {

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    private String call;
    private String id;

    @BeforeEach
    void apply() {
        call = registrations.openCall();
        id = applied(application(call));
    }

    @Test
    void the_entry_holds_the_days_of_the_workshop_in_the_time_of_its_venue() throws Exception {
        decide(id, "ADMIT").statusCode(200);
        String token = linkToken(id);
        String slug = ByLink.application(token)
                .body("hasCalendar", equalTo(true))
                .body("nextStepAt", equalTo("2016-11-23T12:30:00Z"))
                .extract()
                .path("workshopSlug");
        String text = download(token)
                .statusCode(200)
                .contentType("text/calendar")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(text.replace("\r\n ", ""))
                .contains("\r\nDTSTART;TZID=Europe/Berlin:20161123T133000\r\n")
                .contains("\r\nDTEND;TZID=Europe/Berlin:20161125T140000\r\n")
                .contains("\r\nTZID:Europe/Berlin\r\n")
                .contains("\r\nSUMMARY:Workshop of the test\r\n")
                .contains("\r\nLOCATION:Frankfurt\r\n")
                .contains("\r\nURL:http://localhost:8080/en/w/" + slug + "\r\n")
                .contains("\r\nUID:workshop-")
                .containsPattern("\r\nSEQUENCE:[1-9][0-9]{7,}\r\n")
                .doesNotContain(token, "Quellenfinder", "example.org", "METHOD");
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        VEvent event = calendar.<VEvent>getComponents(Component.VEVENT).get(0);
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(1);
        assertThat(event.<ZonedDateTime>getDateTimeStart().getDate().toInstant())
                .hasToString("2016-11-23T12:30:00Z");
        // the same entry every time, so that it is replaced and not doubled
        String again = download(token).extract().asString();
        assertThat(uid(again)).isEqualTo(uid(text));
    }

    @Test
    void an_entry_made_after_the_workshop_has_moved_replaces_the_one_before() {
        decide(id, "ADMIT").statusCode(200);
        String other = applied(application(call));
        String token = linkToken(id);
        longAgo();
        String before = download(token).extract().asString();
        assertThat(download(token).extract().asString()).contains(sequence(before));

        moveTo("2016-11-24T12:30:00Z");
        String after = download(token).extract().asString();
        assertThat(uid(after)).isEqualTo(uid(before));
        assertThat(after).contains("DTSTART;TZID=Europe/Berlin:20161124T133000\r\n");
        assertThat(number(after)).isGreaterThan(number(before));

        await().untilAsserted(() ->
                assertThat(facts(id)).containsExactly("application-submitted", "application-admitted", "place-moved"));
        // the same announced again moves nothing
        moveTo("2016-11-24T12:30:00Z");
        assertThat(download(token).extract().asString()).contains(sequence(after));
        moveTo("2016-11-24T13:00:00Z");
        await().untilAsserted(() ->
                assertThat(facts(id)).filteredOn("place-moved"::equals).hasSize(2));
        // who has applied is told, too, as long as they have not withdrawn
        await().untilAsserted(() -> assertThat(facts(other))
                .containsExactly("application-submitted", "applicant-moved", "applicant-moved"));
        for (String person : List.of(id, other)) {
            Topics.read("infocus.registration.v1", person).forEach(record -> {
                Contracts.ofThisService().assertValid(record.type(), record.value());
                assertThat(record.value()).doesNotContain("Quellenfinder");
            });
        }
    }

    @Test
    void who_may_still_get_a_place_is_told_of_another_time_and_nobody_else() {
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        String declined = applied(application(call));
        decide(declined, "DECLINE").statusCode(200);
        String withdrawn = applied(application(call));
        ByLink.withdraw(linkToken(withdrawn)).statusCode(200);
        String forgotten = applied(application(call));
        given().header("Application-Link", linkToken(forgotten))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        moveTo("2016-11-24T12:30:00Z");
        for (String person : List.of(id, waiting)) {
            await().untilAsserted(() -> assertThat(facts(person))
                    .filteredOn("applicant-moved"::equals)
                    .hasSize(1));
        }
        for (String person : List.of(declined, withdrawn, forgotten)) {
            await().untilAsserted(() -> assertThat(facts(person)).hasSizeGreaterThan(1));
            assertThat(facts(person)).doesNotContain("applicant-moved", "place-moved");
        }
        given().header("Application-Link", linkToken(waiting))
                .get("/api/v1/self-service/waiting-list")
                .then()
                .statusCode(200)
                .body("workshopTitle", equalTo("Workshop of the test"))
                .body("workshopStartsAt", equalTo("2016-11-24T12:30:00Z"))
                .body("workshopEndsAt", equalTo("2016-11-25T13:00:00Z"))
                .body("workshopPlace", equalTo("Frankfurt"));
        ByLink.application(linkToken(waiting)).body("workshopPlace", equalTo("Frankfurt"));
    }

    @Test
    void the_entry_names_the_venue_as_soon_as_it_is_known_and_people_are_told_of_another_one() {
        decide(id, "ADMIT").statusCode(200);
        String other = applied(application(call));
        String token = linkToken(id);
        longAgo();
        String city = download(token).extract().asString();
        assertThat(location(city)).isEqualTo("LOCATION:Frankfurt");

        // known now: a better entry, and nothing that anybody was told otherwise
        venueIs("Town hall", "Main Square 1, Frankfurt am Main");
        String known = download(token).extract().asString();
        assertThat(location(known)).isEqualTo("LOCATION:Town hall\\, Main Square 1\\, Frankfurt am Main");
        assertThat(uid(known)).isEqualTo(uid(city));
        assertThat(number(known)).isGreaterThan(number(city));
        venueIs("Town hall", "Main Square 1, Frankfurt am Main");
        assertThat(download(token).extract().asString()).contains(sequence(known));
        assertThat(moves()).isEmpty();

        longAgo();
        String later = download(token).extract().asString();
        venueIs("Harbour house", "Quay 2, Frankfurt am Main");
        String changed = download(token).extract().asString();
        assertThat(location(changed)).isEqualTo("LOCATION:Harbour house\\, Quay 2\\, Frankfurt am Main");
        assertThat(number(changed)).isGreaterThan(number(later));
        assertThat(moves()).hasSize(1);
        // the same house in another street, and back
        venueIs("Harbour house", "Quay 3, Frankfurt am Main");
        assertThat(moves()).hasSize(2);
        venueIs("Town hall", "Main Square 1, Frankfurt am Main");
        venueIs("Town hall", "Main Square 1, Frankfurt am Main");
        assertThat(moves()).hasSize(3);
        // it is not there any more, and where it is instead nobody knows
        venueIs(null, null);
        assertThat(moves()).hasSize(4);
        assertThat(location(download(token).extract().asString())).isEqualTo("LOCATION:Frankfurt");
        await().untilAsserted(() ->
                assertThat(facts(id)).filteredOn("place-moved"::equals).hasSize(4));
        assertThat(facts(other)).doesNotContain("place-moved");
        Topics.read("infocus.registration.v1", id).forEach(record -> {
            Contracts.ofThisService().assertValid(record.type(), record.value());
            assertThat(record.value()).doesNotContain("house", "hall");
        });
    }

    @Test
    void a_venue_that_is_announced_twice_is_told_once() {
        decide(id, "ADMIT").statusCode(200);
        String workshop = workshopId();
        String token = linkToken(id);
        announce(workshop, UUID.randomUUID(), 1, "Town hall");
        await().untilAsserted(() ->
                assertThat(location(download(token).extract().asString())).startsWith("LOCATION:Town hall"));
        UUID event = UUID.randomUUID();
        announce(workshop, event, 2, "Harbour house");
        announce(workshop, event, 2, "Harbour house");
        // the same said in another event
        announce(workshop, UUID.randomUUID(), 3, "Harbour house");
        announce(workshop, UUID.randomUUID(), 4, "Palm garden");
        await().untilAsserted(() ->
                assertThat(location(download(token).extract().asString())).startsWith("LOCATION:Palm garden"));
        assertThat(moves()).hasSize(2);
        recipients(id)
                .statusCode(200)
                .body("recipients[0].workshop.venueName", equalTo("Palm garden"))
                .body("recipients[0].workshop.venueAddress", equalTo("Street 1, Frankfurt am Main"));
    }

    private static void announce(String workshop, UUID event, long version, String venue) {
        Topics.send(
                "infocus.programme.v1",
                workshop,
                "eu.urbact.infocus.programme.workshop-announced.v1",
                event,
                version,
                """
                {"workshopId":"%s","slug":"workshop-%1$s","title":"Workshop of the test","theme":"Tests","hostCityId":"frankfurt",
                 "startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-25T13:00:00Z","zone":"Europe/Berlin",
                 "venue":{"name":"%s","address":"Street 1, Frankfurt am Main"}}""".formatted(workshop, venue));
    }

    private void venueIs(String name, String address) {
        registrations.venueIs(call, name, address);
    }

    private String workshopId() {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(
                        database.createNativeQuery("select workshop_id from application where id = :id", UUID.class)
                                .setParameter("id", UUID.fromString(id))
                                .getSingleResult()));
    }

    /** What the person has been told about moves, whether it has left the service or not. */
    private List<?> moves() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select position from outbox_event where message_key = :id and type like '%.place-moved.v1'")
                .setParameter("id", id)
                .getResultList());
    }

    @Test
    void nobody_is_told_of_another_time_of_what_is_over() {
        decide(id, "ADMIT").statusCode(200);
        registrations.workshopIs(call, Instant.parse("2016-10-05T08:00:00Z"), Instant.parse("2016-10-07T15:00:00Z"));
        // but of what takes place after all
        moveTo("2016-11-24T12:30:00Z");
        await().untilAsserted(() ->
                assertThat(facts(id)).containsExactly("application-submitted", "application-admitted", "place-moved"));
    }

    @Test
    void who_has_been_forgotten_is_not_told_of_another_time() {
        String other = applied(application(call));
        for (String person : List.of(id, other)) {
            decide(person, "ADMIT").statusCode(200);
        }
        // whoever is forgotten afterwards stays counted as admitted
        registrations.workshopIs(call, Instant.parse("2016-10-05T08:00:00Z"), Instant.parse("2016-10-07T15:00:00Z"));
        Registrations.organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "PERSON_ASKED"))
                .post("/api/v1/admin/applications/" + id + "/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("ADMITTED"));
        moveTo("2016-11-24T12:30:00Z");
        await().untilAsserted(() -> assertThat(facts(other)).endsWith("place-moved"));
        await().untilAsserted(() -> assertThat(facts(id)).endsWith("application-erased"));
        assertThat(facts(id)).doesNotContain("place-moved");
    }

    private void moveTo(String startsAt) {
        registrations.workshopIs(call, Instant.parse(startsAt), Instant.parse("2016-11-25T13:00:00Z"));
    }

    /** What was said and decided until now was so some minutes ago: numbers count seconds. */
    private void longAgo() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery(
                            "update application set decided_at = decided_at - interval '5 minutes' where id = :id")
                    .setParameter("id", UUID.fromString(id))
                    .executeUpdate();
            database.createNativeQuery("update workshop_view set changed_at = changed_at - interval '10 minutes'"
                            + " where id = (select workshop_id from application where id = :id)")
                    .setParameter("id", UUID.fromString(id))
                    .executeUpdate();
        });
    }

    private static List<String> facts(String application) {
        return Topics.read("infocus.registration.v1", application).stream()
                .map(record -> record.type().replaceAll("^eu[.]urbact[.]infocus[.]registration[.]|[.]v1$", ""))
                .toList();
    }

    private static String sequence(String text) {
        return text.lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .findFirst()
                .orElseThrow();
    }

    private static int number(String text) {
        return Integer.parseInt(sequence(text).substring("SEQUENCE:".length()));
    }

    @Test
    void without_a_place_there_is_none() {
        download(linkToken(id)).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
        decide(id, "ADMIT").statusCode(200);
        download(linkToken(id)).statusCode(200);
        ByLink.withdraw(linkToken(id)).statusCode(200).body("hasCalendar", equalTo(false));
        download(linkToken(id)).statusCode(409);
        download("nonsense").statusCode(404);
    }

    private static String location(String text) {
        return text.replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith("LOCATION:"))
                .findFirst()
                .orElseThrow();
    }

    private static String uid(String text) {
        return text.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    private static ValidatableResponse download(String token) {
        return given().header("Application-Link", token)
                .get("/api/v1/self-service/calendar")
                .then();
    }
}
