package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.OfferedSeats;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallState;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackPolicy;
import eu.urbact.infocus.registration.call.PromisedSeats;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.seat.Seats;
import eu.urbact.infocus.registration.staging.DecisionReleases;
import eu.urbact.infocus.registration.staging.ReleaseBegins;

/** Offers free seats to the people on the waiting list, one seat at a time and strictly in its order. */
@ApplicationScoped
public class OfferSeats {

    /** How an attempt ended. */
    enum Attempt {
        /** A seat is offered; there may be another one. */
        OFFERED,
        /** The person or the seat was gone in the same moment; look again. */
        MISSED,
        /** There is nothing to offer, nobody to offer it to, or no time for it. */
        NOTHING
    }

    private final Applications applications;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final SeatOffers offers;
    private final Calls calls;
    private final Workshops workshops;
    private final Seats seats;
    private final PromisedSeats promises;
    private final DecisionReleases releases;
    private final OfferedSeats offeredSeats;
    private final AuditTrail audit;
    private final Event<OfferFact> facts;
    private final Clock clock;

    OfferSeats(
            Applications applications,
            WaitingLists lists,
            WaitingEntries entries,
            SeatOffers offers,
            Calls calls,
            Workshops workshops,
            Seats seats,
            PromisedSeats promises,
            DecisionReleases releases,
            OfferedSeats offeredSeats,
            AuditTrail audit,
            Event<OfferFact> facts,
            Clock clock) {
        this.applications = applications;
        this.lists = lists;
        this.entries = entries;
        this.offers = offers;
        this.calls = calls;
        this.workshops = workshops;
        this.seats = seats;
        this.promises = promises;
        this.releases = releases;
        this.offeredSeats = offeredSeats;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Offers one free seat, if the list runs, the cut-off has not come and no decisions are being released. The lock on the list makes one offer wait for the other,
     * so each sees the balance that the one before has made.
     */
    @Transactional
    Attempt offerNext(UUID callId) {
        Optional<Settings> running = lists.lockRunning(callId);
        if (running.isEmpty()) {
            return Attempt.NOTHING;
        }
        CallForParticipation call = calls.findById(callId);
        Instant startsAt = workshops.findById(call.workshopId()).startsAt();
        Instant now = clock.instant();
        if (call.state() == CallState.ARCHIVED
                || releases.isGoingOn(callId, now)
                || !OfferPolicy.mayOffer(running.get(), startsAt, now)) {
            return Attempt.NOTHING;
        }
        List<SeatBucket> buckets = seats.of(callId);
        for (SeatBucket bucket : buckets) {
            // what is free there becomes open to all first, unless it is promised to somebody
            boolean handedBack = HandBackPolicy.isDue(buckets, bucket.code(), call.zone(), now);
            Optional<Waiting> next = isFree(callId, bucket.code(), bucket.free()) && !handedBack
                    ? entries.firstFor(callId, bucket.code())
                    : Optional.empty();
            if (next.isPresent()) {
                return offer(bucket.code(), next.get(), now, OfferPolicy.deadline(running.get(), startsAt, now));
            }
        }
        return Attempt.NOTHING;
    }

    /** A seat that is being offered is offered before the plan is read, and nobody starts the list meanwhile; from then on {@link DecisionReleases#isGoingOn} is true. */
    void waitFor(@Observes ReleaseBegins release) {
        lists.toChange(release.callId());
    }

    /** Whoever waits has been decided about, so a seat that is promised to somebody whom a city has invited is none for them. */
    private boolean isFree(UUID callId, BucketCode bucket, int free) {
        return free > 0
                && bucket.cityId()
                        .map(city -> free > promises.promised(callId, city).inAll())
                        .orElse(true);
    }

    /** A city that invites somebody locks its bucket: whoever has looked before it has may find the seat promised now. */
    private boolean isStillFree(UUID callId, BucketCode bucket) {
        seats.lock(callId, List.of(bucket));
        return isFree(callId, bucket, seats.free(callId, bucket));
    }

    private Attempt offer(BucketCode bucket, Waiting next, Instant now, Instant expiresAt) {
        Application application = applications.toChange(next.applicationId());
        if (application.state() != ApplicationState.WAITLISTED
                || !isStillFree(application.callId(), bucket)
                || !offeredSeats.hold(application, bucket).isDone()) {
            return Attempt.MISSED;
        }
        SeatOffer offer = new SeatOffer(application.callId(), application.id(), bucket, now, expiresAt);
        offers.persist(offer);
        entries.findByIdOptional(application.id()).ifPresent(WaitingEntry::endPrecedence);
        offers.flush();
        audit.record(
                "system",
                "seat-offered",
                "application",
                application.id().toString(),
                Map.of(
                        "before",
                        ApplicationState.WAITLISTED,
                        "after",
                        application.state(),
                        "bucket",
                        bucket.value(),
                        "expiresAt",
                        expiresAt,
                        "place",
                        next.place()));
        facts.fire(OfferFact.of(OfferFact.Kind.OFFERED, offer, application, now));
        return Attempt.OFFERED;
    }
}
