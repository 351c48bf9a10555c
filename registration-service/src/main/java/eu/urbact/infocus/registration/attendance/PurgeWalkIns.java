package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Forgets who walked in once the lists are no longer needed. That somebody did stays in the count. */
@ApplicationScoped
class PurgeWalkIns {

    private final WalkIns walkIns;
    private final Workshops workshops;
    private final AttendanceConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    PurgeWalkIns(WalkIns walkIns, Workshops workshops, AttendanceConfig config, AuditTrail audit, Clock clock) {
        this.walkIns = walkIns;
        this.workshops = workshops;
        this.config = config;
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
        // by their days as they are announced now: with a workshop that moves this moves
        List<UUID> over = walkIns.workshopsWithNames().stream()
                .filter(id -> {
                    Workshop workshop = workshops.findById(id);
                    return !workshop.erasedAt(WorkshopDay.over(workshop).plus(config.keepWalkIns()))
                            .isAfter(now);
                })
                .toList();
        List<WalkIn> due = walkIns.toErase(over);
        due.forEach(walkIn -> walkIn.erase(now));
        if (!due.isEmpty()) {
            audit.record("system", "walk-ins-erased", "walk-in", "all", Map.of("count", due.size()));
        }
        return due.size();
    }
}
