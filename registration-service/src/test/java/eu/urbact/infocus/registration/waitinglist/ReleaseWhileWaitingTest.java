package eu.urbact.infocus.registration.waitinglist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.RowLocks;

import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.admitted;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.applies;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.awaitOffered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offered;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.offers;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.run;
import static eu.urbact.infocus.registration.waitinglist.WaitingLine.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The people whom organisers have chosen get the seats that the plan has shown for them, though others wait for one. */
@QuarkusTest
@WithEmbeddedServers
class ReleaseWhileWaitingTest extends WaitingSteps {

    @Inject
    ChangeWaitingList changeWaitingList;

    @Inject
    OfferSeats offerSeats;

    @Test
    void whoever_is_put_on_the_waiting_list_by_a_release_is_offered_no_seat_that_it_gives_to_others() {
        String call = openCall(Map.of("OPEN", 4), 4);
        run(call);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            chosen.add(applies(call, "porto", "PT"));
            stage(applies(call, "bilbao", "ES"), Map.of("decision", "WAITLIST"));
        }
        chosen.forEach(person -> stage(person, Map.of("decision", "ADMIT")));
        release(call)
                .body("release.admitted", equalTo(4))
                .body("release.waitlisted", equalTo(4))
                .body("release.kept", equalTo(0));
        assertThat(held(call, "OPEN")).isEqualTo(4);
        rounds.tick();
        assertThat(offers(call)).isEmpty();
    }

    @Test
    void a_seat_that_a_release_frees_is_for_whom_it_admits_and_what_is_left_goes_to_the_list() {
        String call = openCall(Map.of("OPEN", 4), 4);
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            before.add(admitted(call, "porto", "PT"));
        }
        String first = waits(call, "torino", "IT");
        waits(call, "torino", "IT");
        run(call);
        before.forEach(person -> stage(person, Map.of("decision", "DECLINE", "reasonCode", "OTHER", "note", "Sorry.")));
        for (int i = 0; i < 3; i++) {
            stage(applies(call, "bilbao", "ES"), Map.of("decision", "ADMIT"));
        }
        release(call)
                .body("release.declined", equalTo(4))
                .body("release.admitted", equalTo(3))
                .body("release.kept", equalTo(0));
        // the end of the release wakes the list; the rounds by the clock are ten seconds apart
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(offered(call)).containsExactly(first));
    }

    @Test
    void a_release_reads_its_plan_after_a_seat_that_is_being_offered() throws Exception {
        String call = openCall(Map.of("OPEN", 1), 1);
        String waiting = waits(call, "torino", "IT");
        stage(applies(call, "porto", "PT"), Map.of("decision", "ADMIT"));
        UUID id = UUID.fromString(call);
        RowLocks.answerAfter(
                        dataSource,
                        () -> {
                            changeWaitingList.change(id, new Settings(true, 72, 48));
                            assertThat(offerSeats.offerNext(id)).isEqualTo(OfferSeats.Attempt.OFFERED);
                        },
                        () -> released(call))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:plan-overbooked"));
        assertThat(offered(call)).containsExactly(waiting);
    }

    @Test
    void whom_the_list_has_offered_a_place_since_counts_in_no_plan() {
        String call = openCall(Map.of("OPEN", 1), 1);
        String waiting = waits(call, "torino", "IT");
        stage(waiting, Map.of("decision", "DECLINE", "reasonCode", "OTHER"));
        stage(applies(call, "porto", "PT"), Map.of("decision", "ADMIT"));
        run(call);
        awaitOffered(call, waiting);
        organiser()
                .get("/api/v1/admin/calls/" + call + "/plan")
                .then()
                .statusCode(200)
                .body("people", equalTo(1))
                .body("over", equalTo(1))
                .body("buckets.find { it.code == 'OPEN' }.freed", equalTo(0))
                .body("buckets.find { it.code == 'OPEN' }.planned", equalTo(0))
                .body("cities.find { it.key == 'torino' }.after", equalTo(1))
                .body("outcomes.find { it.decision == 'DECLINE' }.recipients", equalTo(0))
                .body("outcomes.find { it.decision == 'DECLINE' }.samples.size()", equalTo(0))
                .body("changedSince", equalTo(List.of(waiting)));
        released(call).statusCode(409).body("type", equalTo("urn:infocus:problem:plan-overbooked"));
        // alone it is tried, and who has staged it learns why it is kept
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("applicationIds", List.of(waiting)))
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then()
                .statusCode(201)
                .body("release.kept", equalTo(1))
                .body("kept[0].type", equalTo("urn:infocus:problem:decision-not-possible"));
    }

    private static ValidatableResponse released(String call) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then();
    }

    private static void stage(String person, Map<String, Object> decision) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(decision)
                .put("/api/v1/admin/applications/" + person + "/staged-decision")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse release(String call) {
        String tag = organiser()
                .get("/api/v1/admin/calls/" + call + "/plan")
                .then()
                .statusCode(200)
                .body("over", equalTo(0))
                .extract()
                .header("ETag");
        return organiser()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then()
                .statusCode(201);
    }
}
