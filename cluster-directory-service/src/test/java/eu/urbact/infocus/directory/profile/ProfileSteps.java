package eu.urbact.infocus.directory.profile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;

/** What a city and the organisers do about the profile of a cluster. */
abstract class ProfileSteps {

    static final String PARTNER = "/api/v1/partner/cluster-profiles";

    static final String ADMIN = "/api/v1/admin/cluster-profiles";

    final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    DataSource database;

    @Inject
    PublishProfile publishProfile;

    @BeforeEach
    void fill() {
        DirectoryData.fill(database);
    }

    static void withdraw(String id) {
        json(organiser(), Map.of("reason", "It was dissolved."))
                .post("/api/v1/admin/withdrawn-clusters/" + id)
                .then()
                .statusCode(200);
    }

    static void publish(String id, Map<String, Object> content) {
        edit("bordeaux", id, etag("bordeaux", id), content).then().statusCode(200);
        move("bordeaux", id, "submission").then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
    }

    String published() {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        publish(id);
        return id;
    }

    /** The city asks for it, and the organisers agree. */
    static void publish(String id) {
        move("porto", id, "submission").then().statusCode(200);
        decide(id, "publication", Map.of()).then().statusCode(200);
    }

    static Response begin(String city, String name, boolean forming) {
        return json(city(city), Map.of("cityId", city, "name", name, "forming", forming))
                .post(PARTNER);
    }

    static Response edit(String id, String etag, Map<String, Object> content) {
        return edit("porto", id, etag, content);
    }

    static Response edit(String city, String id, String etag, Map<String, Object> content) {
        RequestSpecification request = json(city(city), content);
        return (etag == null ? request : request.header("If-Match", etag)).put(PARTNER + "/" + id);
    }

    static Response csv(String id, String file) {
        return csv(id, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    static Response csv(String id, String type, byte[] file) {
        return city("porto")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(file)
                .header("If-Match", etag("porto", id))
                .put(PARTNER + "/" + id + "/eccp");
    }

    static Response move(String city, String id, String step) {
        return city(city).header("If-Match", etag(city, id)).post(PARTNER + "/" + id + "/" + step);
    }

    static Response decide(String id, String decision, Map<String, Object> request) {
        return json(organiser(), request)
                .header("If-Match", organiser().get(ADMIN + "/" + id).header("ETag"))
                .post(ADMIN + "/" + id + "/" + decision);
    }

    static String etag(String city, String id) {
        return city(city).get(PARTNER + "/" + id).header("ETag");
    }

    static RequestSpecification json(RequestSpecification request, Map<String, Object> body) {
        return request.contentType("application/json").body(body);
    }

    static RequestSpecification city(String city) {
        return given().auth().oauth2(TestTokens.city(city).token());
    }

    static RequestSpecification organiser() {
        return given().auth().oauth2(TestTokens.organiser().token());
    }

    static Map<String, Object> whole() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("founded", 2008);
        details.put("website", "https://optics.example");
        details.put("members", Map.of("total", 40, "smes", 30));
        details.put("strategy", "We lead in light, <5 nm.");
        details.put("contactRole", "International office");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", "Óptica Porto");
        content.put("kind", "CLUSTER_ORGANISATION");
        content.put("summary", "Light for industry.");
        content.put("scale", "NATIONAL");
        content.put("details", details);
        content.put(
                "activities",
                List.of(
                        Map.of("code", "26", "level", 3),
                        Map.of(
                                "code",
                                "72",
                                "level",
                                1,
                                "source",
                                Map.of("url", "https://example.org/report", "readOn", "2016-05-01"))));
        content.put("competences", List.of(Map.of("code", "laser-sources", "level", 3)));
        content.put("markets", List.of(Map.of("code", "86", "level", 1)));
        content.put("objectives", List.of(Map.of("code", "9", "level", 1)));
        content.put("contact", Map.of("name", "Ana Silva", "email", "ana@example.org"));
        return content;
    }
}
