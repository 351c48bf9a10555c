package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Deletes diets and access needs earlier than anything else about a person: a kitchen's last bill is settled within days. */
@ApplicationScoped
class PurgeNeeds {

    private final NeedsOfPeople needsOfPeople;
    private final LogisticsConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    PurgeNeeds(NeedsOfPeople needsOfPeople, LogisticsConfig config, AuditTrail audit, Clock clock) {
        this.needsOfPeople = needsOfPeople;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "6m")
    void scheduled() {
        purge();
    }

    /** Deletes what is due and says of how many people. */
    @Transactional
    long purge() {
        long deleted = needsOfPeople.erase(config.keepNeeds(), clock.instant());
        if (deleted > 0) {
            audit.record("system", "logistics-needs-erased", "logistics", "all", Map.of("count", deleted));
        }
        return deleted;
    }
}
