package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.call.Calls;

/**
 * Tells organisers, once for each release time, that people wait for rooms which go back to the hotels soon: whoever still waits when the
 * last ones have gone gets none.
 */
@ApplicationScoped
public class WarnOrganisers {

    private final Hotels hotels;
    private final HotelRequests requests;
    private final RoomReports reports;
    private final Calls calls;
    private final HotelConfig config;
    private final AuditTrail audit;
    private final Event<RequestsWaitingFact> facts;
    private final Clock clock;

    WarnOrganisers(
            Hotels hotels,
            HotelRequests requests,
            RoomReports reports,
            Calls calls,
            HotelConfig config,
            AuditTrail audit,
            Event<RequestsWaitingFact> facts,
            Clock clock) {
        this.hotels = hotels;
        this.requests = requests;
        this.reports = reports;
        this.calls = calls;
        this.config = config;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "50s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        warnDue();
    }

    /** Warns about the calls whose time has come, and says how many. */
    @Transactional
    public int warnDue() {
        Instant now = clock.instant();
        Instant soon = now.plus(config.warnBefore());
        int warned = 0;
        for (Map.Entry<UUID, Instant> call : hotels.nextRelease(now, soon).entrySet()) {
            UUID callId = call.getKey();
            long waiting = requests.waiting(callId);
            if (waiting > 0 && hotels.warnOnce(callId, now, soon)) {
                long free = reports.freeRoomNights(callId);
                facts.fire(new RequestsWaitingFact(
                        callId, calls.findById(callId).workshopId(), waiting, free, call.getValue(), now));
                audit.record(
                        "system",
                        "hotel-requests-warned",
                        "call",
                        callId.toString(),
                        Map.of("waiting", waiting, "freeRoomNights", free));
                warned++;
            }
        }
        return warned;
    }
}
