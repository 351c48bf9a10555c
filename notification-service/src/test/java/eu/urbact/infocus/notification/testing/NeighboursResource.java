package eu.urbact.infocus.notification.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import eu.urbact.infocus.deploy.embedded.Ports;

/** Tells the application where its neighbours will be; the tests start them there, stop them, and let them misbehave. */
public class NeighboursResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String registration = "http://localhost:" + Ports.free();
        return Map.ofEntries(
                Map.entry("infocus.registration.url", registration),
                Map.entry("quarkus.oidc-client.auth-server-url", registration),
                Map.entry("quarkus.oidc-client.token-path", "/token"),
                Map.entry("infocus.smtp.port", Integer.toString(Ports.free())),
                Map.entry("infocus.smtp.read-timeout", "1s"),
                Map.entry("infocus.mail.sender.reply-to", "frankfurt@infocus.example"),
                Map.entry("infocus.mail.sender.organisers-address", "organisers@infocus.example"),
                Map.entry("infocus.mail.delivery.poll-interval", "100ms"),
                Map.entry("infocus.mail.delivery.retry-waits", "100ms"),
                Map.entry("infocus.mail.delivery.attempts-limit", "4"),
                Map.entry("infocus.mail.delivery.lookup-pause-limit", "500ms"));
    }

    @Override
    public void stop() {
        // only ports were chosen
    }
}
