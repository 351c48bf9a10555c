package eu.urbact.infocus.deploy.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    private static final Path CLONE = Path.of("/somewhere/clone");

    @Test
    void hasTheDocumentedDefaults() {
        Settings settings = Settings.from(CLONE, Map.of());
        assertThat(settings.ports()).isEqualTo(Settings.DEFAULT_PORTS);
        assertThat(settings.data()).isEqualTo(CLONE.resolve("deploy/local/data"));
        assertThat(settings.portalBaseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.services())
                .containsExactlyInAnyOrder("registration", "event", "directory", "notification", "portal");
    }

    @Test
    void everyPortCanBeChangedAndThePortalAddressFollows() {
        Settings settings =
                Settings.from(CLONE, Map.of("INFOCUS_PORT_PORTAL", "18080", "INFOCUS_PORT_POSTGRES", " 25432 "));
        assertThat(settings.port("portal")).isEqualTo(18080);
        assertThat(settings.port("postgres")).isEqualTo(25432);
        assertThat(settings.portalBaseUrl()).isEqualTo("http://localhost:18080");
        assertThat(Settings.from(CLONE, Map.of("INFOCUS_PORTAL_BASE_URL", "https://infocus.example.org/"))
                        .portalBaseUrl())
                .isEqualTo("https://infocus.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80.5"})
    void aPortThatIsNoneIsRefused(String value) {
        assertThatThrownBy(() -> Settings.from(CLONE, Map.of("INFOCUS_PORT_KAFKA", value)))
                .isInstanceOf(PlatformException.class)
                .hasMessage("INFOCUS_PORT_KAFKA is not a port number: " + value);
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> Settings.from(CLONE, Map.of("INFOCUS_PORT_SMTP", "8080")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("INFOCUS_PORT_SMTP")
                .hasMessageContaining("INFOCUS_PORT_PORTAL")
                .hasMessageContaining("8080");
    }

    @Test
    void everyTakenPortIsNamedInOneLineWithItsVariable() {
        Settings settings = Settings.from(CLONE, Map.of());
        assertThatThrownBy(() -> settings.requireFreePorts(Set.of(8081, 2525)::contains))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(
                        "port 8081 is taken (registration; choose another with INFOCUS_PORT_REGISTRATION)")
                .hasMessageContaining("port 2525 is taken (smtp; choose another with INFOCUS_PORT_SMTP)")
                .message()
                .doesNotContain("\n");
        assertThatCode(() -> settings.requireFreePorts(port -> false)).doesNotThrowAnyException();
    }

    @Test
    void aServiceThatSomebodyRunsHimselfIsLeftOut() {
        Settings settings = Settings.from(CLONE, Map.of("INFOCUS_SERVICES", "event, portal"));
        assertThat(settings.services()).containsExactly("event", "portal");
        assertThatCode(() -> settings.requireFreePorts(port -> port == settings.port("registration")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Settings.from(CLONE, Map.of("INFOCUS_SERVICES", "evnt")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("evnt");
    }
}
