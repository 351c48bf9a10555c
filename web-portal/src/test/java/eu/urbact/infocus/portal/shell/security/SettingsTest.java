package eu.urbact.infocus.portal.shell.security;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the portal does where nobody has configured it. */
class SettingsTest {

    private final Properties settings = new Properties();

    @BeforeEach
    void load() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
    }

    /** OpenID Connect's state is locked with a key of this process otherwise, unless the key has at least 32 characters. */
    @Test
    void whatASignInRemembersIsReadAfterARestartWhateverTheLengthOfTheSecret() {
        assertThat(settings.getProperty("quarkus.oidc.authentication.state-secret"))
                .matches("[^$]{32,}\\$\\{quarkus\\.oidc\\.credentials\\.secret}");
    }

    @Test
    void noSecretAndNoCookieWithoutTls() {
        assertThat(settings)
                .containsEntry("quarkus.oidc.credentials.secret", "${INFOCUS_PORTAL_CLIENT_SECRET}")
                .containsEntry("quarkus.oidc.authentication.cookie-force-secure", "true")
                .containsEntry("quarkus.rest-csrf.cookie-force-secure", "true");
        assertThat(settings.stringPropertyNames()).noneMatch(name -> name.startsWith("%prod"));
    }
}
