package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;

/**
 * Something that has happened to an offer, besides its acceptance, which is an admission; observed in the same transaction. Nothing in it
 * tells who the person is.
 */
public record OfferFact(
        Kind kind,
        UUID offerId,
        UUID applicationId,
        UUID callId,
        UUID workshopId,
        String cityId,
        ApplicationState state,
        String bucket,
        Instant expiresAt,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        OFFERED,
        LAPSED,
        DECLINED,
        CANCELLED
    }

    static OfferFact of(Kind kind, SeatOffer offer, Application application, Instant now) {
        return new OfferFact(
                kind,
                offer.id(),
                application.id(),
                application.callId(),
                application.workshopId(),
                application.cityId(),
                application.state(),
                application.bucket() == null ? null : application.bucket().value(),
                offer.expiresAt(),
                now);
    }
}
