package eu.urbact.infocus.registration;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

@QuarkusTest
@WithEmbeddedServers
class ContractsTest {

    @Test
    void every_event_has_schema_example_and_entry() {
        Contracts.ofThisService().checkEvents();
    }

    @Test
    void the_committed_openapi_is_the_running_one() {
        Contracts.ofThisService().checkOpenApi();
    }
}
