package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/**
 * Tells organisers that people wait for an answer about other meals, visits or buses: at once, then once a day as long as somebody waits, and at
 * once again when somebody asks about something that begins soon.
 */
@ApplicationScoped
public class TellOrganisers {

    private final WaitingChanges waitingChanges;
    private final LogisticsConfig config;
    private final AuditTrail audit;
    private final Event<ChangesWaitingFact> facts;
    private final Clock clock;

    TellOrganisers(
            WaitingChanges waitingChanges,
            LogisticsConfig config,
            AuditTrail audit,
            Event<ChangesWaitingFact> facts,
            Clock clock) {
        this.waitingChanges = waitingChanges;
        this.config = config;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "55s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        tellDue();
    }

    /** Tells the organisers of the calls whose time has come, and says of how many. */
    @Transactional
    public int tellDue() {
        Instant now = clock.instant();
        int told = 0;
        for (WaitingChanges.InCall call :
                waitingChanges.toTell(now, now.minus(config.tellChangesEvery()), now.plus(config.changesSoon()))) {
            if (waitingChanges.tellOnce(call, now)) {
                facts.fire(new ChangesWaitingFact(call.callId(), call.workshopId(), call.waiting(), call.dueAt(), now));
                audit.record(
                        "system",
                        "logistics-changes-told",
                        "call",
                        call.callId().toString(),
                        Map.of("waiting", call.waiting()));
                told++;
            }
        }
        return told;
    }
}
