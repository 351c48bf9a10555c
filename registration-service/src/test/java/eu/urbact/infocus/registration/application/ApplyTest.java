package eu.urbact.infocus.registration.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithEmbeddedServers
class ApplyTest {

    private static final String TOPIC = "infocus.registration.v1";

    @Inject
    Registrations registrations;

    @Inject
    Applications applications;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void an_application_is_received_and_told_without_a_word_about_the_person() {
        Map<String, Object> application = application(call);
        String id = apply(application)
                .statusCode(201)
                .header("Location", notNullValue())
                .body("state", equalTo("RECEIVED"))
                .extract()
                .path("id");
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v0\"")
                .body("state", equalTo("SUBMITTED"))
                .body("familyName", equalTo("Quellenfinder"))
                .body("motivation", equalTo("I bring a question.\nAnd a case."))
                .body("history.action", equalTo(List.of("application-submitted")));
        await().untilAsserted(
                        () -> assertThat(Topics.read(TOPIC, id)).singleElement().satisfies(record -> {
                            assertThat(record.type())
                                    .isEqualTo("eu.urbact.infocus.registration.application-submitted.v1");
                            Contracts.ofThisService().assertValid(record.type(), record.value());
                            assertThat(record.value() + record.headers())
                                    .doesNotContain("Zde", "Quellenfinder", "example.org", "Cluster of the Test");
                        }));
    }

    @Test
    void a_live_person_gets_the_same_answer_and_no_second_application() {
        Map<String, Object> application = application(call);
        Response first = apply(application).statusCode(201).extract().response();
        String id = first.path("id");
        application.put("email", application.get("email").toString().toUpperCase(java.util.Locale.ROOT));
        Response again = apply(application).statusCode(201).extract().response();
        assertThat(again.<Map<String, Object>>path("$").keySet()).containsExactly("id", "receivedAt", "state");
        assertThat(again.<String>path("id")).isNotEqualTo(id);
        assertThat(again.headers())
                .extracting(Header::getName)
                .containsExactlyElementsOf(
                        first.headers().asList().stream().map(Header::getName).toList());
        assertThat(again.header("Location")).isEqualTo(first.header("Location").replace(id, again.path("id")));
        assertThat(countInCall()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(Topics.read(TOPIC, id))
                .extracting(Topics.Delivered::type)
                .containsExactly(
                        "eu.urbact.infocus.registration.application-submitted.v1",
                        "eu.urbact.infocus.registration.application-repeated.v1"));
    }

    @Test
    void nobodys_mailbox_is_filled_by_applying_in_their_name() {
        Map<String, Object> application = application(call);
        String id = applied(application);
        for (int i = 0; i < 10; i++) {
            apply(application).statusCode(201);
        }
        assertThat(registrations.told(id)).containsExactly("application-submitted", "application-repeated");
    }

    @Test
    void who_applies_with_a_known_address_waits_for_nobody_who_changes_that_application() {
        Map<String, Object> application = application(call);
        String id = applied(application);
        QuarkusTransaction.requiringNew().run(() -> {
            applications.toChange(UUID.fromString(id));
            apply(application).statusCode(201);
        });
        assertThat(registrations.told(id)).containsExactly("application-submitted");
        // only the next time it is told
        apply(application).statusCode(201);
        assertThat(registrations.told(id)).containsExactly("application-submitted", "application-repeated");
    }

    @Test
    void a_person_who_has_withdrawn_may_apply_again() {
        Map<String, Object> application = application(call);
        String first = applied(application);
        ByLink.withdraw(linkToken(first)).statusCode(200);
        String second = applied(application);
        organiser()
                .get("/api/v1/admin/applications/" + second)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
    }

    @Test
    void the_same_person_from_many_browsers_at_once_has_one_application() {
        Map<String, Object> application = application(call);
        IntStream.range(0, 16).parallel().forEach(i -> apply(application).statusCode(201));
        assertThat(countInCall()).isEqualTo(1);
    }

    @Test
    void one_key_makes_one_application_and_another_body_is_refused() {
        Map<String, Object> application = application(call);
        String key = UUID.randomUUID().toString();
        String first = applyWithKey(key, application, 201).path("id");
        String second = applyWithKey(key, application, 201).path("id");
        assertThat(second).isEqualTo(first);
        application.put("motivation", "Something else");
        assertThat(applyWithKey(key, application, 422).<String>path("type"))
                .isEqualTo("urn:infocus:problem:idempotency-key-reused");
        assertThat(countInCall()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "givenName | ''",
                "givenName | =cmd()",
                "familyName | <script>alert(1)</script>",
                "familyName | NAME_OF_101",
                "email | nobody",
                "email | a@b",
                "email | ü@bücher.example",
                "email | a@b_c.de",
                "email | a..b@example.org",
                "email | '\u202ea@b.de'",
                "email | 'a\ud800@b.de'",
                "organisation | '\u200b\u200b'",
                "email | 'a@b.org\r\nBcc: c@d.org'",
                "organisation | +1",
                "position | -2",
                "cityId | atlantis",
                "cityId | PORTO",
                "country | XX",
                "country | ''",
                "motivation | ''",
                "motivation | TEXT_OF_2001",
                "language | tlh"
            })
    void a_bad_value_is_named(String field, String value) {
        Map<String, Object> application = application(call);
        application.put(field, value.replace("NAME_OF_101", "a".repeat(101)).replace("TEXT_OF_2001", "a".repeat(2001)));
        apply(application)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:invalid"))
                .body("errors.field", hasItem(field));
        assertThat(countInCall()).isZero();
    }

    @Test
    void an_address_may_come_with_what_surrounds_it_where_it_was_pasted_from() {
        Map<String, Object> application = application(call);
        String address = (String) application.get("email");
        application.put("email", "\u00A0 " + address + "\u202F\t\n");
        application.put("givenName", "Marcel·lí");
        String id = applied(application);
        organiser().get("/api/v1/admin/applications/" + id).then().body("email", equalTo(address));
        application.put("email", "ana@\u00A0example.org");
        apply(application).statusCode(422).body("errors.field", hasItem("email"));
    }

    @Test
    void control_characters_are_refused_everywhere() {
        for (String field : List.of("givenName", "familyName", "organisation", "position", "motivation", "email")) {
            Map<String, Object> application = application(call);
            application.put(field, "a\u0000b\u001b@example.org");
            apply(application).statusCode(422).body("errors.field", hasItem(field));
        }
    }

    @Test
    void nothing_may_be_missing_that_is_needed() {
        apply(Map.of())
                .statusCode(422)
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "callId",
                                "country",
                                "email",
                                "familyName",
                                "givenName",
                                "motivation",
                                "organisation",
                                "privacyAccepted",
                                "profile")));
    }

    @Test
    void what_is_not_the_persons_to_say_is_an_unknown_field() {
        for (String field : List.of("state", "bucket", "id", "linkVersion")) {
            Map<String, Object> application = application(call);
            application.put(field, "ADMITTED");
            apply(application)
                    .statusCode(400)
                    .body("type", equalTo("urn:infocus:problem:malformed"))
                    .body("errors.field", hasItem(field));
        }
    }

    @Test
    void a_value_outside_the_list_is_malformed_and_named() {
        Map<String, Object> application = application(call);
        application.put("profile", "KING");
        apply(application).statusCode(400).body("errors.field", hasItem("profile"));
    }

    @Test
    void a_number_is_no_profile() {
        Map<String, Object> application = application(call);
        application.put("profile", 0);
        apply(application).statusCode(400).body("errors.field", hasItem("profile"));
    }

    @Test
    void without_consent_there_is_no_application() {
        Map<String, Object> application = application(call);
        application.put("privacyAccepted", false);
        apply(application).statusCode(422).body("errors.field", hasItem("privacyAccepted"));
    }

    @Test
    void a_call_that_does_not_exist_is_named() {
        Map<String, Object> application = application(UUID.randomUUID().toString());
        apply(application).statusCode(422).body("errors.field", hasItem("callId"));
    }

    @Test
    void a_closed_call_takes_nobody() {
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
        apply(application(call))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:call-not-open"));
    }

    @Test
    void a_call_before_its_opening_time_takes_nobody() {
        Map<String, Object> later =
                Registrations.call(registrations.announcedWorkshop(), Map.of("OPEN", 1, "CITY:porto", 1), 2);
        later.put("opensAt", "2016-10-11T09:00:00+02:00");
        String id = Registrations.draft(later).statusCode(201).extract().path("id");
        apply(application(id)).statusCode(422).body("errors.field", hasItem("callId"));
        Registrations.open(id);
        apply(application(id)).statusCode(409).body("type", equalTo("urn:infocus:problem:call-not-open"));
    }

    private int countInCall() {
        return organiser()
                .get("/api/v1/admin/applications?call=" + call)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private static Response applyWithKey(String key, Map<String, Object> application, int status) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(application)
                .post("/api/v1/applications")
                .then()
                .statusCode(status)
                .extract()
                .response();
    }
}
