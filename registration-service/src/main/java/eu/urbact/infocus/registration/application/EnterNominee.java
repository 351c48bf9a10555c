package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * Enters the application. Empty when the person has a live one already: it stays as it is, and they are told by mail.
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
        told("application-submitted", ApplicationFact.Kind.SUBMITTED, entered, now, Map.of("state", entered.state()));
        Application application = applications.findById(entered.id());
        BucketCode bucket = BucketCode.city(person.cityId());
        boolean seated = seat == Seat.KEPT
                || (seat == Seat.TAKEN_NOW
                        && seats.takeFirstFree(call.id(), List.of(bucket)).isDone());
        if (seated) {
            application.admit(bucket, null, now);
            applications.flush();
            told(
                    "application-admitted",
                    ApplicationFact.Kind.ADMITTED,
                    application,
                    now,
                    Map.of(
                            "before",
                            ApplicationState.SUBMITTED,
                            "after",
                            application.state(),
                            "bucket",
                            bucket.value()));
        }
        return Optional.of(application);
    }

    private void told(
            String action,
            ApplicationFact.Kind kind,
            Application application,
            Instant now,
            Map<String, Object> details) {
        audit.record(action, "application", application.id().toString(), details);
        facts.fire(ApplicationFact.of(kind, application, now));
    }
}
