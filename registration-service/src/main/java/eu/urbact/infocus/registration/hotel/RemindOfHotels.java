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
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.logistics.DueTimes;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Reminds those with a place who have not said whether they need a room, or have said it for days on which the workshop is not any more, once
 * for the days on which it is, before rooms go back to the hotels.
 */
@ApplicationScoped
public class RemindOfHotels {

    private final Hotels hotels;
    private final HotelRequests requests;
    private final Applications applications;
    private final WorkshopOfCall workshopOfCall;
    private final HotelConfig config;
    private final AuditTrail audit;
    private final Event<HotelFact> facts;
    private final Clock clock;

    RemindOfHotels(
            Hotels hotels,
            HotelRequests requests,
            Applications applications,
            WorkshopOfCall workshopOfCall,
            HotelConfig config,
            AuditTrail audit,
            Event<HotelFact> facts,
            Clock clock) {
        this.hotels = hotels;
        this.requests = requests;
        this.applications = applications;
        this.workshopOfCall = workshopOfCall;
        this.config = config;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        remindDue();
    }

    /** Reminds who is due, and says how many. */
    @Transactional
    public int remindDue() {
        Instant now = clock.instant();
        int reminded = 0;
        for (Map.Entry<UUID, Instant> call :
                hotels.nextRelease(now, now.plus(config.remindBefore())).entrySet()) {
            Workshop workshop = workshopOfCall.find(call.getKey()).orElseThrow();
            if (workshop.isOver(now)) {
                continue;
            }
            // by when the person's page asks for it
            Instant due = DueTimes.next(now, call.getValue(), workshop);
            for (UUID applicationId : requests.toRemind(call.getKey(), workshop, now.minus(config.letSettle()))) {
                if (requests.remindOnce(applicationId, workshop, now)) {
                    Application application = applications.findById(applicationId);
                    facts.fire(HotelFact.of(HotelFact.Kind.ANSWER_DUE, application, due, now));
                    audit.record("system", "hotel-answer-reminded", "application", applicationId.toString(), Map.of());
                    reminded++;
                }
            }
        }
        return reminded;
    }
}
