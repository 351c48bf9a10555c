package eu.urbact.infocus.registration.draft;

import java.time.Clock;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Deletes drafts that nobody has saved for some days. */
@ApplicationScoped
public class ForgetDrafts {

    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    ForgetDrafts(Drafts drafts, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void forget() {
        long forgotten = drafts.forget(clock.instant());
        if (forgotten > 0) {
            audit.record("drafts-forgotten", "draft", "all", Map.of("count", forgotten));
        }
    }
}
