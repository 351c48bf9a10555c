package eu.urbact.infocus.registration.hotel;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Spreadsheets;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.application.WithdrawApplication;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.tasksOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

/** Two hotels that keep rooms for a workshop of November until the third of that month, seen on 10 October. */
@QuarkusTest
@WithEmbeddedServers
class HotelTest {

    private static final String OWN = "/api/v1/self-service/hotel";
    private static final List<String> NIGHTS = List.of("2016-11-23", "2016-11-24", "2016-11-25");

    @Inject
    Registrations registrations;

    @Inject
    ReleaseRooms releaseRooms;

    @Inject
    RemindOfHotels remindOfHotels;

    @Inject
    WarnOrganisers warnOrganisers;

    @Inject
    RequestRoom requestRoom;

    @Inject
    DecideRoomRequest decideRoomRequest;

    @Inject
    DefineHotel defineHotel;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    private String call;
    private String plain;
    private String grand;
    private String person;
    private String token;

    @BeforeEach
    void open() {
        call = registrations.openCall();
        plain = hotel("Plain", 1, 9_000);
        grand = hotel("Grand", 2, 13_550);
        person = admitted();
        token = linkToken(person);
    }

    @Test
    void everybody_sees_which_hotels_keep_rooms_at_what_price_and_until_when() {
        Map<String, Object> both = definition("Zenith", 3, 8_000);
        both.put(
                "nights",
                List.of(
                        night("2016-11-23", 3, 8_000),
                        night("2016-11-24", 3, 9_500),
                        Map.of("roomType", "DOUBLE", "night", "2016-11-23", "rooms", 1, "priceCents", 12_000)));
        both.put("releaseAt", "2016-10-20T18:00:00+02:00");
        organiser()
                .contentType(ContentType.JSON)
                .body(both)
                .post(hotels())
                .then()
                .statusCode(201);
        String shown = "/api/v1/calls/" + call + "/hotels";
        given().get(shown)
                .then()
                .statusCode(200)
                .body("name", equalTo(List.of("Grand", "Plain", "Zenith")))
                .body(
                        "[1]",
                        equalTo(Map.of(
                                "name", "Plain",
                                "address", "Street 1, Frankfurt am Main",
                                "category", "Comfort",
                                "releaseAt", "2016-11-03T17:00:00Z",
                                "zone", "Europe/Berlin",
                                "released", false,
                                "prices",
                                        List.of(Map.of(
                                                "roomType", "SINGLE", "lowestCents", 9_000, "highestCents", 9_000)))))
                .body(
                        "[2].prices",
                        equalTo(List.of(
                                Map.of("roomType", "SINGLE", "lowestCents", 8_000, "highestCents", 9_500),
                                Map.of("roomType", "DOUBLE", "lowestCents", 12_000, "highestCents", 12_000))));
        // in another year nobody gets a room in these nights
        registrations.workshopIs(call, Instant.parse("2017-11-23T12:30:00Z"), Instant.parse("2017-11-25T13:00:00Z"));
        given().get(shown).then().statusCode(200).body("$", hasSize(0));
    }

    @Test
    void hotels_of_a_draft_are_seen_by_organisers_only() {
        String draft = Registrations.draft(Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 2), 2))
                .statusCode(201)
                .extract()
                .path("id");
        Registrations.openHotel(draft, 2);
        String shown = "/api/v1/calls/" + draft + "/hotels";
        given().get(shown).then().statusCode(404);
        organiser().get(shown).then().statusCode(200).body("name", equalTo(List.of("Plain")));
        given().get("/api/v1/calls/" + UUID.randomUUID() + "/hotels").then().statusCode(404);
    }

    @Test
    void a_person_with_a_place_sees_hotels_nights_and_prices() {
        own(token)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("zone", equalTo("Europe/Berlin"))
                .body("open", equalTo(true))
                .body("hotels.name", equalTo(List.of("Grand", "Plain")))
                .body("hotels[1].releaseAt", equalTo("2016-11-03T17:00:00Z"))
                .body("hotels[1].nights.night", equalTo(NIGHTS))
                .body("hotels[1].nights.free", equalTo(List.of(1, 1, 1)))
                .body("hotels[0].nights[0].priceCents", equalTo(13_550))
                .body("request", nullValue());
        tasksOf(token)
                .body("tasks.code", equalTo(List.of("HOTEL")))
                .body("tasks[0].answered", equalTo(false))
                .body("tasks[0].dueAt", equalTo("2016-11-03T17:00:00Z"));
    }

    @Test
    void organisers_confirm_and_no_room_is_given_twice() {
        request(token, wish(plain, false)).statusCode(200).body("request.state", equalTo("REQUESTED"));
        String other = linkToken(admitted());
        request(other, wish(plain, false)).statusCode(200);
        tasksOf(token).body("open", equalTo(0)).body("tasks[0].waiting", equalTo(true));
        List<String> ids = organiser()
                .get(requests() + "?state=REQUESTED")
                .then()
                .statusCode(200)
                .body("items[0].familyName", equalTo("Quellenfinder"))
                .body("items[0].checkIn", equalTo("2016-11-23"))
                .extract()
                .path("items.id");
        assertThat(ids).hasSize(2);
        String tag =
                organiser().get(requests() + "/" + ids.get(0)).then().extract().header("ETag");
        decision(ids.get(0), null, "CONFIRM", null).statusCode(428);
        decision(ids.get(0), "\"v99\"", "CONFIRM", null).statusCode(412);
        decision(ids.get(0), tag, "CONFIRM", null)
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("hotelId", equalTo(plain));
        decision(ids.get(1), "*", "CONFIRM", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-not-free"))
                .body("detail", equalTo("Plain has no single room free on 23, 24 and 25 November 2016."));
        decision(ids.get(1), "*", "CONFIRM", grand).statusCode(200).body("hotelId", equalTo(grand));
        decision(ids.get(1), "*", "REFUSE", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-request-closed"));
        own(token)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.priceCents", equalTo(27_000))
                .body("request.answer", equalTo("Breakfast is included."));
        await().untilAsserted(() -> assertThat(Registrations.facts(person)).endsWith("hotel-confirmed"));
        Topics.read("infocus.registration.v1", person).forEach(record -> {
            Contracts.ofThisService().assertValid(record.type(), record.value());
            assertThat(record.value()).doesNotContain("Quellenfinder", plain, "2016-11-23");
        });
    }

    @Test
    void a_confirmed_room_keeps_its_price_and_a_new_one_holds_for_later_ones() {
        automatic();
        request(token, wish(grand, false)).body("request.priceCents", equalTo(40_650));
        change(grand, "*", 2).statusCode(200);
        own(token)
                .body("request.priceCents", equalTo(40_650))
                .body("hotels.find { it.name == 'Grand' }.nights[0].priceCents", equalTo(14_000));
        String second = linkToken(admitted());
        request(second, wish(grand, false)).body("request.priceCents", equalTo(42_000));
        assertThat(prices()).containsExactlyInAnyOrder("406.50", "420.00");
        organiser()
                .get(hotels() + "/pick-up")
                .then()
                .body("nights.find { it.hotelId == '" + grand + "' }.priceCents", equalTo(14_000));
        // whoever stays shorter is confirmed anew
        Map<String, Object> shorter = wish(grand, false);
        shorter.put("checkOut", "2016-11-25");
        change(token, shorter).body("request.priceCents", equalTo(28_000));
        // and whoever has no room has no price
        cancel(second).body("request.priceCents", nullValue());
        request(second, wish(grand, false)).body("request.priceCents", equalTo(42_000));
        byOrganisers();
        change(second, wish(plain, false)).body("request.priceCents", equalTo(42_000));
        String id = organiser()
                .get(requests() + "?state=REQUESTED")
                .then()
                .extract()
                .path("items[0].id");
        decision(id, "*", "CONFIRM", null).statusCode(200);
        own(second).body("request.priceCents", equalTo(27_000));
        assertThat(prices()).containsExactlyInAnyOrder("280.00", "270.00");
    }

    private List<String> prices() {
        List<List<String>> rows =
                Spreadsheets.csv(organiser().get(hotels() + "/rooming-list").asByteArray());
        return rows.stream().skip(1).map(row -> row.get(10)).toList();
    }

    @Test
    void whoever_comes_too_late_is_told_who_was_quicker() {
        request(token, wish(plain, false)).statusCode(200);
        String id = requestId();
        String seen = organiser().get(requests() + "/" + id).then().extract().header("ETag");
        Registrations.secondOrganiser()
                .contentType(ContentType.JSON)
                .header("If-Match", seen)
                .body(Map.of("decision", "CONFIRM"))
                .post(requests() + "/" + id + "/decision")
                .then()
                .statusCode(200);
        decision(id, seen, "REFUSE", null)
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"))
                .body("by", equalTo("second-organiser"))
                .body("at", startsWith("2016-10-10T"))
                .body("yourself", equalTo(false));
        // two clicks at the same moment: the second has seen what the first changes
        decision(id, "*", "REFUSE", null)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-request-closed"))
                .body("by", equalTo("second-organiser"))
                .body("yourself", equalTo(false));
        change(token, wish(grand, false)).statusCode(200);
        decision(id, seen, "CONFIRM", null)
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("yourself", equalTo(false));
        String again = organiser().get(requests() + "/" + id).then().extract().header("ETag");
        decision(id, again, "CONFIRM", null).statusCode(200);
        decision(id, again, "CONFIRM", null)
                .statusCode(412)
                .body("by", equalTo("organiser"))
                .body("yourself", equalTo(true));
        decision(id, "*", "CONFIRM", null).statusCode(409).body("yourself", equalTo(true));
    }

    @Test
    void with_automatic_confirmation_rooms_go_to_whoever_asks_while_there_are_any() {
        automatic();
        request(token, wish(plain, false))
                .statusCode(200)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.hotelId", equalTo(plain));
        String second = linkToken(admitted());
        request(second, wish(plain, true))
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.hotelId", equalTo(grand))
                .body("request.priceCents", equalTo(40_650));
        String third = linkToken(admitted());
        request(third, wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        assertThat(held(plain)).containsExactly(1, 1, 1);
        assertThat(held(grand)).containsExactly(1, 1, 1);
    }

    @Test
    void a_room_that_becomes_free_goes_to_whoever_has_waited_longest() {
        automatic();
        request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        String first = admitted();
        String second = admitted();
        request(linkToken(first), wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        request(linkToken(second), wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        // saying something else while one waits costs nobody their turn
        request(linkToken(first), wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        cancel(token).statusCode(200);
        request(token, wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        own(linkToken(first)).body("request.state", equalTo("CONFIRMED")).body("request.hotelId", equalTo(plain));
        own(linkToken(second)).body("request.state", equalTo("REQUESTED"));
        await().untilAsserted(() -> assertThat(Registrations.facts(first)).endsWith("hotel-confirmed"));
        assertThat(held(plain)).containsExactly(1, 1, 1);
        // whoever goes elsewhere leaves a room, too
        given().header("Application-Link", linkToken(first))
                .contentType(ContentType.JSON)
                .body(wish(grand, false))
                .put(OWN + "/change")
                .then()
                .statusCode(200);
        own(linkToken(second)).body("request.state", equalTo("CONFIRMED"));
        own(token).body("request.state", equalTo("REQUESTED"));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + second)
                .then()
                .body("items[0].action", equalTo("hotel-room-confirmed"))
                .body("items[0].actor", equalTo("system"))
                .body("items[0].details.state.before", equalTo("REQUESTED"))
                .body("items[0].details.state.after", equalTo("CONFIRMED"))
                .body("items[0].details.hotelName.after", equalTo("Plain"));
    }

    @Test
    void a_room_that_somebody_leaves_for_another_goes_to_whoever_has_waited_longest_too() {
        automatic();
        String mover = linkToken(admitted());
        request(mover, wish(plain, false)).body("request.hotelId", equalTo(plain));
        String leaving = linkToken(admitted());
        for (String link : List.of(leaving, linkToken(admitted()))) {
            request(link, wish(grand, false)).body("request.hotelId", equalTo(grand));
        }
        String first = token;
        request(first, wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        change(mover, wish(grand, false)).statusCode(200).body("request.hotelId", equalTo(plain));
        String last = linkToken(admitted());
        request(last, wish(plain, false)).body("request.state", equalTo("REQUESTED"));

        cancel(leaving).statusCode(200);

        own(mover).body("request.hotelId", equalTo(grand)).body("request.change", nullValue());
        own(first).body("request.state", equalTo("CONFIRMED")).body("request.hotelId", equalTo(plain));
        own(last).body("request.state", equalTo("REQUESTED"));
    }

    @Test
    void a_free_night_is_not_kept_for_whoever_needs_more_than_that() {
        automatic();
        Map<String, Object> last = wish(plain, false);
        last.put("checkIn", "2016-11-25");
        request(token, last).body("request.state", equalTo("CONFIRMED"));
        String all = linkToken(admitted());
        request(all, wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        Map<String, Object> early = wish(plain, false);
        early.put("checkOut", "2016-11-25");
        String third = linkToken(admitted());
        request(third, early).statusCode(200);
        own(third).body("request.state", equalTo("CONFIRMED"));
        own(all).body("request.state", equalTo("REQUESTED"));
        assertThat(held(plain)).containsExactly(1, 1, 1);
    }

    @Test
    void with_the_change_to_automatic_confirmation_those_who_wait_get_what_there_is() {
        request(token, wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        String second = linkToken(admitted());
        request(second, wish(plain, true)).body("request.state", equalTo("REQUESTED"));
        automatic();
        own(token).body("request.hotelId", equalTo(plain));
        own(second).body("request.hotelId", equalTo(grand));
        String third = linkToken(admitted());
        request(third, wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        byOrganisers();
        cancel(token).statusCode(200);
        own(third).body("request.state", equalTo("REQUESTED"));
    }

    private static String actor(String applicationId, String action) {
        return organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + applicationId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.action == '" + action + "' }.actor");
    }

    @Test
    void the_trail_says_who_has_brought_it_about_that_a_room_is_given_back() {
        request(token, wish(plain, false)).statusCode(200);
        decide(person, "DECLINE").statusCode(200);
        assertThat(actor(person, "hotel-room-cancelled"))
                .startsWith("user:")
                .isEqualTo(actor(person, "application-declined"));

        String leaving = admitted();
        request(linkToken(leaving), wish(plain, false)).statusCode(200);
        ByLink.withdraw(linkToken(leaving)).statusCode(200);
        assertThat(actor(leaving, "hotel-room-cancelled")).isEqualTo("applicant");
    }

    @Test
    void the_trail_says_what_became_of_a_request_and_a_hotel() {
        request(token, wish(plain, false)).statusCode(200);
        String id = organiser().get(requests()).then().extract().path("items[0].id");
        decision(id, "*", "CONFIRM", null).statusCode(200);
        cancel(token).statusCode(200);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + person)
                .then()
                .body("items[0].action", equalTo("hotel-room-cancelled"))
                .body("items[0].details.state.after", equalTo("CANCELLED"))
                .body("items[0].details.hotelName.before", equalTo("Plain"))
                .body("items[0].details.roomType.before", equalTo("SINGLE"))
                .body("items[1].action", equalTo("hotel-room-confirmed"))
                .body("items[1].details.hotel", equalTo(plain))
                .body("items[1].details.hotelName.after", equalTo("Plain"))
                .body("items[2].action", equalTo("hotel-room-requested"))
                .body("items[2].details.state.before", nullValue())
                .body("items[2].details.state.after", equalTo("REQUESTED"))
                .body("items[2].details.wantedHotel.after", equalTo("Plain"))
                .body("items[2].details.roomType.after", equalTo("SINGLE"));
        organiser()
                .header("If-Match", "*")
                .delete(hotels() + "/" + grand)
                .then()
                .statusCode(204);
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("hotel-removed"))
                .body("items[0].details.hotel", equalTo(grand))
                .body("items[0].details.name", equalTo("Grand"))
                .body("items[0].details.nights.rooms", equalTo(List.of(2, 2, 2)));
    }

    @Test
    void a_confirmed_room_is_cancelled_first_and_is_free_again_at_once() {
        automatic();
        request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        for (ValidatableResponse refused : List.of(request(token, wish(grand, false)), needNone(token))) {
            refused.statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:room-confirmed"))
                    .body(
                            "detail",
                            equalTo("A room is confirmed already. Cancel it first, or ask for another room instead."));
        }
        for (int i = 0; i < 2; i++) {
            cancel(token).statusCode(200).body("request.state", equalTo("CANCELLED"));
        }
        assertThat(held(plain)).containsExactly(0, 0, 0);
        tasksOf(token).body("open", equalTo(1));
        needNone(token).statusCode(200).body("request.state", equalTo("NOT_NEEDED"));
        tasksOf(token).body("open", equalTo(0)).body("tasks[0].waiting", equalTo(false));
        request(token, wish(null, false)).body("request.hotelId", equalTo(plain));
    }

    @Test
    void only_who_has_no_room_waits_for_an_answer_and_nobody_once_the_workshop_is_over() {
        request(token, wish(plain, false)).statusCode(200);
        tasksOf(token).body("tasks[0].waiting", equalTo(true));
        String id = organiser().get(requests()).then().extract().path("items[0].id");
        decision(id, "*", "CONFIRM", null).statusCode(200);
        change(token, wish(grand, false)).statusCode(200);
        tasksOf(token).body("tasks[0].answered", equalTo(true)).body("tasks[0].waiting", equalTo(false));

        String other = admitted();
        request(linkToken(other), wish(plain, false)).statusCode(200);
        set(
                "update hotel_request set check_in = '2016-10-07', check_out = '2016-10-09' where application_id = :id",
                other);
        registrations.workshopIs(call, Instant.parse("2016-10-07T08:00:00Z"), Instant.parse("2016-10-20T12:00:00Z"));
        tasksOf(linkToken(other)).body("tasks[0].answered", equalTo(true)).body("tasks[0].waiting", equalTo(true));
        // the room of the days before is no room for these
        tasksOf(token).body("tasks[0].answered", equalTo(false)).body("tasks[0].waiting", equalTo(false));
        set(
                "update hotel_request set change_check_in = '2016-10-12', change_check_out = '2016-10-14' where id = :id",
                id);
        tasksOf(token).body("tasks[0].answered", equalTo(true)).body("tasks[0].waiting", equalTo(true));
        registrations.workshopIs(call, Instant.parse("2016-10-07T08:00:00Z"), Instant.parse("2016-10-09T12:00:00Z"));
        tasksOf(linkToken(other)).body("tasks[0].answered", equalTo(true)).body("tasks[0].waiting", equalTo(false));
    }

    @Test
    void whoever_asks_for_another_room_keeps_the_old_one_until_the_new_one_is_confirmed() {
        change(token, wish(grand, false))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-not-confirmed"))
                .body(
                        "detail",
                        equalTo("No room is confirmed that could be changed. Ask for a room, or change your request."));
        request(token, wish(plain, false)).statusCode(200);
        String id = organiser().get(requests()).then().extract().path("items[0].id");
        decision(id, "*", "CONFIRM", null).statusCode(200);
        Map<String, Object> other = wish(grand, false);
        other.put("checkIn", "2016-11-24");
        change(token, other)
                .statusCode(200)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.hotelId", equalTo(plain))
                .body("request.checkIn", equalTo("2016-11-23"))
                .body("request.change.preferredHotelId", equalTo(grand))
                .body("request.change.checkIn", equalTo("2016-11-24"));
        ownData(token)
                .body("othersWelcome", equalTo(false))
                .body("hotel", equalTo("Plain"))
                .body("wantedInstead.roomType", equalTo("SINGLE"))
                .body("wantedInstead.checkIn", equalTo("2016-11-24"))
                .body("wantedInstead.checkOut", equalTo("2016-11-26"))
                .body("wantedInstead.wantedHotel", equalTo("Grand"))
                .body("wantedInstead.othersWelcome", equalTo(false));
        assertThat(held(plain)).containsExactly(1, 1, 1);
        assertThat(held(grand)).containsExactly(0, 0, 0);
        organiser()
                .get(requests() + "?state=REQUESTED")
                .then()
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].change.checkIn", equalTo("2016-11-24"));
        // refused: the old one is still there, and confirmed since when it was
        set("update hotel_request set decided_at = '2016-10-09T11:00:00Z' where id = :id", id);
        decision(id, "*", "REFUSE", null)
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("decidedAt", equalTo("2016-10-09T11:00:00Z"))
                .body("change", nullValue());
        assertThat(Spreadsheets.csv(organiser().get(hotels() + "/rooming-list").asByteArray())
                        .get(1))
                .contains("2016-10-09T11:00:00Z");
        await().untilAsserted(() -> assertThat(Registrations.facts(person)).endsWith("hotel-change-refused"));
        assertThat(held(plain)).containsExactly(1, 1, 1);
        // taken back, twice
        change(token, other).statusCode(200);
        for (int i = 0; i < 2; i++) {
            given().header("Application-Link", token)
                    .delete(OWN + "/change")
                    .then()
                    .statusCode(200)
                    .body("request.change", nullValue())
                    .body("request.hotelId", equalTo(plain));
        }
        ownData(token).body("wantedInstead", nullValue());
        decision(id, "*", "CONFIRM", null).statusCode(409);
        // confirmed: the old one is free in the same moment
        change(token, other).statusCode(200);
        decision(id, "*", "CONFIRM", null).statusCode(200).body("hotelId", equalTo(grand));
        own(token).body("request.checkIn", equalTo("2016-11-24")).body("request.change", nullValue());
        assertThat(held(plain)).containsExactly(0, 0, 0);
        assertThat(held(grand)).containsExactly(0, 1, 1);
        // who has none any more asks for none instead
        change(token, wish(plain, false)).statusCode(200);
        cancel(token)
                .statusCode(200)
                .body("request.state", equalTo("CANCELLED"))
                .body("request.change", nullValue());
        assertThat(held(grand)).containsExactly(0, 0, 0);
        registrations.delivered(person).forEach(record -> Contracts.ofThisService()
                .assertValid(record.type(), record.value()));
    }

    @Test
    void a_longer_stay_in_a_full_hotel_needs_no_second_room_and_a_full_one_leaves_all_as_it_is() {
        automatic();
        Map<String, Object> shorter = wish(plain, false);
        shorter.put("checkOut", "2016-11-25");
        request(token, shorter).body("request.state", equalTo("CONFIRMED"));
        assertThat(held(plain)).containsExactly(1, 1, 0);
        // its only room is the person's own in these nights
        change(token, wish(plain, false))
                .statusCode(200)
                .body("request.change", nullValue())
                .body("request.checkOut", equalTo("2016-11-26"));
        assertThat(held(plain)).containsExactly(1, 1, 1);
        String second = linkToken(admitted());
        request(second, wish(grand, false)).body("request.state", equalTo("CONFIRMED"));
        change(second, wish(plain, false))
                .statusCode(200)
                .body("request.hotelId", equalTo(grand))
                .body("request.change.preferredHotelId", equalTo(plain));
        assertThat(held(plain)).containsExactly(1, 1, 1);
        assertThat(held(grand)).containsExactly(1, 1, 1);
        passReleaseOf(plain);
        passReleaseOf(grand);
        releaseRooms.releaseDue();
        own(second).body("request.state", equalTo("CONFIRMED")).body("request.change", nullValue());
        assertThat(held(grand)).containsExactly(1, 1, 1);
        for (String bad : List.of("nonsense", token + "A")) {
            change(bad, wish(grand, false)).statusCode(404);
        }
    }

    @Test
    void whoever_asks_for_the_very_room_that_they_have_asks_for_nothing() {
        automatic();
        request(token, wish(plain, true)).body("request.hotelId", equalTo(plain));
        byOrganisers();
        for (String hotel : new String[] {plain, null}) {
            change(token, wish(hotel, false))
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:nothing-to-change"))
                    .body(
                            "detail",
                            equalTo(
                                    "You have exactly this room. Say which nights, room or hotel you would like instead."));
        }
        organiser().get(requests() + "?state=REQUESTED").then().body("total", equalTo(0));
        Map<String, Object> shorter = wish(plain, false);
        shorter.put("checkOut", "2016-11-25");
        change(token, shorter).statusCode(200);
        change(token, wish(grand, false)).statusCode(200).body("request.change.preferredHotelId", equalTo(grand));
    }

    @Test
    void whoever_would_take_one_hotel_only_is_told_when_that_one_has_released_its_rooms() {
        request(token, wish(plain, false)).statusCode(200);
        String elsewhere = admitted();
        String other = linkToken(elsewhere);
        request(other, wish(plain, true)).statusCode(200);
        assertThat(pickUp(plain, "requested")).containsExactly(2, 2, 2);
        own(token).body("hotels.released", equalTo(List.of(false, false)));
        passReleaseOf(plain);
        releaseRooms.releaseDue();
        await().untilAsserted(() -> assertThat(Registrations.facts(person)).endsWith("hotel-refused"));
        // they had none
        assertThat(Topics.read("infocus.registration.v1", person))
                .allSatisfy(fact -> assertThat(fact.value()).doesNotContain("takenBack"));
        own(token).body("request.state", equalTo("REFUSED")).body("hotels.released", equalTo(List.of(false, true)));
        own(other).body("request.state", equalTo("REQUESTED"));
        assertThat(pickUp(plain, "requested")).containsExactly(0, 0, 0);
        organiser().get(hotels() + "/pick-up").then().body("requestedAnywhere", equalTo(1));
        // another room instead of a confirmed one is refused like that, too, and the confirmed one stays
        automatic();
        own(other).body("request.hotelId", equalTo(grand));
        byOrganisers();
        String last = hotel("Last", 1, 5_000);
        change(other, wish(last, false)).statusCode(200);
        passReleaseOf(last);
        releaseRooms.releaseDue();
        own(other).body("request.hotelId", equalTo(grand)).body("request.change", nullValue());
        await().untilAsserted(() ->
                assertThat(Registrations.facts(elsewhere)).endsWith("hotel-confirmed", "hotel-change-refused"));
    }

    @Test
    void who_asks_for_another_hotel_while_the_only_one_takes_its_rooms_back_goes_on_waiting() throws Exception {
        request(token, wish(plain, false)).statusCode(200);
        RowLocks.answerAfter(
                dataSource,
                () -> {
                    done(requestRoom.request(UUID.fromString(person), stayAt(grand)));
                    // not before: the service looks at the release times by itself, too
                    passReleaseOf(plain);
                },
                releaseRooms::releaseDue);
        own(token).body("request.state", equalTo("REQUESTED")).body("request.preferredHotelId", equalTo(grand));
        assertThat(registrations.told(person)).doesNotContain("hotel-refused");
    }

    private static ValidatableResponse change(String link, Map<String, Object> wish) {
        return given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(wish)
                .put(OWN + "/change")
                .then();
    }

    @Test
    void whoever_withdraws_or_loses_the_place_gives_the_room_back_in_the_same_moment() {
        automatic();
        request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        ByLink.withdraw(token).statusCode(200);
        assertThat(held(plain)).containsExactly(0, 0, 0);
        own(token).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
        String other = admitted();
        request(linkToken(other), wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        decide(other, "WAITLIST").statusCode(200);
        assertThat(held(plain)).containsExactly(0, 0, 0);
    }

    /** What is asked or decided about a room while the person withdraws, or the other way round. */
    enum AtTheSameMoment {
        REQUEST,
        ANOTHER_ROOM,
        CONTENT_AFTER_ALL,
        NO_ROOM,
        CANCEL,
        DECISION
    }

    @ParameterizedTest
    @EnumSource
    void whoever_withdraws_at_the_same_moment_has_no_room(AtTheSameMoment what) throws Exception {
        Callable<ValidatableResponse> late = prepared(what);
        RowLocks.answerAfter(dataSource, () -> withdrawApplication.withdraw(UUID.fromString(person)), late)
                .statusCode(409)
                .body(
                        "type",
                        equalTo("urn:infocus:problem:"
                                + (what == AtTheSameMoment.DECISION ? "room-request-closed" : "not-admitted")));
        assertThat(held(plain)).containsExactly(0, 0, 0);
        assertThat(held(grand)).containsExactly(0, 0, 0);
    }

    @Test
    void a_wish_that_changes_at_the_same_moment_is_not_confirmed_unseen() throws Exception {
        request(token, wish(plain, false)).statusCode(200);
        String id = requestId();
        String tag = organiser().get(requests() + "/" + id).then().extract().header("ETag");
        RowLocks.answerAfter(
                        dataSource,
                        () -> {
                            assertThat(done(requestRoom.request(UUID.fromString(person), stayAt(grand)))
                                            .state())
                                    .isEqualTo(HotelRequest.State.REQUESTED);
                        },
                        () -> decision(id, tag, "CONFIRM", null))
                .statusCode(412)
                .body("at", startsWith("20"));
        own(token).body("request.state", equalTo("REQUESTED"));
        assertThat(held(plain)).containsExactly(0, 0, 0);
        assertThat(held(grand)).containsExactly(0, 0, 0);
        String seen = organiser().get(requests() + "/" + id).then().extract().header("ETag");
        decision(id, seen, "CONFIRM", null).statusCode(200).body("hotelId", equalTo(grand));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_room_that_is_given_a_moment_before_the_withdrawal_is_given_back(boolean byOrganisers) throws Exception {
        UUID id = UUID.fromString(person);
        if (byOrganisers) {
            request(token, wish(plain, false)).statusCode(200);
        } else {
            automatic();
        }
        assertThat(RowLocks.answerAfter(
                        dataSource,
                        () -> {
                            HotelRequest room = byOrganisers
                                    ? done(decideRoomRequest.confirm(
                                            UUID.fromString(requestId()), UUID.fromString(plain), null))
                                    : done(requestRoom.request(id, stayAt(plain)));
                            assertThat(room.state()).isEqualTo(HotelRequest.State.CONFIRMED);
                        },
                        () -> given().header("Application-Link", token)
                                .post("/api/v1/self-service/withdrawal")
                                .statusCode()))
                .isEqualTo(200);
        assertThat(held(plain)).containsExactly(0, 0, 0);
        organiser().get(requests()).then().body("items[0].state", equalTo("CANCELLED"));
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }

    private static HotelRequest.Wish stayAt(String hotel) {
        return new HotelRequest.Wish(
                new Stay(RoomType.SINGLE, LocalDate.of(2016, 11, 23), LocalDate.of(2016, 11, 26)),
                UUID.fromString(hotel),
                false,
                null);
    }

    private Callable<ValidatableResponse> prepared(AtTheSameMoment what) {
        switch (what) {
            case REQUEST -> {
                automatic();
                return () -> request(token, wish(plain, false));
            }
            case ANOTHER_ROOM -> {
                automatic();
                request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
                return () -> change(token, wish(grand, false));
            }
            case CONTENT_AFTER_ALL -> {
                request(token, wish(plain, false)).statusCode(200);
                decision(requestId(), "*", "CONFIRM", plain).statusCode(200);
                change(token, wish(grand, false)).statusCode(200);
                return () -> given().header("Application-Link", token)
                        .delete(OWN + "/change")
                        .then();
            }
            case NO_ROOM -> {
                return () -> needNone(token);
            }
            case CANCEL -> {
                automatic();
                request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
                return () -> cancel(token);
            }
            default -> {
                request(token, wish(plain, false)).statusCode(200);
                String id = requestId();
                return () -> decision(id, "*", "CONFIRM", plain);
            }
        }
    }

    private String requestId() {
        return organiser().get(requests()).then().statusCode(200).extract().path("items[0].id");
    }

    @Test
    void who_asks_again_while_hotels_take_their_rooms_back_holds_up_nobody() throws Exception {
        needNone(token).body("request.state", equalTo("NOT_NEEDED"));
        automatic();
        request(linkToken(admitted()), wish(grand, false)).body("request.state", equalTo("CONFIRMED"));
        UUID other = UUID.fromString(admitted());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            AtomicReference<Future<ValidatableResponse>> again = new AtomicReference<>();
            AtomicReference<Future<Integer>> release = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                done(requestRoom.request(other, stayAt(grand)));
                // waits for the last room there, and then asks in the hotel that has given its rooms back in between
                again.set(pool.submit(() -> request(token, wish(grand, true))));
                RowLocks.awaitWaiting(dataSource, 1);
                passReleaseOf(plain);
                passReleaseOf(grand);
                release.set(pool.submit(releaseRooms::releaseDue));
                RowLocks.awaitWaiting(dataSource, 2);
            });
            // the rooms may have gone back, and the person have been told so, before the answer is written
            again.get().get().statusCode(200).body("request.state", oneOf("REQUESTED", "REFUSED"));
            assertThat(release.get().get()).isEqualTo(2);
        } finally {
            pool.shutdown();
        }
        releaseRooms.releaseDue();
        own(token).body("request.state", equalTo("REFUSED"));
        assertThat(held(plain)).containsExactly(0, 0, 0);
        assertThat(held(grand)).containsExactly(2, 2, 2);
        assertThat(pickUp(plain, "givenBack")).containsExactly(1, 1, 1);
    }

    @Test
    void nobody_without_a_place_and_no_wrong_link_gets_in() {
        String waiting = linkToken(applied(application(call)));
        own(waiting).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
        request(waiting, wish(plain, false)).statusCode(409);
        needNone(waiting).statusCode(409);
        cancel(waiting).statusCode(409);
        for (String bad : List.of("", "nonsense", token + "A")) {
            own(bad).statusCode(404);
            request(bad, wish(plain, false)).statusCode(404);
            needNone(bad).statusCode(404);
            cancel(bad).statusCode(404);
        }
        String elsewhere = registrations.openCall();
        String guest = Registrations.admitted(application(elsewhere));
        own(linkToken(guest)).statusCode(409).body("type", equalTo("urn:infocus:problem:no-hotels"));
    }

    @Test
    void a_stay_that_is_not_offered_is_refused_in_words() {
        Map<String, Object> wish = wish(plain, false);
        wish.put("checkOut", "2016-11-27");
        request(token, wish)
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:stay-not-offered"))
                .body(
                        "detail",
                        equalTo(
                                "No hotel that you would take keeps such a room in all of these nights. See which rooms are"
                                        + " kept in which nights."));
        for (String checkOut : List.of("2016-11-22", "2016-11-23", "2016-12-08", "2016-12-25")) {
            wish.put("checkOut", checkOut);
            request(token, wish)
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("checkOut")))
                    .body("errors[0].message", equalTo("must be 1 to 14 nights after the day of arrival"));
        }
        wish.put("checkOut", "2016-12-07");
        request(token, wish).statusCode(422).body("type", equalTo("urn:infocus:problem:stay-not-offered"));
        wish = wish(UUID.randomUUID().toString(), false);
        request(token, wish).statusCode(422).body("type", equalTo("urn:infocus:problem:hotel-unknown"));
        wish = wish(plain, false);
        wish.put("roomType", "DOUBLE");
        request(token, wish).statusCode(422).body("type", equalTo("urn:infocus:problem:stay-not-offered"));
        own(token).body("request", nullValue());
    }

    @Test
    void at_the_release_time_rooms_go_back_and_whoever_waits_is_told() {
        automatic();
        request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        String waiting = admitted();
        request(linkToken(waiting), wish(plain, false)).body("request.state", equalTo("REQUESTED"));
        passReleaseOf(plain);
        // the hour counts, not the job
        request(linkToken(admitted()), wish(plain, false))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:rooms-released"))
                .body("detail", equalTo("Plain keeps no rooms any more."));
        releaseRooms.releaseDue();
        assertThat(pickUp(plain, "givenBack")).containsExactly(0, 0, 0);
        // who would take no other hotel need not wait for those that still keep rooms
        own(linkToken(waiting)).body("request.state", equalTo("REFUSED"));
        passReleaseOf(grand);
        releaseRooms.releaseDue();
        releaseRooms.releaseDue();
        assertThat(pickUp(grand, "givenBack")).containsExactly(2, 2, 2);
        assertThat(pickUp(grand, "free")).containsExactly(0, 0, 0);
        own(linkToken(waiting)).body("request.state", equalTo("REFUSED")).body("open", equalTo(false));
        request(linkToken(waiting), wish(null, true))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:rooms-released"));
        // a room that is cancelled now is the hotel's
        cancel(token).statusCode(200);
        assertThat(pickUp(plain, "givenBack")).containsExactly(1, 1, 1);
        assertThat(held(plain)).containsExactly(0, 0, 0);
        await().untilAsserted(() -> {
            assertThat(Registrations.facts(waiting)).endsWith("hotel-refused");
            assertThat(Registrations.facts(grand)).containsExactly("hotel-released");
        });
        String told = Topics.read("infocus.registration.v1", grand).get(0).value();
        Contracts.ofThisService().assertValid("hotel-released.v1", told);
        assertThat(JsonPath.from(told).getInt("contingentRoomNights")).isEqualTo(6);
        assertThat(JsonPath.from(told).getInt("givenBackRoomNights")).isEqualTo(6);
        change(plain, "*", 5).statusCode(409).body("type", equalTo("urn:infocus:problem:rooms-released"));
    }

    @Test
    void whoever_has_said_nothing_is_reminded_once_before_the_release_time() {
        String silent = admitted();
        String fresh = admitted();
        String applicant = applied(application(call));
        request(token, wish(plain, false)).statusCode(200);
        String elsewhere = admitted();
        needNone(linkToken(elsewhere)).statusCode(200);
        for (String since : List.of(person, silent, elsewhere)) {
            admittedTwoDaysAgo(since);
        }
        remindOfHotels.remindDue();
        assertThat(registrations.told(silent)).doesNotContain("hotel-answer-due");
        set("update hotel set release_at = '2016-10-16' where call_id = :id", call);
        remindOfHotels.remindDue();
        remindOfHotels.remindDue();
        await().untilAsserted(() -> assertThat(Registrations.facts(silent))
                .containsExactly("application-submitted", "application-admitted", "hotel-answer-due"));
        for (String other : List.of(person, fresh, applicant, elsewhere)) {
            assertThat(registrations.told(other)).as(other).doesNotContain("hotel-answer-due");
        }
        Topics.read("infocus.registration.v1", silent)
                .forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
    }

    @Test
    void whoever_loses_the_place_and_gets_one_again_is_reminded_again() {
        set("update hotel set release_at = '2016-10-16' where call_id = :id", call);
        admittedTwoDaysAgo(person);
        remindOfHotels.remindDue();
        decide(person, "WAITLIST").statusCode(200);
        decide(person, "ADMIT").statusCode(200);
        admittedTwoDaysAgo(person);
        remindOfHotels.remindDue();
        remindOfHotels.remindDue();
        assertThat(registrations.told(person))
                .containsExactly(
                        "application-submitted",
                        "application-admitted",
                        "hotel-answer-due",
                        "application-waitlisted",
                        "application-admitted",
                        "hotel-answer-due");
    }

    @Test
    void organisers_are_told_once_for_each_release_time_that_people_wait_for_rooms() {
        set("update hotel set release_at = '2016-10-16' where call_id = :id", call);
        assertThat(warned()).isEmpty();
        warnOrganisers.warnDue();
        assertThat(warned()).isEmpty();
        request(token, wish(plain, false)).statusCode(200);
        request(linkToken(admitted()), wish(null, true)).statusCode(200);
        // too early: the rooms go back in more than five days
        warnOrganisers.warnDue();
        assertThat(warned()).isEmpty();
        set("update hotel set release_at = '2016-10-14' where call_id = :id", call);
        warnOrganisers.warnDue();
        warnOrganisers.warnDue();
        assertThat(warned()).singleElement().satisfies(told -> assertThat(told)
                .contains("\"waiting\": 2", "\"dueAt\": \"2016-10-14T", "\"freeRoomNights\": " + freeNights()));
        Registrations.recipients(call)
                .statusCode(200)
                .body("recipients", hasSize(1))
                .body("recipients[0].applicationId", equalTo(call))
                .body("recipients[0].address", nullValue())
                .body(
                        "recipients[0].message",
                        equalTo("2 requests wait, and " + freeNights() + " room nights are free."));
        organiser()
                .get("/api/v1/admin/open-work")
                .then()
                .statusCode(200)
                .body("find { it.callId == '" + call + "' }.roomRequests", equalTo(2));
        set("update hotel set release_at = '2016-10-13' where call_id = :id", call);
        warnOrganisers.warnDue();
        assertThat(warned()).hasSize(2);
        await().untilAsserted(() -> assertThat(Registrations.facts(call)).contains("hotel-requests-waiting"));
        Topics.read("infocus.registration.v1", call)
                .forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
    }

    @Test
    void nights_far_from_the_workshop_are_refused() {
        for (String night : List.of("2016-11-08", "2016-12-10")) {
            Map<String, Object> far = definition("Far", 5, 9_000);
            far.put("nights", List.of(night(night, 5, 9_000)));
            organiser()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(far)
                    .post(hotels())
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("nights[0].night"))
                    .body("errors[0].message", equalTo("must be within 14 days before or after the workshop"));
        }
        for (String night : List.of("2016-11-09", "2016-12-09")) {
            Map<String, Object> near = definition("Near " + night, 5, 9_000);
            near.put("nights", List.of(night(night, 5, 9_000)));
            organiser()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(near)
                    .post(hotels())
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void the_pick_up_report_counts_by_hotel_kind_and_night() {
        request(token, wish(grand, false)).statusCode(200);
        Map<String, Object> twoNights = wish(grand, false);
        twoNights.put("checkIn", "2016-11-24");
        String second = admitted();
        request(linkToken(second), twoNights).statusCode(200);
        request(linkToken(admitted()), wish(null, true)).statusCode(200);
        String first = organiser().get(requests()).then().extract().path("items[0].id");
        decision(first, "*", "CONFIRM", grand).statusCode(200);
        organiser()
                .get(hotels() + "/pick-up")
                .then()
                .statusCode(200)
                .body("nights", hasSize(6))
                .body("requestedAnywhere", equalTo(1))
                .body("nights[0].hotelName", equalTo("Grand"))
                .body("nights[0].night", equalTo("2016-11-23"))
                .body("nights[0].contingent", equalTo(2))
                .body("nights[0].confirmed", equalTo(1))
                .body("nights[0].requested", equalTo(0))
                .body("nights[0].free", equalTo(1))
                .body("nights[0].percent", equalTo(50))
                .body("nights[1].requested", equalTo(1))
                .body("nights[2].requested", equalTo(1))
                .body("nights[3].percent", equalTo(0));
        // another room instead of the confirmed one, and a kind that the wanted hotel does not keep
        change(linkToken(person), wish(plain, false)).statusCode(200);
        String doubles = organiser()
                .contentType(ContentType.JSON)
                .body(ofDoubles())
                .post(hotels())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> two = wish(plain, true);
        two.put("roomType", "DOUBLE");
        request(linkToken(admitted()), two).statusCode(200);
        organiser()
                .get(hotels() + "/pick-up")
                .then()
                .body("requestedAnywhere", equalTo(2))
                .body("nights.findAll { it.hotelId == '" + plain + "' }.requested", equalTo(List.of(1, 1, 1)))
                .body("nights.findAll { it.hotelId == '" + doubles + "' }.requested", equalTo(List.of(0, 0, 0)));
    }

    private static Map<String, Object> ofDoubles() {
        Map<String, Object> hotel = definition("Two", 1, 15_000);
        hotel.put(
                "nights",
                NIGHTS.stream()
                        .map(night -> Map.<String, Object>of(
                                "roomType", "DOUBLE", "night", night, "rooms", 1, "priceCents", 15_000))
                        .toList());
        return hotel;
    }

    @Test
    void the_rooming_list_is_taken_away_as_csv_or_xlsx_by_organisers_only() {
        automatic();
        request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        request(linkToken(admitted()), wish(grand, false)).body("request.state", equalTo("CONFIRMED"));
        String path = hotels() + "/rooming-list";
        Response csv = organiser().get(path).then().statusCode(200).extract().response();
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"rooming-list.csv\"");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        List<List<String>> rows = Spreadsheets.csv(csv.asByteArray());
        assertThat(rows.get(0))
                .containsExactly(
                        "hotel",
                        "room_type",
                        "family_name",
                        "given_name",
                        "organisation",
                        "city_id",
                        "country",
                        "check_in",
                        "check_out",
                        "nights",
                        "price_eur",
                        "confirmed_at",
                        "shares_with");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).subList(0, 11))
                .containsExactly(
                        "Plain",
                        "SINGLE",
                        "Quellenfinder",
                        "Zdeňka",
                        "Cluster of the Test",
                        "porto",
                        "PT",
                        "2016-11-23",
                        "2016-11-26",
                        "3",
                        "270.00");
        assertThat(Spreadsheets.csv(organiser().get(path + "?hotel=" + grand).asByteArray()))
                .hasSize(2);
        List<List<String>> workbook =
                Spreadsheets.xlsx(organiser().get(path + "?format=xlsx").asByteArray());
        assertThat(workbook).hasSize(3);
        assertThat(workbook.get(2)).contains("Plain", "Quellenfinder", "2016-11-26");
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("rooming-list-exported"))
                .body("items[0].actor", startsWith("user:"))
                .body("items[0].details.rows", equalTo(2));
        organiser().get(path + "?format=pdf").then().statusCode(422);
        organiser().get(path + "?hotel=" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_hotel_is_changed_by_whoever_has_seen_it_and_never_below_what_is_held() {
        automatic();
        request(token, wish(grand, false)).body("request.state", equalTo("CONFIRMED"));
        String tag = organiser()
                .get(hotels() + "/" + grand)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        change(grand, null, 1).statusCode(428);
        change(grand, tag, 0)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:contingent-too-small"))
                .body(
                        "detail",
                        startsWith(
                                "1 single room is held on 23 November 2016. 1 single room is held on 24 November 2016."));
        change(grand, tag, 1)
                .statusCode(200)
                .body("nights.rooms", equalTo(List.of(1, 1, 1)))
                .body("nights.free", equalTo(List.of(0, 0, 0)));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("hotel-changed"))
                .body("items[0].details.hotel", equalTo(grand))
                .body("items[0].details.nights.after.rooms", equalTo(List.of(1, 1, 1)))
                .body("items[0].details.nights.before.size()", greaterThan(0))
                .body("items[0].details.releaseAt", nullValue());
        change(grand, tag, 4).statusCode(412);
        organiser()
                .header("If-Match", "*")
                .delete(hotels() + "/" + grand)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:hotel-in-use"));
        organiser()
                .header("If-Match", "*")
                .delete(hotels() + "/" + plain)
                .then()
                .statusCode(204);
        organiser().get(hotels()).then().body("id", equalTo(List.of(grand)));
        Map<String, Object> twice = definition("Twice", 1, 1);
        twice.put("nights", List.of(night("2016-11-23", 1, 1), night("2016-11-23", 2, 1)));
        organiser()
                .contentType(ContentType.JSON)
                .body(twice)
                .post(hotels())
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("nights[1].night"));
    }

    @Test
    void a_hotel_that_somebody_asks_for_while_it_is_removed_stays() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> done(requestRoom.request(UUID.fromString(person), stayAt(grand))),
                        () -> organiser()
                                .header("If-Match", "*")
                                .delete(hotels() + "/" + grand)
                                .then())
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:hotel-in-use"))
                .body("detail", equalTo("1 person has asked for a room in it."));
        own(token).body("request.preferredHotelId", equalTo(grand));
    }

    @Test
    void who_asks_for_a_hotel_while_it_is_removed_hears_that_there_is_no_such_hotel() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> done(defineHotel.remove(UUID.fromString(grand))),
                        () -> request(token, wish(grand, false)))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:hotel-unknown"));
        own(token).body("hotels.name", equalTo(List.of("Plain"))).body("request", nullValue());
    }

    @Test
    void a_removed_hotel_is_gone_however_often_and_late_it_is_removed_or_added_again() throws Exception {
        for (boolean purged : List.of(false, true)) {
            String key = UUID.randomUUID().toString();
            Map<String, Object> hotel = definition("Repeated", 1, 9_000);
            String first = add(key, hotel).statusCode(201).extract().path("id");
            if (purged) {
                purge(key);
            } else {
                add(key, hotel).statusCode(201).body("id", equalTo(first));
            }
            remove(first, "\"v0\"").statusCode(204);
            remove(first, "\"v0\"").statusCode(404).body("type", equalTo("urn:infocus:problem:not-found"));
            organiser().get(hotels() + "/" + first).then().statusCode(404);

            String second = add(key, hotel).statusCode(201).extract().path("id");
            assertThat(second).isNotEqualTo(first);
            organiser().get(hotels() + "/" + second).then().statusCode(200).body("name", equalTo("Repeated"));
            add(key, hotel).statusCode(201).body("id", equalTo(second));
            organiser().get(hotels()).then().body("id", hasSize(3));
            // what is not there any more takes nothing with it
            remove(first, "*").statusCode(404);
            organiser().get(hotels() + "/" + second).then().statusCode(200);
            remove(second, "*").statusCode(204);
        }
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items.findAll { it.action == 'hotel-removed' }", hasSize(4));
    }

    @Test
    void of_two_removals_at_the_same_moment_the_second_is_told_so() throws Exception {
        String hotel = hotel("Twice", 1, 9_000);
        ValidatableResponse late = RowLocks.answerAfter(
                dataSource, () -> done(defineHotel.remove(UUID.fromString(hotel))), () -> remove(hotel, "\"v0\""));
        late.statusCode(412).body("type", equalTo("urn:infocus:problem:stale"));
        remove(hotel, "\"v0\"").statusCode(404);
    }

    private ValidatableResponse add(String key, Map<String, Object> hotel) {
        return organiser()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(hotel)
                .post(hotels())
                .then();
    }

    private ValidatableResponse remove(String hotel, String tag) {
        return organiser()
                .header("If-Match", tag)
                .delete(hotels() + "/" + hotel)
                .then();
    }

    /** As the housekeeping does after two days. */
    private void purge(String key) throws SQLException {
        TestSql.execute(dataSource, "delete from idempotency_key where key = ?", key);
    }

    @Test
    void rooms_go_back_later_than_now_and_not_after_the_first_night() {
        Map<String, Object> late = definition("Late", 1, 1);
        for (String wrong : List.of(
                "2099-12-31T18:00:00+01:00",
                "2016-11-24T00:00:00+01:00",
                clock.instant().toString(),
                clock.instant().minusSeconds(3600).toString())) {
            late.put("releaseAt", wrong);
            organiser()
                    .contentType(ContentType.JSON)
                    .body(late)
                    .post(hotels())
                    .then()
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("releaseAt")))
                    .body("errors.message", equalTo(List.of("must be after now and not after the first night")));
        }
        late.put("releaseAt", "2016-11-23T23:59:59+01:00");
        String id = organiser()
                .contentType(ContentType.JSON)
                .body(late)
                .post(hotels())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // what was agreed may stay, whatever it is compared with; another time is checked
        late.put("nights", List.of(night("2016-11-22", 1, 1)));
        put(id, late).statusCode(200);
        late.put("releaseAt", "2016-11-23T12:00:00+01:00");
        put(id, late).statusCode(422).body("errors.field", equalTo(List.of("releaseAt")));
        late.put("releaseAt", clock.instant().minusSeconds(3600).toString());
        put(id, late).statusCode(422).body("errors.field", equalTo(List.of("releaseAt")));
        late.put("releaseAt", "2016-11-22T12:00:00+01:00");
        put(id, late).statusCode(200).body("releaseAt", equalTo("2016-11-22T11:00:00Z"));
    }

    private ValidatableResponse put(String hotel, Map<String, Object> body) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(hotels() + "/" + hotel)
                .then();
    }

    @Test
    void the_pick_up_is_taken_away_as_csv_or_xlsx() {
        automatic();
        request(token, wish(plain, false)).body("request.state", equalTo("CONFIRMED"));
        String path = hotels() + "/pick-up/table";
        Response csv = organiser().get(path).then().statusCode(200).extract().response();
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"pick-up.csv\"");
        List<List<String>> rows = Spreadsheets.csv(csv.asByteArray());
        assertThat(rows.get(0))
                .containsExactly(
                        "hotel",
                        "room_type",
                        "night",
                        "price_eur",
                        "contingent",
                        "requested",
                        "confirmed",
                        "free",
                        "given_back",
                        "percent");
        List<Map<String, Object>> nights =
                organiser().get(hotels() + "/pick-up").then().extract().path("nights");
        assertThat(rows).hasSize(nights.size() + 1);
        for (int i = 0; i < nights.size(); i++) {
            Map<String, Object> night = nights.get(i);
            int cents = (Integer) night.get("priceCents");
            assertThat(rows.get(i + 1))
                    .containsExactly(
                            (String) night.get("hotelName"),
                            (String) night.get("roomType"),
                            (String) night.get("night"),
                            BigDecimal.valueOf(cents, 2).toString(),
                            night.get("contingent").toString(),
                            night.get("requested").toString(),
                            night.get("confirmed").toString(),
                            night.get("free").toString(),
                            night.get("givenBack").toString(),
                            night.get("percent").toString());
        }
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("Plain", "SINGLE", "2016-11-23", "90.00"));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=call&objectId=" + call)
                .then()
                .body("items[0].action", equalTo("pick-up-exported"))
                .body("items[0].details.rows", equalTo(nights.size()));
        assertThat(Spreadsheets.xlsx(organiser().get(path + "?format=xlsx").asByteArray()))
                .hasSameSizeAs(rows);
        organiser().get(path + "?format=pdf").then().statusCode(422);
    }

    @Test
    void hotels_are_for_organisers_and_of_calls_that_exist() {
        List<String> reads = List.of(
                "/hotels",
                "/hotels/confirmation",
                "/hotels/pick-up",
                "/hotels/pick-up/table",
                "/hotels/rooming-list",
                "/hotel-requests");
        for (String read : reads) {
            String path = "/api/v1/admin/calls/" + call + read;
            given().get(path).then().statusCode(401);
            for (TestTokens wrong : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
                given().auth().oauth2(wrong.token()).get(path).then().statusCode(403);
            }
            organiser()
                    .get("/api/v1/admin/calls/" + UUID.randomUUID() + read)
                    .then()
                    .statusCode(404);
        }
        String elsewhere = registrations.openCall();
        organiser()
                .get("/api/v1/admin/calls/" + elsewhere + "/hotels/" + plain)
                .then()
                .statusCode(404);
    }

    private void automatic() {
        confirmed("AUTOMATIC");
    }

    private void byOrganisers() {
        confirmed("BY_ORGANISERS");
    }

    private void confirmed(String how) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("confirmation", how))
                .put(hotels() + "/confirmation")
                .then()
                .statusCode(200)
                .body("confirmation", equalTo(how));
    }

    private String hotel(String name, int rooms, int priceCents) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(definition(name, rooms, priceCents))
                .post(hotels())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse change(String hotel, String tag, int rooms) {
        RequestSpecification request =
                organiser().contentType(ContentType.JSON).body(definition("Grand", rooms, 14_000));
        return (tag == null ? request : request.header("If-Match", tag))
                .put(hotels() + "/" + hotel)
                .then();
    }

    private static Map<String, Object> definition(String name, int rooms, int priceCents) {
        Map<String, Object> hotel = new HashMap<>();
        hotel.put("name", name);
        hotel.put("address", "Street 1, Frankfurt am Main");
        hotel.put("category", "Comfort");
        hotel.put("releaseAt", "2016-11-03T18:00:00+01:00");
        hotel.put(
                "nights",
                NIGHTS.stream().map(night -> night(night, rooms, priceCents)).toList());
        return hotel;
    }

    private static Map<String, Object> night(String night, int rooms, int priceCents) {
        return Map.of("roomType", "SINGLE", "night", night, "rooms", rooms, "priceCents", priceCents);
    }

    private String admitted() {
        String id = Registrations.admitted(application(call));
        return id;
    }

    private List<String> warned() {
        return QuarkusTransaction.requiringNew().call(() -> ((List<?>) database.createNativeQuery(
                                "select cast(cast(convert_from(payload, 'UTF8') as jsonb) as text) from outbox_event"
                                        + " where message_key = :id and type like '%.hotel-requests-waiting.v1' order by position")
                        .setParameter("id", call)
                        .getResultList())
                .stream().map(String::valueOf).toList());
    }

    private int freeNights() {
        List<Integer> free = organiser()
                .get(hotels() + "/pick-up")
                .then()
                .statusCode(200)
                .extract()
                .path("nights.free");
        return free.stream().mapToInt(Integer::intValue).sum();
    }

    private void admittedTwoDaysAgo(String applicationId) {
        set("update application set decided_at = '2016-10-08' where id = :id", applicationId);
    }

    private void passReleaseOf(String hotel) {
        set("update hotel set release_at = '2016-10-09' where id = :id", hotel);
    }

    private void set(String sql, String id) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(sql)
                .setParameter("id", UUID.fromString(id))
                .executeUpdate());
    }

    private static Map<String, Object> wish(String hotel, boolean others) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("roomType", "SINGLE");
        wish.put("checkIn", "2016-11-23");
        wish.put("checkOut", "2016-11-26");
        wish.put("preferredHotelId", hotel);
        wish.put("othersWelcome", others);
        return wish;
    }

    private static ValidatableResponse own(String link) {
        return given().header("Application-Link", link).get(OWN).then();
    }

    private static ValidatableResponse request(String link, Map<String, Object> wish) {
        return given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(wish)
                .put(OWN + "/request")
                .then();
    }

    private static ValidatableResponse needNone(String link) {
        return given().header("Application-Link", link)
                .put(OWN + "/no-room-needed")
                .then();
    }

    private static ValidatableResponse cancel(String link) {
        return given().header("Application-Link", link).delete(OWN + "/request").then();
    }

    /** What the person is told that is kept about their room. */
    private static ValidatableResponse ownData(String link) {
        return ByLink.ownData(link).statusCode(200).rootPath("sections.hotel");
    }

    private ValidatableResponse decision(String request, String tag, String decision, String hotel) {
        Map<String, Object> body = new HashMap<>();
        body.put("decision", decision);
        body.put("hotelId", hotel);
        body.put("answer", "Breakfast is included.");
        RequestSpecification asked = organiser().contentType(ContentType.JSON).body(body);
        return (tag == null ? asked : asked.header("If-Match", tag))
                .post(requests() + "/" + request + "/decision")
                .then();
    }

    private List<Integer> held(String hotel) {
        return pickUp(hotel, "confirmed");
    }

    private List<Integer> pickUp(String hotel, String column) {
        return organiser()
                .get(hotels() + "/pick-up")
                .then()
                .extract()
                .path("nights.findAll { it.hotelId == '" + hotel + "' }." + column);
    }

    private String hotels() {
        return "/api/v1/admin/calls/" + call + "/hotels";
    }

    private String requests() {
        return "/api/v1/admin/calls/" + call + "/hotel-requests";
    }
}
