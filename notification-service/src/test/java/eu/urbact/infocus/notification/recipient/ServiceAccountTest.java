package eu.urbact.infocus.notification.recipient;

import java.util.Optional;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServiceAccountTest {

    @Test
    void withoutASecretTheServiceDoesNotStartAndNamesTheSetting() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new ServiceAccount(Optional.empty()).requireSecret(new StartupEvent()))
                .withMessageStartingWith("INFOCUS_NOTIFICATION_CLIENT_SECRET is not set");
    }

    @Test
    void withASecretItStarts() {
        new ServiceAccount(Optional.of("secret")).requireSecret(new StartupEvent());
    }
}
