package eu.urbact.infocus.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class ContractsTest {

    @Test
    void everyEventHasASchemaAndAnExample() {
        Contracts.ofThisService().checkEvents();
    }

    @Test
    void theCommittedOpenApiIsTheRunningOne() {
        Contracts.ofThisService().checkOpenApi();
    }

    @Test
    void noExampleCarriesAnAddress() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("src/main/resources/contracts/examples"))) {
            assertThat(examples)
                    .allSatisfy(example -> assertThat(Files.readString(example)).doesNotContain("@"));
        }
    }
}
