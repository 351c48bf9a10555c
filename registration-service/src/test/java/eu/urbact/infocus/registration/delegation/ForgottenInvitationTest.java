package eu.urbact.infocus.registration.delegation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** What is known of the invited goes when they ask for it, or some time after the invitation has ended. */
@QuarkusTest
@WithEmbeddedServers
class ForgottenInvitationTest extends DelegationSteps {

    @Inject
    ForgetInvited forgetInvited;

    @Test
    void every_link_that_opens_nothing_gets_the_same_answer() {
        String id = invited("porto", address());
        String token = linkToken(id);
        String another = linkToken(applied(application(call)));
        String answer = own("nonsense").statusCode(404).extract().asString();
        String answerToAccepting =
                accept("nonsense", acceptance()).statusCode(404).extract().asString();
        revoke("porto", id).statusCode(204);
        for (String bad :
                List.of(token, another, "", "a b", (token.charAt(5) == 'A' ? "B" : "A") + token.substring(1))) {
            assertThat(own(bad).statusCode(404).extract().asString()).as(bad).isEqualTo(answer);
            assertThat(accept(bad, acceptance()).statusCode(404).extract().asString())
                    .as(bad)
                    .isEqualTo(answerToAccepting);
            decline(bad).statusCode(404);
        }
        ByLink.application(token).statusCode(404);
    }

    @Test
    void an_invited_person_who_does_not_want_to_be_known_is_forgotten_at_once() {
        String first = Registrations.admitted(application(call));
        String email = address();
        String id = substitute("porto", "applications", first, email)
                .statusCode(201)
                .extract()
                .path("id");
        String token = linkToken(id);
        forget("nonsense").statusCode(404);
        forget(token).statusCode(204);

        assertThat(held(call, PORTO)).isZero();
        list("porto")
                .body("items[0].state", equalTo("DECLINED"))
                .body("items[0].forgotten", equalTo(true))
                .body("items[0].email", nullValue())
                .body("items[0].givenName", nullValue());
        assertThat(rowOf(id)).doesNotContain(email);
        assertThat(facts(id)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        own(token).statusCode(404);
        forget(token).statusCode(404);
        // no mail finds them any more, and the city may ask again
        Registrations.recipients(id).statusCode(200).body("recipients", hasSize(0));
        invited("porto", email);
    }

    @Test
    void a_late_repetition_of_the_citys_request_does_not_invite_whoever_was_forgotten() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> nomination = nomination("porto", address());
        String id = invite("porto", key, nomination).statusCode(201).extract().path("id");
        forget(linkToken(id)).statusCode(204);

        for (int time = 0; time < 2; time++) {
            invite("porto", key, nomination)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:request-erased"));
        }

        list("porto").body("items.id", equalTo(List.of(id))).body("items[0].email", nullValue());
        assertThat(facts(id)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        // nor does it with another name in it
        invite("porto", key, nomination("porto", address())).statusCode(409);
        balance("porto", 3, 0, 0, 0, 3);
    }

    @Test
    void a_late_repetition_of_a_substitution_does_not_invite_whoever_was_forgotten() {
        String first = invited("porto", address());
        String key = UUID.randomUUID().toString();
        String path = path("/invitations/" + first + "/substitutions");
        Map<String, Object> instead = Map.of("email", address());
        String second =
                posted("porto", key, path, instead).statusCode(201).extract().path("id");
        forget(linkToken(second)).statusCode(204);
        posted("porto", key, path, instead).statusCode(409).body("type", equalTo("urn:infocus:problem:request-erased"));
        list("porto").body("items", hasSize(2));
    }

    @Test
    void who_is_forgotten_in_the_moment_of_an_answer_gets_the_answer_of_a_dead_link() throws Exception {
        String id = invited("porto", address());
        String token = linkToken(id);
        RowLocks.answerAfter(dataSource, () -> forgetInvited.forget(UUID.fromString(id)), () -> decline(token))
                .statusCode(404)
                .body("type", equalTo("urn:infocus:problem:not-found"));
        list("porto").body("items[0].state", equalTo("DECLINED")).body("items[0].forgotten", equalTo(true));
    }

    @Test
    void whoever_takes_their_data_along_or_has_them_erased_finds_the_invitation_among_them() {
        String email = address();
        String id = invited("porto", email);
        accept(linkToken(id), acceptance()).statusCode(200);
        String application = applicationOf(id);
        String token = linkToken(application);
        ByLink.ownData(token)
                .statusCode(200)
                .body("sections.delegation.invitations[0].email", equalTo(email))
                .body("sections.delegation.invitations[0].cityId", equalTo("porto"))
                .body("sections.delegation.invitations[0].message", equalTo("Please come."));
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        assertThat(rowOf(id)).doesNotContain(email, "Inês", "Please come");
        assertThat(facts(id)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        list("porto").body("items[0].forgotten", equalTo(true)).body("items[0].state", equalTo("ACCEPTED"));
    }

    @Test
    void whoever_has_themselves_erased_is_not_asked_to_come_any_more() {
        Map<String, Object> applicant = application(call);
        String email = (String) applicant.get("email");
        String token = linkToken(applied(applicant));
        String porto = invited("porto", email);
        String bilbao = invited("bilbao", email.toUpperCase(java.util.Locale.ROOT));
        String other = invited("porto", address());
        // and one that keeps a seat
        String first = Registrations.admitted(application(call));
        revoke("porto", porto).statusCode(204);
        String kept = substitute("porto", "applications", first, email)
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(held(call, PORTO)).isEqualTo(1);
        String invitationToken = linkToken(bilbao);
        ByLink.ownData(token).statusCode(200).body("sections.delegation.invitations", hasSize(3));

        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        for (String id : List.of(porto, bilbao, kept)) {
            assertThat(rowOf(id).toLowerCase(java.util.Locale.ROOT)).doesNotContain(email, "inês", "please come");
            assertThat(facts(id)).endsWith("invitation-forgotten.v1");
        }
        list("bilbao").body("items[0].state", equalTo("DECLINED")).body("items[0].forgotten", equalTo(true));
        list("porto")
                .body("items.find { it.id == '" + kept + "' }.state", equalTo("DECLINED"))
                .body("items.find { it.id == '" + other + "' }.state", equalTo("INVITED"))
                .body("items.find { it.id == '" + other + "' }.forgotten", equalTo(false));
        assertThat(held(call, PORTO)).isZero();
        shift(bilbao, "remind_at");
        remindInvited.remindDue();
        assertThat(facts(bilbao)).containsExactly("invitation-sent.v1", "invitation-forgotten.v1");
        own(invitationToken).statusCode(404);
    }

    @Test
    void who_has_not_applied_is_forgotten_some_time_after_the_invitation_has_ended() {
        String declined = invited("porto", address());
        decline(linkToken(declined)).statusCode(200);
        String accepted = invited("porto", address());
        accept(linkToken(accepted), acceptance()).statusCode(200);
        String open = invited("porto", address());
        for (String id : List.of(declined, accepted, open)) {
            QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                            "update invitation set closed_at = closed_at - interval '29 days 23 hours' where id = :id")
                    .setParameter("id", UUID.fromString(id))
                    .executeUpdate());
        }
        forgetInvited.forgetDue();
        list("porto").body("items.forgotten", equalTo(List.of(false, false, false)));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update invitation set closed_at = closed_at - interval '1 hour' where call_id = :call")
                .setParameter("call", UUID.fromString(call))
                .executeUpdate());
        assertThat(forgetInvited.forgetDue()).isPositive();
        assertThat(facts(declined)).contains("invitation-forgotten.v1");
        assertThat(facts(accepted)).doesNotContain("invitation-forgotten.v1");

        list("porto").body("items.forgotten", equalTo(List.of(true, false, false)));
        balance("porto", 3, 0, 1, 1, 1);
    }

    private static ValidatableResponse forget(String token) {
        return given().header("Invitation-Link", token)
                .delete("/api/v1/invitation")
                .then();
    }

    private String rowOf(String id) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(to_jsonb(i) as text) from invitation i where id = :id", String.class)
                .setParameter("id", UUID.fromString(id))
                .getSingleResult());
    }
}
