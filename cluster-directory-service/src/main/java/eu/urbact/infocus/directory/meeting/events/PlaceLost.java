package eu.urbact.infocus.directory.meeting.events;

import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.directory.meeting.WorkshopAttendees;

/** Somebody has withdrawn, was declined or put on the waiting list after all, or wants to be forgotten. */
@ApplicationScoped
class PlaceLost implements EventHandler {

    private static final String PREFIX = "eu.urbact.infocus.registration.";
    private static final String ERASED = PREFIX + "application-erased.v1";

    private final WorkshopAttendees attendees;

    PlaceLost(WorkshopAttendees attendees) {
        this.attendees = attendees;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                PREFIX + "application-withdrawn.v1",
                PREFIX + "application-declined.v1",
                PREFIX + "application-waitlisted.v1",
                ERASED);
    }

    @Override
    public void handle(IncomingEvent event) {
        UUID application = UUID.fromString(event.data().path("applicationId").asText());
        if (event.type().equals(ERASED)) {
            attendees.forget(application);
        } else {
            attendees.leave(application);
        }
    }
}
