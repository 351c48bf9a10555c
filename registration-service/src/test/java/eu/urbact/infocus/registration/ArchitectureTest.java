package eu.urbact.infocus.registration;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void the_rules_of_the_house_hold() {
        ServiceArchitecture.check("eu.urbact.infocus.registration");
    }
}
