package eu.urbact.infocus.directory;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

@QuarkusTest
@WithEmbeddedServers
class ContractsTest {

    @Test
    void every_event_has_a_schema_and_an_example() {
        Contracts.ofThisService().checkEvents();
    }

    @Test
    void the_committed_openapi_is_the_running_one() {
        Contracts.ofThisService().checkOpenApi();
    }
}
