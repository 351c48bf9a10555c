package eu.urbact.infocus.registration.waitinglist;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.startWaitingList;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people and organisers do with a waiting list, through the API. */
final class WaitingLine {

    private WaitingLine() {}

    /** Somebody of this partner city, or of no city and this country, who waits. */
    static String waits(String call, String cityId, String country) {
        String id = applies(call, cityId, country);
        decide(id, "WAITLIST").statusCode(200);
        return id;
    }

    static String admitted(String call, String cityId, String country) {
        String id = applies(call, cityId, country);
        decide(id, "ADMIT").statusCode(200);
        return id;
    }

    static String applies(String call, String cityId, String country) {
        Map<String, Object> application = application(call);
        application.put("cityId", cityId);
        application.put("country", country);
        return applied(application);
    }

    static void run(String call) {
        startWaitingList(call, 72, 48);
    }

    static ValidatableResponse list(String call) {
        return organiser()
                .queryParam("size", 200)
                .get("/api/v1/admin/calls/" + call + "/waiting-list")
                .then()
                .statusCode(200);
    }

    /** The ids of those who wait, in order. */
    static List<String> order(String call) {
        return list(call).extract().path("waiting.items.applicationId");
    }

    static List<Map<String, Object>> offers(String call) {
        return organiser()
                .queryParam("size", 200)
                .get("/api/v1/admin/calls/" + call + "/waiting-list/offers")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The people who have an open offer. */
    static List<String> offered(String call) {
        return organiser()
                .queryParam("state", "OPEN")
                .get("/api/v1/admin/calls/" + call + "/waiting-list/offers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.applicationId");
    }

    /** Seats are offered by and by: waits until these people, and nobody else, have an open offer. */
    static void awaitOffered(String call, String... people) {
        await().untilAsserted(() -> assertThat(offered(call)).containsExactly(people));
    }

    static ValidatableResponse own(String applicationId) {
        return given().header("Application-Link", Registrations.linkToken(applicationId))
                .get("/api/v1/self-service/waiting-list")
                .then();
    }

    static String offerOf(String applicationId) {
        return own(applicationId).statusCode(200).extract().path("offer.id");
    }

    static ValidatableResponse answer(String applicationId, String answer, String offerId) {
        return given().header("Application-Link", Registrations.linkToken(applicationId))
                .contentType(ContentType.JSON)
                .body(Map.of("offerId", offerId))
                .post("/api/v1/self-service/waiting-list/" + answer)
                .then();
    }

    static ValidatableResponse withdraw(String applicationId) {
        return ByLink.withdraw(Registrations.linkToken(applicationId));
    }
}
