package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static eu.urbact.infocus.registration.Registrations.vote;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Organisers enter for somebody that they cannot come, and take a withdrawal back that was a mistake. */
@QuarkusTest
@WithEmbeddedServers
class EnteredWithdrawalTest {

    @Inject
    Registrations registrations;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void who_calls_that_they_cannot_come_has_withdrawn_and_is_told_who_has_entered_it() {
        String id = applied(application(call));
        decide(id, "*", Map.of("decision", "ADMIT", "note", "Welcome.")).statusCode(200);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        withdraw(id, "\"v1\"", Map.of("note", " Get well soon. "))
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("state", equalTo("WITHDRAWN"))
                .body("note", equalTo("Get well soon."))
                .body("history[0].action", equalTo("application-withdrawn"))
                .body("history[0].actor", startsWith("user:"))
                .body("history[0].details.before", equalTo("ADMITTED"));
        assertThat(held(call, "CITY:porto")).isZero();
        ByLink.application(linkToken(id))
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnByOrganisers", equalTo(true))
                .body("decisionNote", equalTo("Get well soon."))
                .body(
                        "nextStep",
                        equalTo(
                                "The organisers have entered that you cannot come. If you can come after all, tell them: reply to one of our mails. You may apply again while the call is open."));
        ByLink.ownData(linkToken(id)).body("sections.application.withdrawnByOrganisers", equalTo(true));
        recipients(id)
                .body("recipients[0].state", equalTo("WITHDRAWN"))
                .body("recipients[0].decisionNote", equalTo("Get well soon."));
        assertThat(told(id, "application-withdrawn"))
                .contains("\"byOrganisers\":true")
                .doesNotContain("byCity");
    }

    @Test
    void whoever_withdraws_themselves_is_told_nothing_of_organisers() {
        String id = Registrations.admitted(application(call));
        ByLink.withdraw(linkToken(id))
                .statusCode(200)
                .body("withdrawnByOrganisers", equalTo(false))
                .body(
                        "nextStep",
                        equalTo(
                                "You have withdrawn. If that was a mistake, tell the organisers: reply to one of our mails. You may apply again while the call is open."));
        assertThat(told(id, "application-withdrawn")).doesNotContain("byOrganisers");
    }

    @Test
    void nothing_need_be_said_with_it_and_what_was_said_with_the_decision_goes() {
        String id = applied(application(call));
        decide(id, "*", Map.of("decision", "WAITLIST", "note", "Soon.")).statusCode(200);
        withdraw(id, "*", Map.of())
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("note", nullValue());
        String other = applied(application(call));
        for (String note : List.of("  ", "x".repeat(1_001))) {
            withdraw(other, "*", Map.of("note", note)).statusCode(422).body("errors[0].field", equalTo("note"));
        }
        detail(other).body("state", equalTo("SUBMITTED"));
    }

    @Test
    void it_is_for_organisers_who_have_seen_the_application_as_it_is() {
        String id = Registrations.admitted(application(call));
        for (String method : List.of("POST", "DELETE")) {
            said(given())
                    .header("If-Match", "*")
                    .request(method, path(id))
                    .then()
                    .statusCode(401);
            for (RequestSpecification who : List.of(
                    city("porto"),
                    given().auth().oauth2(TestTokens.desk().token()),
                    given().auth().oauth2(TestTokens.auditor().token()))) {
                said(who)
                        .header("If-Match", "*")
                        .request(method, path(id))
                        .then()
                        .statusCode(403);
            }
            said(organiser()).request(method, path(id)).then().statusCode(428);
            said(organiser())
                    .header("If-Match", "\"v0\"")
                    .request(method, path(id))
                    .then()
                    .statusCode(412)
                    .body("yourself", equalTo(true));
            said(organiser())
                    .header("If-Match", "*")
                    .request(method, path(UUID.randomUUID().toString()))
                    .then()
                    .statusCode(404);
        }
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
    }

    @Test
    void what_has_ended_is_not_withdrawn_and_nobody_is_who_has_come_or_was_forgotten() {
        String declined = applied(application(call));
        decide(declined, "DECLINE").statusCode(200);
        refusedToWithdraw(declined, "not-withdrawable", "The application has been declined.");
        String withdrawn = applied(application(call));
        ByLink.withdraw(linkToken(withdrawn)).statusCode(200);
        refusedToWithdraw(withdrawn, "not-withdrawable", "The application has been withdrawn.");

        String came = Registrations.admitted(application(call));
        String had = Registrations.admitted(application(call));
        registrations.workshopIs(
                call,
                clock.instant().minus(Duration.ofHours(1)),
                clock.instant().plus(Duration.ofHours(20)));
        given().auth()
                .oauth2(TestTokens.desk().token())
                .contentType(ContentType.JSON)
                .body(Map.of("applicationId", came))
                .post("/api/v1/desk/calls/" + call + "/days/"
                        + clock.instant().atZone(ZoneId.of("Europe/Berlin")).toLocalDate() + "/check-ins")
                .then()
                .statusCode(201);
        refusedToWithdraw(came, "not-withdrawable", "The person has been checked in at the workshop.");
        erase(had);
        refusedToWithdraw(had, "person-erased", "Nobody knows any more who it was.");
        assertThat(held(call, "CITY:porto")).isEqualTo(2);
    }

    @Test
    void a_withdrawal_that_was_a_mistake_is_taken_back_and_the_application_waits_as_it_was_sent_in() {
        Map<String, Object> said = application(call);
        said.put("motivation", "I bring a case.");
        String id = applied(said);
        vote(id, "YES").statusCode(204);
        decide(id, "ADMIT").statusCode(200);
        String appliedAt = detail(id).extract().path("appliedAt");
        ByLink.withdraw(linkToken(id)).statusCode(200);
        takeBack(id, "*")
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("appliedAt", equalTo(appliedAt))
                .body("motivation", equalTo("I bring a case."))
                .body("bucket", nullValue())
                .body("decidedAt", nullValue())
                .body("withdrawnAt", nullValue())
                .body("history[0].action", equalTo("application-withdrawal-taken-back"))
                .body("history[0].actor", startsWith("user:"));
        organiser().get("/api/v1/admin/applications/" + id + "/review").then().body("yes", equalTo(1));
        // the seat has gone, and the person has no place by it
        assertThat(held(call, "CITY:porto")).isZero();
        assertThat(recipients(id).extract().<String>path("recipients[0].ticket"))
                .isNull();
        ByLink.application(linkToken(id))
                .body("state", equalTo("SUBMITTED"))
                .body("canEdit", equalTo(true))
                .body("withdrawnByOrganisers", equalTo(false));
        await().untilAsserted(() -> assertThat(Registrations.facts(id))
                .containsExactly(
                        "application-submitted",
                        "application-admitted",
                        "application-withdrawn",
                        "application-submitted"));
        assertThat(told(id, "application-submitted")).contains("\"withdrawalTakenBack\":true");
        Topics.read("infocus.registration.v1", id)
                .forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));

        decide(id, "ADMIT").statusCode(200).body("state", equalTo("ADMITTED"));
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        withdraw(id, "*", Map.of()).statusCode(200);
        takeBack(id, "*").statusCode(200);
        ByLink.application(linkToken(id)).body("withdrawnByOrganisers", equalTo(false));
        assertThat(held(call, "CITY:porto")).isZero();
    }

    @Test
    void it_is_taken_back_after_the_closing_and_never_beside_another_application_of_the_person() {
        Map<String, Object> person = application(call);
        String first = applied(person);
        ByLink.withdraw(linkToken(first)).statusCode(200);
        String again = applied(person);
        refusedToTakeBack(
                first,
                "withdrawal-stands",
                "The person has applied again in the meantime; decide about that application.");
        ByLink.withdraw(linkToken(again)).statusCode(200);
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
        takeBack(again, "*").statusCode(200).body("state", equalTo("SUBMITTED"));
        refusedToTakeBack(
                first,
                "withdrawal-stands",
                "The person has applied again in the meantime; decide about that application.");
        organiser()
                .queryParam("call", call)
                .queryParam("state", "SUBMITTED")
                .get("/api/v1/admin/applications")
                .then()
                .body("items.id", equalTo(List.of(again)));
    }

    @Test
    void nothing_else_is_taken_back() {
        String live = applied(application(call));
        refusedToTakeBack(live, "withdrawal-stands", "The person has not withdrawn.");
        decide(live, "DECLINE").statusCode(200);
        refusedToTakeBack(live, "withdrawal-stands", "The person has not withdrawn.");

        String replaced = Registrations.admitted(application(call));
        city("porto")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "substitute-" + UUID.randomUUID() + "@example.org"))
                .post("/api/v1/partner/calls/" + call + "/applications/" + replaced + "/substitutions")
                .then()
                .statusCode(201);
        refusedToTakeBack(replaced, "withdrawal-stands", "The person's city sends somebody else in their place.");

        String erased = applied(application(call));
        ByLink.withdraw(linkToken(erased)).statusCode(200);
        erase(erased);
        refusedToTakeBack(erased, "person-erased", "Nobody knows any more who it was.");

        String late = applied(application(call));
        ByLink.withdraw(linkToken(late)).statusCode(200);
        registrations.workshopIs(
                call,
                clock.instant().minus(Duration.ofHours(9)),
                clock.instant().minus(Duration.ofHours(1)));
        refusedToTakeBack(late, "withdrawal-stands", "The workshop is over.");
        ByLink.application(linkToken(late))
                .body("nextStep", equalTo("You have withdrawn. There is nothing you need to do."));
    }

    @Test
    void nobody_comes_back_into_a_call_that_was_put_away() {
        String id = applied(application(call));
        ByLink.withdraw(linkToken(id)).statusCode(200);
        for (String step : List.of("closing", "archiving")) {
            organiser()
                    .header("If-Match", "*")
                    .post("/api/v1/admin/calls/" + call + "/" + step)
                    .then()
                    .statusCode(200);
        }
        refusedToTakeBack(
                id, "withdrawal-stands", "The call has been put away, and its workshop may have another one.");
    }

    @Test
    void whose_place_is_taken_away_is_told_so_on_their_page_and_nobody_else_is() {
        String lost = Registrations.admitted(application(call));
        ByLink.application(linkToken(lost)).body("placeTakenBack", equalTo(false));
        decide(lost, "WAITLIST").statusCode(200);
        ByLink.application(linkToken(lost)).body("placeTakenBack", equalTo(true));
        // the place that the second decision took was none any more
        decide(lost, "DECLINE").statusCode(200);
        ByLink.application(linkToken(lost)).body("placeTakenBack", equalTo(false));

        String never = applied(application(call));
        decide(never, "DECLINE").statusCode(200);
        ByLink.application(linkToken(never)).body("placeTakenBack", equalTo(false));
        String declined = Registrations.admitted(application(call));
        decide(declined, "DECLINE").statusCode(200);
        ByLink.application(linkToken(declined)).body("placeTakenBack", equalTo(true));
    }

    private static String path(String id) {
        return "/api/v1/admin/applications/" + id + "/withdrawal";
    }

    private static ValidatableResponse withdraw(String id, String ifMatch, Map<String, Object> said) {
        return organiser()
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(said)
                .post(path(id))
                .then();
    }

    private static RequestSpecification said(RequestSpecification who) {
        return who.contentType(ContentType.JSON).body("{}");
    }

    private static ValidatableResponse takeBack(String id, String ifMatch) {
        return organiser().header("If-Match", ifMatch).delete(path(id)).then();
    }

    private static void refusedToWithdraw(String id, String problem, String why) {
        withdraw(id, "*", Map.of())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:" + problem))
                .body("detail", equalTo(why));
    }

    private static void refusedToTakeBack(String id, String problem, String why) {
        takeBack(id, "*")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:" + problem))
                .body("detail", equalTo(why));
    }

    private static ValidatableResponse detail(String id) {
        return organiser().get("/api/v1/admin/applications/" + id).then().statusCode(200);
    }

    private static void erase(String id) {
        given().header("Application-Link", linkToken(id))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
    }

    /** What was told last about an application with this kind of fact. */
    private String told(String id, String fact) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                        "select convert_from(payload, 'UTF8') from outbox_event where message_key = :id and type like :type"
                                + " order by aggregate_version desc limit 1")
                .setParameter("id", id)
                .setParameter("type", "%." + fact + ".v1")
                .getSingleResult()
                .toString()
                .replace(": ", ":"));
    }
}
