package eu.urbact.infocus.deploy.acceptance;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Tokens of the real Keycloak. */
final class Tokens {

    /**
     * Two sign-ins of one person at the same moment look like an attack to Keycloak, so they follow one another. It may still be busy with the
     * first after it has answered: then the second is asked for again.
     */
    static final Object ONE_AT_A_TIME = new Object();

    private static final Platform PLATFORM = Platform.get();

    private Tokens() {}

    /** Value of the Authorization header for a person of the demo, whose password is the name. */
    static String of(String person) {
        return "Bearer " + tokens(person).path("access_token").asText();
    }

    /** The person's ID token, which opens nothing. */
    static String idTokenOf(String person) {
        return "Bearer " + tokens(person).path("id_token").asText();
    }

    private static JsonNode tokens(String person) {
        return tokens(person, "demo-cli");
    }

    private static JsonNode tokens(String person, String client) {
        return ask(Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", person,
                "password", person,
                "scope", "openid"));
    }

    /** A service's own token. */
    static String ofService(String client) {
        return "Bearer "
                + ask(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client,
                                "client_secret",
                                client + "-local-secret"))
                        .path("access_token")
                        .asText();
    }

    /** A token of Keycloak's own administration, which names no service as its audience. */
    static String administrator() {
        return "Bearer "
                + Api.postForm(
                                PLATFORM.url("keycloak") + "/realms/master/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "admin-cli",
                                        "username", "admin",
                                        "password", "admin"))
                        .expect(200)
                        .json()
                        .path("access_token")
                        .asText();
    }

    /** An organiser's token, of this realm, for Keycloak's own command line: it names no service as its audience. */
    static String otherAudience() {
        return "Bearer " + tokens("organiser", "admin-cli").path("access_token").asText();
    }

    /** A token of this person that has expired. Keycloak is told to give this client short tokens for a moment. */
    static String expiredOf(String person) {
        // whoever asks for a token meanwhile would get such a short one, too
        synchronized (ONE_AT_A_TIME) {
            return tokenOfOneSecond(person);
        }
    }

    private static String tokenOfOneSecond(String person) {
        String clients = PLATFORM.url("keycloak") + "/admin/realms/infocus/clients";
        JsonNode client = Api.get(clients + "?clientId=demo-cli", "Authorization", administrator())
                .expect(200)
                .json()
                .get(0);
        Map<String, Object> attributes = new HashMap<>();
        client.path("attributes")
                .properties()
                .forEach(a -> attributes.put(a.getKey(), a.getValue().asText()));
        attributes.put("access.token.lifespan", "1");
        Map<String, Object> changed = Map.of("clientId", "demo-cli", "attributes", attributes);
        Api.put(clients + "/" + client.path("id").asText(), changed, "Authorization", administrator())
                .expect(204);
        String token = of(person);
        attributes.put("access.token.lifespan", "");
        Api.put(clients + "/" + client.path("id").asText(), changed, "Authorization", administrator())
                .expect(204);
        return token;
    }

    private static JsonNode ask(Map<String, String> form) {
        synchronized (ONE_AT_A_TIME) {
            return Eventually.get(
                            "a token",
                            () -> Api.postForm(
                                    PLATFORM.url("keycloak") + "/realms/infocus/protocol/openid-connect/token", form),
                            answer -> answer.status() == 200)
                    .json();
        }
    }
}
