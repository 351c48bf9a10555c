package eu.urbact.infocus.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.RememberWorkshop;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** Calls and applications to test with, made through the API as people make them. */
@ApplicationScoped
public class Registrations {

    private static final String TOPIC = "infocus.registration.v1";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static {
        // what comes by way of the topic or of another thread may be late on a busy machine
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final RememberWorkshop rememberWorkshop;
    private final Calls calls;
    private final EntityManager database;

    Registrations(RememberWorkshop rememberWorkshop, Calls calls, EntityManager database) {
        this.rememberWorkshop = rememberWorkshop;
        this.calls = calls;
        this.database = database;
    }

    /** A workshop of its own, as the event-service has announced it. */
    public String announcedWorkshop() {
        return announcedWorkshop("2016-11-23T12:30:00Z", "2016-11-25T13:00:00Z");
    }

    /** The same on other days. */
    public String announcedWorkshop(String startsAt, String endsAt) {
        return announced(UUID.randomUUID(), Instant.parse(startsAt), Instant.parse(endsAt), BERLIN);
    }

    /** The workshop of a call is held at another time, in Berlin. */
    public void workshopIs(String callId, Instant startsAt, Instant endsAt) {
        workshopIs(callId, startsAt, endsAt, BERLIN);
    }

    /** The same elsewhere. */
    public void workshopIs(String callId, Instant startsAt, Instant endsAt, ZoneId zone) {
        UUID workshop = QuarkusTransaction.requiringNew()
                .call(() -> calls.findById(UUID.fromString(callId)).workshopId());
        announced(workshop, startsAt, endsAt, zone);
    }

    /** The days of the workshop of a call were announced two weeks ago, so that nobody takes days of the past for a slip any more. */
    public void daysAreNoSlip(String callId) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update workshop_view set moved_at = moved_at - interval '336 hours' where id ="
                                + " (select workshop_id from call_for_participation where id = :call)")
                .setParameter("call", UUID.fromString(callId))
                .executeUpdate());
    }

    /** The workshop of a call is held in this house, on its usual days. */
    public void venueIs(String callId, String name, String address) {
        UUID workshop = QuarkusTransaction.requiringNew()
                .call(() -> calls.findById(UUID.fromString(callId)).workshopId());
        rememberWorkshop.remember(new RememberWorkshop.Announcement(
                workshop,
                "workshop-" + workshop,
                "Workshop of the test",
                "frankfurt",
                Instant.parse("2016-11-23T12:30:00Z"),
                Instant.parse("2016-11-25T13:00:00Z"),
                BERLIN,
                name,
                address));
    }

    /** The workshop of a call has another name, on its usual days. */
    public void workshopIsCalled(String callId, String title) {
        UUID workshop = QuarkusTransaction.requiringNew()
                .call(() -> calls.findById(UUID.fromString(callId)).workshopId());
        rememberWorkshop.remember(new RememberWorkshop.Announcement(
                workshop,
                "workshop-" + workshop,
                title,
                "frankfurt",
                Instant.parse("2016-11-23T12:30:00Z"),
                Instant.parse("2016-11-25T13:00:00Z"),
                BERLIN,
                null,
                null));
    }

    private String announced(UUID id, Instant startsAt, Instant endsAt, ZoneId zone) {
        String slug = "workshop-" + id;
        rememberWorkshop.remember(new RememberWorkshop.Announcement(
                id, slug, "Workshop of the test", "frankfurt", startsAt, endsAt, zone, null, null));
        return slug;
    }

    /** An open call with seats for Porto (3), Bilbao (3), contributors (2) and others (2): ten in all. */
    public String openCall() {
        return openCall(Map.of("CITY:porto", 3, "CITY:bilbao", 3, "CONTRIBUTORS", 2, "OPEN", 2), 10);
    }

    public String openCall(Map<String, Integer> buckets, int capacity) {
        return opened(call(announcedWorkshop(), buckets, capacity));
    }

    /** Drafts the call, opens it, and returns its id. */
    public static String opened(Map<String, Object> call) {
        String id = draft(call).statusCode(201).extract().path("id");
        open(id);
        return id;
    }

    public static void open(String callId) {
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + callId + "/opening")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse draft(Map<String, Object> call) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(call)
                .post("/api/v1/admin/calls")
                .then();
    }

    /** A question of a call, asked with the application. */
    public static Map<String, Object> question(String key, String type, boolean required, List<String> choices) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("key", key);
        question.put("type", type);
        question.put("label", "About " + key + "?");
        question.put("required", required);
        question.put("choices", choices);
        question.put("purpose", "To plan the day.");
        question.put("retentionDays", 30);
        return question;
    }

    public static Map<String, Object> call(String workshopSlug, Map<String, Integer> buckets, int capacity) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("workshopSlug", workshopSlug);
        call.put("opensAt", "2016-09-26T09:00:00+02:00");
        call.put("closesAt", "2016-11-04T18:00:00+01:00");
        call.put("zone", "Europe/Berlin");
        call.put("capacity", capacity);
        call.put("eligibility", "Cluster managers and practitioners.");
        call.put("offered", List.of("Sessions", "Meals"));
        call.put("notOffered", List.of("Accommodation"));
        call.put(
                "buckets",
                buckets.entrySet().stream()
                        .map(bucket ->
                                Map.of("code", bucket.getKey(), "label", bucket.getKey(), "limit", bucket.getValue()))
                        .toList());
        return call;
    }

    /** A person who comes with Porto. */
    public static Map<String, Object> application(String callId) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("callId", callId);
        application.put("givenName", "Zdeňka");
        application.put("familyName", "Quellenfinder");
        application.put("email", "person-" + UUID.randomUUID() + "@example.org");
        application.put("organisation", "Cluster of the Test");
        application.put("position", "Manager");
        application.put("cityId", "porto");
        application.put("country", "PT");
        application.put("profile", "CLUSTER_MANAGER");
        application.put("motivation", "I bring a question.\nAnd a case.");
        application.put("privacyAccepted", true);
        return application;
    }

    public static ValidatableResponse apply(Map<String, Object> application) {
        return given().contentType(ContentType.JSON)
                .body(application)
                .post("/api/v1/applications")
                .then();
    }

    /** Applies and returns the application's id. */
    public static String applied(Map<String, Object> application) {
        return apply(application).statusCode(201).extract().path("id");
    }

    /** Applies, gets a place and returns the application's id. */
    public static String admitted(Map<String, Object> application) {
        String id = applied(application);
        decide(id, "ADMIT").statusCode(200);
        return id;
    }

    public static ValidatableResponse decide(String applicationId, String decision) {
        return decide(applicationId, "*", Map.of("decision", decision, "reasonCode", "OTHER"));
    }

    public static ValidatableResponse decide(String applicationId, String ifMatch, Map<String, Object> decision) {
        return organiser()
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(decision)
                .post("/api/v1/admin/applications/" + applicationId + "/decisions")
                .then();
    }

    /** The lists of meals, visits and buses are there, and closed at this time. */
    public static void freezeListsAt(String callId, String time) {
        organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("freezeAt", time))
                .put("/api/v1/admin/calls/" + callId + "/logistics/settings")
                .then()
                .statusCode(200);
    }

    /** A dinner that people may choose; its id. */
    public static String openDinner(String callId, String title) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "kind",
                        "DINNER",
                        "title",
                        title,
                        "startsAt",
                        "2016-11-24T20:00:00+01:00",
                        "meetingPoint",
                        "Hanauer Landstraße 126-128",
                        "companionsWelcome",
                        true,
                        "placeLimit",
                        3))
                .post("/api/v1/admin/calls/" + callId + "/logistics/options")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A hotel with so many single rooms in the night of 23 November. */
    public static void openHotel(String callId, int rooms) {
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "Plain",
                        "address", "Street 1, Frankfurt am Main",
                        "category", "Comfort",
                        "releaseAt", "2016-11-03T18:00:00+01:00",
                        "nights",
                                List.of(Map.of(
                                        "roomType",
                                        "SINGLE",
                                        "night",
                                        "2016-11-23",
                                        "rooms",
                                        rooms,
                                        "priceCents",
                                        9_000))))
                .post("/api/v1/admin/calls/" + callId + "/hotels")
                .then()
                .statusCode(201);
    }

    /** Offers seats from now on. */
    public static void startWaitingList(String callId, int offerHours, int cutOffHours) {
        waitingList(callId, true, offerHours, cutOffHours).statusCode(200);
    }

    public static ValidatableResponse waitingList(String callId, boolean running, int offerHours, int cutOffHours) {
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("running", running, "offerHours", offerHours, "cutOffHours", cutOffHours))
                .put("/api/v1/admin/calls/" + callId + "/waiting-list/settings")
                .then();
    }

    /** What people who have the link have to do. */
    public static ValidatableResponse tasksOf(String link) {
        return given().header("Application-Link", link)
                .get("/api/v1/self-service/tasks")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse comment(String applicationId, String text) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/admin/applications/" + applicationId + "/review/comments")
                .then();
    }

    public static ValidatableResponse vote(String applicationId, String vote) {
        return organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("vote", vote))
                .put("/api/v1/admin/applications/" + applicationId + "/review/vote")
                .then();
    }

    /** The seats of a bucket that are held. */
    public static int held(String callId, String bucket) {
        return seats(callId).extract().path("buckets.find { it.code == '" + bucket + "' }.held");
    }

    /** The kinds of facts that were told about an application, an invitation or a call, oldest first. */
    public static List<String> facts(String key) {
        return Topics.read(TOPIC, key).stream()
                .map(fact -> fact.type()
                        .replace("eu.urbact.infocus.registration.", "")
                        .replace(".v1", ""))
                .toList();
    }

    /** The same with those that are on their way to the topic: what is not among them is not told. */
    public List<String> told(String key) {
        return QuarkusTransaction.requiringNew().call(() -> ((List<?>) calls.getEntityManager()
                        .createNativeQuery(
                                "select type from outbox_event where message_key = :key order by aggregate_version",
                                String.class)
                        .setParameter("key", key)
                        .getResultList())
                .stream()
                        .map(type -> type.toString()
                                .replace("eu.urbact.infocus.registration.", "")
                                .replace(".v1", ""))
                        .toList());
    }

    /** What was told about an application, an invitation or a call as it lies on the topic, when all of it has come there. */
    public List<Topics.Delivered> delivered(String key) {
        int told = told(key).size();
        return await().until(() -> Topics.read(TOPIC, key), records -> records.size() >= told);
    }

    /** All that has happened to an application, as organisers read it. */
    public static ValidatableResponse history(String applicationId) {
        return organiser()
                .get("/api/v1/admin/applications/" + applicationId + "/history")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse seats(String callId) {
        return organiser()
                .get("/api/v1/admin/calls/" + callId + "/seats")
                .then()
                .statusCode(200);
    }

    /** The token of the person's link, as the notification-service gets it. */
    public static String linkToken(String applicationId) {
        String link = recipients(applicationId).statusCode(200).extract().path("recipients[0].link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    public static ValidatableResponse recipients(String applicationId) {
        return given().auth()
                .oauth2(TestTokens.service("notification-service", "recipients:read")
                        .token())
                .contentType(ContentType.JSON)
                .body(Map.of("applicationIds", List.of(applicationId)))
                .post("/api/v1/internal/recipients")
                .then();
    }

    public static RequestSpecification organiser() {
        return given().auth().oauth2(TestTokens.organiser().token());
    }

    /** Somebody else with the same rights. */
    public static RequestSpecification secondOrganiser() {
        return given().auth()
                .oauth2(TestTokens.user("second-organiser", Set.of("organiser"), List.of())
                        .token());
    }

    public static RequestSpecification city(String cityId) {
        return given().auth().oauth2(TestTokens.city(cityId).token());
    }
}
