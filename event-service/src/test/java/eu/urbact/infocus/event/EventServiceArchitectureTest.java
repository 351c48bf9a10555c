package eu.urbact.infocus.event;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.ServiceArchitecture;

class EventServiceArchitectureTest {

    @Test
    void theRulesOfTheHouseHold() {
        ServiceArchitecture.check("eu.urbact.infocus.event");
    }
}
