package eu.urbact.infocus.registration.calendar.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.calendar.ApplicantMovedFact;

/** Writes to the outbox, for each person who may still get a place, that the workshop has moved. */
@ApplicationScoped
class ApplicantMovedFacts {

    /** On the wire: {@code applicant-moved.v1}. Ids only. */
    record ApplicantMovedMessage(UUID applicationId, UUID callId, UUID workshopId, Instant occurredAt) {}

    private final Outbox outbox;

    ApplicantMovedFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes ApplicantMovedFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.applicant-moved.v1",
                new ApplicantMovedMessage(fact.applicationId(), fact.callId(), fact.workshopId(), fact.occurredAt())));
    }
}
