package eu.urbact.infocus.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Clears from old mails what was only kept to find out why one did not arrive. */
@ApplicationScoped
class PurgeDeliveryLog {

    private final Mails mails;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration kept;

    PurgeDeliveryLog(Mails mails, AuditTrail audit, Clock clock, MailConfig config) {
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
        this.kept = config.keepTraces();
    }

    @Scheduled(every = "6h", delayed = "7m")
    void scheduled() {
        purge();
    }

    /** Clears those that are due and says how many. */
    @Transactional
    int purge() {
        int cleared = mails.clearTraces(clock.instant().minus(kept));
        if (cleared > 0) {
            audit.record("system", "mail-traces-cleared", "mail", "all", Map.of("count", cleared));
        }
        return cleared;
    }
}
