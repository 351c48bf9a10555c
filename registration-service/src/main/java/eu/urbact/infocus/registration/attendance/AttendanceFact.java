package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody was there, or was not after all; observed in the same transaction. Nothing in it tells who the person is.
 *
 * @param applicationId who, when they have a place; null for a walk-in
 * @param walkInId the walk-in; null for somebody with a place
 */
public record AttendanceFact(
        Kind kind,
        UUID applicationId,
        UUID walkInId,
        UUID callId,
        UUID workshopId,
        LocalDate date,
        String cityId,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        RECORDED,
        UNDONE
    }

    static AttendanceFact of(Kind kind, CheckIn checkIn, Instant now) {
        return new AttendanceFact(
                kind,
                checkIn.applicationId(),
                null,
                checkIn.callId(),
                checkIn.workshopId(),
                checkIn.day(),
                checkIn.cityId(),
                now);
    }

    static AttendanceFact of(Kind kind, WalkIn walkIn, Instant now) {
        return new AttendanceFact(
                kind, null, walkIn.id(), walkIn.callId(), walkIn.workshopId(), walkIn.day(), walkIn.cityId(), now);
    }
}
