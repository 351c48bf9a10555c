package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;

/**
 * Something that has happened to an offer, besides its acceptance, which is an admission; observed in the same transaction. Nothing in it
 * tells who the person is.
 *
 * @param broughtForward whether the offer was there before and now ends earlier than was said, with a workshop that begins earlier
 * @param noMoreOffers whether the seat goes to nobody on the list, because the workshop is too near
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
        boolean broughtForward,
        boolean noMoreOffers,
        Instant occurredAt) {

    /** What has happened. */
    public enum Kind {
        OFFERED,
        LAPSED,
        DECLINED,
        CANCELLED
    }

    static OfferFact of(Kind kind, SeatOffer offer, Application application, Instant now) {
        return of(kind, offer, application, false, now);
    }

    static OfferFact of(Kind kind, SeatOffer offer, Application application, boolean noMoreOffers, Instant now) {
        return of(kind, offer, application, false, noMoreOffers, now);
    }

    /** The seat is held as before, but not for as long as was said. */
    static OfferFact broughtForward(SeatOffer offer, Application application, Instant now) {
        return of(Kind.OFFERED, offer, application, true, false, now);
    }

    private static OfferFact of(
            Kind kind,
            SeatOffer offer,
            Application application,
            boolean broughtForward,
            boolean noMoreOffers,
            Instant now) {
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
                broughtForward,
                noMoreOffers,
                now);
    }
}
