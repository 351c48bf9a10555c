package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.calendar.ApplicantMovedFact;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.WorkshopMoved;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Nobody holds a seat past the cut-off: with a workshop that is brought forward, the ends of its open offers come forward. Whoever is offered a
 * seat is told of the move once: by how long they have now, or else that the workshop has moved.
 */
@ApplicationScoped
class FollowWorkshops {

    private final Workshops workshops;
    private final Calls calls;
    private final WaitingLists lists;
    private final Applications applications;
    private final SeatOffers offers;
    private final AuditTrail audit;
    private final Event<OfferFact> facts;
    private final Event<ApplicantMovedFact> moves;
    private final Clock clock;

    FollowWorkshops(
            Workshops workshops,
            Calls calls,
            WaitingLists lists,
            Applications applications,
            SeatOffers offers,
            AuditTrail audit,
            Event<OfferFact> facts,
            Event<ApplicantMovedFact> moves,
            Clock clock) {
        this.workshops = workshops;
        this.calls = calls;
        this.lists = lists;
        this.applications = applications;
        this.offers = offers;
        this.audit = audit;
        this.facts = facts;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * The list is locked first, as by whoever makes an offer: one that is made at this moment, by the old time, comes forward, too. Before
     * people with a place are told, so that whoever accepts at this moment is told at least once.
     */
    void follow(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) WorkshopMoved moved) {
        Instant now = clock.instant();
        boolean toTell = !workshops.findById(moved.workshopId()).isOver(now);
        for (UUID callId : calls.ofWorkshop(moved.workshopId())) {
            Set<UUID> told = new HashSet<>();
            Optional<Settings> settings = lists.locked(callId);
            if (moved.isEarlier() && settings.isPresent()) {
                told.addAll(bringForward(callId, OfferPolicy.cutOff(settings.get(), moved.startsAt()), now));
            }
            if (toTell) {
                offers.openOf(callId).stream()
                        .filter(person -> !told.contains(person))
                        .forEach(person -> moves.fire(new ApplicantMovedFact(person, callId, moved.workshopId(), now)));
            }
        }
    }

    /** Returns who has been told how long they have now. */
    private Set<UUID> bringForward(UUID callId, Instant cutOff, Instant now) {
        // what has been held until now was held
        Instant end = cutOff.isBefore(now) ? now : cutOff;
        Set<UUID> told = new HashSet<>();
        for (Application application : applications.locked(offers.openBeyond(callId, end))) {
            offers.open(application.id())
                    .filter(offer -> offer.expiresAt().isAfter(end))
                    .ifPresent(offer -> {
                        bringForward(application, offer, end);
                        // over already: the next round ends it, and tells that
                        if (end.isAfter(now)) {
                            facts.fire(OfferFact.broughtForward(offer, application, now));
                            told.add(application.id());
                        }
                    });
        }
        return told;
    }

    private void bringForward(Application application, SeatOffer offer, Instant end) {
        Instant before = offer.expiresAt();
        offer.bringForward(end);
        offers.flush();
        audit.record(
                "system",
                "offer-brought-forward",
                "application",
                application.id().toString(),
                Map.of("bucket", offer.bucket().value(), "before", before, "after", end));
    }
}
