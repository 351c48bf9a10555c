package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Forgets who walked in once the lists are no longer needed. That somebody did stays in the count. */
@ApplicationScoped
class PurgeWalkIns {

    private final WalkIns walkIns;
    private final AuditTrail audit;
    private final Clock clock;

    PurgeWalkIns(WalkIns walkIns, AuditTrail audit, Clock clock) {
        this.walkIns = walkIns;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "5m")
    void scheduled() {
        purge();
    }

    /** Erases those that are due and says how many. */
    @Transactional
    int purge() {
        Instant now = clock.instant();
        List<WalkIn> due = walkIns.toErase(now);
        due.forEach(walkIn -> walkIn.erase(now));
        if (!due.isEmpty()) {
            audit.record("system", "walk-ins-erased", "walk-in", "all", Map.of("count", due.size()));
        }
        return due.size();
    }
}
