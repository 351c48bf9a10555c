package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.tasksOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A hotel that keeps rooms for a workshop of 23 to 25 November, which is moved to 16 to 18 January when one is confirmed. */
@QuarkusTest
@WithEmbeddedServers
class MovedWorkshopTest {

    private static final String OWN = "/api/v1/self-service/hotel";
    private static final List<String> OLD = List.of("2016-11-23", "2016-11-24");
    private static final List<String> NEW = List.of("2017-01-16", "2017-01-17");

    @Inject
    Registrations registrations;

    @Inject
    RemindOfHotels remindOfHotels;

    @Inject
    EntityManager database;

    private String call;
    private String hotel;
    private String person;
    private String token;

    @BeforeEach
    void open() {
        call = registrations.openCall();
        hotel = organiser()
                .contentType(ContentType.JSON)
                .body(definition("Plain", 1, OLD))
                .post(hotels())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        person = Registrations.admitted(application(call));
        token = linkToken(person);
    }

    @Test
    void what_a_hotel_has_kept_can_stay_and_only_other_nights_are_judged() {
        confirmed();
        put(definition("Plain", 1, List.of("2017-01-16")))
                .statusCode(422)
                .body("errors[0].field", equalTo("nights[0].night"));
        move();
        put(definition("Renamed", 1, OLD))
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("nights.tooFar", equalTo(List.of(true, true)));
        List<String> both = new ArrayList<>(OLD);
        both.addAll(NEW);
        Map<String, Object> longer = definition("Plain", 2, both);
        // not after the first night in which somebody gets a room
        longer.put("releaseAt", "2017-01-17T00:00:00+01:00");
        put(longer).statusCode(422).body("errors.field", equalTo(List.of("releaseAt")));
        longer.put("releaseAt", "2017-01-10T18:00:00+01:00");
        put(longer).statusCode(200).body("nights.tooFar", equalTo(List.of(true, true, false, false)));
        both.add("2016-11-25");
        put(definition("Plain", 2, both))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("nights[4].night")))
                .body("errors.message", equalTo(List.of("must be within 14 days before or after the workshop")));
    }

    @Test
    void a_room_of_the_earlier_days_is_seen_to_be_one_and_none_is_given_any_more() {
        String waiting = linkToken(Registrations.admitted(application(call)));
        request(waiting, OLD.get(0), "2016-11-25").statusCode(200);
        put(definition("Plain", 3, OLD)).statusCode(200);
        own(waiting).body("request.outside", equalTo(false));
        tasksOf(waiting).body("tasks[0].answered", equalTo(true));
        move();

        own(waiting)
                .body("request.outside", equalTo(true))
                .body("hotels[0].nights.tooFar", equalTo(List.of(true, true)));
        tasksOf(waiting).body("tasks[0].answered", equalTo(false));
        organiser().get(requests()).then().body("items.outside", equalTo(List.of(true)));
        decide(requestId(), "CONFIRM")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:days-moved"))
                .body(
                        "detail",
                        equalTo(
                                "These nights are more than 14 days away from the workshop. Rooms are given for nights nearer to it."));
        request(token, OLD.get(0), "2016-11-25")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:days-moved"));
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("confirmation", "AUTOMATIC"))
                .put(hotels() + "/confirmation")
                .then()
                .statusCode(200);
        own(waiting).body("request.state", equalTo("REQUESTED"));

        put(definition("Plain", 3, NEW)).statusCode(200);
        request(token, NEW.get(0), "2017-01-18")
                .statusCode(200)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.outside", equalTo(false));
        tasksOf(token).body("tasks[0].answered", equalTo(true));
    }

    @Test
    void who_has_said_something_about_the_earlier_days_only_is_reminded() {
        confirmed();
        String none = Registrations.admitted(application(call));
        given().header("Application-Link", linkToken(none))
                .put(OWN + "/no-room-needed")
                .then()
                .statusCode(200);
        for (String one : List.of(person, none)) {
            set("update application set decided_at = '2016-10-08' where id = :id", one);
        }
        set("update hotel set release_at = '2016-10-14T18:00:00Z' where id = :id", hotel);
        remindOfHotels.remindDue();
        assertThat(registrations.told(person)).doesNotContain("hotel-answer-due");
        move();
        remindOfHotels.remindDue();
        assertThat(registrations.told(person)).endsWith("hotel-answer-due");
        assertThat(registrations.told(none)).doesNotContain("hotel-answer-due");
    }

    @Test
    void who_has_said_nothing_is_reminded_once_for_the_days_that_the_workshop_is_on() {
        set("update application set decided_at = '2016-10-08' where id = :id", person);
        set("update hotel set release_at = '2016-10-14T18:00:00Z' where id = :id", hotel);
        remindOfHotels.remindDue();
        registrations.workshopIsCalled(call, "Another name");
        remindOfHotels.remindDue();
        assertThat(registrations.told(person))
                .filteredOn("hotel-answer-due"::equals)
                .hasSize(1);
        move();
        remindOfHotels.remindDue();
        remindOfHotels.remindDue();
        assertThat(registrations.told(person))
                .filteredOn("hotel-answer-due"::equals)
                .hasSize(2);
    }

    @Test
    void who_asks_for_another_room_on_the_new_days_has_answered_until_they_take_that_back() {
        confirmed();
        set("update application set decided_at = '2016-10-08' where id = :id", person);
        move();
        List<String> both = new ArrayList<>(OLD);
        both.addAll(NEW);
        Map<String, Object> longer = definition("Plain", 1, both);
        longer.put("releaseAt", "2017-01-10T18:00:00+01:00");
        put(longer).statusCode(200);
        set("update hotel set release_at = '2016-10-14T18:00:00Z' where id = :id", hotel);
        tasksOf(token).body("tasks[0].answered", equalTo(false));
        send(token, NEW.get(0), NEW.get(1), "/change").statusCode(200);
        tasksOf(token).body("tasks[0].answered", equalTo(true));
        remindOfHotels.remindDue();
        assertThat(registrations.told(person)).doesNotContain("hotel-answer-due");

        given().header("Application-Link", token).delete(OWN + "/change").then().statusCode(200);
        tasksOf(token).body("tasks[0].answered", equalTo(false));
        remindOfHotels.remindDue();
        assertThat(registrations.told(person)).endsWith("hotel-answer-due");
    }

    @Test
    void a_room_is_asked_for_until_the_workshop_begins_and_by_nobody_after_it() {
        String silent = Registrations.admitted(application(call));
        set("update application set decided_at = '2016-10-08' where id = :id", silent);
        set("update hotel set release_at = '2016-10-16T18:00:00Z' where id = :id", hotel);
        registrations.workshopIs(call, Instant.parse("2016-10-13T12:30:00Z"), Instant.parse("2016-10-14T13:00:00Z"));
        tasksOf(linkToken(silent)).body("tasks[0].dueAt", equalTo("2016-10-13T12:30:00Z"));
        String reminded = Registrations.admitted(application(call));
        set("update application set decided_at = '2016-10-08' where id = :id", reminded);
        set("update application set decided_at = '2016-10-10T07:59:00Z' where id = :id", silent);
        remindOfHotels.remindDue();
        await().untilAsserted(() -> assertThat(Registrations.facts(reminded)).endsWith("hotel-answer-due"));
        assertThat(Topics.read("infocus.registration.v1", reminded).stream()
                        .reduce((before, last) -> last)
                        .orElseThrow()
                        .value())
                .contains("2016-10-13T12:30:00Z")
                .doesNotContain("2016-10-16T18:00:00Z");
        set("update application set decided_at = '2016-10-08' where id = :id", silent);
        registrations.workshopIs(call, Instant.parse("2016-10-09T12:30:00Z"), Instant.parse("2016-10-11T13:00:00Z"));
        tasksOf(linkToken(silent)).body("tasks[0].dueAt", equalTo("2016-10-11T13:00:00Z"));
        registrations.workshopIs(call, Instant.parse("2016-10-07T12:30:00Z"), Instant.parse("2016-10-09T13:00:00Z"));
        tasksOf(linkToken(silent)).body("tasks", equalTo(List.of())).body("open", equalTo(0));
        remindOfHotels.remindDue();
        assertThat(registrations.told(silent)).doesNotContain("hotel-answer-due");
    }

    @Test
    void no_other_room_of_the_earlier_days_is_asked_for_instead_of_the_confirmed_one() {
        confirmed();
        move();
        send(token, OLD.get(0), OLD.get(1), "/change")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:days-moved"));
        own(token).body("request.state", equalTo("CONFIRMED")).body("request.change", nullValue());

        List<String> both = new ArrayList<>(OLD);
        both.addAll(NEW);
        Map<String, Object> longer = definition("Plain", 1, both);
        longer.put("releaseAt", "2017-01-10T18:00:00+01:00");
        put(longer).statusCode(200);
        send(token, NEW.get(0), NEW.get(1), "/change")
                .statusCode(200)
                .body("request.change.checkIn", equalTo(NEW.get(0)));
    }

    @Test
    void a_room_is_taken_back_by_organisers_who_have_seen_it_and_by_nobody_else() {
        request(token, OLD.get(0), "2016-11-25").statusCode(200);
        String path = requests() + "/" + requestId();
        String seen = organiser().get(path).then().statusCode(200).extract().header("ETag");
        decide(requestId(), "CONFIRM").statusCode(200);
        for (TestTokens wrong : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
            takeBack(given().auth().oauth2(wrong.token()), path, "*").statusCode(403);
        }
        takeBack(organiser(), path, seen)
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"))
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true));
        own(token).body("request.state", equalTo("CONFIRMED"));
        String now = organiser().get(path).then().extract().header("ETag");
        takeBack(organiser(), path, now).statusCode(200).body("state", equalTo("REFUSED"));
    }

    @Test
    void organisers_take_a_room_back_so_that_its_nights_can_go() {
        request(token, OLD.get(0), "2016-11-25").statusCode(200);
        String id = requestId();
        decide(id, "TAKE_BACK")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-not-confirmed"))
                .body("detail", equalTo("There is no room to take back."));
        decide(id, "CONFIRM").statusCode(200);
        move();
        put(definition("Plain", 1, NEW))
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "1 single room is held on 23 November 2016. 1 single room is held on 24 November 2016."));
        given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("decision", "TAKE_BACK"))
                .post(requests() + "/" + id + "/decision")
                .then()
                .statusCode(401);

        decide(id, "TAKE_BACK")
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("hotelId", nullValue())
                .body("answer", equalTo("Please ask again."));
        decide(id, "TAKE_BACK").statusCode(409).body("type", equalTo("urn:infocus:problem:room-not-confirmed"));
        own(token)
                .body("request.state", equalTo("REFUSED"))
                .body("request.priceCents", nullValue())
                .body("request.answer", equalTo("Please ask again."))
                .body("hotels[0].nights.free", equalTo(List.of(1, 1)));
        await().untilAsserted(() ->
                assertThat(Registrations.facts(person)).endsWith("hotel-confirmed", "place-moved", "hotel-refused"));
        String told = Topics.read("infocus.registration.v1", person).stream()
                .reduce((before, last) -> last)
                .orElseThrow()
                .value();
        Contracts.ofThisService().assertValid("hotel-refused.v1", told);
        assertThat(JsonPath.from(told).getBoolean("takenBack")).isTrue();
        Registrations.history(person)
                .body("items[0].action", equalTo("hotel-room-taken-back"))
                .body("items[0].details.hotel", equalTo(hotel))
                .body("items[0].details.state.after", equalTo("REFUSED"));
        put(definition("Plain", 1, NEW)).statusCode(200).body("nights.night", equalTo(NEW));
        request(token, NEW.get(0), "2017-01-18").statusCode(200).body("request.state", equalTo("REQUESTED"));
    }

    @Test
    void nothing_is_taken_back_from_a_person_whose_data_are_erased() {
        confirmed();
        String id = requestId();
        // who had a place when the workshop began keeps it when they are forgotten
        registrations.workshopIs(call, Instant.parse("2016-10-09T12:30:00Z"), Instant.parse("2016-10-12T13:00:00Z"));
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        decide(id, "TAKE_BACK").statusCode(409).body("type", equalTo("urn:infocus:problem:person-erased"));
    }

    private void confirmed() {
        request(token, OLD.get(0), "2016-11-25").statusCode(200);
        decide(requestId(), "CONFIRM").statusCode(200);
    }

    private void set(String sql, String id) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(sql)
                .setParameter("id", UUID.fromString(id))
                .executeUpdate());
    }

    private void move() {
        registrations.workshopIs(call, Instant.parse("2017-01-16T12:30:00Z"), Instant.parse("2017-01-18T13:00:00Z"));
    }

    private static Map<String, Object> definition(String name, int rooms, List<String> nights) {
        Map<String, Object> hotel = new HashMap<>();
        hotel.put("name", name);
        hotel.put("address", "Street 1, Frankfurt am Main");
        hotel.put("category", "Comfort");
        hotel.put("releaseAt", "2016-11-03T18:00:00+01:00");
        hotel.put(
                "nights",
                nights.stream()
                        .map(night -> Map.of("roomType", "SINGLE", "night", night, "rooms", rooms, "priceCents", 9_000))
                        .toList());
        return hotel;
    }

    private ValidatableResponse put(Map<String, Object> definition) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(definition)
                .put(hotels() + "/" + hotel)
                .then();
    }

    private static ValidatableResponse own(String link) {
        return given().header("Application-Link", link).get(OWN).then();
    }

    private ValidatableResponse request(String link, String from, String to) {
        return send(link, from, to, "/request");
    }

    private ValidatableResponse send(String link, String from, String to, String path) {
        return given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "roomType",
                        "SINGLE",
                        "checkIn",
                        from,
                        "checkOut",
                        to,
                        "preferredHotelId",
                        hotel,
                        "othersWelcome",
                        false))
                .put(OWN + path)
                .then();
    }

    private ValidatableResponse decide(String request, String decision) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", decision, "answer", "Please ask again."))
                .post(requests() + "/" + request + "/decision")
                .then();
    }

    private static ValidatableResponse takeBack(RequestSpecification who, String path, String ifMatch) {
        return who.header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "TAKE_BACK"))
                .post(path + "/decision")
                .then();
    }

    private String requestId() {
        return organiser().get(requests()).then().extract().path("items[0].id");
    }

    private String hotels() {
        return "/api/v1/admin/calls/" + call + "/hotels";
    }

    private String requests() {
        return "/api/v1/admin/calls/" + call + "/hotel-requests";
    }
}
