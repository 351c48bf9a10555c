package eu.urbact.infocus.registration.waitinglist.events;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.registration.waitinglist.OfferFact;

/** Writes an offer's facts to the outbox, in the order of its application's. */
@ApplicationScoped
class OfferFacts {

    /** On the wire: {@code seat-offered.v1} and {@code offer-<end>.v1}. Ids, states and the deadline only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferMessage(
            UUID applicationId,
            UUID offerId,
            UUID callId,
            UUID workshopId,
            String cityId,
            String state,
            String bucket,
            Instant expiresAt,
            Boolean broughtForward,
            Boolean noMoreOffers,
            Instant occurredAt) {}

    private final Outbox outbox;

    OfferFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(@Observes OfferFact fact) {
        outbox.append(new OutgoingEvent(
                "infocus.registration.v1",
                fact.applicationId().toString(),
                "eu.urbact.infocus.registration." + name(fact.kind()) + ".v1",
                new OfferMessage(
                        fact.applicationId(),
                        fact.offerId(),
                        fact.callId(),
                        fact.workshopId(),
                        fact.cityId(),
                        fact.state().name(),
                        fact.bucket(),
                        fact.expiresAt(),
                        fact.broughtForward() ? true : null,
                        fact.noMoreOffers() ? true : null,
                        fact.occurredAt())));
    }

    /** Spelt out: names on the wire do not change when somebody renames a constant. */
    private static String name(OfferFact.Kind kind) {
        return switch (kind) {
            case OFFERED -> "seat-offered";
            case LAPSED -> "offer-lapsed";
            case DECLINED -> "offer-declined";
            case CANCELLED -> "offer-cancelled";
        };
    }
}
