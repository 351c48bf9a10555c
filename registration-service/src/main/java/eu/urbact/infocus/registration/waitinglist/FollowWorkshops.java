package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.WorkshopMoved;

/** Nobody holds a seat past the cut-off: with a workshop that is brought forward, the ends of its open offers come forward. */
@ApplicationScoped
class FollowWorkshops {

    private final Calls calls;
    private final WaitingLists lists;
    private final Applications applications;
    private final SeatOffers offers;
    private final AuditTrail audit;
    private final Event<OfferFact> facts;
    private final Clock clock;

    FollowWorkshops(
            Calls calls,
            WaitingLists lists,
            Applications applications,
            SeatOffers offers,
            AuditTrail audit,
            Event<OfferFact> facts,
            Clock clock) {
        this.calls = calls;
        this.lists = lists;
        this.applications = applications;
        this.offers = offers;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** The list is locked first, as by whoever makes an offer: one that is made at this moment, by the old time, comes forward, too. */
    void follow(@Observes WorkshopMoved moved) {
        if (!moved.isEarlier()) {
            return;
        }
        for (UUID callId : calls.ofWorkshop(moved.workshopId())) {
            Optional<Settings> settings = lists.locked(callId);
            settings.ifPresent(known -> bringForward(callId, OfferPolicy.cutOff(known, moved.startsAt())));
        }
    }

    private void bringForward(UUID callId, Instant cutOff) {
        Instant now = clock.instant();
        // what has been held until now was held
        Instant end = cutOff.isBefore(now) ? now : cutOff;
        for (Application application : applications.locked(offers.openBeyond(callId, end))) {
            offers.open(application.id())
                    .filter(offer -> offer.expiresAt().isAfter(end))
                    .ifPresent(offer -> bringForward(application, offer, end, now));
        }
    }

    private void bringForward(Application application, SeatOffer offer, Instant end, Instant now) {
        Instant before = offer.expiresAt();
        offer.bringForward(end);
        offers.flush();
        audit.record(
                "system",
                "offer-brought-forward",
                "application",
                application.id().toString(),
                Map.of("bucket", offer.bucket().value(), "before", before, "after", end));
        if (end.isAfter(now)) {
            facts.fire(OfferFact.broughtForward(offer, application, now));
        }
        // over already: the next round ends it, and tells that
    }
}
