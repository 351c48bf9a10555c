package eu.urbact.infocus.chassis.outbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DataSchemaTest {

    @Test
    void names_the_schema_by_context_and_fact() {
        assertThat(Outbox.dataSchema("eu.urbact.infocus.registration.application-admitted.v1"))
                .isEqualTo("urn:infocus:schema:registration:application-admitted.v1");
    }
}
