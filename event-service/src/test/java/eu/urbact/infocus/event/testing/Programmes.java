package eu.urbact.infocus.event.testing;

import java.nio.charset.StandardCharsets;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import eu.urbact.infocus.chassis.testing.TestTokens;

import static io.restassured.RestAssured.given;

/** What organisers do with programmes, over HTTP. */
public final class Programmes {

    private Programmes() {}

    /** A request by this token. */
    public static RequestSpecification as(TestTokens who) {
        return given().auth().oauth2(who.token());
    }

    /** Imports a file as organiser. */
    public static ValidatableResponse importFile(String yaml) {
        return importFile(as(TestTokens.organiser()), yaml);
    }

    /** Imports a file with this request. */
    public static ValidatableResponse importFile(RequestSpecification request, String yaml) {
        return request.contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/admin/programme-imports")
                .then();
    }

    /** Imports a file in place of the draft that is there now, as organiser. */
    public static ValidatableResponse importOver(String yaml, String slug) {
        return importFile(as(TestTokens.organiser()).header("If-Match", draftTag(slug)), yaml);
    }

    private static String draftTag(String slug) {
        return as(TestTokens.organiser())
                .get("/api/v1/admin/workshops/{slug}/draft", slug)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    /** Releases the draft that is there now, as organiser. */
    public static ValidatableResponse release(String slug) {
        return as(TestTokens.organiser())
                .header("If-Match", draftTag(slug))
                .post("/api/v1/admin/workshops/{slug}/releases", slug)
                .then();
    }

    /** Imports and releases a file. */
    public static void publish(String yaml, String slug) {
        importFile(yaml).statusCode(201);
        release(slug).statusCode(201);
    }
}
