package eu.urbact.infocus.registration.meeting;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;

/**
 * Somebody has said what they want from the meetings, or it was forgotten; observed in the same transaction. Nothing in it tells who they
 * are.
 */
public record MeetingWishesFact(UUID applicationId, UUID callId, UUID workshopId, Wishes wishes, Instant occurredAt) {

    static MeetingWishesFact of(Application application, Wishes wishes, Instant now) {
        return new MeetingWishesFact(application.id(), application.callId(), application.workshopId(), wishes, now);
    }
}
