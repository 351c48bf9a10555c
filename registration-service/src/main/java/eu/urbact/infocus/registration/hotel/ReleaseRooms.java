package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;

/**
 * Gives rooms back to hotels when their release time has come: what nobody has taken is the hotel's again, and who still waits is told.
 * The hour itself does not wait for this: each request is checked against it.
 */
@ApplicationScoped
public class ReleaseRooms {

    private final Hotels hotels;
    private final RoomNights rooms;
    private final HotelRequests requests;
    private final Applications applications;
    private final Calls calls;
    private final SharingEnds sharingEnds;
    private final RoomTrail trail;
    private final AuditTrail audit;
    private final Event<HotelReleasedFact> released;
    private final Event<HotelFact> facts;
    private final Clock clock;

    ReleaseRooms(
            Hotels hotels,
            RoomNights rooms,
            HotelRequests requests,
            Applications applications,
            Calls calls,
            SharingEnds sharingEnds,
            RoomTrail trail,
            AuditTrail audit,
            Event<HotelReleasedFact> released,
            Event<HotelFact> facts,
            Clock clock) {
        this.hotels = hotels;
        this.rooms = rooms;
        this.requests = requests;
        this.applications = applications;
        this.calls = calls;
        this.sharingEnds = sharingEnds;
        this.trail = trail;
        this.audit = audit;
        this.released = released;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(every = "30s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        releaseDue();
    }

    /**
     * Releases every hotel whose time has come, then refuses who waits in vain, and says how many hotels it released. Each in a transaction
     * of its own: rooms are locked after the application that wants them, so nobody who has locked rooms waits for an application.
     */
    public int releaseDue() {
        Instant now = clock.instant();
        int releasedNow = 0;
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> hotels.due(now))) {
            releasedNow += QuarkusTransaction.requiringNew().call(() -> release(id, now));
        }
        for (UUID id : QuarkusTransaction.requiringNew().call(() -> requests.inVain(now))) {
            QuarkusTransaction.requiringNew().run(() -> refuse(id, now));
        }
        return releasedNow;
    }

    private int release(UUID id, Instant now) {
        Hotel hotel = hotels.toChange(id);
        if (hotel.releasedAt() != null) {
            return 0;
        }
        rooms.release(hotel.id());
        hotel.released(now);
        hotels.flush();
        List<RoomNight> nights = rooms.refreshed(hotel.id());
        int contingent = nights.stream().mapToInt(RoomNight::rooms).sum();
        int taken = nights.stream().mapToInt(RoomNight::held).sum();
        int givenBack = nights.stream().mapToInt(RoomNight::givenBack).sum();
        audit.record(
                "system",
                "hotel-released",
                "call",
                hotel.callId().toString(),
                Map.of("hotel", hotel.id(), "contingent", contingent, "taken", taken, "givenBack", givenBack));
        released.fire(new HotelReleasedFact(
                hotel.id(),
                hotel.callId(),
                calls.findById(hotel.callId()).workshopId(),
                contingent,
                taken,
                givenBack,
                now));
        return 1;
    }

    /**
     * The person is told not to wait, unless they have taken their request back or left in the same moment, or asked for another hotel that still
     * keeps rooms.
     */
    private void refuse(UUID requestId, Instant now) {
        Application application =
                applications.toChange(requests.findById(requestId).applicationId());
        HotelRequest request = requests.current(requestId);
        if (!requests.isInVain(requestId, now)) {
            return;
        }
        boolean change = request.change() != null;
        Map<String, Object> before = trail.of(request);
        Set<String> sharers = request.sharers();
        if (change) {
            request.refuseChange(null);
        } else {
            request.refuse(null, now);
        }
        requests.flush();
        sharingEnds.unnamed(request, sharers);
        audit.record(
                "system",
                change ? "hotel-room-change-refused" : "hotel-room-refused",
                "application",
                application.id().toString(),
                trail.since(before, request));
        HotelFact.Kind kind = change ? HotelFact.Kind.CHANGE_REFUSED : HotelFact.Kind.REFUSED;
        facts.fire(HotelFact.of(kind, application, null, now));
    }
}
