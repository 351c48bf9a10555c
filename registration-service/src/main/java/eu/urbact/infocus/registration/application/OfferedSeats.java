package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/**
 * Holds a seat for somebody on the waiting list, lets them have it or takes it back. Who comes next and until when the seat is held is
 * the waiting list's business. All methods run in its transaction and expect the application locked, as {@link Applications#toChange} does.
 */
@ApplicationScoped
public class OfferedSeats {

    private final Applications applications;
    private final Seats seats;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    OfferedSeats(Applications applications, Seats seats, Event<ApplicationFact> facts, Clock clock) {
        this.applications = applications;
        this.seats = seats;
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes a seat in this bucket and holds it; refused when none is free. The application must be waiting. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<BucketCode> hold(Application application, BucketCode bucket) {
        return seats.takeFirstFree(application.callId(), List.of(bucket)).map(seat -> {
            application.offer(seat);
            applications.flush();
            return seat;
        });
    }

    /** The person has the held seat from now on, and everybody is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void letHave(Application application) {
        application.acceptOffer(clock.instant());
        applications.flush();
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.ADMITTED, application, clock.instant()));
    }

    /** The held seat is free again, and the person waits again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBack(Application application) {
        seats.giveBack(application.callId(), application.bucket());
        application.waitAgain();
        applications.flush();
    }
}
