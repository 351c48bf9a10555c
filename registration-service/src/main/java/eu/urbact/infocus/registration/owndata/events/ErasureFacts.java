package eu.urbact.infocus.registration.owndata.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.owndata.ApplicationErased;

/** Writes erasures to the outbox, behind everything else that was told about the application. */
@ApplicationScoped
class ErasureFacts {

    /** On the wire: {@code application-erased.v1}. */
    record ErasureMessage(UUID applicationId, UUID callId, UUID workshopId, Instant occurredAt) {}

    private final Outbox outbox;

    ErasureFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes ApplicationErased fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.application-erased.v1",
                new ErasureMessage(fact.applicationId(), fact.callId(), fact.workshopId(), fact.occurredAt())));
    }
}
