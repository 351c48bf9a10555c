package eu.urbact.infocus.registration.meeting.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.meeting.MeetingWishesFact;
import eu.urbact.infocus.registration.meeting.Wishes;

/** Writes to the outbox what people want from the meetings. */
@ApplicationScoped
class MeetingWishesFacts {

    /** On the wire: {@code application-wishes-stated.v1}. Ids and codes of public lists only. */
    record WishesStatedMessage(
            UUID applicationId,
            UUID callId,
            UUID workshopId,
            Wishes.Topics offers,
            Wishes.Topics needs,
            Instant occurredAt) {}

    private final Outbox outbox;

    MeetingWishesFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes MeetingWishesFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.application-wishes-stated.v1",
                new WishesStatedMessage(
                        fact.applicationId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.wishes().offers(),
                        fact.wishes().needs(),
                        fact.occurredAt())));
    }
}
