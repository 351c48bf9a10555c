package eu.urbact.infocus.registration.owndata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.DatabaseTraces;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.RetentionConfig;
import eu.urbact.infocus.registration.privacy.RetentionSchedule;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.comment;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.freezeListsAt;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.openDinner;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.vote;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What the purge takes away, and when. */
@QuarkusTest
@WithEmbeddedServers
class PurgeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Registrations registrations;

    @Inject
    Calls calls;

    @Inject
    PurgeOverdueData purge;

    @Inject
    @All
    List<PersonalDataHolder> holders;

    @Inject
    ExportOwnData exportOwnData;

    @Inject
    Applications applications;

    @Inject
    HandBackSeats handBackSeats;

    @Inject
    Workshops workshops;

    @Inject
    RetentionConfig retention;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    private String mark;
    private String call;
    private String id;

    @BeforeEach
    void apply() {
        mark = "p" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");
        call = registrations.openCall();
        Map<String, Object> person = new HashMap<>(application(call));
        person.put("familyName", mark);
        person.put("motivation", "I bring " + mark);
        person.put("position", mark);
        id = applied(person);
        decide(id, "*", Map.of("decision", "ADMIT", "note", "Welcome, " + mark)).statusCode(200);
    }

    @Test
    void nothing_goes_before_its_time() {
        lastDayWas(89);
        purge.purge();
        assertThat(traces()).contains("application.motivation", "application.position", "application.note");
    }

    @Test
    void what_was_only_needed_to_decide_goes_first() {
        decide(id, "*", Map.of("decision", "WAITLIST")).statusCode(200);
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Speaks about " + mark))
                .post("/api/v1/admin/calls/" + call + "/waiting-list/" + id + "/precedence")
                .then()
                .statusCode(200);
        decide(id, "*", Map.of("decision", "ADMIT", "note", "Welcome, " + mark)).statusCode(200);
        assertThat(traces()).contains("waiting_precedence.reason");
        lastDayWas(91);
        purge.purge();
        assertThat(traces())
                .containsExactlyInAnyOrder(
                        "application.family_name", "application.search_text", "application.sort_name");
        purge.purge();
        Registrations.history(id)
                .body("items.findAll { it.action == 'personal-data-cleared' }.size()", equalTo(1))
                .body("items[0].actor", equalTo("system"))
                .body("items[0].details.retention", equalTo(List.of("DECISION")));
    }

    @Test
    void what_the_history_says_of_meals_goes_with_what_was_needed_for_the_days() {
        freezeListsAt(call, "2016-11-16T18:00:00+01:00");
        String dinner = openDinner(call, "Kosher dinner");
        tell("choices", Map.of("choices", List.of(Map.of("optionId", dinner, "companions", 0))));
        lastDayWas(29);
        purge.purge();
        assertThat(Registrations.history(id).extract().asString()).contains("Kosher dinner");
        lastDayWas(31);
        purge.purge();
        assertThat(Registrations.history(id).extract().asString())
                .contains("logistics-options-chosen", "\"after\":\"ADMITTED\"")
                .doesNotContain("Kosher dinner");
    }

    @Test
    void in_the_end_the_person_goes_and_the_number_stays() {
        lastDayWas(181);
        purge.purge();
        assertThat(traces()).isEmpty();
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("state", equalTo("ADMITTED"))
                .body("cityId", equalTo("porto"))
                .body("position", nullValue());
        Registrations.history(id)
                .body("items[0].action", equalTo("application-erased"))
                .body("items[0].details.reason", equalTo("RETENTION_OVER"));
    }

    @Test
    void a_slip_in_the_year_erases_nobody_as_long_as_somebody_may_find_it() {
        Instant announced = clock.instant();
        registrations.workshopIs(call, Instant.parse("2015-11-23T12:30:00Z"), Instant.parse("2015-11-25T13:00:00Z"));
        purge.purge();
        assertThat(traces()).contains("application.family_name", "application.motivation", "application.note");
        // own data promise what is done
        assertThat(ownData().kept())
                .filteredOn(kept ->
                        kept.field().equals("motivation") || kept.field().equals("email"))
                .hasSize(2)
                .allSatisfy(kept -> assertThat(kept.erasedAfter())
                        .isBetween(
                                announced.plus(Duration.ofDays(14)),
                                clock.instant().plus(Duration.ofDays(14))));
        registrations.workshopIs(call, Instant.parse("2016-11-23T12:30:00Z"), Instant.parse("2016-11-25T13:00:00Z"));
        purge.purge();
        Registrations.history(id).body("items.action", not(hasItem("personal-data-cleared")));

        registrations.workshopIs(call, Instant.parse("2015-11-23T12:30:00Z"), Instant.parse("2015-11-25T13:00:00Z"));
        registrations.daysAreNoSlip(call);
        purge.purge();
        assertThat(traces()).isEmpty();
    }

    @Test
    void the_figures_of_the_workshop_are_the_same_before_and_after() throws Exception {
        UUID callId = UUID.fromString(call);
        String nominee = nominee();
        String undecided = applied(application(call));
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        String withdrawn = applied(application(call));
        ByLink.withdraw(linkToken(withdrawn)).statusCode(200);
        TestSql.execute(
                dataSource,
                "update seat_bucket set hand_back_on = ? where call_id = ? and code = 'CITY:porto'",
                clock.instant().atZone(BERLIN).toLocalDate(),
                callId);
        // one seat is held, one promised to the nominee
        assertThat(handBackSeats.handBack(callId)).isLessThanOrEqualTo(1);
        lastDayWas(181);
        Map<String, Integer> states = states();
        assertThat(states)
                .isEqualTo(Map.of(
                        "SUBMITTED", 2, "ADMITTED", 1, "WAITLISTED", 1, "OFFERED", 0, "DECLINED", 0, "WITHDRAWN", 1));
        String delegations = delegations();
        String seats = Registrations.seats(call).extract().asString();
        organiser()
                .get("/api/v1/admin/calls/" + call + "/delegations")
                .then()
                .body("find { it.cityId == 'porto' }.accepted", equalTo(1))
                .body("find { it.cityId == 'porto' }.undecided", equalTo(1))
                .body("find { it.cityId == 'porto' }.limit", equalTo(2));

        purge.purge();

        assertThat(traces()).isEmpty();
        assertThat(states()).isEqualTo(states);
        assertThat(delegations()).isEqualTo(delegations);
        assertThat(handBackSeats.handBack(callId)).isZero();
        assertThat(Registrations.seats(call).extract().asString()).isEqualTo(seats);
        for (String person : List.of(id, nominee, undecided, waiting)) {
            await().untilAsserted(
                            () -> assertThat(Registrations.facts(person)).last().isEqualTo("application-erased"));
            assertThat(Registrations.facts(person)).doesNotContain("application-withdrawn");
        }
        Registrations.history(nominee)
                .body(
                        "items.action",
                        equalTo(List.of("application-erased", "invitation-accepted", "application-submitted")))
                .body("items[0].details.state", equalTo("SUBMITTED"));
    }

    /** How many applications the list shows in each state. */
    private Map<String, Integer> states() {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (ApplicationState state : ApplicationState.values()) {
            states.put(
                    state.name(),
                    organiser()
                            .get("/api/v1/admin/applications?call=" + call + "&state=" + state)
                            .path("total"));
        }
        return states;
    }

    private String delegations() {
        return organiser()
                .get("/api/v1/admin/calls/" + call + "/delegations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Somebody has accepted the invitation of Porto, and nobody has decided. */
    private String nominee() {
        String invitations = "/api/v1/partner/calls/" + call + "/invitations";
        String invitation = city("porto")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "cityId", "porto",
                        "email", "n" + mark + "@example.org",
                        "givenName", "Inês",
                        "familyName", mark,
                        "message", "Please come."))
                .post(invitations)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> acceptance = new HashMap<>(application(call));
        List.of("callId", "email", "cityId").forEach(acceptance::remove);
        given().header("Invitation-Link", linkToken(invitation))
                .contentType(ContentType.JSON)
                .body(acceptance)
                .post("/api/v1/invitation/acceptance")
                .then()
                .statusCode(200);
        return city("porto").get(invitations).path("items[0].applicationId");
    }

    @Test
    void own_data_promise_what_the_purge_does() {
        comment(id, "Speaks about " + mark).statusCode(201);
        vote(id, "YES").statusCode(204);
        freezeListsAt(call, "2016-11-16T18:00:00+01:00");
        tell(
                "travel",
                Map.of(
                        "arrival", Map.of("at", "2016-11-23T11:00:00+01:00", "by", "PLANE"),
                        "departure", Map.of("at", "2016-11-25T15:00:00+01:00", "by", "TRAIN")));
        tell("photo-consent", Map.of("consent", false));
        List<ExportOwnData.Kept> kept = ownData().kept().stream()
                .filter(field -> !hasOwnTime(field) && holds(field))
                .toList();
        assertThat(kept)
                .extracting(ExportOwnData.Kept::field)
                .contains("motivation", "decisionNote", "comments", "votes", "arrival", "photoConsent", "familyName");

        for (Instant time : kept.stream()
                .map(ExportOwnData.Kept::erasedAfter)
                .sorted()
                .distinct()
                .toList()) {
            purgeAt(time.minusNanos(1_000));
            assertThat(kept)
                    .filteredOn(field -> !field.erasedAfter().isBefore(time))
                    .allMatch(this::holds, "is there before its time");
            purgeAt(time);
            assertThat(kept)
                    .filteredOn(field -> field.erasedAfter().equals(time))
                    .noneMatch(this::holds, "is there after its time");
        }
    }

    @Test
    void whatever_is_kept_is_listed_with_purpose_and_time() {
        assertThat(holders).extracting(PersonalDataHolder::section).doesNotHaveDuplicates();
        for (PersonalDataHolder holder : holders) {
            assertThat(holder.fields()).as(holder.section()).isNotEmpty();
            assertThat(holder.fields()).extracting(PersonalField::name).doesNotHaveDuplicates();
            assertThat(holder.fields()).extracting(PersonalField::purpose).noneMatch(String::isBlank);
        }
        given().get("/api/v1/personal-fields")
                .then()
                .statusCode(200)
                .body(
                        "size()",
                        equalTo(holders.stream()
                                .mapToInt(holder -> holder.fields().size())
                                .sum()))
                .body("find { it.field == 'motivation' }.keptForDays", equalTo(90))
                .body("find { it.field == 'motivation' }.purpose", equalTo("To decide about your application"))
                .body("find { it.field == 'email' }.keptForDays", equalTo(180))
                .body("find { it.field == 'email' }.kept", equalTo("180 days after the workshop"))
                .body("find { it.field == 'needs' }.keptForDays", nullValue())
                .body("find { it.field == 'needs' }.kept", equalTo("7 days after the workshop"))
                .body("find { it.section == 'drafts' }.kept", equalTo("14 days after it was last saved"))
                .body(
                        "find { it.section == 'answers' }.kept",
                        equalTo("As many days after the workshop as the question says"));
    }

    private void tell(String what, Map<String, Object> answer) {
        given().header("Application-Link", linkToken(id))
                .contentType(ContentType.JSON)
                .body(answer)
                .put("/api/v1/self-service/logistics/" + what)
                .then()
                .statusCode(200);
    }

    private ExportOwnData.OwnData ownData() {
        return QuarkusTransaction.requiringNew()
                .call(() -> exportOwnData.export(applications.findById(UUID.fromString(id))));
    }

    private boolean hasOwnTime(ExportOwnData.Kept kept) {
        return holders.stream()
                .filter(holder -> holder.section().equals(kept.section()))
                .flatMap(holder -> holder.fields().stream())
                .anyMatch(field -> field.name().equals(kept.field()) && field.ownTime() != null);
    }

    /** Whether something is kept in this field now. */
    private boolean holds(ExportOwnData.Kept kept) {
        JsonNode value =
                json.valueToTree(ownData().sections()).path(kept.section()).path(kept.field());
        return value.isContainerNode()
                ? !value.isEmpty()
                : !value.isNull() && !value.asText().isEmpty();
    }

    private void purgeAt(Instant time) {
        RetentionSchedule schedule = RetentionSchedule.of(retention);
        QuarkusTransaction.requiringNew().run(() -> {
            Workshop workshop =
                    workshops.findById(calls.findById(UUID.fromString(call)).workshopId());
            purge.purge(UUID.fromString(id), schedule.due(workshop.lastDay(), workshop.zone(), time));
        });
    }

    /** Moves the call's workshop so that its last day was so many days ago. */
    private void lastDayWas(int daysAgo) {
        LocalDate last = clock.instant().atZone(BERLIN).toLocalDate().minusDays(daysAgo);
        registrations.workshopIs(
                call,
                last.minusDays(2).atTime(13, 30).atZone(BERLIN).toInstant(),
                last.atTime(15, 0).atZone(BERLIN).toInstant());
        registrations.daysAreNoSlip(call);
    }

    private List<String> traces() {
        return DatabaseTraces.of(dataSource, mark);
    }
}
