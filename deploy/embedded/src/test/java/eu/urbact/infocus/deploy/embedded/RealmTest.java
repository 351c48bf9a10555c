package eu.urbact.infocus.deploy.embedded;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts Keycloak with deploy/keycloak/infocus-realm.json and looks at what it puts into tokens. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealmTest {

    private static final String ELSEWHERE = "https://portal.example.org";
    private static final List<String> SERVICES =
            List.of("registration-service", "event-service", "cluster-directory-service", "notification-service");

    @TempDir
    private static Path directory;

    private static EmbeddedKeycloak keycloak;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        Path realm = Path.of(System.getProperty("infocus.repository"), "deploy", "keycloak", "infocus-realm.json");
        keycloak = new EmbeddedKeycloak(
                directory,
                directory.resolve("keycloak.log"),
                Ports.free(),
                realm,
                Map.of("INFOCUS_PORTAL_BASE_URL", ELSEWHERE),
                EmbeddedServers.shared().postgres());
        keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bilbao",
                "bielsko-biala",
                "bordeaux",
                "bucharest",
                "frankfurt",
                "grenoble",
                "ostrava",
                "plasencia",
                "porto",
                "torino"
            })
    void aCityBelongsToItsOrganizationAndHasNoRole(String city) throws Exception {
        JsonNode token = claims(password(city, city, "openid").path("access_token"));
        assertThat(texts(token.path("organization"))).containsExactly(city);
        assertThat(token.has("realm_access")).isFalse();
        assertThat(token.has("resource_access")).isFalse();
        assertThat(token.path("sub").asText()).isNotBlank();
        assertThat(token.path("iss").asText()).isEqualTo(keycloak.issuer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organiser", "desk", "auditor"})
    void aRoleIsNotACity(String role) throws Exception {
        JsonNode token = claims(password(role, role, "openid").path("access_token"));
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly(role);
        assertThat(token.has("organization")).isFalse();
        assertThat(token.has("resource_access")).isFalse();
    }

    @Test
    void theTokenOfAPersonIsForAllServicesAndLivesFiveMinutes() throws Exception {
        JsonNode token = claims(password("porto", "porto", "openid").path("access_token"));
        assertThat(texts(token.path("aud"))).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void desksThatShareAnAccountSignInAtTheSameMoment() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(8);
        try {
            List<Future<JsonNode>> answers =
                    desks.invokeAll(Collections.nCopies(16, () -> password("desk", "desk", "openid")));
            for (Future<JsonNode> answer : answers) {
                assertThat(answer.get().path("error").asText()).isEmpty();
                assertThat(answer.get().has("access_token")).isTrue();
            }
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void anIdTokenIsNoAccessToken() throws Exception {
        JsonNode answer = password("porto", "porto", "openid");
        JsonNode id = claims(answer.path("id_token"));
        assertThat(id.path("typ").asText()).isEqualTo("ID");
        assertThat(id.path("aud").asText()).isEqualTo("demo-cli");
        assertThat(claims(answer.path("access_token")).path("typ").asText()).isEqualTo("Bearer");
    }

    @Test
    void notificationServiceMayLookUpRecipientsAndNothingElse() throws Exception {
        JsonNode token = claims(clientCredentials("notification-service", "notification-service-local-secret")
                .path("access_token"));
        assertThat(token.path("aud").asText()).isEqualTo("registration-service");
        assertThat(token.path("scope").asText()).isEqualTo("recipients:read");
        assertThat(token.path("sub").asText()).isNotBlank();
        assertThat(token.path("azp").asText()).isEqualTo("notification-service");
        assertThat(token.has("realm_access")).isFalse();
        assertThat(token.has("organization")).isFalse();
    }

    @Test
    void nobodyElseGetsTheScopeForRecipients() throws Exception {
        assertThat(password("organiser", "organiser", "openid recipients:read")
                        .path("error")
                        .asText())
                .isEqualTo("invalid_scope");
        assertThat(claims(password("organiser", "organiser", "openid").path("access_token"))
                        .path("scope")
                        .asText())
                .doesNotContain("recipients:read");
    }

    @Test
    void theLoaderActsAsAnOrganiser() throws Exception {
        JsonNode token = claims(clientCredentials("workshop-loader", "workshop-loader-local-secret")
                .path("access_token"));
        assertThat(texts(token.path("aud"))).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(texts(token.at("/realm_access/roles"))).containsExactly("organiser");
    }

    @Test
    void aTokenOfAnotherClientIsForNoService() throws Exception {
        JsonNode answer = form(Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", "organiser", "password", "organiser"));
        JsonNode token = claims(answer.path("access_token"));
        assertThat(token.has("aud")).isFalse();
        assertThat(token.has("realm_access")).isFalse();
    }

    @Test
    void thePortalNeedsPkceAndAKnownAddress() throws Exception {
        HttpResponse<String> without = authorize(ELSEWHERE + "/x", "");
        assertThat(without.statusCode()).isEqualTo(302);
        assertThat(without.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("code_challenge_method"));

        String pkce = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=";
        assertThat(authorize(ELSEWHERE + "/x", pkce + "plain").statusCode()).isEqualTo(302);
        assertThat(authorize("https://evil.example.org/x", pkce + "S256").statusCode())
                .isEqualTo(400);
        assertThat(authorize("http://127.0.0.1:8080/x", pkce + "S256").statusCode())
                .isEqualTo(200);
        HttpResponse<String> page = authorize(ELSEWHERE + "/x", pkce + "S256");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"username\"").contains("name=\"password\"");
    }

    @Test
    void signingInAtThePortalGivesACode() throws Exception {
        String pkce = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        HttpResponse<String> page = authorize("http://localhost:8080/x", pkce);
        Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
        assertThat(action.find()).isTrue();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(page))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                encoded(Map.of("username", "porto", "password", "porto"))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(location -> assertThat(location)
                .startsWith("http://localhost:8080/x?")
                .contains("code="));
    }

    @Test
    void thePortalTakesNoPasswords() throws Exception {
        JsonNode answer = form(Map.of(
                "grant_type", "password",
                "client_id", "web-portal",
                "client_secret", "web-portal-local-secret",
                "username", "porto",
                "password", "porto"));
        assertThat(answer.path("error").asText()).isEqualTo("unauthorized_client");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void guessingPasswordsLocksTheAccountForAWhile() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(password("torino", "wrong", "openid").has("access_token"))
                    .isFalse();
        }
        assertThat(password("torino", "torino", "openid").has("access_token")).isFalse();
    }

    private HttpResponse<String> authorize(String redirect, String more) throws Exception {
        String query = encoded(Map.of(
                "client_id", "web-portal", "response_type", "code", "scope", "openid", "redirect_uri", redirect));
        return http.send(
                HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/auth?" + query + more))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** By hand: like a browser, and unlike java.net, we trust localhost with "Secure" cookies. */
    private static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private JsonNode password(String user, String password, String scope) throws Exception {
        return form(Map.of(
                "grant_type", "password",
                "client_id", "demo-cli",
                "username", user,
                "password", password,
                "scope", scope));
    }

    private JsonNode clientCredentials(String client, String secret) throws Exception {
        return form(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private JsonNode form(Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode claims(JsonNode token) throws Exception {
        assertThat(token.isTextual()).isTrue();
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(token.asText().split("\\.")[1]));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
