package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/**
 * With automatic confirmation a room that becomes free goes to whoever has waited for such a room the longest, and they are told by mail.
 * Directly after the room was freed, and now and then for what was lost on the way.
 */
@ApplicationScoped
class GiveFreeRooms {

    private final Applications applications;
    private final Hotels hotels;
    private final HotelRequests requests;
    private final HotelSettings settings;
    private final TakeRoom takeRoom;
    private final SharingEnds sharingEnds;
    private final RoomTrail trail;
    private final AuditTrail audit;
    private final Event<HotelFact> facts;
    private final Clock clock;

    GiveFreeRooms(
            Applications applications,
            Hotels hotels,
            HotelRequests requests,
            HotelSettings settings,
            TakeRoom takeRoom,
            SharingEnds sharingEnds,
            RoomTrail trail,
            AuditTrail audit,
            Event<HotelFact> facts,
            Clock clock) {
        this.applications = applications;
        this.hotels = hotels;
        this.requests = requests;
        this.settings = settings;
        this.takeRoom = takeRoom;
        this.sharingEnds = sharingEnds;
        this.trail = trail;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Afterwards, in transactions of its own: rooms are locked after the application that wants them. */
    void freed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomsFreed freed) {
        tryToGive(freed.callId());
    }

    @Scheduled(every = "30s", delayed = "25s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        QuarkusTransaction.requiringNew().call(settings::automatic).forEach(this::tryToGive);
    }

    /** Whoever freed a room has done so, whatever becomes of it; the next time tries again. */
    private void tryToGive(UUID callId) {
        try {
            give(callId);
        } catch (RuntimeException e) {
            Log.warnf(
                    "Rooms of call %s could not be given: %s",
                    callId, e.getClass().getName());
        }
    }

    private void give(UUID callId) {
        boolean again = true;
        while (again) {
            again = false;
            for (UUID id : QuarkusTransaction.requiringNew().call(() -> waiting(callId))) {
                if (QuarkusTransaction.requiringNew().call(() -> moved(id))) {
                    // whoever moves leaves a room, and somebody before them may wait for it longer than those behind
                    again = true;
                    break;
                }
            }
        }
    }

    private List<UUID> waiting(UUID callId) {
        return settings.confirmation(callId) == Confirmation.AUTOMATIC ? requests.waitingInOrder(callId) : List.of();
    }

    /** Gives this one a room if there is one; whether they leave another for it. */
    private boolean moved(UUID requestId) {
        Application application =
                applications.toChange(requests.findById(requestId).applicationId());
        HotelRequest request = requests.current(requestId);
        if (!request.waits() || application.state() != ApplicationState.ADMITTED || application.isErased()) {
            return false;
        }
        Instant now = clock.instant();
        boolean moves = request.change() != null;
        Map<String, Object> before = trail.of(request);
        Set<String> sharers = request.sharers();
        if (!takeRoom.take(request, hotels.of(application.callId()), hotel -> true, now)) {
            return false;
        }
        requests.flush();
        sharingEnds.unnamed(request, sharers);
        audit.record(
                "system",
                moves ? "hotel-room-changed" : "hotel-room-confirmed",
                "application",
                application.id().toString(),
                trail.since(before, request));
        facts.fire(HotelFact.of(HotelFact.Kind.CONFIRMED, application, null, now));
        return moves;
    }
}
