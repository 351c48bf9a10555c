package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.ApplicationFact;

/** Ends the offer of somebody whose application has gone another way: withdrawn, or decided by hand. */
@ApplicationScoped
class FollowApplications {

    private final SeatOffers offers;

    FollowApplications(SeatOffers offers) {
        this.offers = offers;
    }

    void follow(@Observes ApplicationFact fact) {
        switch (fact.kind()) {
            case ADMITTED, WAITLISTED, DECLINED, WITHDRAWN -> cancelOpen(fact.applicationId(), fact.occurredAt());
            default -> {
                // nothing that touches an offer
            }
        }
    }

    /** The application is locked by whoever tells the fact. */
    private void cancelOpen(UUID applicationId, Instant now) {
        offers.open(applicationId).ifPresent(offer -> {
            offer.settle(OfferState.CANCELLED, now);
            offers.flush();
        });
    }
}
