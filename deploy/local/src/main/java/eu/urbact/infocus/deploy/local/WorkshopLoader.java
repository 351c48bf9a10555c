package eu.urbact.infocus.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Loads the Frankfurt workshop through the public and admin APIs, as an organiser would. Loading again changes nothing:
 * what is there is left alone, whatever people have done with it since.
 */
final class WorkshopLoader {

    private static final String SLUG = "frankfurt-2016";
    private static final String CLIENT = "workshop-loader";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 200;

    private final Settings settings;
    private final String issuer;
    private final Progress progress;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String token = "";

    WorkshopLoader(Settings settings, String issuer, Progress progress) {
        this.settings = settings;
        this.issuer = issuer;
        this.progress = progress;
    }

    /**
     * Brings in what is missing.
     *
     * @throws PlatformException when a service refuses
     */
    void load() {
        token = fetchToken("grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(CLIENT, Platform.LOADER_SECRET));
        if (settings.services().contains("directory")) {
            loadReferenceData();
            loadProfiles();
        }
        if (settings.services().contains("event")) {
            loadProgramme();
            if (settings.services().contains("registration")) {
                loadCall();
                loadStay();
            }
        }
    }

    private String fetchToken(String form) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return parse(expect("get a token for the workshop loader", answer, 200))
                .path("access_token")
                .asText();
    }

    private void loadReferenceData() {
        String directory = settings.url("directory");
        HttpResponse<String> clusters = send(request(directory + "/api/v1/clusters?size=1"));
        if (parse(expect("list clusters", clusters, 200)).path("total").asInt() > 0) {
            progress.say("cities and clusters are there");
            return;
        }
        Path file = settings.repository()
                .resolve("cluster-directory-service/src/main/resources/reference-data/infocus-reference-data.yaml");
        HttpResponse<String> answer =
                send(post(directory + "/api/v1/admin/reference-data-imports", "application/yaml", read(file)));
        expect("import the reference data", answer, 200, 201);
        progress.say("cities and clusters loaded");
    }

    /** Two profiles in the hands of Porto's people: one that waits for a review, one that is being written. */
    private void loadProfiles() {
        String city = "porto";
        String profiles = settings.url("directory") + "/api/v1/partner/cluster-profiles";
        String bearer = "Bearer "
                + fetchToken(
                        "grant_type=password&client_id=demo-cli&scope=openid&username=" + city + "&password=" + city);
        HttpResponse<String> there = send(request(profiles).header("Authorization", bearer));
        if (!parse(expect("list the profiles of " + city, there, 200)).isEmpty()) {
            progress.say("profiles of clusters are there");
            return;
        }
        JsonNode demo = parse(new String(resource("profiles.json"), StandardCharsets.UTF_8));
        for (JsonNode profile : demo.path("profiles")) {
            ObjectNode beginning = json.createObjectNode();
            beginning.set("clusterId", profile.path("clusterId"));
            HttpResponse<String> begun = send(request(profiles)
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(beginning.toString())));
            JsonNode content = parse(expect("begin a profile", begun, 201)).path("content");
            ((ObjectNode) content.path("details")).setAll((ObjectNode) profile.path("details"));
            String one = profiles + "/" + profile.path("clusterId").asText();
            HttpResponse<String> written = send(request(one)
                    .header("Authorization", bearer)
                    .header("Content-Type", "application/json")
                    .header("If-Match", begun.headers().firstValue("ETag").orElse(""))
                    .PUT(HttpRequest.BodyPublishers.ofString(content.toString())));
            expect("write a profile", written, 200);
            if (profile.path("submit").asBoolean()) {
                HttpResponse<String> submitted = send(request(one + "/submission")
                        .header("Authorization", bearer)
                        .header("If-Match", written.headers().firstValue("ETag").orElse(""))
                        .POST(HttpRequest.BodyPublishers.noBody()));
                expect("submit a profile", submitted, 200);
            }
        }
        progress.say("two profiles of clusters are begun, one waits for a review");
    }

    private void loadProgramme() {
        String event = settings.url("event");
        if (send(request(event + "/api/v1/workshops/" + SLUG + "/programme")).statusCode() == 200) {
            progress.say("the programme is there");
            return;
        }
        HttpResponse<String> imported =
                send(post(event + "/api/v1/admin/programme-imports", "application/yaml", resource("programme.yaml")));
        expect("import the programme", imported, 200, 201);
        String version = imported.headers().firstValue("ETag").orElse("");
        HttpResponse<String> released =
                send(post(event + "/api/v1/admin/workshops/" + SLUG + "/releases", "application/json", new byte[0])
                        .header("If-Match", version));
        expect("release the programme", released, 201);
        progress.say("the programme of the Frankfurt workshop is released");
    }

    private void loadCall() {
        String registration = settings.url("registration");
        if (callIn(send(request(registration + "/api/v1/calls?workshop=" + SLUG)))) {
            progress.say("the call for participation is there");
            return;
        }
        JsonNode draft = existingDraft(registration);
        String location;
        String version;
        if (draft == null) {
            HttpResponse<String> drafted = draftCall(registration);
            location = registration
                    + URI.create(drafted.headers().firstValue("Location").orElseThrow())
                            .getPath();
            version = drafted.headers().firstValue("ETag").orElse("");
        } else {
            location = registration + "/api/v1/admin/calls/" + draft.path("id").asText();
            version = send(authorised(location)).headers().firstValue("ETag").orElse("");
        }
        HttpResponse<String> opened = send(
                post(location + "/opening", "application/json", new byte[0]).header("If-Match", version));
        expect("open the call", opened, 200);
        progress.say("the call for participation is open");
    }

    /** What people with a place come along to, and the hotels that keep rooms. Each is loaded while there is none. */
    private void loadStay() {
        String registration = settings.url("registration");
        JsonNode calls =
                parse(expect("find the call", send(request(registration + "/api/v1/calls?workshop=" + SLUG)), 200));
        JsonNode call = (calls.has("items") ? calls.path("items") : calls).path(0);
        String admin = registration + "/api/v1/admin/calls/" + call.path("id").asText();
        JsonNode stay = parse(new String(resource("logistics.json"), StandardCharsets.UTF_8));
        if (loadEach(admin + "/logistics/options", stay.path("options"))) {
            ObjectNode freeze = json.createObjectNode();
            freeze.set("freezeAt", stay.path("freezeAt"));
            HttpResponse<String> frozen = send(authorised(admin + "/logistics/settings")
                    .header("Content-Type", "application/json")
                    .header("If-Match", "*")
                    .PUT(HttpRequest.BodyPublishers.ofString(freeze.toString())));
            expect("lay down the freeze time", frozen, 200);
            progress.say("meals, visits and buses are written down");
        }
        JsonNode hotels = parse(new String(resource("hotels.json"), StandardCharsets.UTF_8));
        if (loadEach(admin + "/hotels", hotels.path("hotels"))) {
            progress.say("three hotels keep rooms");
        }
    }

    /** Whether they were loaded; false when some are there already. */
    private boolean loadEach(String list, JsonNode items) {
        if (!parse(expect("list what is there", send(authorised(list)), 200)).isEmpty()) {
            return false;
        }
        for (JsonNode item : items) {
            HttpResponse<String> added =
                    send(post(list, "application/json", item.toString().getBytes(StandardCharsets.UTF_8)));
            expect("add to " + list, added, 201);
        }
        return true;
    }

    private static boolean callIn(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("\"id\"");
    }

    /** A call that an interrupted start has written down but not opened. */
    private JsonNode existingDraft(String registration) {
        JsonNode calls = parse(expect("list the calls", send(authorised(registration + "/api/v1/admin/calls")), 200));
        for (JsonNode call : calls.has("items") ? calls.path("items") : calls) {
            if (call.path("workshopSlug").asText().equals(SLUG)
                    && call.path("state").asText().equals("DRAFT")) {
                return call;
            }
        }
        return null;
    }

    /** The workshop comes to registration-service as an event, so it may be unknown there for a moment. */
    private HttpResponse<String> draftCall(String registration) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer =
                    send(post(registration + "/api/v1/admin/calls", "application/json", resource("call.json")));
            boolean unknown = answer.statusCode() != 201 && answer.body().contains("workshop-unknown");
            if (!unknown || System.nanoTime() > end) {
                expect("write down the call for participation", answer, 201);
                return answer;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted while loading the workshop", e);
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
    }

    private HttpRequest.Builder authorised(String url) {
        return request(url).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder post(String url, String type, byte[] body) {
        return authorised(url).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(Duration.ofSeconds(60)).build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PlatformException("no answer from %s: %s".formatted(built.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted while loading the workshop", e);
        }
    }

    private static String expect(String what, HttpResponse<String> answer, int... statuses) {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return answer.body();
            }
        }
        throw new PlatformException("could not %s: %d from %s %s"
                .formatted(
                        what, answer.statusCode(), answer.uri(), answer.body().replaceAll("\\s+", " ")));
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new PlatformException("not JSON: " + body, e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = WorkshopLoader.class.getResourceAsStream("/frankfurt/" + name)) {
            if (in == null) {
                throw new PlatformException("missing in the build: frankfurt/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new PlatformException("cannot read frankfurt/" + name, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new PlatformException("cannot read " + file, e);
        }
    }
}
