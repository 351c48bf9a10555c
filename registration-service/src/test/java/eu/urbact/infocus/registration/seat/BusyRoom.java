package eu.urbact.infocus.registration.seat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.registration.Registrations;

/**
 * A room that many clients want seats in at once, each doing what a random number says, through the API as people do. What is
 * refused is fine; what fails is kept.
 */
final class BusyRoom {

    /** What somebody does, and how often it is drawn in comparison with the others. */
    enum Deed {
        APPLY(8),
        ADMIT(8),
        ADMIT_IN_BUCKET(3),
        WAITLIST(4),
        DECLINE(2),
        WITHDRAW(4),
        RESIZE(3);

        private final int weight;

        Deed(int weight) {
            this.weight = weight;
        }
    }

    /** One step of a client: what it does, and to which of the things that are there when its turn comes. */
    record Step(Deed deed, int first, int second) {

        static Step draw(SplittableRandom random) {
            int total = 0;
            for (Deed deed : Deed.values()) {
                total += deed.weight;
            }
            int drawn = random.nextInt(total);
            for (Deed deed : Deed.values()) {
                drawn -= deed.weight;
                if (drawn < 0) {
                    return new Step(deed, random.nextInt(1 << 20), random.nextInt(1 << 20));
                }
            }
            throw new IllegalStateException("weights do not add up");
        }
    }

    static final Map<String, Integer> BUCKETS = Map.of("CITY:porto", 3, "CITY:bilbao", 2, "CONTRIBUTORS", 2, "OPEN", 4);
    static final int CAPACITY = 12;

    private static final List<String> CODES = BUCKETS.keySet().stream().sorted().toList();
    private static final int PEOPLE = 40;

    private record Known(String id, String link) {}

    private final String call;
    private final URI service;
    private final Function<UUID, String> linkOf;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String organiser = TestTokens.organiser().token();
    private final List<Known> known = new ArrayList<>();
    private final Map<Deed, Map<Integer, Integer>> answers = new EnumMap<>(Deed.class);
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    /**
     * A room for this call.
     *
     * @param linkOf the token of an application's link; null for one that does not exist
     */
    BusyRoom(String call, URI service, Function<UUID, String> linkOf) {
        this.call = call;
        this.service = service;
        this.linkOf = linkOf;
    }

    /** Does one step and remembers how it was answered. */
    void perform(Step step) {
        try {
            HttpResponse<String> answer = answerTo(step);
            if (answer == null) {
                return;
            }
            int status = answer.statusCode();
            synchronized (answers) {
                answers.computeIfAbsent(step.deed(), deed -> new HashMap<>()).merge(status, 1, Integer::sum);
            }
            if (status >= 500 || status == 400 || status == 401 || status == 403) {
                failures.add(step + " was answered with " + status + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> answerTo(Step step) throws IOException, InterruptedException {
        if (step.deed() == Deed.APPLY) {
            return apply(step);
        }
        if (step.deed() == Deed.RESIZE) {
            String code = CODES.get(step.first() % CODES.size());
            return put(
                    "/api/v1/admin/calls/" + call + "/seats/" + URLEncoder.encode(code, StandardCharsets.UTF_8),
                    Map.of("limit", step.second() % 6));
        }
        Known one = pick(step.first());
        if (one == null) {
            return null;
        }
        return switch (step.deed()) {
            case ADMIT -> decide(one, Map.of("decision", "ADMIT"));
            case ADMIT_IN_BUCKET ->
                decide(one, Map.of("decision", "ADMIT", "bucket", CODES.get(step.second() % CODES.size())));
            case WAITLIST -> decide(one, Map.of("decision", "WAITLIST"));
            case DECLINE -> decide(one, Map.of("decision", "DECLINE", "reasonCode", "OTHER"));
            case WITHDRAW -> byLink(one, "/api/v1/self-service/withdrawal");
            default -> throw new IllegalStateException("every deed is listed");
        };
    }

    private HttpResponse<String> apply(Step step) throws IOException, InterruptedException {
        int person = step.first() % PEOPLE;
        Map<String, Object> application = Registrations.application(call);
        application.put("email", "person-" + person + "-of-" + call + "@example.org");
        application.put("contributor", person % 5 == 0);
        switch (person % 3) {
            case 0 -> application.put("cityId", "porto");
            case 1 -> application.put("cityId", "bilbao");
            default -> application.remove("cityId");
        }
        HttpResponse<String> answer =
                send(request("/api/v1/applications").POST(HttpRequest.BodyPublishers.ofString(text(application))));
        if (answer.statusCode() == 201) {
            UUID id = UUID.fromString(json.readTree(answer.body()).get("id").textValue());
            String link = linkOf.apply(id);
            // who has a live application gets a receipt that belongs to nothing
            if (link != null) {
                synchronized (known) {
                    known.add(new Known(id.toString(), link));
                }
            }
        }
        return answer;
    }

    private Known pick(int number) {
        synchronized (known) {
            // the younger half: most of the older ones are withdrawn and cannot be decided any more
            int half = (known.size() + 1) / 2;
            return known.isEmpty() ? null : known.get(known.size() - 1 - number % half);
        }
    }

    private HttpResponse<String> decide(Known one, Map<String, Object> decision)
            throws IOException, InterruptedException {
        return send(asOrganiser("/api/v1/admin/applications/" + one.id() + "/decisions")
                .POST(HttpRequest.BodyPublishers.ofString(text(decision))));
    }

    private HttpResponse<String> put(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(asOrganiser(path).PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    private HttpResponse<String> byLink(Known one, String path) throws IOException, InterruptedException {
        return send(request(path).header("Application-Link", one.link()).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder asOrganiser(String path) {
        return request(path).header("Authorization", "Bearer " + organiser).header("If-Match", "*");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String text(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Steps that were neither done nor refused. */
    List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** How often each deed got which answer. */
    Map<Deed, Map<Integer, Integer>> answers() {
        synchronized (answers) {
            return new EnumMap<>(answers);
        }
    }

    int answered(Deed deed, int status) {
        return answers().getOrDefault(deed, Map.of()).getOrDefault(status, 0);
    }
}
