package eu.urbact.infocus.directory.meeting.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.directory.meeting.StatedWishes.Codes;
import eu.urbact.infocus.directory.meeting.WishesOfAttendees;

/** Somebody with a place has said what they offer and look for at the meetings, or says nothing any more. */
@ApplicationScoped
class WishesStated implements EventHandler {

    private final WishesOfAttendees wishes;

    WishesStated(WishesOfAttendees wishes) {
        this.wishes = wishes;
    }

    @Override
    public Set<String> types() {
        return Set.of("eu.urbact.infocus.registration.application-wishes-stated.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        JsonNode data = event.data();
        wishes.state(
                UUID.fromString(data.path("applicationId").asText()),
                codes(data.path("offers")),
                codes(data.path("needs")));
    }

    private static Codes codes(JsonNode topics) {
        return new Codes(texts(topics.path("competences")), texts(topics.path("activities")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
