package eu.urbact.infocus.registration.selfservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * slows both.
 *
 * <p>Of the difference within each pair it must be shown, with a certainty of 999 in 1,000, that its median is less than 4 ms either way:
 * a guess over the network is far less exact. A busy machine does not spoil that, it only asks for more pairs. The control adds 5 ms to known
 * addresses, and that is noticed.
 */
@QuarkusTest
@WithEmbeddedServers
class AnswerTimesTest {

    private static final int PAIRS = 40;

    /** How long it is tried to show something; an idle machine needs seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** A real difference of 5 ms is more than this. */
    private static final double TOLD_APART_MILLIS = 4.0;

    /** How many standard deviations of a normal distribution hold 999 of 1,000. */
    private static final double CERTAIN = 3.29;

    /** What a comparison shows. */
    private enum Shown {
        ALIKE,
        APART,
        NOTHING_YET
    }

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
        Compared compared = compare(
                isKnown -> request(
                        "/api/v1/applications",
                        isKnown ? known : application(known.get("callId").toString())),
                Duration.ZERO);
        assertThat(compared.shown()).as("applying: %s", compared).isEqualTo(Shown.ALIKE);
    }

    @Test
    void asking_for_the_link_takes_as_long_with_an_address_that_is_known() {
        Map<String, Object> known = application(registrations.openCall());
        applied(known);
        Compared compared = compare(isKnown -> askingForTheLink(isKnown, known), Duration.ZERO);
        assertThat(compared.shown()).as("asking for the link: %s", compared).isEqualTo(Shown.ALIKE);
    }

    /** As the portal's form sends it; writing the draft tells nothing, so that is not measured. */
    @Test
    void sending_what_was_written_takes_as_long_with_an_address_that_has_applied() {
        Map<String, Object> known = application(registrations.openCall());
        applied(known);
        Compared compared = compare(isKnown -> sending(isKnown, known), Duration.ZERO);
        assertThat(compared.shown()).as("sending a draft: %s", compared).isEqualTo(Shown.ALIKE);
    }

    private HttpRequest sending(boolean isKnown, Map<String, Object> known) {
        Map<String, Object> entries = application(known.get("callId").toString());
        if (isKnown) {
            entries.put("email", known.get("email"));
        }
        entries.keySet().removeAll(Set.of("callId", "privacyAccepted"));
        HttpRequest begin =
                request("/api/v1/application-drafts", Map.of("callId", known.get("callId"), "entries", entries));
        try {
            HttpResponse<String> begun = http.send(begin, HttpResponse.BodyHandlers.ofString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            String token = json.readTree(begun.body()).get("token").textValue();
            return HttpRequest.newBuilder(
                            request("/api/v1/self-service/draft/submission", Map.of("privacyAccepted", true)),
                            (name, value) -> true)
                    .header("Application-Draft", token)
                    .header("If-Match", "*")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without this, the tests above could compare nothing and nobody would notice. */
    @Test
    void five_milliseconds_more_for_an_address_that_is_known_are_noticed() {
        Map<String, Object> known = application(registrations.openCall());
        applied(known);
        // it is enough that nobody is told that they are alike, so a busy machine need not go on
        Compared compared =
                compare(isKnown -> askingForTheLink(isKnown, known), Duration.ofMillis(5), Duration.ofSeconds(20));
        assertThat(compared.shown()).as("asking for the link: %s", compared).isNotEqualTo(Shown.ALIKE);
    }

    private HttpRequest askingForTheLink(boolean isKnown, Map<String, Object> known) {
        return request(
                "/api/v1/self-service/link-requests",
                Map.of("email", isKnown ? known.get("email") : UUID.randomUUID() + "@example.org"));
    }

    /**
     * The median of the differences of so many pairs lies between these.
     *
     * @param shown what follows from that
     */
    private record Compared(int pairs, double atLeast, double atMost, Shown shown) {

        static Compared of(List<Double> differences) {
            List<Double> sorted = differences.stream().sorted().toList();
            // the ranks between which the median lies, whatever the times are distributed like
            double reach = CERTAIN * Math.sqrt(sorted.size()) / 2;
            double atLeast = sorted.get((int) Math.floor(sorted.size() / 2.0 - reach));
            double atMost = sorted.get((int) Math.ceil(sorted.size() / 2.0 + reach) - 1);
            Shown shown = Shown.NOTHING_YET;
            if (atLeast > TOLD_APART_MILLIS || atMost < -TOLD_APART_MILLIS) {
                shown = Shown.APART;
            } else if (atLeast > -TOLD_APART_MILLIS && atMost < TOLD_APART_MILLIS) {
                shown = Shown.ALIKE;
            }
            return new Compared(sorted.size(), atLeast, atMost, shown);
        }

        @Override
        public String toString() {
            return "known addresses take between %.2f and %.2f ms longer (%d pairs)".formatted(atLeast, atMost, pairs);
        }
    }

    private Compared compare(Function<Boolean, HttpRequest> requests, Duration slowedForKnown) {
        return compare(requests, slowedForKnown, LONGEST);
    }

    private Compared compare(Function<Boolean, HttpRequest> requests, Duration slowedForKnown, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        List<Double> differences = new ArrayList<>();
        for (int round = 0; ; round++) {
            for (int pair = 0; pair < PAIRS; pair++) {
                // each is first as often as the other
                boolean knownFirst = pair % 2 == 0;
                double first = millis(requests.apply(knownFirst), knownFirst ? slowedForKnown : Duration.ZERO);
                double second = millis(requests.apply(!knownFirst), knownFirst ? Duration.ZERO : slowedForKnown);
                differences.add(knownFirst ? first - second : second - first);
            }
            if (round == 0) {
                // the first round is for the compiler
                differences.clear();
                continue;
            }
            Compared compared = Compared.of(differences);
            if (compared.shown() != Shown.NOTHING_YET || System.nanoTime() > end) {
                return compared;
            }
        }
    }

    private double millis(HttpRequest request, Duration more) {
        try {
            long began = System.nanoTime();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            long slowed = System.nanoTime() + more.toNanos();
            while (System.nanoTime() < slowed) {
                Thread.onSpinWait();
            }
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
