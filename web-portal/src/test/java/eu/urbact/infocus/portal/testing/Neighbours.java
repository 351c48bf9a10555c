package eu.urbact.infocus.portal.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Starts the stubs before the portal and tells it where they are. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    public static final StubService EVENT = new StubService();
    public static final StubService REGISTRATION = new StubService();
    public static final StubService DIRECTORY = new StubService();
    public static final StubService NOTIFICATION = new StubService();
    public static final StubKeycloak KEYCLOAK = new StubKeycloak(0);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "infocus.event.url", EVENT.url(),
                "infocus.registration.url", REGISTRATION.url(),
                "infocus.directory.url", DIRECTORY.url(),
                "infocus.notification.url", NOTIFICATION.url(),
                "infocus.keycloak.url", KEYCLOAK.url(),
                "quarkus.rest-client.read-timeout", "700",
                "infocus.clock.start", "2016-10-10T08:00:00Z");
    }

    @Override
    public void stop() {
        // the stubs are shared by all tests of this process and end with it
    }
}
