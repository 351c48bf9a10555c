package eu.urbact.infocus.registration.organiser;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Forgets the names of accounts that have not worked on applications for a year; the audit trail then says an account's id. */
@ApplicationScoped
class ForgetOrganisers {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Organisers organisers;
    private final AuditTrail audit;
    private final Clock clock;

    ForgetOrganisers(Organisers organisers, AuditTrail audit, Clock clock) {
        this.organisers = organisers;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "8m")
    void scheduled() {
        forget();
    }

    /** Forgets those that are due and says how many. */
    @Transactional
    int forget() {
        int forgotten = organisers.forget(clock.instant().minus(KEPT));
        if (forgotten > 0) {
            audit.record("system", "organisers-forgotten", "organiser", "all", Map.of("count", forgotten));
        }
        return forgotten;
    }
}
