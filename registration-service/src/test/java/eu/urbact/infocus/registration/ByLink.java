package eu.urbact.infocus.registration;

import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;

/** What people read and do with the link to their application; {@link Registrations#linkToken} says how it ends. */
public final class ByLink {

    private ByLink() {}

    public static ValidatableResponse application(String token) {
        return given().header("Application-Link", token)
                .get("/api/v1/self-service/application")
                .then();
    }

    public static ValidatableResponse withdraw(String token) {
        return given().header("Application-Link", token)
                .post("/api/v1/self-service/withdrawal")
                .then();
    }

    /** All that is kept about the person. */
    public static ValidatableResponse ownData(String token) {
        return given().header("Application-Link", token)
                .get("/api/v1/self-service/own-data")
                .then();
    }
}
