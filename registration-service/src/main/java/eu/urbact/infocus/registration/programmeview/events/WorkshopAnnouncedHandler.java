package eu.urbact.infocus.registration.programmeview.events;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.registration.programmeview.RememberWorkshop;

/** Reads the few fields of an announcement that registration needs. */
@ApplicationScoped
class WorkshopAnnouncedHandler implements EventHandler {

    private static final String TYPE = "eu.urbact.infocus.programme.workshop-announced.v1";

    private final RememberWorkshop rememberWorkshop;

    WorkshopAnnouncedHandler(RememberWorkshop rememberWorkshop) {
        this.rememberWorkshop = rememberWorkshop;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void handle(IncomingEvent event) {
        JsonNode data = event.data();
        rememberWorkshop.remember(new RememberWorkshop.Announcement(
                UUID.fromString(data.required("workshopId").asText()),
                data.required("slug").asText(),
                data.required("title").asText(),
                data.required("hostCityId").asText(),
                Instant.parse(data.required("startsAt").asText()),
                Instant.parse(data.required("endsAt").asText()),
                ZoneId.of(data.required("zone").asText()),
                text(data.path("venue"), "name"),
                text(data.path("venue"), "address")));
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText(null);
    }
}
