package eu.urbact.infocus.registration.logistics.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.logistics.AnswerDueFact;

/** Writes reminders before the freeze time to the outbox. */
@ApplicationScoped
class AnswerDueFacts {

    /** On the wire: {@code logistics-answer-due.v1}. Ids and a date only. */
    record AnswerDueMessage(UUID applicationId, UUID callId, UUID workshopId, Instant dueAt, Instant occurredAt) {}

    private final Outbox outbox;

    AnswerDueFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes AnswerDueFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.logistics-answer-due.v1",
                new AnswerDueMessage(
                        fact.applicationId(), fact.callId(), fact.workshopId(), fact.dueAt(), fact.occurredAt())));
    }
}
