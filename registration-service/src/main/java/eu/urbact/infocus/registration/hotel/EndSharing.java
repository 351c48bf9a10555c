package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * When one of two who share a double room leaves it, the other is told by mail. The room is the one's who has asked for it: they keep it alone,
 * and nobody is named for it any more; whoever has said that they sleep in it too and need none of their own loses the bed with it, and is asked
 * again. Directly afterwards, and now and then for what was lost on the way.
 */
@ApplicationScoped
class EndSharing {

    private final SharingEnds ends;
    private final Applications applications;
    private final Workshops workshops;
    private final HotelRequests requests;
    private final AuditTrail audit;
    private final Event<HotelFact> facts;
    private final Clock clock;

    EndSharing(
            SharingEnds ends,
            Applications applications,
            Workshops workshops,
            HotelRequests requests,
            AuditTrail audit,
            Event<HotelFact> facts,
            Clock clock) {
        this.ends = ends;
        this.applications = applications;
        this.workshops = workshops;
        this.requests = requests;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Afterwards, in transactions of its own: the other's application is locked alone. */
    void left(@Observes(during = TransactionPhase.AFTER_SUCCESS) SharingLeft left) {
        endAll();
    }

    @Scheduled(every = "30s", delayed = "28s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        endAll();
    }

    private void endAll() {
        QuarkusTransaction.requiringNew().call(ends::all).forEach(this::tryToEnd);
    }

    /** Whoever left has done so, whatever becomes of it; the next time tries again. */
    private void tryToEnd(SharingEnds.SharingEnd end) {
        try {
            QuarkusTransaction.requiringNew().run(() -> end(end));
        } catch (RuntimeException e) {
            Log.warnf(
                    "Who shared a room with %s could not be told: %s",
                    end.leftBy(), e.getClass().getName());
        }
    }

    private void end(SharingEnds.SharingEnd end) {
        Application person = applications.toChange(end.applicationId());
        Instant now = clock.instant();
        if (!ends.take(end)
                || person.state() != ApplicationState.ADMITTED
                || person.isErased()
                || workshops.findById(person.workshopId()).isOver(now)) {
            return;
        }
        Optional<HotelRequest> found = requests.currentOf(person.id());
        if (found.isEmpty()) {
            return;
        }
        HotelRequest request = found.get();
        switch (request.state()) {
            case REQUESTED, CONFIRMED -> {
                // whoever has a room of their own needs no bed in another
                if (!end.bed()) {
                    ends.gone(request, end.leftBy()).ifPresent(gone -> {
                        request.sharerLeft(gone.fromRoom(), gone.fromChange(), now);
                        tell(HotelFact.of(HotelFact.Kind.SHARING_ENDED, person, null, now));
                    });
                }
            }
            case NOT_NEEDED -> {
                // what others say changes nothing for whoever sleeps elsewhere
                if (end.bed() && request.inOthersRoom() && !requests.isNamed(person.id())) {
                    request.bedLost(now);
                    tell(HotelFact.bedLost(person, now));
                }
            }
            case REFUSED, CANCELLED -> {
                // has no part in any room
            }
        }
    }

    private void tell(HotelFact fact) {
        requests.flush();
        // that it ended, and nobody's name
        audit.record(
                "system",
                "hotel-room-sharing-ended",
                "application",
                fact.applicationId().toString(),
                Map.of());
        facts.fire(fact);
    }
}
