package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** Somebody whom a partner city has nominated applies; whether they get a place at once is settled by whoever calls. */
@ApplicationScoped
public class EnterNominee {

    /** Where the seat comes from. */
    public enum Seat {
        /** Organisers decide about it later. */
        NONE,
        /** One is taken in the city's bucket; when none is free, organisers decide later. */
        TAKEN_NOW,
        /** One is held in the city's bucket already, and becomes this person's. */
        KEPT
    }

    private final Applications applications;
    private final Seats seats;
    private final AnswerBook answers;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    EnterNominee(
            Applications applications,
            Seats seats,
            AnswerBook answers,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Clock clock) {
        this.applications = applications;
        this.seats = seats;
        this.answers = answers;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Locks the live application of this address, if there is one; asked before anything is locked that comes after applications. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockLive(UUID callId, EmailAddress email) {
        applications.liveToChange(callId, email);
    }

    /**
     * Enters the application. When the person has a live one already, that one is kept; if it comes for the same city and has no place, it
     * gets the seat that a new one would get, and without one waits like any nominee, also when it was on the waiting list. A seat that the waiting list holds for the person is
     * free then, for whoever is next. When they get none, the person is told by mail that they had applied.
     *
     * @param given answers to the call's questions, which have passed the check of the {@link AnswerBook}
     * @return the person's application for this city, new or without a seat before; empty when theirs holds one already, is for another, or
     *     is offered a seat and gets no other
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Application> enter(CallForParticipation call, Person person, Map<String, Object> given, Seat seat) {
        Instant now = clock.instant();
        Application entered = new Application(call.id(), call.workshopId(), person, now);
        // whom this person replaces has gone before they come
        applications.flush();
        BucketCode bucket = BucketCode.city(person.cityId());
        if (!applications.addUnlessLive(entered)) {
            Optional<Application> waiting = applications
                    .liveToChange(call.id(), person.email())
                    .filter(live -> person.cityId().equals(live.cityId()))
                    .filter(live -> live.state() != ApplicationState.ADMITTED);
            if (waiting.isPresent() && hasSeat(waiting.get(), bucket, seat)) {
                admit(waiting.get(), bucket, now);
                return waiting;
            }
            if (waiting.filter(live -> live.state() == ApplicationState.WAITLISTED)
                    .isPresent()) {
                nominate(waiting.get(), now);
                return waiting;
            }
            tellAgain(call.id(), person.email(), now);
            return waiting.filter(live -> !live.state().holdsSeat());
        }
        answers.keep(call, entered.id(), given);
        boolean seated = hasSeat(call.id(), bucket, seat);
        told(
                "application-submitted",
                seated
                        ? ApplicationFact.submittedWithPlace(entered, now)
                        : ApplicationFact.of(ApplicationFact.Kind.SUBMITTED, entered, now),
                Map.of("state", entered.state()));
        Application application = applications.findById(entered.id());
        if (seated) {
            admit(application, bucket, now);
        }
        return Optional.of(application);
    }

    /** The same for somebody who may have an offer: the seat that is held for them is their own, or free again when they get another. */
    private boolean hasSeat(Application live, BucketCode bucket, Seat seat) {
        if (live.state() != ApplicationState.OFFERED) {
            return hasSeat(live.callId(), bucket, seat);
        }
        if (seat == Seat.TAKEN_NOW && live.bucket().equals(bucket)) {
            return true;
        }
        boolean another = hasSeat(live.callId(), bucket, seat);
        if (another) {
            seats.giveBack(live.callId(), live.bucket());
        }
        return another;
    }

    /** Whether there is one for the person; it is taken then. */
    private boolean hasSeat(UUID callId, BucketCode bucket, Seat seat) {
        return seat == Seat.KEPT
                || (seat == Seat.TAKEN_NOW
                        && seats.takeFirstFree(callId, List.of(bucket)).isDone());
    }

    /** Whoever was on the waiting list waits for a decision again, and has the city's promise until then. */
    private void nominate(Application application, Instant now) {
        ApplicationState before = application.state();
        application.waitForDecision();
        applications.flush();
        told(
                "application-nominated",
                ApplicationFact.nominated(application, now),
                Map.of("before", before, "after", application.state()));
    }

    /** Tells the person that they had applied, once a day at most. */
    private void tellAgain(UUID callId, EmailAddress email, Instant now) {
        applications
                .known(callId, email, now)
                .filter(live -> !live.toldLately() && applications.mayTellAgain(live.id(), now))
                .ifPresent(live -> {
                    audit.record(
                            "application-repeated", "application", live.id().toString(), Map.of("state", live.state()));
                    facts.fire(live.repeated(now));
                });
    }

    private void admit(Application application, BucketCode bucket, Instant now) {
        ApplicationState before = application.state();
        application.admit(bucket, null, now);
        applications.flush();
        told(
                "application-admitted",
                ApplicationFact.admittedByCity(application, now),
                Map.of("before", before, "after", application.state(), "bucket", bucket.value()));
    }

    private void told(String action, ApplicationFact fact, Map<String, Object> details) {
        audit.record(action, "application", fact.applicationId().toString(), details);
        facts.fire(fact);
    }
}
