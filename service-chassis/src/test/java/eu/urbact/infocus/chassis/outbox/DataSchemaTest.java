package eu.urbact.infocus.chassis.outbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DataSchemaTest {

    @Test
    void names_the_schema_by_context_and_fact() {
        assertThat(Outbox.dataSchema("eu.urbact.infocus.registration.application-admitted.v1"))
                .isEqualTo("urn:infocus:schema:registration:application-admitted.v1");
    }

    @Test
    void a_short_type_is_named_by_context_and_fact_too_and_a_shorter_one_as_it_is() {
        assertThat(Outbox.dataSchema("test.noted.v1")).isEqualTo("urn:infocus:schema:test:noted.v1");
        assertThat(Outbox.dataSchema("noted.v1")).isEqualTo("urn:infocus:schema:noted.v1");
    }
}
