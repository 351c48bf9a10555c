package eu.urbact.infocus.registration.selfservice;

import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.application.AskForLink;
import eu.urbact.infocus.registration.application.EmailAddress;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithEmbeddedServers
class LinkRequestTest {

    @Inject
    Registrations registrations;

    @Inject
    AskForLink askForLink;

    @Inject
    SendLinkAgain sendLinkAgain;

    @Inject
    EntityManager database;

    @Test
    void the_link_is_sent_to_a_known_address_and_the_answer_is_the_same_for_everybody() {
        String call = registrations.openCall();
        String slug = given().get("/api/v1/calls/" + call).then().extract().path("workshopSlug");
        Map<String, Object> application = application(call);
        String id = applied(application);
        String email = ((String) application.get("email")).toUpperCase(java.util.Locale.ROOT);

        String known = answer(ask(slug, email).statusCode(202));
        String unknown =
                answer(ask(slug, "nobody-" + UUID.randomUUID() + "@example.org").statusCode(202));
        String elsewhere = answer(ask("no-such-workshop", email).statusCode(202));

        assertThat(unknown).isEqualTo(known);
        assertThat(elsewhere).isEqualTo(known);
        await().until(() -> told(id) == 1);
        // within ten minutes it is sent once
        askForLink.ask(slug, new EmailAddress(email));
        assertThat(told(id)).isEqualTo(1);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update application set link_asked_at = link_asked_at - interval '10 minutes' where id = :id")
                .setParameter("id", UUID.fromString(id))
                .executeUpdate());
        askForLink.ask(slug, new EmailAddress(email));
        assertThat(told(id)).isEqualTo(2);
    }

    /** Headers and body. */
    private static String answer(ValidatableResponse response) {
        Response answer = response.extract().response();
        return answer.headers() + "\n\n" + answer.asString();
    }

    @Test
    void the_answer_does_not_wait_for_what_is_looked_up() {
        String id = applied(application(registrations.openCall()));
        String email = Registrations.organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .extract()
                .path("email");
        String unknown = ask(null, "nobody-" + UUID.randomUUID() + "@example.org")
                .statusCode(202)
                .extract()
                .asString();

        QuarkusTransaction.requiringNew().run(() -> {
            // whoever finds the application has to wait here: an answer in spite of it was made without looking
            database.createNativeQuery("select 1 from application where id = :id for update")
                    .setParameter("id", UUID.fromString(id))
                    .getSingleResult();
            assertThat(ask(null, email).statusCode(202).extract().asString()).isEqualTo(unknown);
            assertThat(told(id)).isZero();
        });

        await().until(() -> told(id) == 1);
    }

    @Test
    void a_request_that_was_answered_is_dealt_with_also_when_the_process_ends_right_after() {
        Map<String, Object> application = application(registrations.openCall());
        String id = applied(application);
        EmailAddress email = new EmailAddress((String) application.get("email"));
        EmailAddress nobody = new EmailAddress("nobody-" + UUID.randomUUID() + "@example.org");
        // what is there when the answer goes out, and nothing of what comes after it; known and unknown alike
        QuarkusTransaction.requiringNew().run(() -> {
            sendLinkAgain.keep(null, email);
            sendLinkAgain.keep(null, nobody);
            assertThat(keptInThisTransaction(email)).isEqualTo(1);
            assertThat(keptInThisTransaction(nobody)).isEqualTo(1);
        });
        // the next start, or another instance
        sendLinkAgain.sendDue();
        await().until(() -> told(id) == 1 && kept(email) == 0 && kept(nobody) == 0);
        sendLinkAgain.sendDue();
        assertThat(told(id)).isEqualTo(1);
    }

    private long kept(EmailAddress email) {
        return QuarkusTransaction.requiringNew().call(() -> keptInThisTransaction(email));
    }

    private long keptInThisTransaction(EmailAddress email) {
        return ((Number) database.createNativeQuery("select count(*) from link_request where email = :email")
                        .setParameter("email", email.address())
                        .getSingleResult())
                .longValue();
    }

    @Test
    void without_a_workshop_the_link_to_each_application_is_sent() {
        Map<String, Object> application = application(registrations.openCall());
        String first = applied(application);
        application.put("callId", registrations.openCall());
        String second = applied(application);
        ByLink.withdraw(Registrations.linkToken(second)).statusCode(200);
        String third = applied(application);

        ask(null, (String) application.get("email")).statusCode(202);

        await().until(() -> told(first) == 1 && told(third) == 1);
        // the live one, not the one that ended
        assertThat(told(second)).isZero();
    }

    @Test
    void malformed_input_is_told_by_field() {
        ask("frankfurt-2016", "no address").statusCode(422);
        ask("", "somebody@example.org").statusCode(422);
        ask(null, "").statusCode(422);
    }

    private static ValidatableResponse ask(String slug, String email) {
        return given().contentType(ContentType.JSON)
                .body(slug == null ? Map.of("email", email) : Map.of("workshopSlug", slug, "email", email))
                .post("/api/v1/self-service/link-requests")
                .then();
    }

    private long told(String id) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from outbox_event where message_key = :id and type like '%link-requested.v1'")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue());
    }
}
