package eu.urbact.infocus.registration.application;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;

import static eu.urbact.infocus.registration.Registrations.admitted;
import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.history;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.recipients;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Organisers put right the address of somebody whom no mail reaches. */
@QuarkusTest
@WithEmbeddedServers
class AddressTest {

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    private String call;
    private String wrong;
    private String right;
    private String id;

    @BeforeEach
    void apply() {
        call = registrations.openCall();
        wrong = "wrong-" + UUID.randomUUID() + "@example.org";
        right = "Right-" + UUID.randomUUID() + "@example.org";
        id = admitted(with(wrong));
    }

    private Map<String, Object> with(String email) {
        Map<String, Object> application = application(call);
        application.put("email", email);
        return application;
    }

    @Test
    void the_new_address_gets_a_link_and_what_went_to_the_old_one_opens_nothing() {
        String old = linkToken(id);
        String ticket = recipients(id).extract().path("recipients[0].ticket");

        correct(id, etag(id), right).statusCode(204).header("ETag", notNullValue());

        recipients(id).body("recipients[0].address", equalTo(right));
        assertThat(recipients(id).extract().<String>path("recipients[0].ticket"))
                .isNotEqualTo(ticket);
        ByLink.application(old).statusCode(404);
        ByLink.application(linkToken(id)).statusCode(200).body("email", equalTo(right));
        ByLink.ownData(linkToken(id)).body("sections.application.email", equalTo(right));
        organiser().get("/api/v1/admin/applications/" + id).then().body("state", equalTo("ADMITTED"));
        assertThat(data(id, "application-link-renewed.v1"))
                .singleElement()
                .asString()
                .contains("\"addressCorrected\": true")
                .doesNotContain("@");
    }

    @Test
    void the_trail_says_who_did_it_and_names_no_address() {
        correct(id, "*", right).statusCode(204);

        String trail = history(id)
                .body("items[0].action", equalTo("application-address-corrected"))
                .extract()
                .asString();

        assertThat(trail).doesNotContain(wrong, right, "@example.org");
    }

    @Test
    void the_same_address_again_changes_nothing_and_tells_nobody() {
        String link = linkToken(id);

        correct(id, "*", wrong).statusCode(204);

        assertThat(linkToken(id)).isEqualTo(link);
        assertThat(data(id, "application-link-renewed.v1")).isEmpty();
    }

    @Test
    void an_address_with_a_live_application_to_the_call_is_refused() {
        applied(with(right));
        String link = linkToken(id);

        correct(id, "*", right.toLowerCase(Locale.ROOT))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:address-taken"));

        assertThat(linkToken(id)).isEqualTo(link);
        recipients(id).body("recipients[0].address", equalTo(wrong));
    }

    @Test
    void an_address_that_somebody_takes_at_the_same_moment_is_refused() throws Exception {
        String other = applied(with("other-" + UUID.randomUUID() + "@example.org"));

        RowLocks.answerAfter(
                        dataSource,
                        () -> database.createNativeQuery("update application set email_key = :key where id = :other")
                                .setParameter("key", right.toLowerCase(Locale.ROOT))
                                .setParameter("other", UUID.fromString(other))
                                .executeUpdate(),
                        () -> correct(id, "*", right))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:address-taken"));

        recipients(id).body("recipients[0].address", equalTo(wrong));
    }

    @Test
    void an_address_whose_application_has_ended_is_taken() {
        ByLink.withdraw(linkToken(applied(with(right)))).statusCode(200);

        correct(id, "*", right).statusCode(204);

        recipients(id).body("recipients[0].address", equalTo(right));
    }

    @Test
    void what_the_person_withdrew_before_follows_and_is_erased_with_the_rest() {
        String first = applied(with("again-" + wrong));
        ByLink.withdraw(linkToken(first)).statusCode(200);
        String again = applied(with("again-" + wrong));
        String linkOfFirst = linkToken(first);

        correct(first, "*", right).statusCode(409).body("type", equalTo("urn:infocus:problem:not-editable"));
        correct(again, "*", right).statusCode(204);

        recipients(first).body("recipients[0].address", equalTo(right));
        ByLink.application(linkOfFirst).statusCode(404);
        assertThat(data(first, "application-link-renewed.v1")).isEmpty();
        given().header("Application-Link", linkToken(again))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        assertThat(addresses(first, again)).containsOnly("");
    }

    @Test
    void whoever_was_forgotten_is_written_to_nowhere() {
        given().header("Application-Link", linkToken(id))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);

        correct(id, "*", right).statusCode(409).body("type", equalTo("urn:infocus:problem:person-erased"));

        assertThat(addresses(id)).containsOnly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "ana@localhost", "é@example.org"})
    void what_is_no_address_is_refused(String email) {
        correct(id, "*", email).statusCode(422).body("errors[0].field", equalTo("email"));
    }

    @Test
    void only_organisers_who_have_seen_it_as_it_is() {
        String seen = etag(id);
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("email", right))
                .put(path(id))
                .then()
                .statusCode(428);
        correct(given(), id, "*", right).statusCode(401);
        correct(city("porto"), id, "*", right).statusCode(403);
        correct(
                        given().auth()
                                .oauth2(TestTokens.service("notification-service", "recipients:read")
                                        .token()),
                        id,
                        "*",
                        right)
                .statusCode(403);
        correct(UUID.randomUUID().toString(), "*", right).statusCode(404);

        correct(id, seen, right).statusCode(204);
        // a second click
        correct(id, seen, right).statusCode(412).body("yourself", equalTo(true)).body("at", notNullValue());
        assertThat(data(id, "application-link-renewed.v1")).hasSize(1);
    }

    private static String path(String application) {
        return "/api/v1/admin/applications/" + application + "/address";
    }

    private static ValidatableResponse correct(String application, String ifMatch, String email) {
        return correct(organiser(), application, ifMatch, email);
    }

    private static ValidatableResponse correct(
            RequestSpecification who, String application, String ifMatch, String email) {
        return who.header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .put(path(application))
                .then();
    }

    private static String etag(String application) {
        return organiser()
                .get("/api/v1/admin/applications/" + application)
                .then()
                .extract()
                .header("ETag");
    }

    private List<?> data(String application, String type) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select cast(cast(convert_from(payload, 'UTF8') as jsonb) as text) from outbox_event"
                                + " where message_key = :id and type like :type")
                .setParameter("id", application)
                .setParameter("type", "%" + type)
                .getResultList());
    }

    private List<String> addresses(String... applications) {
        return QuarkusTransaction.requiringNew().call(() -> database.createQuery(
                        "select email from Application where id in :ids", String.class)
                .setParameter(
                        "ids", Stream.of(applications).map(UUID::fromString).toList())
                .getResultList());
    }
}
