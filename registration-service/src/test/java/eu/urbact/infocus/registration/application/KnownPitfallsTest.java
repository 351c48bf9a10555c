package eu.urbact.infocus.registration.application;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** What went wrong for the users of other registration systems, and is not tested beside the feature that it is about. */
@QuarkusTest
@WithEmbeddedServers
class KnownPitfallsTest {

    @Inject
    DataSource dataSource;

    @Inject
    Registrations registrations;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void people_are_decided_about_after_the_call_has_closed() {
        String admitted = applied(application(call));
        String waiting = applied(application(call));
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
        decide(admitted, "ADMIT").statusCode(200).body("state", equalTo("ADMITTED"));
        decide(waiting, "WAITLIST").statusCode(200);
        decide(waiting, "ADMIT").statusCode(200);
        assertThat(held(call, "CITY:porto")).isEqualTo(2);
    }

    @Test
    void organisers_see_at_once_that_somebody_has_withdrawn_and_when_and_the_seat_is_free() {
        String id = Registrations.admitted(application(call));
        ByLink.withdraw(linkToken(id)).statusCode(200);
        organiser()
                .get("/api/v1/admin/desk?state=WITHDRAWN&call=" + call)
                .then()
                .body("items.id", equalTo(List.of(id)));
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("withdrawnAt", startsWith("2016-10-10T"))
                .body("history[0].action", equalTo("application-withdrawn"))
                .body("history[0].by", equalTo("the applicant"));
        assertThat(held(call, "CITY:porto")).isZero();
    }

    @Test
    void what_the_database_refuses_quotes_nobody() {
        Map<String, Object> person = application(call);
        String first = applied(person);
        String second = applied(application(call));
        assertThatThrownBy(() -> TestSql.execute(
                        dataSource,
                        "update application set email_key = (select email_key from application where id = ?) where id = ?",
                        UUID.fromString(first),
                        UUID.fromString(second)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("uq_application_live")
                .hasMessageNotContaining((String) person.get("email"));
    }

    @Test
    void nobody_who_has_applied_or_been_admitted_is_named_to_the_public_or_to_another_city() {
        Map<String, Object> pending = application(call);
        pending.put("familyName", "Pendingname");
        applied(pending);
        Map<String, Object> admitted = application(call);
        admitted.put("familyName", "Admittedname");
        decide(applied(admitted), "ADMIT").statusCode(200);
        String slug = given().get("/api/v1/calls/" + call).then().extract().path("workshopSlug");
        for (String path : List.of(
                "/api/v1/calls",
                "/api/v1/calls/" + call,
                "/api/v1/calls?workshop=" + slug,
                "/api/v1/calls/" + call + "/waiting-list-rule",
                "/api/v1/calls/" + call + "/admission-rule")) {
            assertThat(given().get(path).asString())
                    .as(path)
                    .doesNotContain("Pendingname", "Admittedname", (String) pending.get("email"), "\"held\"");
        }
        assertThat(given().auth()
                        .oauth2(TestTokens.city("bilbao").token())
                        .get("/api/v1/partner/applications?call=" + call)
                        .asString())
                .doesNotContain("Pendingname", "Admittedname");
    }

    @Test
    void whoever_is_written_to_is_exactly_who_was_asked_for() {
        Map<String, Object> ana = application(call);
        ana.put("familyName", "Anas");
        Map<String, Object> jon = application(call);
        jon.put("familyName", "Jons");
        String first = applied(ana);
        String second = applied(jon);
        // more than one at a time, in another order, one of them twice, and one that does not exist
        given().auth()
                .oauth2(TestTokens.service("notification-service", "recipients:read")
                        .token())
                .contentType(ContentType.JSON)
                .body(Map.of("applicationIds", List.of(second, UUID.randomUUID().toString(), first, second)))
                .post("/api/v1/internal/recipients")
                .then()
                .statusCode(200)
                .body(
                        "recipients.findAll { it.applicationId == '" + first + "' }.address.unique()",
                        equalTo(List.of(ana.get("email"))))
                .body(
                        "recipients.findAll { it.applicationId == '" + second + "' }.address.unique()",
                        equalTo(List.of(jon.get("email"))))
                .body("recipients.applicationId.unique().size()", equalTo(2));
        assertThat(linkToken(first)).isNotEqualTo(linkToken(second));
        ByLink.application(linkToken(second)).body("familyName", equalTo("Jons"));
    }

    @Test
    void people_are_still_written_to_and_see_their_page_after_the_end() {
        String id = Registrations.admitted(application(call));
        workshopIs("2016-10-05T08:00:00Z", "2016-10-07T15:00:00Z", "Europe/Berlin");
        recipients(id)
                .statusCode(200)
                .body("recipients[0].address", startsWith("person-"))
                .body("recipients[0].workshop.endsAt", equalTo("2016-10-07T15:00:00Z"));
        ByLink.application(linkToken(id))
                .statusCode(200)
                .body("nextStep", equalTo("The workshop is over. There is nothing you need to do."));
    }

    @Test
    void whoever_still_waits_when_the_time_for_it_has_passed_is_told_so() {
        String undecided = applied(application(call));
        String waiting = applied(application(call));
        decide(waiting, "WAITLIST").statusCode(200);
        ownApplication(waiting)
                .body(
                        "nextStep",
                        equalTo(
                                "You are on the waiting list. The organisers do not offer places from it at the moment. You will get a mail if a place is held for you; you need not do anything."))
                .body("nextStepAt", nullValue())
                .body("waitingList", equalTo("SUSPENDED"))
                .body("over", equalTo(false));
        // within 48 hours
        workshopIs("2016-10-11T08:00:00Z", "2016-10-12T15:00:00Z", "Europe/Berlin");
        ownApplication(waiting)
                .body(
                        "nextStep",
                        equalTo(
                                "The workshop is too near: the waiting list offers no places any more. There is nothing you need to do."))
                .body("nextStepAt", nullValue())
                .body("waitingList", equalTo("ENDED"))
                .body("offeredBefore", equalTo(false));
        given().header("Application-Link", linkToken(waiting))
                .get("/api/v1/self-service/waiting-list")
                .then()
                .statusCode(200)
                .body("closed", equalTo(true));
        workshopIs("2016-10-05T08:00:00Z", "2016-10-07T15:00:00Z", "Europe/Berlin");
        ownApplication(waiting)
                .body("nextStep", equalTo("The workshop is over. There is nothing you need to do."))
                .body("nextStepAt", nullValue())
                .body("over", equalTo(true));
        ownApplication(undecided)
                .body(
                        "nextStep",
                        equalTo(
                                "The workshop is over, and nothing was decided about your application. There is nothing you need to do."));
    }

    private static ValidatableResponse ownApplication(String id) {
        return ByLink.application(linkToken(id)).statusCode(200);
    }

    /** Portugal, Germany and Romania have three times, and the clocks go back while a workshop is prepared. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Lisbon, 2016-10-28T08:00:00Z, 20161028T090000, 2016-10-30T12:00:00Z, 20161030T120000",
        "Europe/Berlin, 2016-10-28T08:00:00Z, 20161028T100000, 2016-10-30T12:00:00Z, 20161030T130000",
        "Europe/Bucharest, 2016-10-28T08:00:00Z, 20161028T110000, 2016-10-30T12:00:00Z, 20161030T140000"
    })
    void the_calendar_entry_is_right_in_the_time_of_every_host(
            String zone, String starts, String localStart, String ends, String localEnd) {
        String id = Registrations.admitted(application(call));
        workshopIs(starts, ends, zone);
        String entry = given().header("Application-Link", linkToken(id))
                .get("/api/v1/self-service/calendar")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(entry)
                .contains(
                        "DTSTART;TZID=" + zone + ":" + localStart,
                        "DTEND;TZID=" + zone + ":" + localEnd,
                        "BEGIN:VTIMEZONE",
                        "TZID:" + zone);
        ByLink.application(linkToken(id))
                .body("zone", equalTo(zone))
                .body("workshopStartsAt", equalTo(starts))
                .body("workshopStartsAt", not(equalTo(ends)));
    }

    private void workshopIs(String starts, String ends, String zone) {
        registrations.workshopIs(call, Instant.parse(starts), Instant.parse(ends), ZoneId.of(zone));
    }
}
