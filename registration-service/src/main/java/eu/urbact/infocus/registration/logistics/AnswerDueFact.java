package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;

/**
 * A person with a place has not said everything, and the freeze time comes near; observed in the same transaction. Nothing in it tells who the
 * person is or what is missing.
 *
 * @param dueAt the freeze time
 */
public record AnswerDueFact(UUID applicationId, UUID callId, UUID workshopId, Instant dueAt, Instant occurredAt) {

    static AnswerDueFact of(Application application, Instant dueAt, Instant now) {
        return new AnswerDueFact(application.id(), application.callId(), application.workshopId(), dueAt, now);
    }
}
