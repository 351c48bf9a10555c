package eu.urbact.infocus.directory.meeting.events;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.directory.meeting.WorkshopAttendees;

/** Somebody was admitted to a workshop. */
@ApplicationScoped
class PlaceGiven implements EventHandler {

    private final WorkshopAttendees attendees;

    PlaceGiven(WorkshopAttendees attendees) {
        this.attendees = attendees;
    }

    @Override
    public Set<String> types() {
        return Set.of("eu.urbact.infocus.registration.application-admitted.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        JsonNode data = event.data();
        attendees.come(
                UUID.fromString(data.path("applicationId").asText()),
                UUID.fromString(data.path("workshopId").asText()),
                Optional.ofNullable(data.path("cityId").textValue()));
    }
}
