package eu.urbact.infocus.notification.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * registration-service's look-up, and the token endpoint in front of it. It gives a token only to this service's account for the scope
 * {@code recipients:read}, and answers only who shows it.
 */
public final class RegistrationStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "notification-service-local-secret";
    private static final String TOKEN = "token-with-recipients-read";

    private final HttpServer server;
    private final Map<UUID, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Map<UUID, Map<String, Object>> erased = new ConcurrentHashMap<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private volatile boolean down;

    private RegistrationStub(HttpServer server) {
        this.server = server;
        server.createContext("/token", this::token);
        server.createContext("/api/v1/internal/recipients", this::recipients);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "registration-stub");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** Starts where the application looks for it. */
    public static RegistrationStub start() throws IOException {
        URI url = ConfigProvider.getConfig().getValue("infocus.registration.url", URI.class);
        return start(url.getPort());
    }

    /** Starts on this port. */
    public static RegistrationStub start(int port) throws IOException {
        return new RegistrationStub(HttpServer.create(new InetSocketAddress("localhost", port), 0));
    }

    /** Somebody has applied. */
    public void knows(UUID applicationId, String name, String givenName, String address) {
        knows(applicationId, name, givenName, address, "en");
    }

    /** Somebody has applied, in this language. */
    public void knows(UUID applicationId, String name, String givenName, String address, String language) {
        Map<String, Object> person = new ConcurrentHashMap<>(Map.of(
                "applicationId",
                applicationId,
                "name",
                name,
                "givenName",
                givenName,
                "address",
                address,
                "language",
                language,
                "link",
                linkOf(applicationId),
                "state",
                "SUBMITTED",
                "somethingNew",
                "that this service does not know yet",
                "workshop",
                Map.of(
                        "slug", "frankfurt-2016",
                        "title", "Clusters & smart specialisation in Frankfurt",
                        "hostCityId", "frankfurt",
                        "startsAt", "2016-11-23T12:30:00Z",
                        "endsAt", "2016-11-25T14:00:00Z",
                        "zone", "Europe/Berlin")));
        people.put(applicationId, person);
    }

    /** The workshop that somebody has applied for takes place in this house. */
    public void venue(UUID applicationId, String name, String address) {
        people.get(applicationId).computeIfPresent("workshop", (key, workshop) -> {
            Map<Object, Object> elsewhere = new HashMap<>((Map<?, ?>) workshop);
            elsewhere.put("venueName", name);
            elsewhere.put("venueAddress", address);
            return elsewhere;
        });
    }

    /** Somebody has been erased: all that is left to tell is which workshop it was. */
    public void forgets(UUID applicationId) {
        Object workshop = people.remove(applicationId).get("workshop");
        erased.put(
                applicationId,
                Map.of(
                        "applicationId",
                        applicationId,
                        "link",
                        "http://portal.example/org/w/frankfurt-2016/admission",
                        "workshop",
                        workshop));
    }

    /** A call has organisers, and this is to be told to them; where they read mail is nothing that registration-service knows. */
    public void knowsOrganisers(UUID callId, String message) {
        knows(callId, "The organisers", "organisers", "");
        people.get(callId).remove("address");
        people.get(callId).putAll(Map.of("link", "http://portal.example/en/w/frankfurt-2016", "message", message));
    }

    /** The organisers have decided about somebody's application, and wrote this note. */
    public void decided(UUID applicationId, String state, String note) {
        people.get(applicationId).putAll(Map.of("state", state, "decisionNote", note));
    }

    /** The person's own page. */
    public static String linkOf(UUID applicationId) {
        return "http://portal.example/en/my/" + applicationId + ".token";
    }

    /** Whether it answers 503 from now on. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** Status codes of the look-ups so far. */
    public List<Integer> answers() {
        return answers;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic =
                Base64.getEncoder().encodeToString(("notification-service:" + SECRET).getBytes(StandardCharsets.UTF_8));
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || form.contains("client_secret=" + SECRET);
        if (!known || !form.contains("grant_type=client_credentials") || !form.contains("scope=recipients%3Aread")) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        answer(exchange, 200, Map.of("access_token", TOKEN, "token_type", "Bearer", "expires_in", 300));
    }

    private void recipients(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (down) {
            answers.add(503);
            answer(exchange, 503, Map.of());
            return;
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answers.add(401);
            answer(exchange, 401, Map.of());
            return;
        }
        List<Object> found = new ArrayList<>();
        List<Object> gone = new ArrayList<>();
        for (JsonNode id : question.path("applicationIds")) {
            Map<String, Object> person = people.get(UUID.fromString(id.asText()));
            if (person != null) {
                found.add(person);
            } else if (erased.containsKey(UUID.fromString(id.asText()))) {
                gone.add(erased.get(UUID.fromString(id.asText())));
            }
        }
        answers.add(200);
        answer(exchange, 200, Map.of("recipients", found, "erased", gone));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
