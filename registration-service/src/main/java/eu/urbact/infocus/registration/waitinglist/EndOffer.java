package eu.urbact.infocus.registration.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.OfferedSeats;
import eu.urbact.infocus.registration.call.CallState;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * How an offer ends: the person accepts or declines it, its deadline passes, or organisers take it back. Each locks the application
 * first and then looks at the offer, so of any two only one ends it and the other finds it ended.
 */
@ApplicationScoped
public class EndOffer {

    private static final String APPLICANT = "applicant";
    private static final String SYSTEM = "system";

    private final Applications applications;
    private final SeatOffers offers;
    private final WaitingEntries entries;
    private final OfferedSeats offeredSeats;
    private final WaitingLists lists;
    private final Calls calls;
    private final Workshops workshops;
    private final AuditTrail audit;
    private final Caller caller;
    private final Event<OfferFact> facts;
    private final Clock clock;

    EndOffer(
            Applications applications,
            SeatOffers offers,
            WaitingEntries entries,
            OfferedSeats offeredSeats,
            WaitingLists lists,
            Calls calls,
            Workshops workshops,
            AuditTrail audit,
            Caller caller,
            Event<OfferFact> facts,
            Clock clock) {
        this.applications = applications;
        this.offers = offers;
        this.entries = entries;
        this.offeredSeats = offeredSeats;
        this.lists = lists;
        this.calls = calls;
        this.workshops = workshops;
        this.audit = audit;
        this.caller = caller;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The person takes the seat. Accepting twice is harmless while they have it; refused from the deadline on, also when nobody has noticed yet that it
     * has passed, and when the call has been put away.
     *
     * @param applicationId whose link it is
     * @param offerId the offer that the person has seen
     */
    @Transactional
    public Outcome<SeatOffer> accept(UUID applicationId, UUID offerId) {
        return answer(applicationId, offerId, OfferState.ACCEPTED, (application, offer, now) -> {
            offer.settle(OfferState.ACCEPTED, now);
            offers.flush();
            record(APPLICANT, "offer-accepted", offer);
            offeredSeats.letHave(application);
        });
    }

    /** The person does not want this seat, and is offered no other unless organisers put them first. Declining twice is harmless. */
    @Transactional
    public Outcome<SeatOffer> decline(UUID applicationId, UUID offerId) {
        return answer(applicationId, offerId, OfferState.DECLINED, (application, offer, now) -> {
            entries.toChange(applicationId).setAside();
            end(
                    APPLICANT,
                    "offer-declined",
                    application,
                    offer,
                    OfferState.DECLINED,
                    OfferFact.Kind.DECLINED,
                    false,
                    now);
        });
    }

    /** What is done with an open offer in time. */
    private interface Answer {
        void give(Application application, SeatOffer offer, Instant now);
    }

    /**
     * Whoever gives the same answer twice has given it, unless they have given up or lost since what they accepted; an answer that comes too late
     * ends the offer as the deadline does.
     */
    private Outcome<SeatOffer> answer(UUID applicationId, UUID offerId, OfferState answered, Answer answer) {
        Application application = applications.toChange(applicationId);
        Optional<SeatOffer> found = offers.current(offerId, applicationId);
        if (found.isEmpty()) {
            return unknown();
        }
        SeatOffer offer = found.get();
        if (offer.state() == answered
                && (answered != OfferState.ACCEPTED || application.state() == ApplicationState.ADMITTED)) {
            return Outcome.done(offer);
        }
        Instant now = clock.instant();
        if (OfferPolicy.answer(offer.state(), offer.expiresAt(), now) instanceof Verdict.Refused refused) {
            if (offer.isOpen()) {
                lapse(application, offer, now);
            }
            return Outcome.refused(refused);
        }
        if (answered == OfferState.ACCEPTED
                && calls.findById(application.callId()).state() == CallState.ARCHIVED) {
            return Outcome.refused(
                    RegistrationProblem.OFFER_OVER,
                    "The organisers have put this call away, and the place cannot be accepted any more.");
        }
        answer.give(application, offer, now);
        return Outcome.done(offer);
    }

    /** Organisers take the offer back: the person waits again, but is offered no seat unless organisers put them first. */
    @Transactional
    public Outcome<SeatOffer> cancel(UUID applicationId, UUID offerId) {
        Application application = applications.toChange(applicationId);
        Optional<SeatOffer> found = offers.current(offerId, applicationId);
        if (found.isEmpty()) {
            return unknown();
        }
        SeatOffer offer = found.get();
        if (!offer.isOpen()) {
            return Outcome.refused(RegistrationProblem.OFFER_OVER, ended(offer.state()));
        }
        entries.toChange(applicationId).setAside();
        end(
                caller.actor(),
                "offer-cancelled",
                application,
                offer,
                OfferState.CANCELLED,
                OfferFact.Kind.CANCELLED,
                false,
                clock.instant());
        return Outcome.done(offer);
    }

    /** Ends the offer if its deadline has passed and nobody has ended it. */
    @Transactional
    void lapse(UUID applicationId, UUID offerId) {
        Application application = applications.toChange(applicationId);
        Instant now = clock.instant();
        offers.current(offerId, applicationId)
                .filter(offer -> offer.isOpen() && OfferPolicy.isOver(offer.expiresAt(), now))
                .ifPresent(offer -> lapse(application, offer, now));
    }

    private void lapse(Application application, SeatOffer offer, Instant now) {
        entries.toChange(application.id()).letPass();
        boolean noMoreOffers = !OfferPolicy.mayOffer(
                lists.of(application.callId()).settings(),
                workshops.findById(application.workshopId()).startsAt(),
                now);
        end(SYSTEM, "offer-lapsed", application, offer, OfferState.LAPSED, OfferFact.Kind.LAPSED, noMoreOffers, now);
    }

    private void end(
            String actor,
            String action,
            Application application,
            SeatOffer offer,
            OfferState state,
            OfferFact.Kind kind,
            boolean noMoreOffers,
            Instant now) {
        offer.settle(state, now);
        offers.flush();
        record(actor, action, offer);
        offeredSeats.takeBack(application);
        facts.fire(OfferFact.of(kind, offer, application, noMoreOffers, now));
    }

    private void record(String actor, String action, SeatOffer offer) {
        audit.record(
                actor,
                action,
                "application",
                offer.applicationId().toString(),
                Map.of("bucket", offer.bucket().value(), "expiresAt", offer.expiresAt()));
    }

    private static String ended(OfferState state) {
        return switch (state) {
            case OPEN -> throw new IllegalArgumentException("this offer has not ended");
            case ACCEPTED -> "This offer has been accepted.";
            case DECLINED -> "This offer has been declined.";
            case LAPSED -> "The time to answer this offer has passed.";
            case CANCELLED -> "This offer has been taken back already, or the person has withdrawn.";
        };
    }

    private static Outcome<SeatOffer> unknown() {
        return Outcome.refused(RegistrationProblem.OFFER_OVER, "There is no such offer for you.");
    }
}
