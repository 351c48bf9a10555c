package eu.urbact.infocus.notification;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.ServiceArchitecture;

class ArchitectureTest {

    @Test
    void theRulesOfTheHouseHold() {
        ServiceArchitecture.check("eu.urbact.infocus.notification");
    }
}
