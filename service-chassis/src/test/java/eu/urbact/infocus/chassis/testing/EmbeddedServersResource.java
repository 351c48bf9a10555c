package eu.urbact.infocus.chassis.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import eu.urbact.infocus.deploy.embedded.EmbeddedPostgres;
import eu.urbact.infocus.deploy.embedded.EmbeddedServers;

/** Starts the servers and tells the application where they are. */
public class EmbeddedServersResource implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "service_under_test";

    @Override
    public Map<String, String> start() {
        EmbeddedPostgres postgres = EmbeddedServers.shared().postgres();
        postgres.ensureDatabase(DATABASE);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE));
        config.put("quarkus.datasource.username", postgres.user(DATABASE));
        config.put("quarkus.datasource.password", postgres.password(DATABASE));
        config.put("kafka.bootstrap.servers", EmbeddedServers.shared().kafka().bootstrapServers());
        // tokens are checked for real, against the key that TestTokens signs with instead of Keycloak's
        config.put("quarkus.oidc.auth-server-url", "");
        config.put("quarkus.oidc.public-key", TestTokens.publicKey());
        config.put("quarkus.http.test-port", "0");
        // as in production, only that a machine that stands still for a moment is no reason to give up
        config.put("quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c lock_timeout=10000");
        return config;
    }

    @Override
    public void stop() {
        // the servers serve all tests of this JVM and end with it
    }
}
