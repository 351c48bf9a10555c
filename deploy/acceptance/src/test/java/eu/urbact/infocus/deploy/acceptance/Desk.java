package eu.urbact.infocus.deploy.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.deploy.acceptance.Api.Reply;

/** A workshop with its call, through the APIs: what an organiser's system would do. */
final class Desk {

    private static final String EVENT = Platform.get().url("event");
    private static final String REGISTRATION = Platform.get().url("registration");

    private final String slug;
    private final String callId;

    private Desk(String slug, String callId) {
        this.slug = slug;
        this.callId = callId;
    }

    /** The call of the Frankfurt workshop. */
    static Desk frankfurt() {
        return new Desk(
                "frankfurt-2016", openCallOf("frankfurt-2016").path("id").asText());
    }

    /** A workshop of its own with an open call, so that tests do not take each other's seats. */
    static Desk of(String name, Map<String, Integer> buckets) {
        return of(name, buckets, "2016-12-01", "2016-12-01");
    }

    /** The same on other days. */
    static Desk of(String name, Map<String, Integer> buckets, String firstDay, String lastDay) {
        Desk desk = draft(name, buckets, firstDay, lastDay);
        String call = REGISTRATION + "/api/v1/admin/calls/" + desk.callId;
        String etag = Api.get(call, "Authorization", Tokens.of("organiser"))
                .expect(200)
                .etag();
        Api.post(call + "/opening", "", "Authorization", Tokens.of("organiser"), "If-Match", etag)
                .expect(200);
        return desk;
    }

    private static Desk draft(String name, Map<String, Integer> buckets, String firstDay, String lastDay) {
        String organiser = Tokens.of("organiser");
        String slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        Reply imported = Api.postYaml(
                        EVENT + "/api/v1/admin/programme-imports",
                        programme(slug, firstDay, lastDay),
                        "Authorization",
                        organiser)
                .expect(201);
        Api.post(
                        EVENT + "/api/v1/admin/workshops/" + slug + "/releases",
                        "",
                        "Authorization",
                        organiser,
                        "If-Match",
                        imported.etag())
                .expect(201);
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("workshopSlug", slug);
        call.put("opensAt", "2016-09-26T09:00:00+02:00");
        // no call closes after its workshop ends
        call.put(
                "closesAt",
                lastDay.compareTo("2016-11-12") < 0 ? lastDay + "T17:00:00+01:00" : "2016-11-11T18:00:00+01:00");
        call.put("zone", "Europe/Berlin");
        call.put(
                "capacity",
                buckets.values().stream().mapToInt(Integer::intValue).sum());
        call.put("eligibility", "Everybody.");
        call.put("offered", List.of());
        call.put("notOffered", List.of());
        call.put(
                "buckets",
                buckets.entrySet().stream()
                        .map(bucket -> Map.of(
                                "code",
                                bucket.getKey(),
                                "label",
                                bucket.getKey().replace("CITY:", ""),
                                "limit",
                                bucket.getValue()))
                        .toList());
        // registration-service learns of the workshop by an event
        Reply drafted = Eventually.get(
                "registration-service knows the workshop",
                () -> Api.post(REGISTRATION + "/api/v1/admin/calls", call, "Authorization", organiser),
                reply -> !reply.body().contains("workshop-unknown"));
        return new Desk(slug, drafted.expect(201).json().path("id").asText());
    }

    private static String programme(String slug, String firstDay, String lastDay) {
        return """
                format: 1
                series:
                  slug: acceptance
                  title: Acceptance tests
                workshop:
                  slug: %1$s
                  number: 1
                  title: Workshop of a test, %1$s
                  theme: Testing
                  summary: Made by a test.
                  hostCity: porto
                  city: Porto
                  country: PT
                  zone: Europe/Lisbon
                  starts: %2$sT09:00
                  ends: %3$sT17:00
                venues:
                  - id: here
                    name: Here
                    city: Porto
                days:
                  - date: %2$s
                    label: The day
                    items:
                      - id: opening
                        start: 09:00
                        end: 10:00
                        type: OPENING
                        title: Opening
                        venue: here
                """.formatted(slug, firstDay, lastDay);
    }

    private static JsonNode openCallOf(String slug) {
        return Api.get(REGISTRATION + "/api/v1/calls?workshop=" + slug)
                .expect(200)
                .json()
                .get(0);
    }

    String slug() {
        return slug;
    }

    String callId() {
        return callId;
    }

    /** An application that nothing is wrong with. */
    Map<String, Object> application(String familyName, String email, String cityId) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("callId", callId);
        application.put("givenName", "Test");
        application.put("familyName", familyName);
        application.put("email", email);
        application.put("organisation", "Acceptance");
        application.put("cityId", cityId);
        application.put("country", "PT");
        application.put("profile", "EXPERT");
        application.put("motivation", "To see whether it works.");
        application.put("privacyAccepted", true);
        application.values().removeIf(java.util.Objects::isNull);
        return application;
    }

    /** Applies; the answer is not looked at. */
    static Reply apply(Map<String, Object> application, String... headers) {
        return Api.post(REGISTRATION + "/api/v1/applications", application, headers);
    }

    /** Closes the call. */
    void close() {
        String call = REGISTRATION + "/api/v1/admin/calls/" + callId;
        String organiser = Tokens.of("organiser");
        String etag = Api.get(call, "Authorization", organiser).expect(200).etag();
        Api.post(call + "/closing", "", "Authorization", organiser, "If-Match", etag)
                .expect(200);
    }

    /** All applications for the call. */
    List<JsonNode> applications(String organiser) {
        List<JsonNode> all = new java.util.ArrayList<>();
        int page = 0;
        long total;
        do {
            JsonNode answer = Api.get(
                            REGISTRATION + "/api/v1/admin/applications?size=200&call=" + callId + "&page=" + page,
                            "Authorization",
                            organiser)
                    .expect(200)
                    .json();
            answer.path("items").forEach(all::add);
            total = answer.path("total").asLong();
            page++;
        } while (all.size() < total);
        return all;
    }

    /** Decides as somebody who has just read the application. */
    static Reply decide(JsonNode application, String decision, String organiser) {
        return Api.post(
                REGISTRATION + "/api/v1/admin/applications/"
                        + application.path("id").asText() + "/decisions",
                Map.of("decision", decision),
                "Authorization",
                organiser,
                "If-Match",
                "\"v" + application.path("version").asLong() + "\"");
    }

    /** The seats of the call. */
    JsonNode seats(String organiser) {
        return Api.get(REGISTRATION + "/api/v1/admin/calls/" + callId + "/seats", "Authorization", organiser)
                .expect(200)
                .json();
    }
}
