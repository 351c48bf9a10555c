package eu.urbact.infocus.portal.shell.services;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** How the services are asked. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ServicesTest {

    @Inject
    Services services;

    @Test
    void noServiceIsAskedToCompressWhatIsUnpackedNextDoor() {
        Answers.frankfurt();
        services.cities();
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/cities"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Accept-Encoding")).isNull());
    }

    @ParameterizedTest
    @ValueSource(classes = {ReleaseClient.class, ImportClient.class, ReferenceDataClient.class, OpenDataClient.class})
    void workThatGoesThroughHundredsOfPeopleOrEntriesIsWaitedForLongerThanAPage(Class<?> client) {
        Config config = ConfigProvider.getConfig();
        String key = client.getAnnotation(RegisterRestClient.class).configKey();
        assertThat(config.getValue("quarkus.rest-client." + key + ".read-timeout", Long.class))
                .isEqualTo(50_000);
        assertThat(config.getValue("quarkus.rest-client.read-timeout", Long.class))
                .isLessThan(50_000);
    }
}
