package eu.urbact.infocus.portal.shell.services;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

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
}
