package eu.urbact.infocus.registration.logistics.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.logistics.OptionChangedFact;

/** Writes to the outbox, for each person concerned, that what they come along to has been changed. */
@ApplicationScoped
class OptionChangedFacts {

    /** On the wire: {@code logistics-option-changed.v1}. Ids only. */
    record OptionChangedMessage(UUID applicationId, UUID callId, UUID workshopId, UUID optionId, Instant occurredAt) {}

    private final Outbox outbox;

    OptionChangedFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes OptionChangedFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.logistics-option-changed.v1",
                new OptionChangedMessage(
                        fact.applicationId(), fact.callId(), fact.workshopId(), fact.optionId(), fact.occurredAt())));
    }
}
