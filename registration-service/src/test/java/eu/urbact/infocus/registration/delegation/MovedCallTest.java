package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.apply;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** The workshop of 23 to 25 November, whose call closes on 4 November, is moved. */
@QuarkusTest
@WithEmbeddedServers
class MovedCallTest extends DelegationSteps {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String CLOSES = "2016-11-04T17:00:00Z";

    /** When a workshop begins that is brought forward to before its call was to close. */
    private static final Instant BEGINS = Instant.parse("2016-10-25T12:30:00Z");

    @Test
    void applications_and_invitations_end_when_a_workshop_begins_that_was_brought_forward() {
        String link = linkToken(invited("porto", address()));
        String mine = linkToken(applied(application(call)));
        closesAsPlanned();
        bringForward();

        publicCall()
                .body("closesAt", equalTo(BEGINS.toString()))
                .body("plannedClosesAt", equalTo(CLOSES))
                .body("acceptsApplications", equalTo(true));
        given().header("Application-Link", mine)
                .get("/api/v1/self-service/application")
                .then()
                .body("callClosesAt", equalTo(BEGINS.toString()))
                .body("nextStepAt", equalTo(BEGINS.toString()));
        own(link)
                .body("expiresAt", equalTo(BEGINS.toString()))
                .body("placesHandedBack", equalTo(false))
                .body("workshopPlace", equalTo("Frankfurt"));
        invite("porto", nomination("porto", address())).statusCode(201).body("expiresAt", equalTo(BEGINS.toString()));

        // put off again, all is as it was
        moveBack();
        closesAsPlanned();
        own(link).body("expiresAt", equalTo(CLOSES));
    }

    @Test
    void nobody_applies_or_is_invited_or_accepts_once_the_workshop_has_begun_or_is_over() {
        String link = linkToken(invited("porto", address()));
        Instant now = clock.instant();
        for (Instant ends : List.of(now.plus(Duration.ofHours(1)), now.minus(Duration.ofHours(1)))) {
            registrations.workshopIs(call, now.minus(Duration.ofHours(2)), ends);
            publicCall().body("acceptsApplications", equalTo(false)).body("state", equalTo("OPEN"));
            apply(application(call))
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:call-not-open"))
                    .body("detail", equalTo("The workshop has begun. No applications are taken any more."));
            invite("porto", nomination("porto", address()))
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:call-not-open"));
            accept(link, acceptance()).statusCode(409).body("type", equalTo("urn:infocus:problem:invitation-closed"));
        }
        // a slip is mended
        moveBack();
        applied(application(call));
    }

    @Test
    void organisers_change_the_rest_of_the_call_and_keep_its_closing_time_or_choose_one_that_fits() {
        bringForward();
        Map<String, Object> plan = asOpened();
        plan.put("eligibility", "Everybody.");
        edit(plan)
                .statusCode(200)
                .body("eligibility", equalTo("Everybody."))
                .body("closesAt", equalTo(BEGINS.toString()))
                .body("plannedClosesAt", equalTo(CLOSES));
        plan.put("closesAt", "2016-10-28T18:00:00+02:00");
        edit(plan).statusCode(422).body("errors.field", equalTo(List.of("closesAt")));
        plan.put("closesAt", "2016-10-20T18:00:00+02:00");
        edit(plan)
                .statusCode(200)
                .body("closesAt", equalTo("2016-10-20T16:00:00Z"))
                .body("$", not(hasKey("plannedClosesAt")));
    }

    @Test
    void a_call_that_is_sent_back_as_it_was_read_keeps_the_closing_time_that_was_chosen() {
        bringForward();
        Map<String, Object> plan = asOpened();
        plan.put("closesAt", BEGINS.toString());
        edit(plan)
                .statusCode(200)
                .body("closesAt", equalTo(BEGINS.toString()))
                .body("plannedClosesAt", equalTo(CLOSES));
        closed();
        for (String same : List.of(BEGINS.toString(), CLOSES)) {
            plan.put("closesAt", same);
            edit(plan).statusCode(200).body("plannedClosesAt", equalTo(CLOSES));
        }
        plan.put("closesAt", "2016-10-25T14:30:01+02:00");
        edit(plan)
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-state"))
                .body("detail", equalTo("The call has closed; its closing time stays as it was."));
        moveBack();
        closesAsPlanned();
    }

    @Test
    void a_city_hands_its_seats_back_a_week_before_a_workshop_that_was_brought_forward() {
        Map<String, Object> plan = Registrations.call(registrations.announcedWorkshop(), Map.of(), 10);
        plan.put(
                "buckets",
                List.of(
                        Map.of("code", PORTO, "label", "Porto", "limit", 3, "handBackOn", "2016-11-20"),
                        Map.of("code", "CITY:bilbao", "label", "Bilbao", "limit", 3, "handBackOn", "2016-10-20"),
                        Map.of("code", "OPEN", "label", "Open", "limit", 1)));
        open(plan);
        String link = linkToken(invited("porto", address()));
        Instant begins = Instant.parse("2016-10-31T12:30:00Z");
        registrations.workshopIs(call, begins, begins.plus(Duration.ofDays(1)));
        Registrations.seats(call)
                .body("buckets.find { it.code == 'CITY:porto' }.handBackOn", equalTo("2016-10-24"))
                .body("buckets.find { it.code == 'CITY:bilbao' }.handBackOn", equalTo("2016-10-20"));
        own(link)
                .body(
                        "expiresAt",
                        equalTo(LocalDate.parse("2016-10-24")
                                .atStartOfDay(BERLIN)
                                .toInstant()
                                .toString()))
                .body("placesHandedBack", equalTo(true));
    }

    @Test
    void whoever_can_still_answer_an_invitation_is_told_of_a_move() {
        String open = invited("porto", address());
        String declined = invited("porto", address());
        decline(linkToken(declined)).statusCode(200);
        Instant begins = Instant.parse("2016-12-01T12:30:00Z");
        registrations.workshopIs(call, begins, begins.plus(Duration.ofDays(1)));
        assertThat(facts(open)).containsExactly("invitation-sent.v1", "invitation-moved.v1");
        assertThat(facts(declined)).doesNotContain("invitation-moved.v1");
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", open))
                .hasSize(2)
                .allSatisfy(record -> Contracts.ofThisService().assertValid(record.type(), record.value())));
        // once it has begun invitations end, which is told
        Instant now = clock.instant();
        registrations.workshopIs(call, now, now.plus(Duration.ofDays(1)));
        assertThat(facts(open)).filteredOn("invitation-moved.v1"::equals).hasSize(1);
    }

    @Test
    void whoever_has_less_time_to_answer_is_told_of_the_move_by_that_alone() {
        String person = invited("porto", address());
        registrations.workshopIs(call, BEGINS, BEGINS.plus(Duration.ofDays(1)));
        await().untilAsserted(() ->
                assertThat(facts(person)).containsExactly("invitation-sent.v1", "invitation-reminded.v1"));
        own(linkToken(person)).body("expiresAt", equalTo(BEGINS.toString()));
    }

    @Test
    void a_renamed_workshop_has_its_new_name_in_the_call() {
        String etag =
                organiser().get("/api/v1/admin/calls/" + call).then().extract().header("ETag");
        registrations.workshopIsCalled(call, "Venue renamed");
        publicCall().body("title", equalTo("Venue renamed"));
        organiser()
                .get("/api/v1/admin/calls/" + call)
                .then()
                .body("title", equalTo("Venue renamed"))
                .body("closesAt", equalTo(CLOSES));
        given().get("/api/v1/calls").then().body("find { it.id == '" + call + "' }.title", equalTo("Venue renamed"));
        // whoever has looked at the old one is told
        organiser()
                .header("If-Match", etag)
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(412)
                .body("by", equalTo("the system"));
    }

    private void bringForward() {
        registrations.workshopIs(call, BEGINS, BEGINS.plus(Duration.ofDays(2)));
    }

    private void moveBack() {
        registrations.workshopIs(call, Instant.parse("2016-11-23T12:30:00Z"), Instant.parse("2016-11-25T13:00:00Z"));
    }

    private void closesAsPlanned() {
        publicCall().body("closesAt", equalTo(CLOSES)).body("$", not(hasKey("plannedClosesAt")));
    }

    /** The call as it was opened, for organisers to change something in it. */
    private Map<String, Object> asOpened() {
        String workshop = publicCall().extract().path("workshopSlug");
        return Registrations.call(workshop, Map.of("CITY:porto", 3, "OPEN", 2), 10);
    }

    private ValidatableResponse publicCall() {
        return given().get("/api/v1/calls/" + call).then().statusCode(200);
    }

    private ValidatableResponse edit(Map<String, Object> plan) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(plan)
                .put("/api/v1/admin/calls/" + call)
                .then();
    }
}
