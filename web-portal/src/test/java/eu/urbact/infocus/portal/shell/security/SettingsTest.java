package eu.urbact.infocus.portal.shell.security;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the portal does where nobody has configured it. */
class SettingsTest {

    @Test
    void noSecretAndNoCookieWithoutTls() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            settings.load(file);
        }

        assertThat(settings)
                .containsEntry("quarkus.oidc.credentials.secret", "${INFOCUS_PORTAL_CLIENT_SECRET}")
                .containsEntry("quarkus.oidc.authentication.cookie-force-secure", "true")
                .containsEntry("quarkus.rest-csrf.cookie-force-secure", "true");
        assertThat(settings.stringPropertyNames()).noneMatch(name -> name.startsWith("%prod"));
    }
}
