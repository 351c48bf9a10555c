package eu.urbact.infocus.registration.calendar.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.calendar.PlaceMovedFact;

/** Writes to the outbox, for each person with a place, that the workshop has moved. */
@ApplicationScoped
class PlaceMovedFacts {

    /** On the wire: {@code place-moved.v1}. Ids only. */
    record PlaceMovedMessage(UUID applicationId, UUID callId, UUID workshopId, Instant occurredAt) {}

    private final Outbox outbox;

    PlaceMovedFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes PlaceMovedFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.place-moved.v1",
                new PlaceMovedMessage(fact.applicationId(), fact.callId(), fact.workshopId(), fact.occurredAt())));
    }
}
