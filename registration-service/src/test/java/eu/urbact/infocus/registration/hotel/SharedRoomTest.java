package eu.urbact.infocus.registration.hotel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Spreadsheets;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.privacy.Retention;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Zdeňka and João, who would like to share a double room of a hotel that keeps two of each kind. */
@QuarkusTest
@WithEmbeddedServers
class SharedRoomTest {

    private static final String OWN = "/api/v1/self-service/hotel";
    private static final String TOO_MANY =
            "The person with whom you share has asked for a double room with you. One of you is enough: say that you sleep"
                    + " in theirs, or cancel the one that you have.";

    @Inject
    Registrations registrations;

    @Inject
    RequestRoom requestRoom;

    @Inject
    ReleaseRooms releaseRooms;

    @Inject
    DecideRoomRequest decideRoomRequest;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    HotelPersonalData personalData;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    private String call;
    private String zdenka;
    private String joao;
    private String hers;
    private String his;

    @BeforeEach
    void open() {
        call = registrations.openCall();
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Grand",
                        "address",
                        "Street 1, Frankfurt am Main",
                        "category",
                        "Comfort",
                        "releaseAt",
                        "2016-11-03T18:00:00+01:00",
                        "nights",
                        Stream.of("SINGLE", "DOUBLE")
                                .flatMap(kind -> Stream.of("2016-11-23", "2016-11-24", "2016-11-25")
                                        .map(night -> Map.of(
                                                "roomType", kind, "night", night, "rooms", 2, "priceCents", 15_000)))
                                .toList()))
                .post(hotels())
                .then()
                .statusCode(201);
        zdenka = admitted("Zdeňka", "Quellenfinder", "zdenka-" + UUID.randomUUID() + "@example.org");
        joao = admitted("João", "Brandão Reis", "joao-" + UUID.randomUUID() + "@example.org");
        hers = linkToken(zdenka);
        his = linkToken(joao);
        confirmed("AUTOMATIC");
    }

    @Test
    void one_room_has_both_names_on_every_list_and_counts_once() {
        request(hers, shared("  João Brandão Reis "))
                .statusCode(200)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.sharesWith", equalTo("João Brandão Reis"));
        needNone(his).statusCode(200).body("request.sharesWith", nullValue());

        organiser()
                .get(requests() + "?state=CONFIRMED")
                .then()
                .body("items.sharesWith", equalTo(List.of("João Brandão Reis")))
                .body("items[0].sharesWithRequestId", nullValue());
        for (List<List<String>> list : List.of(
                Spreadsheets.csv(organiser().get(hotels() + "/rooming-list").asByteArray()),
                Spreadsheets.xlsx(
                        organiser().get(hotels() + "/rooming-list?format=xlsx").asByteArray()))) {
            assertThat(list).hasSize(2);
            assertThat(list.get(0)).endsWith("confirmed_at", "shares_with");
            assertThat(list.get(1)).startsWith("Grand", "DOUBLE", "Quellenfinder", "Zdeňka");
            assertThat(list.get(1)).endsWith("João Brandão Reis");
        }
        assertThat(held()).containsExactly(1, 1, 1);
        ownData(hers).body("sharesWith", equalTo("João Brandão Reis"));

        // in no event and not in what the trail says
        assertThat(registrations.delivered(zdenka)).isNotEmpty().allSatisfy(record -> assertThat(record.value())
                .doesNotContain("Brand"));
        assertThat(trail(zdenka)).contains("hotel-room-requested").doesNotContain("Brand");
    }

    @Test
    void the_hotel_reads_the_name_of_whom_an_address_names_and_no_address() {
        request(hers, shared("with " + addressOf(joao).toUpperCase(Locale.ROOT)))
                .statusCode(200);
        assertThat(sharesWith("csv")).containsExactly("João Brandão Reis");
        assertThat(sharesWith("xlsx")).containsExactly("João Brandão Reis");
        organiser()
                .get(requests() + "?state=CONFIRMED")
                .then()
                .body("items[0].sharesWithName", equalTo("João Brandão Reis"));
        // who has no place is named to nobody by their address, and neither is whoever has not applied
        String waiting = Registrations.applied(Registrations.application(call));
        for (String nobody : List.of(addressOf(waiting), "Jean, jean@elsewhere.example")) {
            share(hers, nobody).statusCode(200);
            organiser()
                    .get(requests() + "?state=CONFIRMED")
                    .then()
                    .body("items[0].sharesWith", equalTo(nobody))
                    .body("items[0].sharesWithName", nullValue());
            assertThat(sharesWith("csv")).containsExactly(nobody.startsWith("Jean") ? "Jean" : "");
        }
        // the words of the person stay theirs, and are what the organisers read
        own(hers).body("request.sharesWith", equalTo("Jean, jean@elsewhere.example"));
    }

    private List<String> sharesWith(String format) {
        byte[] list =
                organiser().get(hotels() + "/rooming-list?format=" + format).asByteArray();
        List<List<String>> rows = format.equals("csv") ? Spreadsheets.csv(list) : Spreadsheets.xlsx(list);
        return rows.stream().skip(1).map(row -> row.get(12)).toList();
    }

    @Test
    void only_a_double_room_is_shared_and_only_in_plain_words() {
        Map<String, Object> single = shared("João");
        single.put("roomType", "SINGLE");
        request(hers, single)
                .statusCode(422)
                .body("errors.field", equalTo(List.of("sharesWith")))
                .body("errors.message", equalTo(List.of("is for a double room")));
        single.put("sharesWith", "");
        request(hers, single).statusCode(200).body("request.sharesWith", nullValue());
        cancel(hers).statusCode(200);
        for (String wrong : List.of("x".repeat(201), "<b>João</b>", "João\nBrandão", "=João", " ")) {
            request(hers, shared(wrong)).statusCode(422);
            share(his, wrong).statusCode(422);
        }
        request(hers, shared("x".repeat(200))).statusCode(200);
    }

    @Test
    void two_who_name_each_other_get_one_room() {
        request(hers, shared("Brandão Reis, João")).body("request.state", equalTo("CONFIRMED"));
        for (String spelt : List.of(
                "Zdenka Quellenfinder",
                "QUELLENFINDER Zdeňka",
                addressOf(zdenka).toUpperCase(Locale.ROOT))) {
            request(his, shared("with " + spelt + ", please"))
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:room-shared"))
                    .body("detail", equalTo(TOO_MANY));
        }
        own(his).body("request", nullValue());
        assertThat(held()).containsExactly(1, 1, 1);

        // other nights are another room, and so is one for oneself
        Map<String, Object> before = shared("Zdeňka Quellenfinder");
        before.put("checkOut", "2016-11-24");
        Map<String, Object> after = shared("Zdeňka Quellenfinder");
        after.put("checkIn", "2016-11-25");
        Map<String, Object> shorter = shared("João Brandão Reis");
        shorter.put("checkIn", "2016-11-24");
        shorter.put("checkOut", "2016-11-25");
        change(hers, shorter).body("request.checkOut", equalTo("2016-11-25"));
        request(his, before).statusCode(200).body("request.state", equalTo("CONFIRMED"));
        cancel(his).statusCode(200);
        request(his, after).statusCode(200).body("request.state", equalTo("CONFIRMED"));
    }

    @Test
    void nor_is_the_own_room_changed_for_one_with_whoever_has_the_shared_one() {
        request(hers, shared("João Brandão Reis")).body("request.state", equalTo("CONFIRMED"));
        Map<String, Object> single = shared(null);
        single.put("roomType", "SINGLE");
        request(his, single).body("request.state", equalTo("CONFIRMED"));
        change(his, shared("Zdeňka Quellenfinder"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-shared"))
                .body("detail", equalTo(TOO_MANY));
        own(his).body("request.roomType", equalTo("SINGLE")).body("request.change", nullValue());
        change(his, shared("Ana Sá")).statusCode(200).body("request.roomType", equalTo("DOUBLE"));
    }

    @Test
    void organisers_see_that_whoever_is_named_has_a_room_of_their_own() {
        request(hers, shared("my colleague " + addressOf(joao))).body("request.state", equalTo("CONFIRMED"));
        Map<String, Object> own = shared(null);
        own.put("roomType", "SINGLE");
        request(his, own).statusCode(200).body("request.state", equalTo("CONFIRMED"));
        String hisRequest = requestOf(joao, "id");
        assertThat(requestOf(zdenka, "sharesWithRequestId")).isEqualTo(hisRequest);
        assertThat(requestOf(joao, "sharesWithRequestId")).isNull();
        organiser()
                .get(requests() + "/" + requestOf(zdenka, "id"))
                .then()
                .statusCode(200)
                .body("sharesWithRequestId", equalTo(hisRequest));
        needNone(his).statusCode(409);
        cancel(his).statusCode(200);
        assertThat(requestOf(zdenka, "sharesWithRequestId")).isNull();
        // who is named in another call is somebody else
        share(hers, "Zdeňka Quellenfinder, João and others").statusCode(200);
        assertThat(requestOf(zdenka, "sharesWithRequestId")).isNull();
    }

    @Test
    void who_name_each_other_at_the_same_moment_get_one_room_too() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> assertThat(done(requestRoom.request(UUID.fromString(joao), wish("Zdeňka Quellenfinder")))
                                        .state())
                                .isEqualTo(HotelRequest.State.CONFIRMED),
                        () -> request(hers, shared("João Brandão Reis")))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:room-shared"));
        assertThat(held()).containsExactly(1, 1, 1);
    }

    @Test
    void somebody_is_named_afterwards_too_even_when_the_rooms_have_gone_back() {
        share(hers, "João").statusCode(409).body("type", equalTo("urn:infocus:problem:no-double-room"));
        Map<String, Object> single = shared(null);
        single.put("roomType", "SINGLE");
        request(hers, single).body("request.state", equalTo("CONFIRMED"));
        share(hers, "João").statusCode(409).body("type", equalTo("urn:infocus:problem:no-double-room"));
        change(hers, shared(null)).body("request.roomType", equalTo("DOUBLE"));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update hotel set release_at = '2016-10-09' where call_id = :call")
                .setParameter("call", UUID.fromString(call))
                .executeUpdate());
        releaseRooms.releaseDue();
        share(hers, " João Brandão Reis ")
                .statusCode(200)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.sharesWith", equalTo("João Brandão Reis"));
        share(hers, "").statusCode(200).body("request.sharesWith", nullValue());
        assertThat(trail(zdenka)).contains("hotel-room-sharing-said").doesNotContain("Brand");
        share(his, "Zdeňka").statusCode(409).body("type", equalTo("urn:infocus:problem:no-double-room"));
        for (String bad : List.of("", "nonsense", hers + "A")) {
            share(bad, "João").statusCode(404);
        }
        share(linkToken(applied(application(call))), "João")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-admitted"));
    }

    @Test
    void who_names_afterwards_whoever_has_named_them_is_refused_as_well() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        request(his, shared(null)).statusCode(200);
        share(his, "Zdeňka Quellenfinder").statusCode(409).body("detail", equalTo(TOO_MANY));
        own(his).body("request.sharesWith", nullValue());
        // the same said again is no news
        share(hers, "João Brandão Reis").statusCode(200);
    }

    @Test
    void the_other_room_comes_with_its_own_name() {
        confirmed("BY_ORGANISERS");
        request(hers, shared("João")).body("request.state", equalTo("REQUESTED"));
        decision(zdenka, "CONFIRM");
        Map<String, Object> shorter = shared("Ana");
        shorter.put("checkOut", "2016-11-25");
        change(hers, shorter)
                .body("request.sharesWith", equalTo("João"))
                .body("request.change.sharesWith", equalTo("Ana"));
        assertThat(requestOf(zdenka, "change.sharesWith")).isEqualTo("Ana");
        ownData(hers).body("sharesWith", equalTo("João")).body("wantedInstead.sharesWith", equalTo("Ana"));
        decision(zdenka, "REFUSE");
        own(hers).body("request.sharesWith", equalTo("João")).body("request.change", nullValue());
        change(hers, shorter).statusCode(200);
        decision(zdenka, "CONFIRM");
        own(hers).body("request.sharesWith", equalTo("Ana")).body("request.change", nullValue());
    }

    @Test
    void nobody_is_named_any_more_once_no_room_is_wanted() {
        confirmed("BY_ORGANISERS");
        request(hers, shared("João")).statusCode(200);
        decision(zdenka, "REFUSE");
        request(his, shared("Ana")).statusCode(200);
        cancel(his).statusCode(200).body("request.sharesWith", nullValue());
        assertThat(names()).isEmpty();
        request(his, shared("Ana")).statusCode(200);
        needNone(his).statusCode(200);
        assertThat(names()).isEmpty();
        request(his, shared("Ana")).statusCode(200);
        given().header("Application-Link", his)
                .post("/api/v1/self-service/withdrawal")
                .then()
                .statusCode(200);
        assertThat(names()).isEmpty();
    }

    @Test
    void the_name_goes_with_the_logistics_and_the_room_stays() {
        request(hers, shared("João")).statusCode(200);
        UUID id = UUID.fromString(zdenka);
        assertThat(clear(id, Retention.EVIDENCE)).isFalse();
        assertThat(names()).containsExactly("João");
        assertThat(clear(id, Retention.LOGISTICS)).isTrue();
        assertThat(clear(id, Retention.LOGISTICS)).isFalse();
        assertThat(names()).isEmpty();
        own(hers).body("request.state", equalTo("CONFIRMED"));
        given().get("/api/v1/personal-fields")
                .then()
                .statusCode(200)
                .body("findAll { it.section == 'hotel' }.field", hasItem("sharesWith"));
    }

    @Test
    void that_somebody_has_left_the_room_goes_with_the_logistics_too() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        withdraw(his);
        own(hers).body("request.sharingEnded", equalTo(true));
        UUID id = UUID.fromString(zdenka);
        assertThat(clear(id, Retention.EVIDENCE)).isFalse();
        own(hers).body("request.sharingEnded", equalTo(true));
        assertThat(clear(id, Retention.LOGISTICS)).isTrue();
        assertThat(clear(id, Retention.LOGISTICS)).isFalse();
        own(hers).body("request.state", equalTo("CONFIRMED")).body("request.sharingEnded", equalTo(false));
        ownData(hers).body("sharingEndedAt", nullValue());
        given().get("/api/v1/personal-fields")
                .then()
                .statusCode(200)
                .body("findAll { it.section == 'hotel' }.field", hasItem("sharingEndedAt"));
    }

    @Test
    void who_is_forgotten_is_named_by_nobody_any_more() {
        String ana = admitted("Ana", "Sá", "ana-" + UUID.randomUUID() + "@example.org");
        request(hers, shared("João Brandão Reis")).statusCode(200);
        request(linkToken(ana), shared("Zdeňka Quellenfinder")).statusCode(200);
        confirmed("BY_ORGANISERS");
        Map<String, Object> shorter = shared("joao BRANDAO reis");
        shorter.put("checkOut", "2016-11-25");
        change(linkToken(ana), shorter).statusCode(200);
        assertThat(names()).containsExactlyInAnyOrder("João Brandão Reis", "Zdeňka Quellenfinder", "joao BRANDAO reis");
        erase(joao);
        assertThat(names()).containsExactly("Zdeňka Quellenfinder");
        own(linkToken(ana)).body("request.change.checkOut", equalTo("2016-11-25"));
        erase(zdenka);
        assertThat(names()).isEmpty();
        erase(ana);
    }

    @Test
    void who_asked_for_the_room_keeps_it_alone_when_the_other_withdraws_and_is_told() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        needNone(his).statusCode(200);
        withdraw(his);
        own(hers)
                .body("request.state", equalTo("CONFIRMED"))
                .body("request.roomType", equalTo("DOUBLE"))
                .body("request.sharesWith", nullValue())
                .body("request.sharingEnded", equalTo(true));
        Registrations.tasksOf(hers).body("open", equalTo(0));
        assertThat(held()).containsExactly(1, 1, 1);
        List<List<String>> list =
                Spreadsheets.csv(organiser().get(hotels() + "/rooming-list").asByteArray());
        assertThat(list).hasSize(2);
        assertThat(list.get(1)).contains("Zdeňka").doesNotContain("João Brandão Reis");
        assertThat(list.get(1)).endsWith("");
        // whoever does not come has nothing to say about rooms
        assertThat(requestOf(joao, "state")).isEqualTo("CANCELLED");
        await().untilAsserted(() -> assertThat(Registrations.facts(zdenka)).endsWith("hotel-sharing-ended"));
        String told = lastFact(zdenka);
        Contracts.ofThisService().assertValid("hotel-sharing-ended.v1", told);
        assertThat(told).doesNotContain("takenBack", "Brand");
        assertThat(trail(zdenka)).contains("hotel-room-sharing-ended").doesNotContain("Brand");
        ownData(hers).body("sharesWith", nullValue());

        // what she says then is what counts
        share(hers, "Ana Sá")
                .body("request.sharesWith", equalTo("Ana Sá"))
                .body("request.sharingEnded", equalTo(false));
    }

    @Test
    void who_slept_in_it_too_loses_the_bed_with_the_room_and_is_asked_again() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        sleepsWithOther(his).statusCode(200);
        Registrations.tasksOf(his).body("open", equalTo(0));
        withdraw(hers);
        own(his).body("request.state", equalTo("CANCELLED"))
                .body("request.sharingEnded", equalTo(true))
                .body("request.roomType", nullValue());
        Registrations.tasksOf(his).body("open", equalTo(1)).body("tasks[0].answered", equalTo(false));
        await().untilAsserted(() -> assertThat(Registrations.facts(joao)).endsWith("hotel-sharing-ended"));
        String told = lastFact(joao);
        Contracts.ofThisService().assertValid("hotel-sharing-ended.v1", told);
        assertThat(told).contains("\"takenBack\":true").doesNotContain("Quellen");
        needNone(his).body("request.sharingEnded", equalTo(false));
        Registrations.tasksOf(his).body("open", equalTo(0));
    }

    @Test
    void the_bed_goes_too_when_the_room_is_cancelled_taken_back_refused_or_shared_with_somebody_else() {
        confirmed("BY_ORGANISERS");
        List<Runnable> ways = List.of(
                () -> cancel(hers).statusCode(200),
                () -> needNone(hers).statusCode(200),
                () -> request(hers, shared("Ana Sá")).statusCode(200),
                () -> decision(zdenka, "REFUSE"),
                () -> share(hers, "").statusCode(200),
                () -> {
                    decision(zdenka, "CONFIRM");
                    decision(zdenka, "TAKE_BACK");
                },
                () -> {
                    decision(zdenka, "CONFIRM");
                    Map<String, Object> other = shared("Ana Sá");
                    other.put("checkOut", "2016-11-25");
                    change(hers, other).statusCode(200);
                    own(his).body("request.state", equalTo("NOT_NEEDED"));
                    decision(zdenka, "CONFIRM");
                });
        for (Runnable way : ways) {
            request(hers, shared("João Brandão Reis")).statusCode(200);
            sleepsWithOther(his).statusCode(200);
            // said differently it is the same person
            share(hers, "joao brandao reis").statusCode(200);
            own(his).body("request.state", equalTo("NOT_NEEDED"));
            way.run();
            own(his).body("request.state", equalTo("CANCELLED")).body("request.sharingEnded", equalTo(true));
        }
        await().untilAsserted(() -> assertThat(Registrations.facts(joao))
                .filteredOn("hotel-sharing-ended"::equals)
                .hasSize(ways.size()));
    }

    @Test
    void nobody_is_told_who_has_a_room_of_their_own_or_does_not_come_either() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        request(his, shared(null)).statusCode(200);
        cancel(hers).statusCode(200);
        own(his).body("request.state", equalTo("CONFIRMED")).body("request.sharingEnded", equalTo(false));
        cancel(his).statusCode(200);
        request(hers, shared("João Brandão Reis")).statusCode(200);
        sleepsWithOther(his).statusCode(200);
        decide(joao, "DECLINE").statusCode(200);
        withdraw(hers);
        assertThat(registrations.told(joao)).contains("application-declined").doesNotContain("hotel-sharing-ended");
    }

    @Test
    void nobody_learns_by_naming_them_what_becomes_of_people_without_a_place() {
        Map<String, Object> ana = application(call);
        ana.putAll(Map.of("givenName", "Ana", "familyName", "Sá"));
        String declined = applied(ana);
        String waitlisted = applied(application(call));
        String withdrawn = applied(application(call));
        String words = "Ana Sá, " + addressOf(waitlisted) + ", " + addressOf(withdrawn);
        request(hers, shared(words)).statusCode(200);
        decide(declined, "DECLINE").statusCode(200);
        decide(waitlisted, "WAITLIST").statusCode(200);
        decide(waitlisted, "DECLINE").statusCode(200);
        withdraw(linkToken(withdrawn));
        own(hers).body("request.sharesWith", equalTo(words)).body("request.sharingEnded", equalTo(false));
        assertThat(registrations.told(zdenka)).doesNotContain("hotel-sharing-ended");
        assertThat(noted()).isZero();
    }

    @Test
    void what_others_say_changes_nothing_for_whoever_sleeps_elsewhere() {
        needNone(his).statusCode(200).body("request.inOthersRoom", equalTo(false));
        request(hers, shared("João Brandão Reis")).statusCode(200);
        for (int i = 0; i < 3; i++) {
            share(hers, "").statusCode(200);
            share(hers, "João Brandão Reis").statusCode(200);
        }
        cancel(hers).statusCode(200);
        own(his).body("request.state", equalTo("NOT_NEEDED")).body("request.sharingEnded", equalTo(false));
        Registrations.tasksOf(his).body("open", equalTo(0));
        assertThat(registrations.told(joao)).doesNotContain("hotel-sharing-ended");
        assertThat(noted()).isZero();
    }

    @Test
    void that_somebody_sleeps_in_the_room_of_another_is_theirs_to_read_and_goes_with_the_logistics() {
        sleepsWithOther(his)
                .statusCode(200)
                .body("request.state", equalTo("NOT_NEEDED"))
                .body("request.inOthersRoom", equalTo(true));
        Registrations.tasksOf(his).body("open", equalTo(0));
        ownData(his).body("inOthersRoom", equalTo(true));
        needNone(hers).statusCode(200);
        ownData(hers).body("state", equalTo("NOT_NEEDED")).body("inOthersRoom", nullValue());
        given().get("/api/v1/personal-fields")
                .then()
                .statusCode(200)
                .body("findAll { it.section == 'hotel' }.field", hasItem("inOthersRoom"));
        UUID id = UUID.fromString(joao);
        assertThat(clear(id, Retention.EVIDENCE)).isFalse();
        assertThat(clear(id, Retention.LOGISTICS)).isTrue();
        assertThat(clear(id, Retention.LOGISTICS)).isFalse();
        own(his).body("request.state", equalTo("NOT_NEEDED")).body("request.inOthersRoom", equalTo(false));
        // whoever says something else does not any more
        sleepsWithOther(his).statusCode(200);
        needNone(his).statusCode(200).body("request.inOthersRoom", equalTo(false));
        request(hers, shared(null)).body("request.state", equalTo("CONFIRMED"));
        sleepsWithOther(hers).statusCode(409).body("type", equalTo("urn:infocus:problem:room-confirmed"));
    }

    @Test
    void who_says_that_none_is_needed_while_the_room_is_given_up_is_asked_again() throws Exception {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        RowLocks.answerAfter(dataSource, () -> requestRoom.needNone(UUID.fromString(joao), true), () -> cancel(hers))
                .statusCode(200);
        own(his).body("request.state", equalTo("CANCELLED")).body("request.sharingEnded", equalTo(true));
    }

    @Test
    void who_has_a_room_of_their_own_hears_nothing_of_whoever_named_them_and_is_erased() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        request(his, shared(null)).statusCode(200);
        erase(zdenka);
        own(his).body("request.state", equalTo("CONFIRMED")).body("request.sharingEnded", equalTo(false));
        assertThat(registrations.told(joao)).doesNotContain("hotel-sharing-ended");
    }

    @Test
    void a_name_that_fits_somebody_else_who_comes_stays() {
        String namesake = admitted("João", "Brandão Reis", "other-" + UUID.randomUUID() + "@example.org");
        request(hers, shared("João Brandão Reis")).statusCode(200);
        decide(joao, "WAITLIST").statusCode(200);
        own(hers).body("request.sharesWith", equalTo("João Brandão Reis")).body("request.sharingEnded", equalTo(false));
        decide(namesake, "WAITLIST").statusCode(200);
        own(hers).body("request.sharesWith", nullValue()).body("request.sharingEnded", equalTo(true));
    }

    @Test
    void words_that_fit_two_who_come_take_nobodys_bed() {
        String namesake = admitted("João", "Brandão Reis", "other-" + UUID.randomUUID() + "@example.org");
        request(hers, shared("João Brandão Reis")).statusCode(200);
        for (String one : List.of(his, linkToken(namesake))) {
            sleepsWithOther(one).statusCode(200);
        }
        share(hers, "").statusCode(200);
        for (String one : List.of(his, linkToken(namesake))) {
            own(one).body("request.state", equalTo("NOT_NEEDED"));
        }
        share(hers, "João Brandão Reis").statusCode(200);
        decide(namesake, "WAITLIST").statusCode(200);
        share(hers, "").statusCode(200);
        own(his).body("request.state", equalTo("CANCELLED")).body("request.sharingEnded", equalTo(true));
    }

    @Test
    void of_an_erased_person_the_other_is_told_too() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        sleepsWithOther(his).statusCode(200);
        erase(joao);
        own(hers).body("request.sharesWith", nullValue()).body("request.sharingEnded", equalTo(true));
        await().untilAsserted(() -> assertThat(Registrations.facts(zdenka)).endsWith("hotel-sharing-ended"));

        String ana = admitted("Ana", "Sá", "ana-" + UUID.randomUUID() + "@example.org");
        sleepsWithOther(linkToken(ana)).statusCode(200);
        share(hers, "Ana Sá").statusCode(200);
        erase(zdenka);
        own(linkToken(ana)).body("request.state", equalTo("CANCELLED")).body("request.sharingEnded", equalTo(true));
    }

    @Test
    void of_somebody_who_has_applied_twice_and_is_erased_the_other_is_told_too() {
        withdraw(his);
        String again = admitted("João", "Brandão Reis", addressOf(joao));
        request(hers, shared("J. and João Brandão Reis")).statusCode(200);
        sleepsWithOther(linkToken(again)).statusCode(200);
        erase(again);
        own(hers).body("request.sharesWith", nullValue()).body("request.sharingEnded", equalTo(true));
        assertThat(registrations.told(zdenka)).endsWith("hotel-sharing-ended");
        assertThat(registrations.told(joao)).endsWith("application-erased");
    }

    @Test
    void whose_earlier_application_is_erased_keeps_the_bed_that_is_kept_for_them_now() {
        withdraw(his);
        String again = admitted("João", "Brandão Reis", addressOf(joao));
        request(hers, shared("João Brandão Reis")).statusCode(200);
        sleepsWithOther(linkToken(again)).statusCode(200);
        erase(joao);
        own(hers).body("request.sharesWith", equalTo("João Brandão Reis")).body("request.sharingEnded", equalTo(false));
        own(linkToken(again)).body("request.state", equalTo("NOT_NEEDED"));
        assertThat(registrations.told(zdenka)).doesNotContain("hotel-sharing-ended");
    }

    @Test
    void whose_namesake_is_erased_keeps_the_bed_and_nobody_is_told_otherwise() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        sleepsWithOther(his).statusCode(200);
        Map<String, Object> other = application(call);
        other.put("givenName", "João");
        other.put("familyName", "Brandão Reis");
        String undecided = applied(other);
        other.put("email", "another-" + UUID.randomUUID() + "@example.org");
        String declined = applied(other);
        decide(declined, "DECLINE").statusCode(200);
        for (String namesake : List.of(undecided, declined)) {
            erase(namesake);
            own(hers)
                    .body("request.sharesWith", equalTo("João Brandão Reis"))
                    .body("request.sharingEnded", equalTo(false));
        }
        own(his).body("request.state", equalTo("NOT_NEEDED"));
        assertThat(registrations.told(zdenka)).doesNotContain("hotel-sharing-ended");
    }

    @Test
    void who_is_called_otherwise_is_named_so_by_those_who_share_with_them() {
        String ana = admitted("Ana", "Sá", "ana-" + UUID.randomUUID() + "@example.org");
        request(hers, shared("the colleague joao BRANDAO-reis")).statusCode(200);
        request(linkToken(ana), shared("Zdeňka Quellenfinder")).statusCode(200);
        sleepsWithOther(his).statusCode(200);
        correct(his, "João", "Brandão da Silva");
        // what else was written stays
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "the colleague joao BRANDAO-reis (now João Brandão da Silva)", "Zdeňka Quellenfinder");
        own(his).body("request.state", equalTo("NOT_NEEDED"));
        cancel(hers).statusCode(200);
        own(his).body("request.state", equalTo("CANCELLED")).body("request.sharingEnded", equalTo(true));

        request(hers, shared("João Brandão da Silva")).statusCode(200);
        correct(his, "João Maria", "Brandão da Silva");
        withdraw(his);
        own(hers).body("request.sharesWith", nullValue()).body("request.sharingEnded", equalTo(true));
    }

    @Test
    void a_longer_name_than_fits_behind_the_words_leaves_them_alone() {
        String words = "João Brandão Reis, " + "x".repeat(160);
        request(hers, shared(words)).statusCode(200);
        correct(his, "João", "Brandão da Silva");
        assertThat(names()).containsExactly(words);
    }

    @Test
    void whoever_has_no_place_is_not_who_is_named() {
        request(hers, shared("Maria Costa")).statusCode(200);
        Map<String, Object> maria = application(call);
        maria.putAll(Map.of("givenName", "Maria", "familyName", "Costa"));
        correct(linkToken(applied(maria)), "Maria", "Lima");
        assertThat(names()).containsExactly("Maria Costa");
    }

    @Test
    void words_that_fit_somebody_else_or_an_address_do_not_follow_a_new_name() {
        admitted("João", "Brandão Reis", "other-" + UUID.randomUUID() + "@example.org");
        String ana = admitted("Ana", "Sá", "ana-" + UUID.randomUUID() + "@example.org");
        String address = "João Brandão Reis, " + addressOf(joao);
        request(hers, shared("João Brandão Reis")).statusCode(200);
        request(linkToken(ana), shared(address)).statusCode(200);
        correct(his, "João", "Brandão da Silva");
        assertThat(names()).containsExactlyInAnyOrder("João Brandão Reis", address);
    }

    @Test
    void who_is_named_by_somebody_reads_that_and_not_by_whom() {
        request(hers, shared("João Brandão Reis")).statusCode(200);
        ownData(his).body("namedByOthers", equalTo(true)).body("keySet()", equalTo(Set.of("namedByOthers")));
        needNone(his).statusCode(200);
        ownData(his).body("namedByOthers", equalTo(true)).body("state", equalTo("NOT_NEEDED"));
        ownData(hers).body("namedByOthers", nullValue());
        assertThat(ownData(his).extract().asString()).doesNotContain("Quellenfinder");
    }

    @Test
    void who_leaves_while_the_room_of_whoever_names_them_is_confirmed_holds_up_nobody() throws Exception {
        confirmed("BY_ORGANISERS");
        request(his, shared(null)).statusCode(200);
        decision(joao, "CONFIRM");
        request(hers, shared("João Brandão Reis")).statusCode(200);
        UUID asked = UUID.fromString(requestOf(zdenka, "id"));
        UUID hotel = UUID.fromString(
                organiser().get(hotels()).then().statusCode(200).extract().path("[0].id"));
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<Future<Outcome<HotelRequest>>> room = new AtomicReference<>();
            QuarkusTransaction.requiringNew().run(() -> {
                // as whoever forgets them does: first who names them, and then the room
                personalData.lock(UUID.fromString(joao));
                room.set(pool.submit(() -> decideRoomRequest.confirm(asked, hotel, null)));
                RowLocks.awaitWaiting(dataSource, 1);
                withdrawApplication.withdraw(UUID.fromString(joao));
            });
            assertThat(done(room.get().get()).state()).isEqualTo(HotelRequest.State.CONFIRMED);
        } finally {
            pool.shutdown();
        }
        assertThat(requestOf(joao, "state")).isEqualTo("CANCELLED");
        assertThat(held()).containsExactly(1, 1, 1);
    }

    private static void correct(String link, String givenName, String familyName) {
        given().header("Application-Link", link)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "givenName",
                        givenName,
                        "familyName",
                        familyName,
                        "organisation",
                        "Cluster of the Test",
                        "position",
                        "Manager"))
                .put("/api/v1/self-service/application/person")
                .then()
                .statusCode(200);
    }

    private static void withdraw(String link) {
        given().header("Application-Link", link)
                .post("/api/v1/self-service/withdrawal")
                .then()
                .statusCode(200);
    }

    private static String lastFact(String application) {
        return Topics.read("infocus.registration.v1", application).stream()
                .reduce((before, last) -> last)
                .orElseThrow()
                .value();
    }

    private void erase(String application) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "PERSON_ASKED"))
                .post("/api/v1/admin/applications/" + application + "/erasure")
                .then()
                .statusCode(200);
    }

    private boolean clear(UUID id, Retention due) {
        return QuarkusTransaction.requiringNew().call(() -> personalData.clear(id, due));
    }

    /** Everybody who is named as the one with whom somebody of the call shares. */
    private List<String> names() {
        return QuarkusTransaction.requiringNew().call(() -> ((List<?>) database.createNativeQuery(
                                "select shares_with from hotel_request where call_id = :call and shares_with is not null"
                                        + " union all select change_shares_with from hotel_request"
                                        + " where call_id = :call and change_shares_with is not null",
                                String.class)
                        .setParameter("call", UUID.fromString(call))
                        .getResultList())
                .stream().map(String::valueOf).toList());
    }

    private String addressOf(String application) {
        return organiser()
                .get("/api/v1/admin/applications/" + application)
                .then()
                .statusCode(200)
                .extract()
                .path("email");
    }

    private String trail(String application) {
        return organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + application)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String requestOf(String application, String field) {
        return organiser()
                .get(requests())
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.applicationId == '" + application + "' }." + field);
    }

    private void decision(String application, String decision) {
        String hotel =
                organiser().get(hotels()).then().statusCode(200).extract().path("[0].id");
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("decision", decision, "hotelId", hotel))
                .post(requests() + "/" + requestOf(application, "id") + "/decision")
                .then()
                .statusCode(200);
    }

    private List<Integer> held() {
        return organiser()
                .get(hotels() + "/pick-up")
                .then()
                .extract()
                .path("nights.findAll { it.roomType == 'DOUBLE' }.confirmed");
    }

    private void confirmed(String how) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("confirmation", how))
                .put(hotels() + "/confirmation")
                .then()
                .statusCode(200);
    }

    private String admitted(String givenName, String familyName, String email) {
        Map<String, Object> application = application(call);
        application.put("givenName", givenName);
        application.put("familyName", familyName);
        application.put("email", email);
        String id = applied(application);
        decide(id, "ADMIT").statusCode(200);
        return id;
    }

    private static HotelRequest done(Outcome<HotelRequest> outcome) {
        return ((Outcome.Done<HotelRequest>) outcome).value();
    }

    private static HotelRequest.Wish wish(String sharesWith) {
        return new HotelRequest.Wish(
                new Stay(RoomType.DOUBLE, LocalDate.of(2016, 11, 23), LocalDate.of(2016, 11, 26)),
                null,
                true,
                sharesWith);
    }

    private static Map<String, Object> shared(String sharesWith) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("roomType", "DOUBLE");
        wish.put("checkIn", "2016-11-23");
        wish.put("checkOut", "2016-11-26");
        wish.put("othersWelcome", true);
        wish.put("sharesWith", sharesWith);
        return wish;
    }

    private static ValidatableResponse own(String link) {
        return given().header("Application-Link", link).get(OWN).then();
    }

    private static ValidatableResponse request(String link, Map<String, Object> wish) {
        return put(link, "/request", wish);
    }

    private static ValidatableResponse change(String link, Map<String, Object> wish) {
        return put(link, "/change", wish);
    }

    private static ValidatableResponse share(String link, String sharesWith) {
        return put(link, "/shares-with", Map.of("sharesWith", sharesWith));
    }

    private static ValidatableResponse needNone(String link) {
        return given().header("Application-Link", link)
                .put(OWN + "/no-room-needed")
                .then();
    }

    private static ValidatableResponse sleepsWithOther(String link) {
        return given().header("Application-Link", link)
                .put(OWN + "/in-others-room")
                .then();
    }

    /** How many of the call are noted to be looked at, because of somebody who has left their room. */
    private long noted() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from hotel_sharing_end e join application a on a.id = e.application_id"
                                        + " where a.call_id = :call")
                        .setParameter("call", UUID.fromString(call))
                        .getSingleResult())
                .longValue());
    }

    private static ValidatableResponse cancel(String link) {
        return given().header("Application-Link", link).delete(OWN + "/request").then();
    }

    private static ValidatableResponse ownData(String link) {
        return given().header("Application-Link", link)
                .get("/api/v1/self-service/own-data")
                .then()
                .statusCode(200)
                .rootPath("sections.hotel");
    }

    private static ValidatableResponse put(String link, String path, Map<String, Object> body) {
        return given().header("Application-Link", link)
                .contentType(ContentType.JSON)
                .body(body)
                .put(OWN + path)
                .then();
    }

    private String hotels() {
        return "/api/v1/admin/calls/" + call + "/hotels";
    }

    private String requests() {
        return "/api/v1/admin/calls/" + call + "/hotel-requests";
    }
}
