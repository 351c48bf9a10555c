package eu.urbact.infocus.registration.logistics.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.logistics.ChangeRequestFact;
import eu.urbact.infocus.registration.logistics.ChangesWaitingFact;

/** Writes facts about change requests to the outbox. */
@ApplicationScoped
class ChangeRequestFacts {

    /** On the wire: {@code logistics-change-decided.v1}. Ids and the decision only. */
    record ChangeDecidedMessage(
            UUID applicationId, UUID callId, UUID workshopId, UUID requestId, String decision, Instant occurredAt) {}

    /** On the wire: {@code logistics-changes-waiting.v1}. A number and times only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangesWaitingMessage(UUID callId, UUID workshopId, long waiting, Instant dueAt, Instant occurredAt) {}

    private final Outbox outbox;

    ChangeRequestFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes ChangeRequestFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration.logistics-change-decided.v1",
                new ChangeDecidedMessage(
                        fact.applicationId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.requestId(),
                        fact.decision().name(),
                        fact.occurredAt())));
    }

    void tell(@Observes ChangesWaitingFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.callId().toString(),
                "eu.urbact.infocus.registration.logistics-changes-waiting.v1",
                new ChangesWaitingMessage(
                        fact.callId(), fact.workshopId(), fact.waiting(), fact.dueAt(), fact.occurredAt())));
    }
}
