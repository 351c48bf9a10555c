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
     * Enters the application. When the person has a live one already, that one stays as it is; but if it comes for the same city and holds
     * no seat, a kept seat becomes its own. Empty when nothing has changed, and the person is told by mail that they had applied.
     *
     * @param given answers to the call's questions, which have passed the check of the {@link AnswerBook}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Application> enter(CallForParticipation call, Person person, Map<String, Object> given, Seat seat) {
        Instant now = clock.instant();
        Application entered = new Application(call.id(), call.workshopId(), person, now);
        // whom this person replaces has gone before they come
        applications.flush();
        if (!applications.addUnlessLive(entered)) {
            if (seat == Seat.KEPT) {
                Optional<Application> waiting = applications
                        .liveToChange(call.id(), person.email())
                        .filter(live -> person.cityId().equals(live.cityId()))
                        .filter(live -> !live.state().holdsSeat());
                if (waiting.isPresent()) {
                    admit(waiting.get(), BucketCode.city(person.cityId()), now);
                    return waiting;
                }
            }
            applications
                    .known(call.id(), person.email(), now)
                    .filter(live -> !live.toldLately() && applications.mayTellAgain(live.id(), now))
                    .ifPresent(live -> {
                        audit.record(
                                "application-repeated",
                                "application",
                                live.id().toString(),
                                Map.of("state", live.state()));
                        facts.fire(live.repeated(now));
                    });
            return Optional.empty();
        }
        answers.keep(call, entered.id(), given);
        BucketCode bucket = BucketCode.city(person.cityId());
        boolean seated = seat == Seat.KEPT
                || (seat == Seat.TAKEN_NOW
                        && seats.takeFirstFree(call.id(), List.of(bucket)).isDone());
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

    private void admit(Application application, BucketCode bucket, Instant now) {
        ApplicationState before = application.state();
        application.admit(bucket, null, now);
        applications.flush();
        told(
                "application-admitted",
                ApplicationFact.of(ApplicationFact.Kind.ADMITTED, application, now),
                Map.of("before", before, "after", application.state(), "bucket", bucket.value()));
    }

    private void told(String action, ApplicationFact fact, Map<String, Object> details) {
        audit.record(action, "application", fact.applicationId().toString(), details);
        facts.fire(fact);
    }
}
