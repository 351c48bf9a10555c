package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.ApplicationFact;

/** Ends the offer of somebody whose application has gone another way: withdrawn, or decided by hand. Whoever is put on the list anew waits like others. */
@ApplicationScoped
class FollowApplications {

    private final SeatOffers offers;
    private final WaitingEntries entries;

    FollowApplications(SeatOffers offers, WaitingEntries entries) {
        this.offers = offers;
        this.entries = entries;
    }

    void follow(@Observes ApplicationFact fact) {
        switch (fact.kind()) {
            case WAITLISTED -> {
                cancelOpen(fact.applicationId(), fact.occurredAt());
                entries.findByIdOptional(fact.applicationId()).ifPresent(WaitingEntry::takeUp);
            }
            case ADMITTED, DECLINED, WITHDRAWN -> {
                cancelOpen(fact.applicationId(), fact.occurredAt());
                entries.findByIdOptional(fact.applicationId()).ifPresent(WaitingEntry::endPrecedence);
            }
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
