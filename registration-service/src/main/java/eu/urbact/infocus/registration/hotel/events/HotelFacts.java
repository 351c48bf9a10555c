package eu.urbact.infocus.registration.hotel.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.hotel.HotelFact;
import eu.urbact.infocus.registration.hotel.HotelReleasedFact;
import eu.urbact.infocus.registration.hotel.RequestsWaitingFact;

/** Writes facts about rooms to the outbox. */
@ApplicationScoped
class HotelFacts {

    private static final String TOPIC = "infocus.registration.v1";
    private static final String TYPE = "eu.urbact.infocus.registration.";

    /** On the wire: {@code hotel-<kind>.v1}. Ids and a date only; where somebody sleeps is nobody else's business. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HotelMessage(
            UUID applicationId, UUID callId, UUID workshopId, Instant dueAt, Boolean takenBack, Instant occurredAt) {}

    /** On the wire: {@code hotel-released.v1}. */
    record HotelReleasedMessage(
            UUID hotelId,
            UUID callId,
            UUID workshopId,
            int contingentRoomNights,
            int takenRoomNights,
            int givenBackRoomNights,
            Instant occurredAt) {}

    /** On the wire: {@code hotel-requests-waiting.v1}. */
    record RequestsWaitingMessage(
            UUID callId, UUID workshopId, long waiting, long freeRoomNights, Instant dueAt, Instant occurredAt) {}

    private final Outbox outbox;

    HotelFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes HotelFact fact) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                fact.applicationId().toString(),
                TYPE + name(fact.kind()) + ".v1",
                new HotelMessage(
                        fact.applicationId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.dueAt(),
                        fact.takenBack() ? true : null,
                        fact.occurredAt())));
    }

    void tell(@Observes HotelReleasedFact fact) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                fact.hotelId().toString(),
                TYPE + "hotel-released.v1",
                new HotelReleasedMessage(
                        fact.hotelId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.contingentRoomNights(),
                        fact.takenRoomNights(),
                        fact.givenBackRoomNights(),
                        fact.occurredAt())));
    }

    void tell(@Observes RequestsWaitingFact fact) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                fact.callId().toString(),
                TYPE + "hotel-requests-waiting.v1",
                new RequestsWaitingMessage(
                        fact.callId(),
                        fact.workshopId(),
                        fact.waiting(),
                        fact.freeRoomNights(),
                        fact.dueAt(),
                        fact.occurredAt())));
    }

    /** Spelt out: names on the wire do not change when somebody renames a constant. */
    private static String name(HotelFact.Kind kind) {
        return switch (kind) {
            case CONFIRMED -> "hotel-confirmed";
            case REFUSED -> "hotel-refused";
            case CHANGE_REFUSED -> "hotel-change-refused";
            case ANSWER_DUE -> "hotel-answer-due";
            case SHARING_ENDED -> "hotel-sharing-ended";
        };
    }
}
