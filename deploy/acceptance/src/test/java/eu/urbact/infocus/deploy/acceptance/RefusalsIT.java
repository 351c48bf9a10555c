package eu.urbact.infocus.deploy.acceptance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.deploy.acceptance.Api.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody gets, with tokens of the real Keycloak and input of every bad kind. */
@Order(40)
class RefusalsIT {

    private static final Platform PLATFORM = Platform.get();
    private static final String REGISTRATION = PLATFORM.url("registration");
    private static final String APPLICATIONS = REGISTRATION + "/api/v1/applications";
    private static final String PARTNER = REGISTRATION + "/api/v1/partner/applications";
    private static final String ADMIN = REGISTRATION + "/api/v1/admin/applications";

    @Test
    void aCityNeverSeesAnotherCitysPeople() {
        String bilbao = application("bilbao");
        String porto = application("porto");
        String token = Tokens.of("porto");

        Reply foreign = Api.get(PARTNER + "/" + bilbao, "Authorization", token);
        Reply missing = Api.get(PARTNER + "/" + UUID.randomUUID(), "Authorization", token);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(withoutIds(foreign.body())).isEqualTo(withoutIds(missing.body()));
        assertThat(Api.get(PARTNER + "/" + porto, "Authorization", token).status())
                .isEqualTo(200);
        JsonNode list = Api.get(PARTNER + "?size=200", "Authorization", token)
                .expect(200)
                .json();
        assertThat(list.path("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("cityId").asText()).isEqualTo("porto"));
        try (Site partner = Site.open(Site.WIDE).signIn("porto")) {
            assertThat(partner.go("/partner/applications/" + bilbao)).isEqualTo(404);
            assertThat(partner.go("/partner/applications/" + porto)).isEqualTo(200);
            assertThat(partner.go("/org/applications/" + porto)).isEqualTo(403);
        }
    }

    @Test
    void aPartnerCannotDecideAndCallsNoAdminApi() {
        String token = Tokens.of("porto");
        String own = application("porto");

        Reply decision = Api.post(
                ADMIN + "/" + own + "/decisions",
                Map.of("decision", "ADMIT"),
                "Authorization",
                token,
                "If-Match",
                "\"v0\"");

        assertThat(decision.status()).isEqualTo(403);
        for (String url : adminApis()) {
            assertThat(Api.get(url, "Authorization", token).status()).as(url).isEqualTo(403);
            assertThat(Api.get(url, "Authorization", Tokens.of("desk")).status())
                    .as(url)
                    .isEqualTo(403);
            assertThat(Api.get(url).status()).as(url).isEqualTo(401);
            assertThat(Api.get(url, "Authorization", Tokens.of("organiser")).status())
                    .as(url)
                    .isEqualTo(200);
        }
    }

    private static List<String> adminApis() {
        return List.of(
                ADMIN,
                REGISTRATION + "/api/v1/admin/calls",
                PLATFORM.url("event") + "/api/v1/admin/workshops/frankfurt-2016/draft",
                PLATFORM.url("notification") + "/api/v1/admin/mails");
    }

    @Test
    void tokensThatAreNotForThis() {
        String expired = Tokens.expiredOf("organiser");
        assertThat(Api.get(ADMIN, "Authorization", Tokens.idTokenOf("organiser"))
                        .status())
                .as("ID token")
                .isEqualTo(401);
        assertThat(Api.get(ADMIN, "Authorization", Tokens.administrator()).status())
                .as("another realm")
                .isEqualTo(401);
        assertThat(Api.get(ADMIN, "Authorization", Tokens.otherAudience()).status())
                .as("another audience")
                .isEqualTo(401);
        assertThat(Api.get(
                                PLATFORM.url("event") + "/api/v1/admin/workshops/frankfurt-2016/draft",
                                "Authorization",
                                Tokens.ofService("notification-service"))
                        .status())
                .as("registration's audience at event-service")
                .isEqualTo(401);
        assertThat(Api.get(ADMIN, "Authorization", "Bearer " + "x".repeat(200)).status())
                .isEqualTo(401);
        assertThat(Api.get(ADMIN, "Authorization", tampered(Tokens.of("organiser")))
                        .status())
                .as("changed by hand")
                .isEqualTo(401);
        Eventually.so(
                "an expired token is refused",
                () -> Api.get(ADMIN, "Authorization", expired).status() == 401);
    }

    private static String tampered(String token) {
        int end = token.length() - 10;
        char other = token.charAt(end) == 'A' ? 'B' : 'A';
        return token.substring(0, end) + other + token.substring(end + 1);
    }

    @Test
    void closedCall() {
        Desk desk = Desk.of("closed", Map.of("OPEN", 1));
        desk.close();

        Reply refused = Desk.apply(desk.application("Late", "late@refused.example.org", null));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("call-not-open");
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of("givenName", ""),
                Arguments.of("givenName", " "),
                Arguments.of("givenName", "x".repeat(10_000)),
                Arguments.of("givenName", "An\u0000a"),
                Arguments.of("givenName", "Ana\r\nBcc: all@example.org"),
                Arguments.of("familyName", "=cmd()"),
                Arguments.of("familyName", "<script>alert(1)</script>"),
                Arguments.of("organisation", "+1"),
                Arguments.of("organisation", "@SUM(A1)"),
                Arguments.of("email", "nobody"),
                Arguments.of("email", "a@b@c.example"),
                Arguments.of("email", "a@example.org\r\nBcc: b@example.org"),
                Arguments.of("country", "XX"),
                Arguments.of("cityId", "atlantis"),
                Arguments.of("profile", "KING"),
                Arguments.of("callId", UUID.randomUUID().toString()),
                Arguments.of("callId", "1; drop table application"),
                Arguments.of("motivation", "x".repeat(5_000)),
                Arguments.of("language", "tlh"),
                Arguments.of("privacyAccepted", false),
                Arguments.of("state", "ADMITTED"),
                Arguments.of("bucket", "OPEN"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void badInputIsNamed(String field, Object value) {
        Map<String, Object> application = new LinkedHashMap<>(
                Desk.frankfurt().application("Bad", UUID.randomUUID() + "@refused.example.org", null));
        application.put(field, value);

        Reply refused = Desk.apply(application);

        assertThat(refused.status()).as(refused.body()).isIn(400, 422);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.json().path("errors"))
                .anySatisfy(error -> assertThat(error.path("field").asText()).endsWith(field));
        assertThat(refused.body()).doesNotContain("Exception", "at eu.", "at java", "SQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"callId\":{}}", "{\"givenName\":[1,2]}", "\u0000"})
    void malformedBodies(String body) {
        Reply refused = Api.post(APPLICATIONS, body);

        assertThat(refused.status()).as(refused.body()).isIn(400, 422);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.body()).doesNotContain("Exception", "jackson", "at eu.");
    }

    @Test
    void missingEverything() {
        Reply refused = Api.post(APPLICATIONS, Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .map(field -> field.substring(field.lastIndexOf('.') + 1))
                .contains("callId", "givenName", "familyName", "email", "organisation", "country", "profile");
    }

    @Test
    void personalLinksThatAreNotGenuine() {
        String address = UUID.randomUUID() + "@refused.example.org";
        Desk.apply(Desk.frankfurt().application("Linked", address, null)).expect(201);
        String link = Mails.link(Mails.awaited(address, 1));
        String token = link.substring(link.lastIndexOf('/') + 1);
        String self = REGISTRATION + "/api/v1/self-service/application";

        assertThat(Api.get(self, "Application-Link", token).status()).isEqualTo(200);
        assertThat(Api.get(self).status()).isEqualTo(404);
        for (String bad : List.of(
                "x", token + "x", token.substring(1), token.substring(0, token.length() - 1), tampered(token))) {
            assertThat(Api.get(self, "Application-Link", bad).status()).as(bad).isEqualTo(404);
        }
    }

    @Test
    void sameKeySameAnswerOtherBodyRefused() {
        String address = UUID.randomUUID() + "@refused.example.org";
        String key = UUID.randomUUID().toString();
        Map<String, Object> application = Desk.frankfurt().application("Key", address, null);
        Map<String, Object> other = new HashMap<>(application);
        other.put("organisation", "Other");

        Reply first = Desk.apply(application, "Idempotency-Key", key).expect(201);
        Reply second = Desk.apply(application, "Idempotency-Key", key).expect(201);
        Reply third = Desk.apply(other, "Idempotency-Key", key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(third.status()).isEqualTo(422);
        assertThat(third.problem()).isEqualTo("idempotency-key-reused");
        Mails.awaited(address, 1);
        assertThat(Mails.to(address)).hasSize(1);
    }

    /** Somebody's application for a city; its id. */
    private static String application(String city) {
        String address = UUID.randomUUID() + "@refused.example.org";
        Desk.apply(Desk.frankfurt().application("Delegate", address, city)).expect(201);
        return Api.get(ADMIN + "?q=" + Api.encode(address), "Authorization", Tokens.of("organiser"))
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asText();
    }

    private static String withoutIds(String problem) {
        return problem.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }
}
