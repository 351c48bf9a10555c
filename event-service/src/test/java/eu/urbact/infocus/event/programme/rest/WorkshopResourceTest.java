package eu.urbact.infocus.event.programme.rest;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.event.testing.ProgrammeFiles;

import static eu.urbact.infocus.event.testing.Programmes.importFile;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@WithEmbeddedServers
class WorkshopResourceTest {

    @Test
    void everybodySeesWhichWorkshopsThereAre() {
        importFile(ProgrammeFiles.small("listed")
                        .replace("2016-11-23", "2001-01-02")
                        .replace("2016-11-24", "2001-01-03"))
                .statusCode(201);
        importFile(ProgrammeFiles.small("listed-later")).statusCode(201);

        given().queryParam("size", 1)
                .get("/api/v1/workshops")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("page", is(0))
                .body("size", is(1))
                .body("total", greaterThanOrEqualTo(2))
                .body("items[0].slug", equalTo("listed"))
                .body("items[0].title", equalTo("Workshop in Testville"))
                .body("items[0].theme", equalTo("Testing together"))
                .body("items[0].series.slug", equalTo("test-series"))
                .body("items[0].number", is(1))
                .body("items[0].hostCityId", equalTo("frankfurt"))
                .body("items[0].city", equalTo("Testville"))
                .body("items[0].country", equalTo("DE"))
                .body("items[0].startsAt", equalTo("2001-01-02T09:00:00+01:00"))
                .body("items[0].endsAt", equalTo("2001-01-03T18:00:00+01:00"))
                .body("items[0].zone", equalTo("Europe/Berlin"))
                .body("items[0].released", is(false));
        given().queryParam("size", 200).get("/api/v1/workshops").then().body("items.slug", hasItem("listed-later"));
    }

    @Test
    void aPageTooLargeIsRefused() {
        given().queryParam("size", 201)
                .get("/api/v1/workshops")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/workshops/no-such-workshop",
                "/api/v1/workshops/no-such-workshop/programme",
                "/api/v1/workshops/no-such-workshop/releases/1",
                "/api/v1/workshops/no-such-workshop/releases/one",
                "/api/v1/workshops/%20",
            })
    void whatIsNotThereIsNotFound(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:not-found"));
    }

    @Test
    void aCharacterThatNoNameHoldsIsMalformed() {
        given().urlEncodingEnabled(false)
                .get("/api/v1/workshops/%00")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:infocus:problem:malformed"));
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
        given().auth()
                .oauth2(TestTokens.city("porto").expired())
                .get("/api/v1/workshops")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.city("porto").audience("registration-service"))
                .get("/api/v1/workshops")
                .then()
                .statusCode(401);
    }

    @Test
    void theApiIsWhatTheContractSays() {
        Contracts.ofThisService().checkOpenApi();
    }
}
