package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;

import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.seat.Seats;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** What cities, the people whom they invite, and organisers do about one call. */
abstract class DelegationSteps {

    static final String PORTO = "CITY:porto";

    @Inject
    Registrations registrations;

    @Inject
    RemindInvited remindInvited;

    @Inject
    CloseInvitation closeInvitation;

    @Inject
    Clock clock;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    @Inject
    Seats seats;

    String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    ValidatableResponse plan() {
        return organiser().get("/api/v1/admin/calls/" + call + "/plan").then().statusCode(200);
    }

    String ofPorto() {
        Map<String, Object> person = Registrations.application(call);
        person.put("cityId", "porto");
        return Registrations.applied(person);
    }

    String ofPorto(String email) {
        Map<String, Object> person = application(call);
        person.put("cityId", "porto");
        person.put("email", email);
        return applied(person);
    }

    static ValidatableResponse answer(String application, String answer, String offer) {
        return given().header("Application-Link", linkToken(application))
                .contentType(ContentType.JSON)
                .body(Map.of("offerId", offer))
                .post("/api/v1/self-service/waiting-list/" + answer)
                .then();
    }

    String path(String rest) {
        return "/api/v1/partner/calls/" + call + rest;
    }

    static String address() {
        return "nominee-" + UUID.randomUUID() + "@example.org";
    }

    static Map<String, Object> nomination(String cityId, String email) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cityId", cityId);
        body.put("email", email);
        body.put("givenName", "Inês");
        body.put("familyName", "Nomeada");
        body.put("message", "Please come.");
        return body;
    }

    static Map<String, Object> acceptance() {
        Map<String, Object> body = application("none");
        List.of("callId", "email", "cityId").forEach(body::remove);
        return body;
    }

    String invited(String cityId, String email) {
        return invite(cityId, nomination(cityId, email))
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse invite(String as, Map<String, Object> body) {
        return invite(as, UUID.randomUUID().toString(), body);
    }

    ValidatableResponse invite(String as, String key, Map<String, Object> body) {
        return posted(as, key, path("/invitations"), body);
    }

    ValidatableResponse substitute(String as, String kind, String id, String email) {
        return posted(
                as,
                UUID.randomUUID().toString(),
                path("/" + kind + "/" + id + "/substitutions"),
                Map.of("email", email));
    }

    /** The invitation of somebody whom the city sends instead. */
    String substituted(String as, String kind, String id) {
        return substitute(as, kind, id, address()).statusCode(201).extract().path("id");
    }

    static ValidatableResponse posted(String as, String key, String path, Map<String, Object> body) {
        RequestSpecification request = city(as);
        return request.contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    ValidatableResponse revoke(String as, String id) {
        return city(as).delete(path("/invitations/" + id)).then();
    }

    ValidatableResponse list(String as) {
        return city(as).get(path("/invitations")).then().statusCode(200);
    }

    static ValidatableResponse own(String token) {
        return given().header("Invitation-Link", token)
                .get("/api/v1/invitation")
                .then();
    }

    static ValidatableResponse accept(String token, Map<String, Object> body) {
        return given().header("Invitation-Link", token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/invitation/acceptance")
                .then();
    }

    static ValidatableResponse decline(String token) {
        return given().header("Invitation-Link", token)
                .post("/api/v1/invitation/refusal")
                .then();
    }

    String applicationOf(String invitation) {
        return list("porto").extract().path("items.find { it.id == '" + invitation + "' }.applicationId");
    }

    static void state(String application, String state) {
        organiser()
                .get("/api/v1/admin/applications/" + application)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    void balance(String cityId, int limit, int held, int invited, int accepted, int free) {
        String row = "find { it.cityId == '" + cityId + "' }.";
        organiser()
                .get("/api/v1/admin/calls/" + call + "/delegations")
                .then()
                .statusCode(200)
                .body(row + "limit", equalTo(limit))
                .body(row + "held", equalTo(held))
                .body(row + "invited", equalTo(invited))
                .body(row + "accepted", equalTo(accepted))
                .body(row + "free", equalTo(free));
    }

    void kept(String cityId, int kept) {
        city(cityId)
                .get(path("/delegation"))
                .then()
                .statusCode(200)
                .body("find { it.cityId == '" + cityId + "' }.kept", equalTo(kept));
    }

    void undecided(String cityId, int undecided) {
        city(cityId)
                .get(path("/delegation"))
                .then()
                .statusCode(200)
                .body("find { it.cityId == '" + cityId + "' }.undecided", equalTo(undecided));
    }

    /** Moves a moment of the invitation two days back. */
    void shift(String id, String column) {
        shift(id, column, clock.instant().minus(Duration.ofDays(2)));
    }

    void shift(String id, String column, Instant past) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update invitation set " + column + " = :at where id = :id")
                        .setParameter("at", past)
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
    }

    long rowsHeld() {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from application where call_id = :call and bucket = 'CITY:porto'")
                        .setParameter("call", UUID.fromString(call))
                        .getSingleResult())
                .longValue());
    }

    ValidatableResponse closed() {
        return organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
    }

    void open(Map<String, Object> draft) {
        call = Registrations.opened(draft);
    }

    /** What is told on the topic with the first such fact. */
    String told(String id, String type) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(cast(convert_from(payload, 'UTF8') as jsonb) as text) from outbox_event where message_key = :id and type = :type"
                                + " order by aggregate_version limit 1",
                        String.class)
                .setParameter("id", id)
                .setParameter("type", "eu.urbact.infocus.registration." + type)
                .getSingleResult());
    }

    List<String> facts(String id) {
        return QuarkusTransaction.requiringNew().call(() -> ((List<?>) database.createNativeQuery(
                                "select replace(type, 'eu.urbact.infocus.registration.', '') from outbox_event where message_key = :id order by aggregate_version")
                        .setParameter("id", id)
                        .getResultList())
                .stream().map(String::valueOf).toList());
    }
}
