package eu.urbact.infocus.notification.recipient;

import java.util.Optional;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's own account. Without its secret every look-up would fail and all mails would wait, so it is asked for at start. */
@ApplicationScoped
class ServiceAccount {

    private final Optional<String> secret;

    ServiceAccount(@ConfigProperty(name = "quarkus.oidc-client.credentials.secret") Optional<String> secret) {
        this.secret = secret;
    }

    /** Early: once channels, relay and senders run, a refused start would not end the process. */
    void requireSecret(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) StartupEvent event) {
        if (secret.isEmpty()) {
            throw new ConfigurationException(
                    "INFOCUS_NOTIFICATION_CLIENT_SECRET is not set: recipients cannot be looked up without it.");
        }
    }
}
