package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;

/**
 * Something about a person's room; observed in the same transaction. Nothing in it tells who the person is or where they sleep.
 *
 * @param dueAt until when an answer is wanted; null when nothing is asked
 * @param takenBack whether the person had the room, or the bed in it, that they get no longer
 */
public record HotelFact(
        Kind kind,
        UUID applicationId,
        UUID callId,
        UUID workshopId,
        Instant dueAt,
        boolean takenBack,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        CONFIRMED,
        REFUSED,
        /** The person asked for another room and keeps the one they have. */
        CHANGE_REFUSED,
        /** The person has not said whether they need a room, and the release time comes near. */
        ANSWER_DUE,
        /** Whoever was to share a double room with the person does not come, or the room in which the person was to sleep too is gone. */
        SHARING_ENDED
    }

    static HotelFact of(Kind kind, Application application, Instant dueAt, Instant now) {
        return new HotelFact(kind, application.id(), application.callId(), application.workshopId(), dueAt, false, now);
    }

    /** The organisers cannot keep the room that they have confirmed. */
    static HotelFact takenBack(Application application, Instant now) {
        return withoutRoom(Kind.REFUSED, application, now);
    }

    /** The double room of somebody else, in which the person was to sleep too, is gone. */
    static HotelFact bedLost(Application application, Instant now) {
        return withoutRoom(Kind.SHARING_ENDED, application, now);
    }

    private static HotelFact withoutRoom(Kind kind, Application application, Instant now) {
        return new HotelFact(kind, application.id(), application.callId(), application.workshopId(), null, true, now);
    }
}
