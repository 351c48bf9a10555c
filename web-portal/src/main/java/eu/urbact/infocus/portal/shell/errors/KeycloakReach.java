package eu.urbact.infocus.portal.shell.errors;

import java.net.URI;
import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether Keycloak can be reached at the moment. The portal needs it only to sign people in, and sends their browsers there: when it is away,
 * they would end on a page of the browser that says nothing.
 */
@ApplicationScoped
class KeycloakReach {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final NetClient client;
    private final String host;
    private final int port;

    KeycloakReach(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI realm) {
        this.client = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(Math.toIntExact(LONGEST_WAIT.toMillis())));
        this.host = realm.getHost();
        this.port = realm.getPort() >= 0 ? realm.getPort() : realm.getScheme().equals("https") ? 443 : 80;
    }

    /** Opens a connection and closes it again; whatever comes of it, never fails. An address that says no host is not judged. */
    Uni<Boolean> check() {
        if (host == null) {
            return Uni.createFrom().item(true);
        }
        return Uni.createFrom().completionStage(() -> client.connect(port, host)
                .onSuccess(NetSocket::close)
                .map(true)
                .otherwise(false)
                .toCompletionStage());
    }
}
