package eu.urbact.infocus.registration.selfservice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static org.assertj.core.api.Assertions.assertThat;

/** However the address of an operation is spelt, whoever reaches it is counted. With limits that are soon used up. */
@QuarkusTest
@WithEmbeddedServers
@TestProfile(SpeltOtherwiseTest.LowLimits.class)
class SpeltOtherwiseTest {

    private static final int ALLOWED = 3;

    /** Every limit of the service allows little, and gives it back slowly. */
    public static class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            String limits = "infocus.rate-limit.limits.";
            String allowed = String.valueOf(ALLOWED);
            return Map.of(
                    limits + "link-look-up.allowed",
                    allowed,
                    limits + "link-look-up.per",
                    "1h",
                    limits + "link-request.allowed",
                    allowed,
                    limits + "link-request.per",
                    "1h",
                    limits + "apply.allowed",
                    allowed,
                    limits + "apply.per",
                    "1h");
        }
    }

    @Inject
    Registrations registrations;

    @TestHTTPResource
    URI service;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void guessing_links() throws Exception {
        String link = linkToken(applied(application(registrations.openCall())));
        List<String> served = new ArrayList<>();
        for (String address : spellings("self-service/application")) {
            if (look(address, link, source()) == 200) {
                served.add(address);
            }
        }
        assertThat(served).containsAll(surely("self-service/application"));
        for (String address : served) {
            String guesser = source();
            for (int i = 0; i < ALLOWED; i++) {
                assertThat(look(address, "guess", guesser)).as(address).isEqualTo(404);
            }
            assertThat(look(address, "guess", guesser)).as(address).isEqualTo(429);
        }
    }

    @Test
    void asking_for_a_link() throws Exception {
        String body = "{\"workshopSlug\":\"nowhere\",\"email\":\"nobody@example.org\"}";
        slowedHoweverSpelt("self-service/link-requests", body, 202);
    }

    @Test
    void applying() throws Exception {
        slowedHoweverSpelt("applications", "{}", 422);
        slowedHoweverSpelt("application-drafts", "[]", 400);
    }

    private void slowedHoweverSpelt(String operation, String body, int answer) throws Exception {
        List<String> served = new ArrayList<>();
        for (String address : spellings(operation)) {
            if (post(address, body, source()) == answer) {
                served.add(address);
            }
        }
        assertThat(served).containsAll(surely(operation));
        for (String address : served) {
            String sender = source();
            for (int i = 0; i < ALLOWED; i++) {
                assertThat(post(address, body, sender)).as(address).isEqualTo(answer);
            }
            assertThat(post(address, body, sender)).as(address).isEqualTo(429);
        }
    }

    /** Those that are certain to lead to the operation; which of the others do is the server's business. */
    private static List<String> surely(String operation) {
        String encoded = "%" + Integer.toHexString(operation.charAt(0)) + operation.substring(1);
        return List.of(
                "/api/v1/" + operation,
                "/api/v1/%2e/" + operation,
                "/api/v1/%2E/" + operation,
                "/api/v1/x/%2e%2e/" + operation,
                "/api/v1/" + encoded);
    }

    private static List<String> spellings(String operation) {
        String area = "/api/v1/";
        List<String> spellings = new ArrayList<>(surely(operation));
        spellings.addAll(List.of(
                area + "./" + operation,
                area + "x/../" + operation,
                area + "x/.%2e/" + operation,
                area + "x/y/%2e%2E/../" + operation,
                area + "%2e/%2e/" + operation,
                area + "%2e;x=1/" + operation,
                area + ";x=1/" + operation,
                area + "%3bx=1/" + operation,
                area + "/" + operation,
                area + "%2f" + operation,
                area + operation + "/",
                area + operation + "//",
                area + operation + ";x=1",
                area + operation + "/%2e",
                area + operation + "/x/%2e%2e",
                area + operation + "?x=1",
                area + operation.replaceFirst("-|$", "%2d"),
                area + operation.replaceFirst("/|$", ";x=1/"),
                area + operation.replaceFirst("/|$", "//"),
                area + operation.replaceFirst("/|$", "/%2e/"),
                area + operation.replaceFirst("/|$", "%2f"),
                area + operation.toUpperCase(Locale.ROOT),
                "/" + area + operation,
                "/%2e" + area + operation,
                "/x/%2e%2e" + area + operation,
                "/%61pi/v1/" + operation,
                "/api;x=1/v1/" + operation,
                "/api/%2e/v1/" + operation,
                "/api//v1/" + operation,
                "/api/v%31/" + operation));
        return spellings;
    }

    private int look(String address, String link, String source) throws IOException, InterruptedException {
        return status(request(address, source).header("Application-Link", link).GET());
    }

    private int post(String address, String body, String source) throws IOException, InterruptedException {
        return status(request(address, source)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String address, String source) {
        return HttpRequest.newBuilder(URI.create("http://" + service.getAuthority() + address))
                .header("X-Forwarded-For", source);
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** A source that nobody has been before. */
    private static String source() {
        return "2001:db8:" + UUID.randomUUID().toString().substring(9, 18).replace('-', ':') + "::1";
    }
}
