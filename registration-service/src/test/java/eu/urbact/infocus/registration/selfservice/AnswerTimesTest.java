package eu.urbact.infocus.registration.selfservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody finds out by the clock whether an address is known. Known and unknown addresses take turns, so that whatever else the machine does
 * slows both; the medians must be close. A busy machine may spoil a round, so there are several: a real difference is there in each of them.
 */
@QuarkusTest
@WithEmbeddedServers
class AnswerTimesTest {

    private static final int ROUNDS = 6;
    private static final int PAIRS = 40;
    /** A guess over the network is far less exact than this. */
    private static final double CLOSE_MILLIS = 2.0;

    private static final double CLOSE_SHARE = 0.2;

    @Inject
    Registrations registrations;

    @Inject
    ObjectMapper json;

    @TestHTTPResource
    URI service;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void applying_takes_as_long_with_an_address_that_has_applied() {
        Map<String, Object> known = application(registrations.openCall());
        applied(known);
        assertAlike("applying", isKnown -> {
            Map<String, Object> person =
                    isKnown ? known : application(known.get("callId").toString());
            return request("/api/v1/applications", person);
        });
    }

    @Test
    void asking_for_the_link_takes_as_long_with_an_address_that_is_known() {
        Map<String, Object> known = application(registrations.openCall());
        applied(known);
        assertAlike(
                "asking for the link",
                isKnown -> request(
                        "/api/v1/self-service/link-requests",
                        Map.of("email", isKnown ? known.get("email") : UUID.randomUUID() + "@example.org")));
    }

    private void assertAlike(String what, Function<Boolean, HttpRequest> requests) {
        List<String> rounds = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double[] known = new double[PAIRS];
            double[] unknown = new double[PAIRS];
            for (int pair = 0; pair < PAIRS; pair++) {
                // each is first as often as the other
                if (pair % 2 == 0) {
                    known[pair] = millis(requests.apply(true));
                    unknown[pair] = millis(requests.apply(false));
                } else {
                    unknown[pair] = millis(requests.apply(false));
                    known[pair] = millis(requests.apply(true));
                }
            }
            double difference = Math.abs(median(known) - median(unknown));
            rounds.add("known %.2f ms, unknown %.2f ms".formatted(median(known), median(unknown)));
            // the first round is for the compiler
            if (round > 0 && difference <= CLOSE_MILLIS + CLOSE_SHARE * Math.min(median(known), median(unknown))) {
                return;
            }
        }
        assertThat(rounds)
                .as("%s can be told apart by the clock in every round", what)
                .isEmpty();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private double millis(HttpRequest request) {
        try {
            long began = System.nanoTime();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - began) / 1e6;
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From a source of its own, so that no limit is reached. */
    private HttpRequest request(String path, Object body) {
        String source = UUID.randomUUID().toString().substring(9, 18).replace('-', ':');
        try {
            return HttpRequest.newBuilder(service.resolve(path))
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", "2001:db8:" + source + "::2")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
