package eu.urbact.infocus.registration.waitinglist;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

import static eu.urbact.infocus.registration.Registrations.organiser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What happens on the waiting list of a call, past the clock where need be. */
abstract class WaitingSteps {

    @Inject
    Registrations registrations;

    @Inject
    DataSource dataSource;

    @Inject
    OfferRounds rounds;

    @Inject
    Clock clock;

    static ValidatableResponse mine(String application) {
        return ByLink.application(Registrations.linkToken(application)).statusCode(200);
    }

    void begins(String call, Instant start) {
        registrations.workshopIs(call, start, start.plus(Duration.ofDays(2)));
    }

    static ValidatableResponse cancel(RequestSpecification who, String ifMatch, String offer) {
        return who.header("If-Match", ifMatch).post(offer).then();
    }

    /** Does all of it, some at a time, and says what came of each, in their order. */
    static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> task : pool.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }

    /** An open call with these seats, of which people of Porto, Bilbao and Torino may want some. */
    String openCall(Map<String, Integer> seats, int capacity) {
        Map<String, Integer> buckets = new HashMap<>(Map.of("CITY:porto", 0, "CITY:bilbao", 0, "CITY:torino", 0));
        buckets.putAll(seats);
        return registrations.openCall(buckets, capacity);
    }

    /** As if the hours had gone by. */
    void deadlinePasses(String person) throws SQLException {
        Instant now = clock.instant();
        TestSql.execute(
                dataSource,
                "update seat_offer set offered_at = ?, expires_at = ? where application_id = ? and state = 'OPEN'",
                now.minusSeconds(7200),
                now,
                UUID.fromString(person));
    }

    static ValidatableResponse prioritise(String call, String person, String ifMatch, int priority) {
        var request = organiser().contentType(ContentType.JSON).body(Map.of("priority", priority));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/admin/calls/" + call + "/waiting-list/" + person + "/priority")
                .then();
    }

    static ValidatableResponse cancel(String call, String offerId) {
        return organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/waiting-list/offers/" + offerId + "/cancellation")
                .then();
    }

    static void told(String applicationId, String... facts) {
        List<Topics.Delivered> told =
                await().until(() -> delivered(applicationId), records -> records.size() >= facts.length);
        assertThat(told)
                .extracting(record -> record.type().replaceAll("^eu.urbact.infocus.registration.|.v1$", ""))
                .containsExactly(facts);
        told.forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
    }

    static List<Topics.Delivered> delivered(String applicationId) {
        return Topics.read("infocus.registration.v1", applicationId);
    }
}
