package eu.urbact.infocus.registration.delegation;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.seat.BucketCode;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Where the call leaves delegations to the cities, whoever accepts has a seat at once. */
@QuarkusTest
@WithEmbeddedServers
class AdmittedAtOnceTest extends DelegationSteps {

    @Test
    void a_call_that_leaves_delegations_to_the_cities_admits_at_once_while_a_seat_is_free() {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "CITY:bilbao", 2), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        String first = invited("porto", address());
        String second = invited("porto", address());
        own(linkToken(first)).body("placeKept", equalTo(false)).body("placeAtOnce", equalTo(true));

        accept(linkToken(first), acceptance()).statusCode(200);
        String admitted = applicationOf(first);
        state(admitted, "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
        assertThat(facts(admitted)).containsExactly("application-submitted.v1", "application-admitted.v1");
        assertThat(told(admitted, "application-admitted.v1")).contains("\"byCity\": true");
        organiser()
                .get("/api/v1/admin/applications/" + admitted)
                .then()
                .body("history[0].details.before", equalTo("SUBMITTED"))
                .body("history[0].details.after", equalTo("ADMITTED"))
                .body("history[0].details.bucket", equalTo(PORTO));
        organiser()
                .get("/api/v1/admin/audit-entries?objectType=invitation&objectId=" + first)
                .then()
                .body("items[0].action", equalTo("invitation-accepted"))
                .body("items[0].details.before", equalTo("INVITED"))
                .body("items[0].details.after", equalTo("ACCEPTED"))
                .body("items[0].details.seatKept", equalTo(false));
        Registrations.history(admitted).body("items.action", hasItem("invitation-accepted"));
        // one mail is enough: whoever is written to about the admission is not told before that there is no place yet
        assertThat(told(admitted, "application-submitted.v1")).contains("\"admissionFollows\": true");

        // the organisers have given the last seat to somebody else of the city: they decide about the second, too
        String refused = applied(application(call));
        decide(refused, "ADMIT")
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:bucket-full"))
                .body(
                        "detail",
                        equalTo(
                                "No other seat is free, and those of the person's city are promised: 1 is free, 1 is promised to"
                                        + " people who can still answer an invitation of the city, and 0 to people who have accepted one and"
                                        + " wait for a decision. Choose the city's seats to take one of them all the same."));
        decide(refused, "*", Map.of("decision", "ADMIT", "bucket", PORTO)).statusCode(200);
        accept(linkToken(second), acceptance()).statusCode(200);
        state(applicationOf(second), "SUBMITTED");
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(rowsHeld()).isEqualTo(2);
        // whoever applies without an invitation waits for a decision
        String other = applied(application(call));
        state(other, "SUBMITTED");
    }

    @Test
    void who_gets_a_seat_at_once_while_the_citys_seats_are_resized_waits_for_it_and_holds_up_nobody() throws Exception {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of(PORTO, 1, "CITY:bilbao", 2), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        String id = invited("porto", address());
        String token = linkToken(id);
        RowLocks.answerAfter(
                        dataSource,
                        () -> {
                            assertThat(seats.resize(UUID.fromString(call), 4, BucketCode.city("porto"), 2)
                                            .isDone())
                                    .isTrue();
                        },
                        () -> accept(token, acceptance()))
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        state(applicationOf(id), "ADMITTED");
        assertThat(held(call, PORTO)).isEqualTo(1);
        Registrations.seats(call).body("buckets.find { it.code == 'CITY:porto' }.limit", equalTo(2));
    }

    @Test
    void who_has_applied_before_gets_the_citys_place_at_once_too_and_waits_for_a_decision_without_one() {
        Map<String, Object> draft =
                Registrations.call(registrations.announcedWorkshop(), Map.of("CITY:porto", 2, "CITY:bilbao", 2), 4);
        draft.put("skipModerationForDelegations", true);
        open(draft);
        for (String decision : new String[] {null, "WAITLIST"}) {
            Map<String, Object> applicant = application(call);
            String known = applied(applicant);
            if (decision != null) {
                decide(known, decision).statusCode(200);
            }
            String id = invited("porto", (String) applicant.get("email"));
            accept(linkToken(id), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
            state(known, "ADMITTED");
            assertThat(applicationOf(id)).isEqualTo(known);
            assertThat(facts(known)).endsWith("application-admitted.v1").doesNotContain("application-repeated.v1");
        }
        assertThat(held(call, PORTO)).isEqualTo(2);
        assertThat(rowsHeld()).isEqualTo(2);

        // the organisers have given Bilbao's seats to others in the meantime
        Map<String, Object> applicant = application(call);
        applicant.put("cityId", "bilbao");
        String late = applied(applicant);
        String other = invited("bilbao", (String) applicant.get("email"));
        for (int i = 0; i < 2; i++) {
            Map<String, Object> seated = application(call);
            seated.put("cityId", "bilbao");
            decide(applied(seated), "*", Map.of("decision", "ADMIT", "bucket", "CITY:bilbao"))
                    .statusCode(200);
        }
        accept(linkToken(other), acceptance()).statusCode(200).body("state", equalTo("ACCEPTED"));
        state(late, "SUBMITTED");
        list("bilbao").body("items.find { it.id == '" + other + "' }.applicationId", equalTo(late));
        assertThat(held(call, "CITY:bilbao")).isEqualTo(2);
        assertThat(facts(late)).endsWith("application-repeated.v1").doesNotContain("application-admitted.v1");
    }
}
