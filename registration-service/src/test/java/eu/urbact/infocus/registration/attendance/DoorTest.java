package eu.urbact.infocus.registration.attendance;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
import eu.urbact.infocus.chassis.testing.Spreadsheets;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** The door of a workshop that began yesterday and ends tomorrow. */
@QuarkusTest
@WithEmbeddedServers
class DoorTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Registrations registrations;

    @Inject
    DoorSettings settings;

    @Inject
    SetDoor setDoor;

    @Inject
    PurgeWalkIns purgeWalkIns;

    @Inject
    WithdrawApplication withdrawApplication;

    @Inject
    Applications applications;

    @Inject
    ApplicationLinks links;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    private String call;
    private String person;
    private LocalDate today;

    @BeforeEach
    void open() {
        today = clock.instant().atZone(BERLIN).toLocalDate();
        Map<String, Object> plan =
                Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "OPEN", 1), 3);
        // people apply while the workshop runs
        plan.put(
                "closesAt",
                today.plusDays(1)
                        .atTime(13, 30)
                        .atZone(BERLIN)
                        .toOffsetDateTime()
                        .toString());
        call = Registrations.opened(plan);
        workshop(today.minusDays(1), today.plusDays(1));
        person = admitted("Zdeňka", "Quellenfinder");
    }

    @Test
    void the_days_are_those_of_the_venue_with_how_full_each_is() {
        checkIn(person).statusCode(201);
        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .statusCode(200)
                .body("date", equalTo(List.of(yesterday(), today.toString(), tomorrow())))
                .body("status", equalTo(List.of("OVER", "TODAY", "AHEAD")))
                .body("[1].expected", equalTo(1))
                .body("[1].checkedIn", equalTo(1))
                .body("[1].present", equalTo(1))
                .body("[1].capacity", equalTo(3))
                .body("[1].full", equalTo(false))
                .body("[1].zone", equalTo("Europe/Berlin"))
                .body("[0].present", equalTo(0));
    }

    @Test
    void checking_in_twice_keeps_the_first_time() {
        String first = checkIn(person)
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("familyName", equalTo("Quellenfinder"))
                .body("repeated", equalTo(false))
                .extract()
                .path("checkedInAt");
        String again = checkIn(person)
                .statusCode(200)
                .body("repeated", equalTo(true))
                .extract()
                .path("checkedInAt");
        assertThat(Instant.parse(again).truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(Instant.parse(first).truncatedTo(ChronoUnit.MILLIS));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoever_is_changed_in_the_moment_they_come_in_is_let_in_as_they_are_now() throws Exception {
        Runnable renamed = () -> database.createNativeQuery(
                        "update application set family_name = 'Quelle', version = version + 1 where id = :id")
                .setParameter("id", UUID.fromString(person))
                .executeUpdate();
        RowLocks.answerAfter(dataSource, renamed, () -> checkIn(person))
                .statusCode(201)
                .body("familyName", equalTo("Quelle"));
        String gone = admitted("Zdeňka", "Quellenfinder");
        RowLocks.answerAfter(dataSource, () -> withdrawApplication.withdraw(UUID.fromString(gone)), () -> checkIn(gone))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-admitted"));
    }

    @Test
    void twenty_desks_at_once_make_one_row_and_one_fact() throws Exception {
        assertThat(atTwentyDesks(() -> checkIn(person)))
                .containsOnly(200, 201)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(rows()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(Registrations.facts(person))
                .containsExactly("application-submitted", "application-admitted", "attendance-recorded"));
    }

    private static List<Integer> atTwentyDesks(Supplier<ValidatableResponse> deed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> desks =
                    Collections.nCopies(20, () -> deed.get().extract().statusCode());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : pool.invokeAll(desks)) {
                statuses.add(status.get());
            }
            return statuses;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void one_key_is_one_check_in_and_never_somebody_elses() {
        String other = admitted("Łukasz", "Ünal");
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            checkIns(desk().header("Idempotency-Key", key), today.toString(), Map.of("applicationId", person))
                    .statusCode(201);
        }
        checkIns(desk().header("Idempotency-Key", key), today.toString(), Map.of("applicationId", other))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:idempotency-key-reused"));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_and_is_sent_again_is_recorded_again() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> who = Map.of("applicationId", person);
        checkIns(desk().header("Idempotency-Key", key), today.toString(), who).statusCode(201);
        desk().delete(day(today.toString()) + "/check-ins/" + person).then().statusCode(204);
        checkIns(desk().header("Idempotency-Key", key), today.toString(), who)
                .statusCode(201)
                .body("repeated", equalTo(false));
        assertThat(rows()).isEqualTo(1);

        String first = walkIn(key, guest("Ana")).statusCode(201).extract().path("walkIn.id");
        desk().delete(day(today.toString()) + "/walk-ins/" + first).then().statusCode(204);
        String again = walkIn(key, guest("Ana")).statusCode(201).extract().path("walkIn.id");
        assertThat(again).isNotEqualTo(first);
        assertThat(walkIn(key, guest("Ana")).statusCode(201).extract().<String>path("walkIn.id"))
                .isEqualTo(again);
        desk().get(day(today.toString()) + "/walk-ins").then().body("id", equalTo(List.of(again)));
    }

    @Test
    void undo_is_harmless_to_repeat_and_told() {
        checkIn(person).statusCode(201);
        for (int i = 0; i < 2; i++) {
            desk().delete(day(today.toString()) + "/check-ins/" + person).then().statusCode(204);
        }
        assertThat(rows()).isZero();
        checkIn(person).statusCode(201);
        await().untilAsserted(() -> assertThat(Registrations.facts(person))
                .containsExactly(
                        "application-submitted",
                        "application-admitted",
                        "attendance-recorded",
                        "attendance-undone",
                        "attendance-recorded"));
        Topics.read("infocus.registration.v1", person).forEach(record -> {
            Contracts.ofThisService().assertValid(record.type(), record.value());
            assertThat(record.value()).doesNotContain("Quellenfinder", "Zdeňka", "Cluster of the Test", "user:");
        });
    }

    @Test
    void days_are_apart_and_only_those_of_the_workshop_exist() {
        checkIn(person).statusCode(201);
        checkIn(yesterday(), person).statusCode(201);
        checkIn(tomorrow(), person).statusCode(409).body("type", equalTo("urn:infocus:problem:day-not-begun"));
        for (String none :
                List.of(today.minusDays(2).toString(), today.plusDays(2).toString(), "soon", "2016-02-30")) {
            checkIn(none, person).statusCode(404);
        }
        workshop(today.minusDays(30), today.minusDays(15));
        checkIn(today.minusDays(15).toString(), person)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:attendance-settled"));
        workshop(today.minusDays(16), today.minusDays(14));
        checkIn(today.minusDays(14).toString(), person).statusCode(201);
    }

    @Test
    void only_who_has_a_place_is_checked_in_and_the_others_are_told_why() {
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        checkIn(waiting)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-admitted"))
                .body(
                        "detail",
                        equalTo("The person is on the waiting list. If there is room, record a walk-in instead."));
        String elsewhere = Registrations.admitted(application(registrations.openCall()));
        checkIn(elsewhere).statusCode(404);
        checkIn(UUID.randomUUID().toString()).statusCode(404);
        checkIns(desk(), today.toString(), Map.of()).statusCode(422).body("errors[0].field", equalTo("applicationId"));
    }

    @Test
    void a_ticket_opens_the_door_and_nothing_else() {
        String ticket = ticket(person);
        assertThat(ticket).startsWith("http://localhost:8080/desk/t/");
        String token = ticket.substring(ticket.lastIndexOf('/') + 1);
        desk().header("Ticket", token)
                .get("/api/v1/desk/ticket")
                .then()
                .statusCode(200)
                .body("applicationId", equalTo(person))
                .body("state", equalTo("ADMITTED"))
                .body("days", hasSize(3));
        checkIns(desk(), today.toString(), Map.of("ticket", ticket)).statusCode(201);
        checkIns(desk(), today.toString(), Map.of("ticket", token)).statusCode(200);
        ByLink.application(token).statusCode(404);
        for (String bad : List.of(
                linkToken(person), "", "nonsense", token + "A", "%%%", (token.charAt(9) == 'A' ? "B" : "A") + token)) {
            checkIns(desk(), today.toString(), Map.of("ticket", bad)).statusCode(404);
            desk().header("Ticket", bad).get("/api/v1/desk/ticket").then().statusCode(404);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update application set link_version = 2 where id = :id")
                        .setParameter("id", UUID.fromString(person))
                        .executeUpdate());
        desk().header("Ticket", token).get("/api/v1/desk/ticket").then().statusCode(404);
    }

    @Test
    void the_ticket_of_somebody_who_has_withdrawn_says_so() {
        String ticket = ticket(person);
        ByLink.withdraw(linkToken(person)).statusCode(200);
        desk().header("Ticket", ticket)
                .get("/api/v1/desk/ticket")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        checkIns(desk(), today.toString(), Map.of("ticket", ticket))
                .statusCode(409)
                .body("detail", startsWith("The person has withdrawn."));
        assertThat(ticket(person)).isNull();
    }

    @Test
    void who_has_come_and_who_had_a_place_until_the_end_cannot_withdraw_any_more() {
        checkIn(person).statusCode(201);
        mine(person)
                .body("canWithdraw", equalTo(false))
                .body("nextStep", equalTo("You have been checked in. You need not do anything more for your place."));
        withdraw(person)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-withdrawable"))
                .body("detail", equalTo("You have been checked in at the workshop."));
        desk().delete(day(today.toString()) + "/check-ins/" + person).then().statusCode(204);
        organiser()
                .get("/api/v1/admin/applications/" + person)
                .then()
                .body("history.find { it.action == 'attendance-recorded' }.by", equalTo("desk"));
        mine(person).body("canWithdraw", equalTo(true));

        workshop(today.minusDays(2), today.minusDays(1));
        mine(person).body("canWithdraw", equalTo(false));
        withdraw(person).statusCode(409).body("detail", equalTo("The workshop is over."));
        mine(person).body("state", equalTo("ADMITTED"));
        assertThat(Registrations.held(call, "CITY:porto")).isEqualTo(1);

        workshop(today.minusDays(1), today.plusDays(1));
        withdraw(person).statusCode(200);
        // and again, also afterwards
        workshop(today.minusDays(2), today.minusDays(1));
        withdraw(person).statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void nobody_takes_the_place_from_somebody_who_has_come_and_nobody_after_the_workshop() {
        checkIn(person).statusCode(201);
        for (String decision : List.of("WAITLIST", "DECLINE")) {
            decide(person, decision)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:decision-not-possible"))
                    .body("detail", equalTo("The person has been checked in at the workshop."));
        }
        substitute(person)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-withdrawable"))
                .body("detail", equalTo("The person has been checked in at the workshop."));
        desk().delete(day(today.toString()) + "/check-ins/" + person).then().statusCode(204);
        workshop(today.minusDays(2), today.minusDays(1));
        decide(person, "DECLINE").statusCode(409).body("detail", equalTo("The workshop is over."));
        substitute(person).statusCode(409).body("detail", equalTo("The workshop is over."));
        mine(person).body("state", equalTo("ADMITTED"));
        assertThat(Registrations.held(call, "CITY:porto")).isEqualTo(1);

        workshop(today.minusDays(1), today.plusDays(1));
        decide(person, "DECLINE").statusCode(200);
        assertThat(Registrations.held(call, "CITY:porto")).isZero();
    }

    @Test
    void who_came_before_the_workshop_was_moved_to_other_days_can_withdraw_from_these_and_is_still_written_down() {
        String declined = admitted("Łukasz", "Ünal");
        for (String came : List.of(person, declined)) {
            checkIn(yesterday(), came).statusCode(201);
        }
        withdraw(person).statusCode(409).body("detail", equalTo("You have been checked in at the workshop."));
        workshop(today.plusDays(10), today.plusDays(11));
        mine(person)
                .body("canWithdraw", equalTo(true))
                .body("attended", equalTo(true))
                .body(
                        "nextStep",
                        equalTo("You have a place. Please withdraw if you cannot come, so that somebody else can."));
        withdraw(person).statusCode(200).body("state", equalTo("WITHDRAWN")).body("attended", equalTo(true));
        decide(declined, "DECLINE").statusCode(200);
        assertThat(Registrations.held(call, "CITY:porto")).isZero();

        // the certificate has its day, the lists of that day and the figures have the people
        for (String came : List.of(person, declined)) {
            given().header("Application-Link", linkToken(came))
                    .get("/api/v1/self-service/attendance")
                    .then()
                    .statusCode(200)
                    .body("days", equalTo(List.of(yesterday())))
                    .body("ticket", nullValue());
        }
        desk().get(day(yesterday()) + "/attendance-sheet")
                .then()
                .body("people.applicationId", containsInAnyOrder(person, declined));
        figures()
                .body(mine() + ".came", equalTo(2))
                .body(mine() + ".neverCame", equalTo(0))
                .body(mine() + ".days.checkedIn", equalTo(List.of(2, 0, 0)));
    }

    private ValidatableResponse substitute(String id) {
        return Registrations.city("porto")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("email", "substitute-" + UUID.randomUUID() + "@example.org"))
                .post("/api/v1/partner/calls/" + call + "/applications/" + id + "/substitutions")
                .then();
    }

    @Test
    void the_door_and_the_badge_know_who_does_not_want_to_be_in_pictures() {
        String other = admitted("Łukasz", "Ünal");
        says(person, false);
        says(other, true);

        badges().body("noPictures", equalTo(Arrays.asList(true, null)));
        people("q", "Quellenfinder").body("items.noPictures", equalTo(List.of(true)));
        people("q", "Ünal").body("items[0].noPictures", nullValue());
        checkIn(person).statusCode(201).body("noPictures", equalTo(true));
        checkIn(other).statusCode(201).body("noPictures", nullValue());
        String ticket = QuarkusTransaction.requiringNew()
                .call(() -> links.ticket(applications.findById(UUID.fromString(person))));
        desk().header("Ticket", ticket)
                .get("/api/v1/desk/ticket")
                .then()
                .statusCode(200)
                .body("noPictures", equalTo(true));
        // a list that is kept as evidence has nothing to do with it
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .body("people.noPictures", equalTo(Arrays.asList(null, null)));
    }

    /** What somebody has said about pictures. */
    private void says(String id, boolean consent) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into logistics (application_id, call_id, photo_consent, photo_answered_at, version)"
                                + " values (:id, :call, :consent, :at, 0)")
                .setParameter("id", UUID.fromString(id))
                .setParameter("call", UUID.fromString(call))
                .setParameter("consent", consent)
                .setParameter("at", clock.instant())
                .executeUpdate());
    }

    @Test
    void who_was_forgotten_gets_no_badge_and_is_not_let_in_and_the_figures_stay() {
        String other = admitted("Łukasz", "Ünal");
        checkIn(yesterday(), other).statusCode(201);
        erase(person);
        erase(other);

        badges().body("", hasSize(0));
        String ticket = QuarkusTransaction.requiringNew()
                .call(() -> links.ticket(applications.findById(UUID.fromString(person))));
        checkIns(desk(), today.toString(), Map.of("ticket", ticket))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:person-erased"))
                .body("detail", equalTo("Record them as somebody who has not applied."));
        checkIn(person).statusCode(409).body("type", equalTo("urn:infocus:problem:person-erased"));
        checkIn(yesterday(), other).statusCode(409).body("type", equalTo("urn:infocus:problem:person-erased"));
        desk().delete(day(yesterday()) + "/check-ins/" + other)
                .then()
                .statusCode(409)
                .body("detail", equalTo("That somebody came is still counted."));

        assertThat(rows()).isZero();
        people("state", "all").body("items", hasSize(0));
        desk().get(day(yesterday()) + "/people").then().body("items.applicationId", equalTo(List.of(other)));
        figures()
                .body(mine() + ".admitted", equalTo(2))
                .body(mine() + ".came", equalTo(1))
                .body(mine() + ".neverCame", equalTo(1))
                .body(mine() + ".days.checkedIn", equalTo(List.of(1, 0, 0)));
    }

    @Test
    void a_day_on_which_somebody_came_stays_when_the_workshop_is_moved() {
        String other = admitted("Łukasz", "Ünal");
        checkIn(yesterday(), person).statusCode(201);
        workshop(today, today.plusDays(1));

        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("date", equalTo(List.of(yesterday(), today.toString(), tomorrow())))
                .body("number", equalTo(List.of(0, 1, 2)))
                .body("status", equalTo(List.of("OVER", "TODAY", "AHEAD")))
                .body("expected", equalTo(List.of(1, 2, 2)))
                .body("checkedIn", equalTo(List.of(1, 0, 0)));
        figures().body(mine() + ".days.date[0]", equalTo(yesterday())).body(mine() + ".days.checkedIn[0]", equalTo(1));
        desk().get(day(yesterday()) + "/attendance-sheet")
                .then()
                .statusCode(200)
                .body("number", equalTo(0))
                .body("days", equalTo(2))
                .body("people.applicationId", equalTo(List.of(person)));
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .body("number", equalTo(1))
                .body("people.applicationId", equalTo(List.of(person, other)));
        desk().get(day(yesterday()) + "/no-shows").then().statusCode(200).body("people", hasSize(0));
        assertThat(organiser()
                        .get("/api/v1/admin/calls/" + call + "/attendance")
                        .asString()
                        .lines()
                        .filter(line -> line.contains(yesterday())))
                .singleElement()
                .asString()
                .contains("Quellenfinder", "true");
        badges().body("familyName", equalTo(List.of("Quellenfinder", "Ünal")));

        desk().delete(day(yesterday()) + "/check-ins/" + person).then().statusCode(204);

        assertThat(rows()).isZero();
        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("date", equalTo(List.of(today.toString(), tomorrow())));
        checkIn(yesterday(), person).statusCode(404);
    }

    @Test
    void a_day_on_which_somebody_walked_in_stays_too_and_settles_as_if_it_were_the_last() {
        walkIn(guest("Ana")).statusCode(201);
        workshop(today.minusDays(30), today.minusDays(15));
        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("[-1].date", equalTo(today.toString()))
                .body("[-1].status", equalTo("TODAY"))
                .body("[-1].walkIns", equalTo(1))
                .body("[0].status", equalTo("SETTLED"));
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .body("walkIns.givenName", equalTo(List.of("Ana")));
    }

    @Test
    void somebody_of_a_city_that_there_is_not_is_told_so() {
        for (String city : List.of("atlantis", "Porto", "São Paulo", "porto-")) {
            Map<String, Object> guest = guest("Ana");
            guest.put("cityId", city);
            walkIn(guest).statusCode(422).body("errors.field", equalTo(List.of("cityId")));
        }
        Map<String, Object> ofNoCity = guest("Ana");
        ofNoCity.put("cityId", "");
        walkIn(ofNoCity).statusCode(201);
    }

    @Test
    void who_walks_in_twice_on_one_day_is_asked_about() {
        walkIn(guest("Ana")).statusCode(201);
        for (Map<String, Object> again : List.of(guest("Ana"), guest("ÁNA", "walkinova"), guest("Walkinová", "Ana"))) {
            again.put("organisation", "SOMEWHERE");
            walkIn(again)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:walk-in-recorded"))
                    .body(
                            "detail",
                            matchesPattern(
                                    "They have been in since \\d\\d:\\d\\d and are among the walk-ins of this day, so nothing is"
                                            + " left to do for them\\. If this is another person of the same name, say so\\."));
        }
        Map<String, Object> elsewhere = guest("Ana");
        elsewhere.put("organisation", "Somewhere else");
        walkIn(elsewhere).statusCode(201);
        Map<String, Object> other = guest("Ana");
        other.put("somebodyElse", true);
        walkIn(other).statusCode(201).body("present", equalTo(3));
        // on another day they come again
        desk().contentType(ContentType.JSON)
                .body(guest("Ana"))
                .post(day(yesterday()) + "/walk-ins")
                .then()
                .statusCode(201);
    }

    @Test
    void twenty_desks_at_once_write_a_walk_in_down_once() throws Exception {
        assertThat(atTwentyDesks(() -> walkIn(guest("Ana"))))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        desk().get(day(today.toString()) + "/walk-ins").then().body("", hasSize(1));
    }

    @Test
    void twenty_desks_at_once_let_nobody_into_a_full_room_when_it_is_not_to_be() throws Exception {
        refuseWhenFull();
        Queue<String> names = twentyNames();
        assertThat(atTwentyDesks(() -> walkIn(guest(names.remove()))))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(3);
        desk().get(day(today.toString()) + "/walk-ins").then().body("", hasSize(3));
    }

    private static Queue<String> twentyNames() {
        return new ConcurrentLinkedQueue<>(List.of(
                "Ana", "Bea", "Cia", "Dea", "Eva", "Fay", "Gaa", "Hea", "Ida", "Jan", "Kai", "Lea", "Mia", "Noa", "Ola",
                "Pia", "Qea", "Rea", "Sia", "Tea"));
    }

    @Test
    void twenty_desks_at_once_count_each_other() throws Exception {
        Queue<String> names = twentyNames();
        Queue<Integer> present = new ConcurrentLinkedQueue<>();
        assertThat(atTwentyDesks(() -> {
                    ValidatableResponse answer = walkIn(guest(names.remove())).statusCode(201);
                    present.add(answer.extract().path("present"));
                    return answer;
                }))
                .containsOnly(201);
        assertThat(present)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void a_walk_in_that_was_erased_is_not_brought_back_by_the_desks_late_repetition() {
        String key = UUID.randomUUID().toString();
        String ana = walkIn(key, guest("Ana")).statusCode(201).extract().path("walkIn.id");
        eraseWalkIn(organiser(), ana).statusCode(204);
        for (int i = 0; i < 2; i++) {
            walkIn(key, guest("Ana")).statusCode(409).body("type", equalTo("urn:infocus:problem:request-erased"));
        }
        desk().get(day(today.toString()) + "/walk-ins").then().body("", hasSize(0));
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("[1].present", equalTo(1));
        assertThat(((Number) database.createNativeQuery(
                                        "select count(*) from idempotency_key where key = :key and body is null and location is null and request_hash = 'ended'")
                                .setParameter("key", key)
                                .getSingleResult())
                        .intValue())
                .isEqualTo(1);
        // with a new key it is meant
        walkIn(UUID.randomUUID().toString(), guest("Ana")).statusCode(201);
    }

    private static void erase(String applicationId) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "PERSON_ASKED"))
                .post("/api/v1/admin/applications/" + applicationId + "/erasure")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse badges() {
        return desk().get("/api/v1/desk/calls/" + call + "/badges").then().statusCode(200);
    }

    /** This call among the figures. */
    private String mine() {
        return "find { it.callId == '" + call + "' }";
    }

    private static ValidatableResponse figures() {
        return organiser().get("/api/v1/admin/attendance-statistics").then().statusCode(200);
    }

    @Test
    void who_has_come_before_the_beginning_and_is_forgotten_stays_counted() {
        workshop(today, today.plusDays(1));
        checkIn(person).statusCode(201);
        // the desk is there before the workshop begins
        Instant startsAt = clock.instant().plus(2, ChronoUnit.HOURS);
        workshop(startsAt, startsAt.plus(1, ChronoUnit.DAYS));
        erase(person);
        organiser().get("/api/v1/admin/applications/" + person).then().body("state", equalTo("ADMITTED"));
    }

    private static ValidatableResponse mine(String id) {
        return ByLink.application(linkToken(id)).statusCode(200);
    }

    private static ValidatableResponse withdraw(String id) {
        return ByLink.withdraw(linkToken(id));
    }

    @Test
    void searching_finds_parts_of_names_and_organisations_whatever_the_accents() {
        String lukasz = admitted("Łukasz", "Ünal_50%");
        for (String text : List.of("zdenka", "QUELLEN", "Zdeň test", "quell zden", "Quellenfinder, Zdeňka")) {
            people("q", text).body("items.applicationId", equalTo(List.of(person)));
        }
        people("q", "lukasz test_5").body("items.applicationId", equalTo(List.of(lukasz)));
        people("q", "50%").body("items.applicationId", equalTo(List.of(lukasz)));
        for (String text : List.of("nobody", "zdenka nobody", "example.org")) {
            people("q", text).body("total", equalTo(0));
        }
        // one or two letters at the beginning of all or of a later word, and not in the middle
        for (String text : List.of("l", "Łu", "u", "un")) {
            people("q", text).body("items.applicationId", equalTo(List.of(lukasz)));
        }
        for (String text : List.of("uk", "k", "na", "%", "0%", "_", "lukasz na")) {
            people("q", text).body("total", equalTo(0));
        }
        String dara = admitted("Dara", "O'Brien D’Angelo");
        for (String text : List.of(
                "obrien",
                "O'Brien",
                "o’brien",
                "brien",
                "OBr Dara",
                "o´brien",
                "O`Brien",
                "dangelo",
                "D'Angelo",
                "d’ang")) {
            people("q", text).body("items.applicationId", equalTo(List.of(dara)));
        }
        checkIn(person).statusCode(201);
        people("state", "present").body("items.applicationId", equalTo(List.of(person)));
        people("state", "expected").body("items.applicationId", containsInAnyOrder(lukasz, dara));
        desk().queryParam("state", "away")
                .get(day(today.toString()) + "/people")
                .then()
                .statusCode(422);
    }

    @Test
    void a_walk_in_takes_no_seat_and_the_desk_is_told_how_full_the_room_is() {
        checkIn(person).statusCode(201);
        walkIn(guest("Ana")).statusCode(201).body("present", equalTo(2)).body("full", equalTo(false));
        String third = walkIn(guest("Åsa"))
                .statusCode(201)
                .body("present", equalTo(3))
                .body("capacity", equalTo(3))
                .body("full", equalTo(true))
                .extract()
                .path("walkIn.id");
        assertThat(Registrations.held(call, "CITY:porto")).isEqualTo(1);
        refuseWhenFull();
        walkIn(guest("Ola")).statusCode(409).body("type", equalTo("urn:infocus:problem:room-full"));
        for (int i = 0; i < 2; i++) {
            desk().delete(day(today.toString()) + "/walk-ins/" + third).then().statusCode(204);
        }
        walkIn(guest("Ola")).statusCode(201);
        desk().get(day(today.toString()) + "/walk-ins").then().body("givenName", equalTo(List.of("Ana", "Ola")));
    }

    @Test
    void who_walked_in_is_forgotten_when_they_ask_for_it_and_counts_on() {
        String ana = walkIn(guest("Ana")).statusCode(201).extract().path("walkIn.id");
        String ola = walkIn(guest("Ola")).statusCode(201).extract().path("walkIn.id");
        eraseWalkIn(given(), ana).statusCode(401);
        eraseWalkIn(desk(), ana).statusCode(403);
        eraseWalkIn(organiser(), UUID.randomUUID().toString()).statusCode(404);
        organiser()
                .post("/api/v1/admin/calls/" + registrations.openCall() + "/walk-ins/" + ana + "/erasure")
                .then()
                .statusCode(404);
        assertThat(name(ana)).isEqualTo("Ana");

        for (int i = 0; i < 2; i++) {
            eraseWalkIn(organiser(), ana).statusCode(204);
        }

        assertThat(name(ana)).isNull();
        assertThat(name(ola)).isEqualTo("Ola");
        // also when the lists are final and nothing can be taken back any more
        workshop(today.minusDays(30), today.minusDays(15));
        desk().delete("/api/v1/desk/calls/" + call + "/days/" + today.minusDays(15) + "/walk-ins/" + ola)
                .then()
                .statusCode(409);
        eraseWalkIn(organiser(), ola).statusCode(204);
        assertThat(name(ola)).isNull();
        workshop(today.minusDays(1), today.plusDays(1));
        desk().get(day(today.toString()) + "/walk-ins").then().body("", hasSize(0));
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("[1].present", equalTo(2));
        // the lists that prove who came have a row for them still
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .statusCode(200)
                .body("walkIns.familyName", equalTo(List.of("(erased)", "(erased)")))
                .body("walkIns.givenName", equalTo(List.of("", "")))
                .body("walkIns.organisation", equalTo(List.of("", "")))
                .body("walkIns.cityId", equalTo(List.of("porto", "porto")));
        assertThat(organiser()
                        .get("/api/v1/admin/calls/" + call + "/attendance")
                        .asString()
                        .lines()
                        .map(line -> line.replace("\"", ""))
                        .filter(line -> line.startsWith(today + ",walk-in,(erased),,,porto,,true,2016-")))
                .hasSize(2);
        desk().delete(day(today.toString()) + "/walk-ins/" + ana)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:person-erased"));
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("[1].present", equalTo(2));
        assertThat(((Number) database.createNativeQuery(
                                        "select count(*) from audit_entry where object_id = :id and action = 'walk-in-erased'")
                                .setParameter("id", ana)
                                .getSingleResult())
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void who_walked_in_with_an_application_is_forgotten_with_it() {
        String applicant = applied(application(call));
        Map<String, Object> guest = guest("Zdeňka");
        guest.put("applicationId", applicant);
        String walkIn = walkIn(guest).statusCode(201).extract().path("walkIn.id");
        eraseWalkIn(organiser(), walkIn).statusCode(409).body("type", equalTo("urn:infocus:problem:walk-in-applied"));
        assertThat(name(walkIn)).isEqualTo("Zdeňka");
        erase(applicant);
        assertThat(name(walkIn)).isNull();
        eraseWalkIn(organiser(), walkIn).statusCode(204);
    }

    private ValidatableResponse eraseWalkIn(RequestSpecification who, String id) {
        return who.post("/api/v1/admin/calls/" + call + "/walk-ins/" + id + "/erasure")
                .then();
    }

    @Test
    void a_walk_in_is_sent_twice_and_recorded_once() {
        String key = UUID.randomUUID().toString();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            ids.add(desk().header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(guest("Ana"))
                    .post(day(today.toString()) + "/walk-ins")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("walkIn.id"));
        }
        assertThat(ids).hasSize(1);
        String waiting = applied(application(call));
        Map<String, Object> applicant = guest("Zdeňka");
        applicant.put("applicationId", waiting);
        walkIn(applicant).statusCode(201);
        walkIn(applicant).statusCode(200).body("repeated", equalTo(true)).body("present", equalTo(2));
        applicant.put("applicationId", person);
        walkIn(applicant).statusCode(409).body("type", equalTo("urn:infocus:problem:walk-in-admitted"));
    }

    @Test
    void who_walked_in_and_gets_a_place_is_there_with_it_and_counted_once() {
        String waiting = waiting("Åsa", "Wartend");
        String walkIn = walkIn(applicant(waiting, "Åsa", "Wartend"))
                .statusCode(201)
                .extract()
                .path("walkIn.id");
        mine(waiting).body("canWithdraw", equalTo(true)).body("walkedIn", equalTo(true));

        decide(waiting, "ADMIT").statusCode(200);

        mine(waiting).body("canWithdraw", equalTo(false)).body("walkedIn", equalTo(false));
        checkIn(waiting).statusCode(200).body("repeated", equalTo(true));
        walkIn(applicant(waiting, "Åsa", "Wartend"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:walk-in-admitted"));
        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("[1].present", equalTo(1))
                .body("[1].checkedIn", equalTo(1))
                .body("[1].walkIns", equalTo(0));
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .body("people.findAll { it.checkedInAt != null }.applicationId", equalTo(List.of(waiting)))
                .body("walkIns", hasSize(0));
        organiser()
                .get("/api/v1/admin/attendance-statistics")
                .then()
                .body("find { it.callId == '" + call + "' }.came", equalTo(1))
                .body("find { it.callId == '" + call + "' }.neverCame", equalTo(1));
        await().untilAsserted(() -> {
            assertThat(Registrations.facts(walkIn)).containsExactly("attendance-recorded", "attendance-undone");
            assertThat(Registrations.facts(waiting)).endsWith("application-admitted", "attendance-recorded");
        });

        // the button beside the name of the walk-in still takes it back
        desk().delete(day(today.toString()) + "/walk-ins/" + walkIn).then().statusCode(204);
        mine(waiting).body("canWithdraw", equalTo(true));
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("[1].present", equalTo(0));
        desk().delete(day(today.toString()) + "/walk-ins/" + walkIn).then().statusCode(204);
    }

    @Test
    void nobody_gets_a_place_and_no_list_changes_once_the_lists_are_final() {
        String waiting = waiting("Åsa", "Wartend");
        String undecided = applied(application(call));
        LocalDate last = today.minusDays(15);
        workshop(last, last.plusDays(1));
        desk().contentType(ContentType.JSON)
                .body(applicant(waiting, "Åsa", "Wartend"))
                .post(day(last.toString()) + "/walk-ins")
                .then()
                .statusCode(201);
        // two weeks are over since the beginning of today
        workshop(last.minusDays(1), last);
        List<String> before = lists(last.toString());
        String since = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(today);

        for (String person : List.of(waiting, undecided)) {
            decide(person, "ADMIT")
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:attendance-settled"))
                    .body("title", equalTo("The attendance lists are final"))
                    .body(
                            "detail",
                            equalTo("The attendance lists of this workshop have been final since " + since
                                    + ". Nobody is given a place any more."));
        }
        checkIn(last.toString(), person)
                .statusCode(409)
                .body("detail", equalTo("The lists of this workshop have been final since " + since + "."));
        assertThat(lists(last.toString())).isEqualTo(before);
        assertThat(Registrations.held(call, "CITY:porto")).isEqualTo(1);
        mine(waiting).body("state", equalTo("WAITLISTED"));
        // whoever was forgotten gets an answer all the same
        decide(undecided, "DECLINE").statusCode(200);
        assertThat(lists(last.toString())).isEqualTo(before);

        // and a day earlier the lists could be put right
        workshop(last, last.plusDays(1));
        decide(waiting, "ADMIT").statusCode(200);
        desk().get(day(last.toString()) + "/attendance-sheet")
                .then()
                .body("people.find { it.applicationId == '" + waiting + "' }.checkedInAt", notNullValue())
                .body("walkIns", hasSize(0));
    }

    /** Everything that is said about who had a place, came and did not come. */
    private List<String> lists(String date) {
        return List.of(
                desk().get(day(date) + "/attendance-sheet").then().extract().asString(),
                desk().get(day(date) + "/no-shows").then().extract().asString(),
                desk().get("/api/v1/desk/calls/" + call + "/days")
                        .then()
                        .extract()
                        .asString(),
                organiser()
                        .get("/api/v1/admin/calls/" + call + "/attendance")
                        .then()
                        .extract()
                        .asString());
    }

    @Test
    void a_walk_in_with_a_place_that_was_taken_back_is_recorded_again_however_it_is_sent_again() {
        for (boolean asCheckIn : List.of(true, false)) {
            String waiting = waiting("Åsa", "Wartend");
            String key = UUID.randomUUID().toString();
            Map<String, Object> guest = applicant(waiting, "Åsa", "Wartend");
            String walkIn = walkIn(key, guest).statusCode(201).extract().path("walkIn.id");
            decide(waiting, "ADMIT").statusCode(200);
            Map<String, Object> who = Map.of("applicationId", waiting);
            checkIns(desk().header("Idempotency-Key", key), today.toString(), who)
                    .statusCode(200);

            String taken = asCheckIn ? "/check-ins/" + waiting : "/walk-ins/" + walkIn;
            desk().delete(day(today.toString()) + taken).then().statusCode(204);

            // they have a place, so they are no walk-in any more
            walkIn(key, guest).statusCode(409).body("type", equalTo("urn:infocus:problem:walk-in-admitted"));
            checkIns(desk().header("Idempotency-Key", key), today.toString(), who)
                    .statusCode(201)
                    .body("repeated", equalTo(false));
            desk().delete(day(today.toString()) + "/check-ins/" + waiting)
                    .then()
                    .statusCode(204);
            decide(waiting, "DECLINE").statusCode(200);
        }
    }

    @Test
    void whoever_withdrew_and_applied_again_is_one_person_at_the_door() {
        ZoneId venue = ZoneId.of("Europe/Helsinki");
        registrations.workshopIs(
                call,
                today.minusDays(1).atTime(13, 30).atZone(BERLIN).toInstant(),
                today.plusDays(1).atTime(14, 0).atZone(BERLIN).toInstant(),
                venue);
        Map<String, Object> application = application(call);
        application.put("givenName", "Rita");
        application.put("familyName", "Wiederkehr");
        ByLink.withdraw(linkToken(Registrations.admitted(application))).statusCode(200);
        String again = Registrations.admitted(application);
        walkIn(guest("Rita", "Wiederkehr"))
                .statusCode(409)
                .body("detail", startsWith("Search for the name and let the person in there."));
        String at = checkIn(again).statusCode(201).extract().path("checkedInAt");

        walkIn(guest("Rita", "Wiederkehr"))
                .statusCode(409)
                .body(
                        "detail",
                        startsWith("They have been in since "
                                + DateTimeFormatter.ofPattern("HH:mm")
                                        .format(Instant.parse(at).atZone(venue))
                                + ", so nothing is left to do for them."));
        // somebody else of this name who is expected is still to be found
        admitted("Rita", "Wiederkehr");
        walkIn(guest("Rita", "Wiederkehr"))
                .statusCode(409)
                .body("detail", startsWith("Search for the name and let the person in there."));
    }

    @Test
    void an_application_that_has_ended_lets_nobody_in_beside_the_one_that_followed() {
        Map<String, Object> application = application(call);
        application.put("givenName", "Rita");
        application.put("familyName", "Doppelt");
        String first = Registrations.admitted(application);
        ByLink.withdraw(linkToken(first)).statusCode(200);
        anybody("doppelt").body("items.applicationId", equalTo(List.of(first)));
        String again = applied(application);
        anybody("doppelt").body("items.applicationId", equalTo(List.of(again))).body("total", equalTo(1));
        walkIn(applicant(first, "Rita", "Doppelt"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:walk-in-known"))
                .body(
                        "detail",
                        equalTo("This person has applied again since. Search for the name and let them in there."));
        decide(again, "ADMIT").statusCode(200);
        walkIn(applicant(first, "Rita", "Doppelt"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:walk-in-admitted"));
        checkIn(again).statusCode(201);
        desk().get(day(today.toString()) + "/walk-ins").then().body("", hasSize(0));
    }

    @Test
    void whoever_has_two_applications_that_have_ended_walks_in_once() {
        Map<String, Object> application = application(call);
        application.put("givenName", "Rita");
        application.put("familyName", "Doppelt");
        String declined = applied(application);
        decide(declined, "DECLINE").statusCode(200);
        String withdrawn = applied(application);
        ByLink.withdraw(linkToken(withdrawn)).statusCode(200);
        String walkIn = walkIn(applicant(declined, "Rita", "Doppelt"))
                .statusCode(201)
                .extract()
                .path("walkIn.id");
        walkIn(applicant(withdrawn, "Rita", "Doppelt"))
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("walkIn.id", equalTo(walkIn));
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("[1].walkIns", equalTo(1));
        // whoever was let in by it is still found by it
        String live = applied(application);
        anybody("doppelt")
                .body("items.applicationId", containsInAnyOrder(declined, live))
                .body("items.find { it.applicationId == '" + declined + "' }.walkInId", equalTo(walkIn));
        decide(live, "ADMIT").statusCode(200);
        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("[1].walkIns", equalTo(0))
                .body("[1].checkedIn", equalTo(1));
        anybody("doppelt").body("items.applicationId", equalTo(List.of(live)));
    }

    @Test
    void the_history_of_a_person_tells_that_they_walked_in_and_who_let_them_in() throws Exception {
        TestSql.execute(dataSource, "delete from organiser_account where name = ?", "desk");
        String waiting = waiting("Åsa", "Wartend");
        String walkIn = walkIn(applicant(waiting, "Åsa", "Wartend"))
                .statusCode(201)
                .extract()
                .path("walkIn.id");
        Registrations.history(waiting)
                .body("items[0].action", equalTo("walk-in-recorded"))
                .body("items[0].actorName", equalTo("desk"))
                .body("items[0].details.date", equalTo(today.toString()))
                .body("items[0].details.present", equalTo(1));
        desk().delete(day(today.toString()) + "/walk-ins/" + walkIn).then().statusCode(204);
        Registrations.history(waiting).body("items[0].action", equalTo("walk-in-undone"));
    }

    @Test
    void whoever_has_applied_is_found_at_the_door_and_recorded_with_their_application() {
        String waiting = waiting("Åsa", "Wartend");
        people("q", "wartend").body("total", equalTo(0));
        anybody("wartend")
                .statusCode(200)
                .body("items.applicationId", equalTo(List.of(waiting)))
                .body("items.state", equalTo(List.of("WAITLISTED")))
                .body("items[0].walkInId", nullValue());
        for (String nobody : List.of(" ", ",", " ; ,")) {
            anybody(nobody).statusCode(422).body("errors[0].field", equalTo("q"));
        }
        desk().queryParam("stat", "anybody")
                .get(day(today.toString()) + "/people")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("stat"));
        anybody("quellenfinder zdenka").body("items.state", equalTo(List.of("ADMITTED")));

        for (Map<String, Object> sameName :
                List.of(guest("Åsa", "Wartend"), guest("asa", "WARTEND"), guest("Wartend", "Åsa"))) {
            walkIn(sameName)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:walk-in-known"))
                    .body(
                            "detail",
                            equalTo(
                                    "Search for the name and let the person in there. If this is another person of the same name, say so."));
        }
        checkIn(today.toString(), person).statusCode(201);
        walkIn(guest("Zdeňka", "Quellenfinder"))
                .statusCode(409)
                .body("title", equalTo("Somebody of this name has applied"))
                .body("detail", matchesPattern("They have been in since \\d\\d:\\d\\d, so nothing is left.*"));
        admitted("Jo", "D’Angelo-Li Ai");
        for (Map<String, Object> known : List.of(
                guest("Zdeňka", "Quellenfinder"),
                guest("Zdenka", " quellenfinder"),
                guest("Jo", "D'Angelo  Li Ai"),
                guest("Jo D Angelo", "Li-Ai"),
                guest("d’angelo–li ai", "jo"))) {
            walkIn(known).statusCode(409).body("type", equalTo("urn:infocus:problem:walk-in-known"));
        }
        walkIn(guest("Jo", "D’Angelo-Li")).statusCode(201);
        Map<String, Object> other = guest("Åsa", "Wartend");
        other.put("somebodyElse", true);
        walkIn(other).statusCode(201);

        // a city that has no seats in this call is no reason to send its people away
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update application set city_id = 'bilbao' where id = :id")
                        .setParameter("id", UUID.fromString(waiting))
                        .executeUpdate());
        Map<String, Object> applicant = applicant(waiting, "Åsa", "Wartend");
        applicant.put("cityId", "bilbao");
        String walkIn = walkIn(applicant).statusCode(201).extract().path("walkIn.id");
        anybody("wartend")
                .body("items.walkInId", equalTo(List.of(walkIn)))
                .body("items[0].walkedInAt", startsWith("2016-"))
                .body("items[0].checkedInAt", nullValue());
        given().header("Application-Link", linkToken(waiting))
                .get("/api/v1/self-service/attendance")
                .then()
                .statusCode(200)
                .body("days", equalTo(List.of(today.toString())))
                .body("ticket", nullValue());
    }

    private String waiting(String givenName, String familyName) {
        Map<String, Object> application = application(call);
        application.put("givenName", givenName);
        application.put("familyName", familyName);
        String id = applied(application);
        decide(id, "WAITLIST").statusCode(200);
        return id;
    }

    private static Map<String, Object> guest(String givenName, String familyName) {
        Map<String, Object> guest = guest(givenName);
        guest.put("familyName", familyName);
        return guest;
    }

    private static Map<String, Object> applicant(String applicationId, String givenName, String familyName) {
        Map<String, Object> applicant = guest(givenName, familyName);
        applicant.put("applicationId", applicationId);
        return applicant;
    }

    private ValidatableResponse anybody(String text) {
        return desk().queryParam("q", text)
                .queryParam("state", "anybody")
                .get(day(today.toString()) + "/people")
                .then();
    }

    @Test
    void a_walk_in_needs_a_name_and_an_organisation() {
        Map<String, Object> guest = guest("");
        guest.put("organisation", "=1+1");
        walkIn(guest)
                .statusCode(422)
                .body(
                        "errors.field.collect { it.tokenize('.').last() }.sort()",
                        equalTo(List.of("givenName", "organisation")));
        Map<String, Object> stranger = guest("Ana");
        stranger.put("cityId", "atlantis");
        walkIn(stranger).statusCode(422).body("errors[0].field", equalTo("cityId"));
    }

    @Test
    void names_of_walk_ins_are_erased_when_they_are_due_and_the_count_stays() {
        String id = walkIn(guest("Ana")).statusCode(201).extract().path("walkIn.id");
        purgeWalkIns.purge();
        assertThat(name(id)).isEqualTo("Ana");
        // they are not by the days on which the workshop was once to be held
        workshop(today.minusDays(182), today.minusDays(181));
        workshop(today.minusDays(181), today.minusDays(180));
        registrations.daysAreNoSlip(call);
        purgeWalkIns.purge();
        assertThat(name(id)).isEqualTo("Ana");
        // nor as long as these days may be a slip
        workshop(today.minusDays(182), today.minusDays(181));
        purgeWalkIns.purge();
        assertThat(name(id)).isEqualTo("Ana");
        registrations.daysAreNoSlip(call);
        assertThat(purgeWalkIns.purge()).isEqualTo(1);
        workshop(today.minusDays(1), today.plusDays(1));
        assertThat(name(id)).isNull();
        desk().get(day(today.toString()) + "/walk-ins").then().body("", hasSize(0));
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("[1].walkIns", equalTo(1));
    }

    @Test
    void who_did_not_come_is_known_when_the_day_is_over() {
        String other = admitted("Łukasz", "Ünal");
        checkIn(yesterday(), person).statusCode(201);
        desk().get(day(yesterday()) + "/no-shows")
                .then()
                .statusCode(200)
                .body("people.applicationId", equalTo(List.of(other)));
        desk().get(day(today.toString()) + "/no-shows")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:day-not-over"));
        organiser()
                .get("/api/v1/admin/attendance-statistics")
                .then()
                .statusCode(200)
                .body("find { it.callId == '" + call + "' }.admitted", equalTo(2))
                .body("find { it.callId == '" + call + "' }.came", equalTo(1))
                .body("find { it.callId == '" + call + "' }.neverCame", equalTo(1))
                .body("find { it.callId == '" + call + "' }.cities[0].cityId", equalTo("porto"));
    }

    @Test
    void whoever_gets_a_place_during_the_workshop_was_not_missing_before() {
        String late = admitted("Łukasz", "Ünal");
        hasHadPlaceSince(late, today);

        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(1, 2, 2)));
        desk().get(day(yesterday()) + "/no-shows").then().body("people.applicationId", equalTo(List.of(person)));
        desk().get(day(yesterday()) + "/attendance-sheet")
                .then()
                .body("people.applicationId", equalTo(List.of(person)));
        desk().get("/api/v1/desk/calls/" + call + "/badges").then().body("familyName", hasSize(2));

        checkIn(yesterday(), late).statusCode(201);
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(2, 2, 2)));
    }

    @Test
    void whoever_gives_their_place_up_during_the_workshop_stays_missing_on_the_days_before() {
        String leaving = admitted("Łukasz", "Ünal");
        withdraw(leaving).statusCode(200);

        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(2, 1, 1)));
        desk().get(day(yesterday()) + "/no-shows")
                .then()
                .body("people.applicationId", containsInAnyOrder(person, leaving));
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .body("people.applicationId", equalTo(List.of(person)));
        desk().get("/api/v1/desk/calls/" + call + "/badges").then().body("familyName", hasSize(1));
        organiser()
                .get("/api/v1/admin/attendance-statistics")
                .then()
                .body("find { it.callId == '" + call + "' }.admitted", equalTo(2))
                .body("find { it.callId == '" + call + "' }.neverCame", equalTo(2));

        decide(person, "DECLINE").statusCode(200);
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(2, 0, 0)));
    }

    @Test
    void whoever_loses_the_place_by_mistake_and_gets_it_again_stays_missing_on_the_days_before() {
        decide(person, "DECLINE").statusCode(200);
        decide(person, "ADMIT").statusCode(200);

        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(1, 1, 1)));
        desk().get(day(yesterday()) + "/no-shows").then().body("people.applicationId", equalTo(List.of(person)));
        withdraw(person).statusCode(200);
        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(1, 0, 0)));
        organiser()
                .get("/api/v1/admin/attendance-statistics")
                .then()
                .body("find { it.callId == '" + call + "' }.neverCame", equalTo(1));
    }

    @Test
    void whoever_was_there_and_is_written_down_late_as_a_walk_in_was_not_missing() {
        withdraw(person).statusCode(200);
        Map<String, Object> late = guest("Zdeňka");
        late.put("familyName", "Quellenfinder");
        late.put("organisation", "Cluster of the Test");
        late.put("applicationId", person);
        desk().contentType(ContentType.JSON)
                .body(late)
                .post(day(yesterday()) + "/walk-ins")
                .then()
                .statusCode(201);

        desk().get(day(yesterday()) + "/no-shows").then().body("people", hasSize(0));
        desk().get("/api/v1/desk/calls/" + call + "/days")
                .then()
                .body("[0].expected", equalTo(0))
                .body("[0].walkIns", equalTo(1))
                .body("[0].present", equalTo(1));
    }

    @Test
    void days_that_are_the_workshops_no_more_make_nobody_a_no_show() {
        String other = admitted("Łukasz", "Ünal");
        checkIn(person).statusCode(201);
        withdraw(other).statusCode(200);
        workshop(today.plusDays(30), today.plusDays(31));

        organiser()
                .get("/api/v1/admin/attendance-statistics")
                .then()
                .body("find { it.callId == '" + call + "' }.admitted", equalTo(1))
                .body("find { it.callId == '" + call + "' }.neverCame", equalTo(0));
    }

    @Test
    void whoever_had_a_place_for_some_hours_of_one_day_only_was_missing_on_none() {
        String guest = admitted("Łukasz", "Ünal");
        hasHadPlaceSince(guest, today);
        withdraw(guest).statusCode(200);

        desk().get("/api/v1/desk/calls/" + call + "/days").then().body("expected", equalTo(List.of(1, 1, 1)));
        organiser()
                .get("/api/v1/admin/attendance-statistics")
                .then()
                .body("find { it.callId == '" + call + "' }.admitted", equalTo(1));
    }

    @Test
    void the_sheet_has_everybody_with_a_place_by_name() {
        admitted("Łukasz", "Álvarez");
        walkIn(guest("Ana")).statusCode(201);
        desk().get(day(today.toString()) + "/attendance-sheet")
                .then()
                .statusCode(200)
                .body("number", equalTo(2))
                .body("days", equalTo(3))
                .body("people.familyName", equalTo(List.of("Álvarez", "Quellenfinder")))
                .body("walkIns.givenName", equalTo(List.of("Ana")));
        desk().get("/api/v1/desk/calls/" + call + "/badges")
                .then()
                .statusCode(200)
                .body("familyName", equalTo(List.of("Álvarez", "Quellenfinder")))
                .body("ticket[1]", equalTo(ticket(person)));
    }

    @Test
    void attendance_is_taken_away_as_a_table_by_organisers_only() {
        checkIn(person).statusCode(201);
        walkIn(guest("Ana")).statusCode(201);
        String path = "/api/v1/admin/calls/" + call + "/attendance";
        String csv = organiser()
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"attendance.csv\""))
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        List<String> lines = csv.lines()
                .map(line -> line.replace("\uFEFF", "").replace("\"", ""))
                .toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "date,kind,family_name,given_name,organisation,city,country,present,arrived_at,profile,contributor,cluster_id");
        assertThat(lines)
                .contains(yesterday()
                        + ",place,Quellenfinder,Zdeňka,Cluster of the Test,porto,PT,false,,CLUSTER_MANAGER,false,")
                .anyMatch(line ->
                        line.startsWith(today + ",place,Quellenfinder,Zdeňka,Cluster of the Test,porto,PT,true,2016-")
                                && line.endsWith("Z,CLUSTER_MANAGER,false,"))
                .anyMatch(line -> line.startsWith(today + ",walk-in,Walkinová,Ana,Somewhere,porto,,true,2016-")
                        && line.endsWith("Z,,,"))
                .hasSize(5);
        organiser()
                .queryParam("format", "xlsx")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/vnd"));
        organiser().queryParam("format", "pdf").get(path).then().statusCode(422);
        desk().get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    @Test
    void the_table_says_of_an_applicant_without_a_place_what_they_have_said() {
        Map<String, Object> application = application(call);
        application.putAll(Map.of(
                "givenName",
                "Åsa",
                "familyName",
                "Wartend",
                "profile",
                "EXPERT",
                "contributor",
                true,
                "clusterId",
                "gaia"));
        String waiting = applied(application);
        walkIn(applicant(waiting, "Åsa", "Wartend")).statusCode(201);

        assertThat(organiser()
                        .get("/api/v1/admin/calls/" + call + "/attendance")
                        .asString()
                        .lines()
                        .filter(line -> line.contains("walk-in")))
                .singleElement()
                .asString()
                .endsWith(",\"EXPERT\",\"true\",\"gaia\"");
    }

    @Test
    void who_came_over_all_days_is_counted_by_what_they_have_in_common() {
        String earlier = registrations.openCall();
        Map<String, Object> known = application(earlier);
        Registrations.admitted(known);
        registrations.workshopIs(earlier, Instant.parse("2016-09-20T08:00:00Z"), Instant.parse("2016-09-21T15:00:00Z"));
        known.putAll(Map.of("callId", call, "country", "ES", "profile", "EXPERT"));
        known.remove("cityId");
        String back = Registrations.admitted(known);
        String gone = admitted("Łukasz", "Ünal");
        checkIn(yesterday(), person).statusCode(201);
        checkIn(person).statusCode(201);
        checkIn(back).statusCode(201);
        walkIn(guest("Ana")).statusCode(201);

        String path = "/api/v1/admin/attendance-statistics/" + call;
        organiser()
                .get(path)
                .then()
                .statusCode(200)
                .body("admitted", equalTo(3))
                .body("came", equalTo(2))
                .body("neverCame", equalTo(1))
                .body("cities.cityId", equalTo(Arrays.asList("porto", null)))
                .body("cities.came", equalTo(List.of(1, 1)))
                .body("profiles.key", equalTo(List.of("CLUSTER_MANAGER", "EXPERT")))
                .body("profiles.admitted", equalTo(List.of(2, 1)))
                .body("profiles.came", equalTo(List.of(1, 1)))
                .body("newcomers.key", equalTo(List.of("NEWCOMER", "RETURNING")))
                .body("newcomers.admitted", equalTo(List.of(2, 1)))
                .body("newcomers.came", equalTo(List.of(1, 1)))
                .body("countries.key", equalTo(List.of("ES", "PT")))
                .body("countries.came", equalTo(List.of(1, 1)));
        figures().body(mine() + ".countries.key", equalTo(List.of("ES", "PT")));
        byte[] csv = organiser()
                .get(path + "/table")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"attendance-figures.csv\""))
                .extract()
                .asByteArray();
        assertThat(Spreadsheets.csv(csv))
                .containsExactly(
                        List.of("kind", "key", "had_place", "came", "never_came", "walk_ins"),
                        List.of("total", "all", "3", "2", "", ""),
                        List.of("day", yesterday(), "2", "1", "1", "0"),
                        List.of("day", today.toString(), "3", "2", "", "1"),
                        List.of("day", tomorrow(), "3", "0", "", "0"),
                        List.of("city", "porto", "2", "1", "", ""),
                        List.of("city", "none", "1", "1", "", ""),
                        List.of("profile", "CLUSTER_MANAGER", "2", "1", "", ""),
                        List.of("profile", "EXPERT", "1", "1", "", ""),
                        List.of("newcomer", "NEWCOMER", "2", "1", "", ""),
                        List.of("newcomer", "RETURNING", "1", "1", "", ""),
                        List.of("country", "ES", "1", "1", "", ""),
                        List.of("country", "PT", "2", "1", "", ""));
        assertThat(Spreadsheets.xlsx(
                        organiser().get(path + "/table?format=xlsx").asByteArray()))
                .hasSize(13);
        // of whom nobody knows it any more it is not said
        erase(person);
        organiser().get(path).then().body("newcomers.key", equalTo(List.of("FORGOTTEN", "NEWCOMER", "RETURNING")));
        assertThat(gone).isNotNull();
        for (String read : List.of(path, path + "/table")) {
            desk().get(read).then().statusCode(403);
            given().get(read).then().statusCode(401);
        }
        organiser()
                .get("/api/v1/admin/attendance-statistics/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void organisers_make_a_certificate_for_whoever_was_there_with_an_application_or_without_one() {
        String path = "/api/v1/admin/calls/" + call + "/attendance/people/";
        organiser()
                .get(path + person)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("days", hasSize(0));
        checkIn(yesterday(), person).statusCode(201);
        checkIn(person).statusCode(201);
        organiser()
                .get(path + person)
                .then()
                .statusCode(200)
                .body("givenName", equalTo("Zdeňka"))
                .body("familyName", equalTo("Quellenfinder"))
                .body("workshopTitle", equalTo("Workshop of the test"))
                .body("cityId", equalTo("porto"))
                .body("ticket", nullValue())
                .body("days", equalTo(List.of(yesterday(), today.toString())));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=application&objectId=" + person)
                .then()
                .body("items[0].action", equalTo("attendance-certified"))
                .body("items[0].details", equalTo(Map.of("days", 2)))
                .body("items.findAll { it.action == 'attendance-certified' }", hasSize(1));

        String first = walkIn(guest("Ana")).statusCode(201).extract().path("walkIn.id");
        Map<String, Object> again = guest("Walkinová", "ANA");
        again.put("organisation", "SOMEWHERE");
        String second = desk().contentType(ContentType.JSON)
                .body(again)
                .post(day(yesterday()) + "/walk-ins")
                .then()
                .statusCode(201)
                .extract()
                .path("walkIn.id");
        Map<String, Object> other = guest("Ana");
        other.put("organisation", "Elsewhere");
        String elsewhere = walkIn(other).statusCode(201).extract().path("walkIn.id");
        for (String id : List.of(first, second)) {
            organiser()
                    .get(path + id)
                    .then()
                    .statusCode(200)
                    .body("organisation", equalToIgnoringCase("Somewhere"))
                    .body("days", equalTo(List.of(yesterday(), today.toString())));
        }
        organiser().get(path + elsewhere).then().body("days", equalTo(List.of(today.toString())));
        eraseWalkIn(organiser(), first).statusCode(204);
        organiser().get(path + first).then().statusCode(404);
        organiser().get(path + second).then().body("days", equalTo(List.of(yesterday())));

        String waiting = waiting("Åsa", "Wartend");
        String walked = walkIn(applicant(waiting, "Åsa", "Wartend"))
                .statusCode(201)
                .extract()
                .path("walkIn.id");
        for (String id : List.of(waiting, walked)) {
            organiser()
                    .get(path + id)
                    .then()
                    .body("familyName", equalTo("Wartend"))
                    .body("days", equalTo(List.of(today.toString())));
        }
        erase(person);
        for (String nobody : List.of(person, UUID.randomUUID().toString())) {
            organiser().get(path + nobody).then().statusCode(404);
        }
        organiser()
                .get("/api/v1/admin/calls/" + registrations.openCall() + "/attendance/people/" + waiting)
                .then()
                .statusCode(404);
        desk().get(path + waiting).then().statusCode(403);
        given().get(path + waiting).then().statusCode(401);
    }

    @Test
    void the_person_sees_their_ticket_and_their_days_and_nobody_elses() {
        checkIn(yesterday(), person).statusCode(201);
        given().header("Application-Link", linkToken(person))
                .get("/api/v1/self-service/attendance")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("familyName", equalTo("Quellenfinder"))
                .body("workshopPlace", equalTo("Frankfurt"))
                .body("days", equalTo(List.of(yesterday())))
                .body("ticket", equalTo(ticket(person)));
        for (String bad :
                List.of("nonsense", ticket(person).substring(ticket(person).lastIndexOf('/') + 1))) {
            given().header("Application-Link", bad)
                    .get("/api/v1/self-service/attendance")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void the_door_is_for_the_desk_and_the_organisers() {
        List<String> reads = List.of(
                "/api/v1/desk/calls/" + call + "/days",
                day(today.toString()) + "/people",
                day(today.toString()) + "/walk-ins",
                day(yesterday()) + "/no-shows",
                day(today.toString()) + "/attendance-sheet",
                "/api/v1/desk/calls/" + call + "/badges",
                "/api/v1/desk/ticket");
        for (String read : reads) {
            given().get(read).then().statusCode(401);
            for (TestTokens wrong : List.of(TestTokens.city("porto"), TestTokens.auditor())) {
                as(wrong).get(read).then().statusCode(403);
            }
        }
        checkIns(given(), today.toString(), Map.of("applicationId", person)).statusCode(401);
        checkIns(as(TestTokens.city("porto")), today.toString(), Map.of("applicationId", person))
                .statusCode(403);
        checkIns(organiser(), today.toString(), Map.of("applicationId", person)).statusCode(201);
        as(TestTokens.city("porto"))
                .delete(day(today.toString()) + "/check-ins/" + person)
                .then()
                .statusCode(403);
        for (String foreign : List.of(
                "/api/v1/admin/applications",
                "/api/v1/admin/applications/" + person,
                "/api/v1/admin/calls/" + call + "/door-settings",
                "/api/v1/admin/attendance-statistics",
                "/api/v1/admin/audit-entries",
                "/api/v1/partner/applications")) {
            desk().get(foreign).then().statusCode(403);
        }
        desk().get("/api/v1/desk/calls/" + UUID.randomUUID() + "/days").then().statusCode(404);
    }

    @Test
    void the_setting_is_changed_by_whoever_has_seen_it() {
        String path = "/api/v1/admin/calls/" + call + "/door-settings";
        String tag = organiser()
                .get(path)
                .then()
                .statusCode(200)
                .body("refuseWalkInsWhenFull", equalTo(false))
                .extract()
                .header("ETag");
        set(path, null).statusCode(428);
        assertThat(storedSettings()).isZero(); // looking writes nothing
        set(path, tag).statusCode(200).body("refuseWalkInsWhenFull", equalTo(true));
        set(path, tag).statusCode(412);
        organiser()
                .get("/api/v1/admin/calls/" + UUID.randomUUID() + "/door-settings")
                .then()
                .statusCode(404);
    }

    private long storedSettings() {
        return QuarkusTransaction.requiringNew().call(() -> settings.count("callId", UUID.fromString(call)));
    }

    @Test
    void of_the_first_two_settings_at_once_the_second_is_told_that_it_comes_too_late() throws Exception {
        String path = "/api/v1/admin/calls/" + call + "/door-settings";
        RowLocks.answerAfter(
                        dataSource, () -> setDoor.refuseWalkInsWhenFull(UUID.fromString(call), true), () -> organiser()
                                .header("If-Match", "\"v0\"")
                                .contentType(ContentType.JSON)
                                .body(Map.of("refuseWalkInsWhenFull", false))
                                .put(path)
                                .then())
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        organiser().get(path).then().header("ETag", "\"v1\"").body("refuseWalkInsWhenFull", equalTo(true));
    }

    private ValidatableResponse set(String path, String tag) {
        RequestSpecification request =
                organiser().contentType(ContentType.JSON).body(Map.of("refuseWalkInsWhenFull", true));
        return (tag == null ? request : request.header("If-Match", tag))
                .put(path)
                .then();
    }

    private void refuseWhenFull() {
        set("/api/v1/admin/calls/" + call + "/door-settings", "*").statusCode(200);
    }

    private void workshop(LocalDate first, LocalDate last) {
        workshop(
                first.atTime(13, 30).atZone(BERLIN).toInstant(),
                last.atTime(14, 0).atZone(BERLIN).toInstant());
    }

    private void workshop(Instant startsAt, Instant endsAt) {
        registrations.workshopIs(call, startsAt, endsAt);
    }

    private String admitted(String givenName, String familyName) {
        Map<String, Object> application = application(call);
        application.put("givenName", givenName);
        application.put("familyName", familyName.replaceAll("[_%0-9]", ""));
        application.put("organisation", "Cluster of the Test" + familyName.replaceAll("[^_%0-9]", ""));
        String id = Registrations.admitted(application);
        hasHadPlaceSince(id, today.minusDays(10));
        return id;
    }

    private void hasHadPlaceSince(String applicationId, LocalDate date) {
        try {
            TestSql.execute(
                    dataSource,
                    "update application set place_since = ? where id = ?",
                    date.atStartOfDay(BERLIN).toInstant(),
                    UUID.fromString(applicationId));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> guest(String givenName) {
        return new HashMap<>(Map.of(
                "givenName", givenName, "familyName", "Walkinová", "organisation", "Somewhere", "cityId", "porto"));
    }

    private ValidatableResponse checkIn(String applicationId) {
        return checkIn(today.toString(), applicationId);
    }

    private ValidatableResponse checkIn(String date, String applicationId) {
        return checkIns(desk(), date, Map.of("applicationId", applicationId));
    }

    private ValidatableResponse checkIns(RequestSpecification who, String date, Map<String, Object> body) {
        return who.contentType(ContentType.JSON)
                .body(body)
                .post(day(date) + "/check-ins")
                .then();
    }

    private ValidatableResponse walkIn(Map<String, Object> guest) {
        return desk().contentType(ContentType.JSON)
                .body(guest)
                .post(day(today.toString()) + "/walk-ins")
                .then();
    }

    private ValidatableResponse walkIn(String key, Map<String, Object> guest) {
        return desk().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(guest)
                .post(day(today.toString()) + "/walk-ins")
                .then();
    }

    private ValidatableResponse people(String parameter, String value) {
        return desk().queryParam(parameter, value)
                .get(day(today.toString()) + "/people")
                .then()
                .statusCode(200);
    }

    private String day(String date) {
        return "/api/v1/desk/calls/" + call + "/days/" + date;
    }

    private String yesterday() {
        return today.minusDays(1).toString();
    }

    private String tomorrow() {
        return today.plusDays(1).toString();
    }

    private static String ticket(String applicationId) {
        return Registrations.recipients(applicationId).statusCode(200).extract().path("recipients[0].ticket");
    }

    private long rows() {
        return ((Number) database.createNativeQuery("select count(*) from attendance where application_id = :id")
                        .setParameter("id", UUID.fromString(person))
                        .getSingleResult())
                .longValue();
    }

    private String name(String walkInId) {
        return (String) database.createNativeQuery("select given_name from walk_in where id = :id")
                .setParameter("id", UUID.fromString(walkInId))
                .getSingleResult();
    }

    private static RequestSpecification desk() {
        return as(TestTokens.desk());
    }

    private static RequestSpecification as(TestTokens tokens) {
        return given().auth().oauth2(tokens.token());
    }
}
