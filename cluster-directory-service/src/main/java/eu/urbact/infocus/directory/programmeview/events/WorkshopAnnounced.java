package eu.urbact.infocus.directory.programmeview.events;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.directory.programmeview.AnnouncedWorkshop;
import eu.urbact.infocus.directory.programmeview.RememberWorkshop;

/** A workshop was announced, or its facts have changed. */
@ApplicationScoped
class WorkshopAnnounced implements EventHandler {

    private static final String TYPE = "eu.urbact.infocus.programme.workshop-announced.v1";

    private final RememberWorkshop rememberWorkshop;

    WorkshopAnnounced(RememberWorkshop rememberWorkshop) {
        this.rememberWorkshop = rememberWorkshop;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void handle(IncomingEvent event) {
        JsonNode data = event.data();
        rememberWorkshop.remember(new AnnouncedWorkshop(
                UUID.fromString(text(data, "workshopId")),
                text(data, "slug"),
                text(data, "title"),
                text(data, "theme"),
                text(data, "hostCityId"),
                OffsetDateTime.parse(text(data, "startsAt")).toInstant(),
                OffsetDateTime.parse(text(data, "endsAt")).toInstant(),
                ZoneId.of(text(data, "zone"))));
    }

    private static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the announcement has no text in \"" + field + "\"");
        }
        return value.textValue();
    }
}
