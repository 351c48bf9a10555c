package eu.urbact.infocus.deploy.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.deploy.acceptance.Api.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Many at once: never one seat too many, never one too few, every refusal explained. */
@Order(50)
class BusyHourIT {

    private static final int PEOPLE = 60;
    private static final int DECIDERS = 8;
    private static final List<String> CITIES = List.of(
            "bilbao",
            "bielsko-biala",
            "bordeaux",
            "bucharest",
            "frankfurt",
            "grenoble",
            "ostrava",
            "plasencia",
            "porto",
            "torino");

    @Test
    void sixtyApplyAtOnceAndEightDecideAtOnce() {
        Map<String, Integer> buckets = new TreeMap<>();
        CITIES.forEach(city -> buckets.put("CITY:" + city, 3));
        buckets.put("CONTRIBUTORS", 10);
        buckets.put("OPEN", 10);
        Desk desk = Desk.of("busy", buckets);

        List<Reply> receipts = atOnce(
                PEOPLE,
                IntStream.range(0, PEOPLE)
                        .<Callable<Reply>>mapToObj(i -> () -> Desk.apply(person(desk, i)))
                        .toList());
        assertThat(receipts).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));

        String organiser = Tokens.of("organiser");
        List<JsonNode> applications = new ArrayList<>(desk.applications(organiser));
        assertThat(applications).hasSize(PEOPLE);
        Collections.shuffle(applications, new java.util.Random(1));
        List<Reply> decisions = atOnce(
                DECIDERS,
                applications.stream()
                        .<Callable<Reply>>map(application -> () -> Desk.decide(application, "ADMIT", organiser))
                        .toList());

        assertThat(decisions).allSatisfy(reply -> assertThat(reply.status()).isIn(200, 409));
        assertThat(decisions.stream().filter(reply -> reply.status() == 200)).hasSize(50);
        assertThat(decisions.stream().filter(reply -> reply.status() == 409))
                .hasSize(PEOPLE - 50)
                .allSatisfy(reply -> {
                    assertThat(reply.type()).startsWith("application/problem+json");
                    assertThat(reply.problem()).isEqualTo("bucket-full");
                });
        assertSeatsAreRows(desk, buckets, organiser);
    }

    /** 40 of the cities, four each; ten contributors; ten others: more than each bucket holds on its own, 60 for 50 seats. */
    private static Map<String, Object> person(Desk desk, int i) {
        String city = i < 40 ? CITIES.get(i % CITIES.size()) : null;
        Map<String, Object> application =
                desk.application("Busy " + letters(i), "p%02d@%s.example.org".formatted(i, desk.slug()), city);
        application.put("contributor", i >= 50);
        return application;
    }

    private static String letters(int i) {
        return "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
    }

    private static void assertSeatsAreRows(Desk desk, Map<String, Integer> limits, String organiser) {
        Map<String, Long> rows = desk.applications(organiser).stream()
                .filter(application -> application.path("state").asText().equals("ADMITTED"))
                .collect(Collectors.groupingBy(
                        application -> application.path("bucket").asText(), TreeMap::new, Collectors.counting()));
        JsonNode seats = desk.seats(organiser);
        assertThat(seats.path("held").asInt()).isEqualTo(50);
        assertThat(seats.path("free").asInt()).isZero();
        for (JsonNode bucket : seats.path("buckets")) {
            String code = bucket.path("code").asText();
            assertThat(bucket.path("held").asInt())
                    .as(code)
                    .isEqualTo(limits.get(code))
                    .isEqualTo(rows.getOrDefault(code, 0L).intValue());
        }
    }

    @Test
    void twoOrganisersWithTheSamePageInFrontOfThem() {
        Desk desk = Desk.of("race", Map.of("OPEN", 5));
        Desk.apply(desk.application("Contested", "contested@race.example.org", null))
                .expect(201);
        String organiser = Tokens.of("organiser");
        JsonNode seen = desk.applications(organiser).get(0);

        List<Reply> replies = atOnce(
                2,
                List.of(() -> Desk.decide(seen, "ADMIT", organiser), () -> Desk.decide(seen, "WAITLIST", organiser)));

        assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(200, 412);
        String state = desk.applications(organiser).get(0).path("state").asText();
        assertThat(desk.seats(organiser).path("held").asInt()).isEqualTo(state.equals("ADMITTED") ? 1 : 0);
    }

    @Test
    void oneKeySentTenTimesAtOnceIsOneApplication() {
        Desk desk = Desk.of("key", Map.of("OPEN", 5));
        Map<String, Object> application = desk.application("Ten", "ten@key.example.org", null);

        List<Reply> replies =
                atOnce(10, Collections.nCopies(10, () -> Desk.apply(application, "Idempotency-Key", desk.slug())));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isIn(201, 409));
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(Reply::body)
                        .distinct())
                .hasSize(1);
        assertThat(desk.applications(Tokens.of("organiser"))).hasSize(1);
    }

    private static List<Reply> atOnce(int threads, List<Callable<Reply>> requests) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : pool.invokeAll(requests)) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
