package eu.urbact.infocus.registration.selfservice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a link that does not open anything is answered with, at every operation that asks for one; and how often it may be tried. */
@QuarkusTest
@WithEmbeddedServers
class LinkAnswersTest {

    private static final int ALLOWED = 300;

    /**
     * An operation that asks for a link.
     *
     * @param header which carries it
     */
    private record Operation(String method, String path, String header, boolean hasBody) {}

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    @Test
    void every_link_that_opens_nothing_is_answered_alike_byte_for_byte() {
        List<Operation> operations = operations();
        assertThat(operations)
                .extracting(Operation::path)
                .contains(
                        "/api/v1/self-service/application",
                        "/api/v1/self-service/own-data",
                        "/api/v1/self-service/erasure");
        Map<String, String> links = linksThatOpenNothing();
        for (Operation operation : operations) {
            String invalid = answer(operation, "never-given-out");
            // what is sent along is in order, or it would be refused before any link is looked at
            assertThat(invalid).as(operation.toString()).startsWith("404");
            links.forEach((kind, link) -> assertThat(answer(operation, link))
                    .as(kind + " at " + operation)
                    .isEqualTo(invalid));
            assertThat(answer(operation, null)).as("no link at " + operation).isEqualTo(invalid);
        }
    }

    @Test
    void a_thousand_guesses_from_one_source_are_slowed_and_nobody_else_is() {
        String source = "203.0.113." + (1 + (int) (System.nanoTime() % 250));
        String link = linkToken(applied(application(registrations.openCall())));
        long began = System.nanoTime();
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            answers.add(look("guess-" + i, source));
        }
        double minutes = (System.nanoTime() - began) / 60e9;
        assertThat(answers).extracting(Response::statusCode).containsOnly(404, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 404)
                .as("%.2f minutes", minutes)
                .hasSizeBetween(ALLOWED, (int) Math.ceil(ALLOWED * (1 + minutes)) + 1);
        Response slowed = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(slowed.contentType()).startsWith("application/problem+json");
        assertThat(slowed.path("type").toString()).isEqualTo("urn:infocus:problem:too-many-requests");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 60);

        assertThat(look(link, "198.51.100.7").statusCode()).isEqualTo(200);
        assertThat(look("guess", "198.51.100.7").statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_has_a_link_that_works_may_use_it_as_often_as_they_like() {
        String link = linkToken(applied(application(registrations.openCall())));
        for (int i = 0; i < ALLOWED + 20; i++) {
            assertThat(look(link, "198.51.100.8").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void asking_for_a_link_again_and_again_is_slowed() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 105; i++) {
            statuses.add(given().header("X-Forwarded-For", "198.51.100.9")
                    .contentType(ContentType.JSON)
                    .body(Map.of("workshopSlug", "nowhere", "email", "nobody-" + i + "@example.org"))
                    .post("/api/v1/self-service/link-requests")
                    .statusCode());
        }
        assertThat(statuses.subList(0, 100)).containsOnly(202);
        assertThat(statuses.subList(100, 105)).contains(429);
    }

    /** Links to something that is there, or was, and that open nothing for whoever has them. */
    private Map<String, String> linksThatOpenNothing() {
        String call = registrations.openCall();
        Map<String, String> links = new LinkedHashMap<>();
        String id = applied(application(call));
        String link = linkToken(id);
        LinkSigner signer = new LinkSigner("test-only-0123456789abcdef0123456789");
        assertThat(signer.sign(LinkPurpose.MY_APPLICATION, UUID.fromString(id), 1))
                .isEqualTo(link);
        char last = link.charAt(5);
        links.put("altered", link.substring(0, 5) + (last == 'A' ? 'B' : 'A') + link.substring(6));
        links.put("cut", link.substring(0, link.length() - 1));
        links.put("longer", link + "A");
        links.put("another purpose", signer.sign(LinkPurpose.TICKET, UUID.fromString(id), 1));
        links.put("version to come", signer.sign(LinkPurpose.MY_APPLICATION, UUID.fromString(id), 2));
        links.put("nobody's", signer.sign(LinkPurpose.MY_APPLICATION, UUID.randomUUID(), 1));
        links.put("invitation to nothing", signer.sign(LinkPurpose.INVITATION, UUID.randomUUID(), 1));
        links.put(
                "signed by somebody else",
                new LinkSigner("another-secret-0123456789abcdef01234")
                        .sign(LinkPurpose.MY_APPLICATION, UUID.fromString(id), 1));
        String revoked = applied(application(call));
        links.put("revoked", linkToken(revoked));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update application set link_version = 2 where id = :id")
                        .setParameter("id", UUID.fromString(revoked))
                        .executeUpdate());
        String erased = applied(application(call));
        links.put("erased", linkToken(erased));
        given().header("Application-Link", links.get("erased"))
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        return links;
    }

    /** Every operation of the API that asks for a signed link. */
    private static List<Operation> operations() {
        JsonNode paths =
                given().get("/q/openapi?format=json").as(JsonNode.class).path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> method.getValue().path("parameters").forEach(parameter -> {
                    String name = parameter.path("name").asText();
                    if (parameter.path("in").asText().equals("header") && name.endsWith("-Link")) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                name,
                                method.getValue().has("requestBody")));
                    }
                })));
        return operations;
    }

    /** What can be sent to each operation that takes a body. */
    private static Map<String, Map<String, Object>> bodies() {
        Map<String, Object> person = application("none");
        List.of("callId", "email").forEach(person::remove);
        Map<String, Object> acceptance = new LinkedHashMap<>(person);
        acceptance.remove("cityId");
        Map<String, Object> edit = new LinkedHashMap<>(person);
        edit.remove("privacyAccepted");
        Map<String, Object> leg = Map.of("at", "2016-11-23T10:00:00+01:00", "by", "TRAIN");
        Map<String, Object> room =
                Map.of("roomType", "SINGLE", "checkIn", "2016-11-23", "checkOut", "2016-11-25", "othersWelcome", true);
        Map<String, Object> offer = Map.of("offerId", new UUID(0, 0).toString());
        Map<String, Object> topics = Map.of("competences", List.of(), "activities", List.of());
        String own = "/api/v1/self-service/";
        return Map.ofEntries(
                Map.entry("/api/v1/invitation/acceptance", acceptance),
                Map.entry(own + "answers", Map.of("answers", Map.of())),
                Map.entry(own + "application", edit),
                Map.entry(own + "application/meeting-wishes", Map.of("offers", topics, "needs", topics)),
                Map.entry(
                        own + "application/person",
                        Map.of("givenName", "Ana", "familyName", "Sá", "organisation", "Cluster of the Test")),
                Map.entry(own + "hotel/change", room),
                Map.entry(own + "hotel/request", room),
                Map.entry(own + "hotel/shares-with", Map.of("sharesWith", "")),
                Map.entry(own + "logistics/change-request", Map.of("choices", List.of(), "message", "Please.")),
                Map.entry(own + "logistics/choices", Map.of("choices", List.of())),
                Map.entry(
                        own + "logistics/needs",
                        Map.of("diets", List.of(), "accessNeeds", List.of(), "consent", false)),
                Map.entry(own + "logistics/photo-consent", Map.of("consent", false)),
                Map.entry(own + "logistics/travel", Map.of("arrival", leg, "departure", leg)),
                Map.entry(own + "waiting-list/acceptance", offer),
                Map.entry(own + "waiting-list/refusal", offer));
    }

    /** Status, headers and body; each from a source of its own, so that the limit is not reached. */
    private static String answer(Operation operation, String link) {
        UUID some = UUID.randomUUID();
        var request = given().header(
                        "X-Forwarded-For",
                        "2001:db8:" + some.toString().substring(9, 18).replace('-', ':') + "::1");
        if (link != null) {
            request.header(operation.header(), link);
        }
        if (operation.hasBody()) {
            request.contentType(ContentType.JSON).body(bodies().get(operation.path()));
        }
        if (operation.method().equals("PUT")) {
            request.header("If-Match", "*");
        }
        Response response = request.request(
                operation.method(), operation.path().replaceAll("\\{[^}]+}", new UUID(0, 0).toString()));
        StringBuilder answer = new StringBuilder().append(response.statusCode()).append('\n');
        for (Header header : response.headers()) {
            assertThat(header.getName()).isNotEqualToIgnoringCase("Date");
            answer.append(header.getName())
                    .append(": ")
                    .append(header.getValue())
                    .append('\n');
        }
        return answer.append(response.asString()).toString();
    }

    private static Response look(String link, String source) {
        return given().header("X-Forwarded-For", source)
                .header("Application-Link", link)
                .get("/api/v1/self-service/application");
    }
}
