package eu.urbact.infocus.registration.owndata;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.Retention;
import eu.urbact.infocus.registration.privacy.RetentionConfig;
import eu.urbact.infocus.registration.privacy.RetentionSchedule;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Clears what is not needed any more: single fields first, in the end the person. */
@ApplicationScoped
class PurgeOverdueData {

    private final Workshops workshops;
    private final Applications applications;
    private final List<PersonalDataHolder> holders;
    private final EraseApplication eraseApplication;
    private final RetentionSchedule schedule;
    private final AuditTrail audit;
    private final Clock clock;

    PurgeOverdueData(
            Workshops workshops,
            Applications applications,
            @All List<PersonalDataHolder> holders,
            EraseApplication eraseApplication,
            RetentionConfig retention,
            AuditTrail audit,
            Clock clock) {
        this.workshops = workshops;
        this.applications = applications;
        this.holders = List.copyOf(holders);
        this.eraseApplication = eraseApplication;
        this.schedule = RetentionSchedule.of(retention);
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "6h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        purge();
    }

    /** One transaction per person: whoever cannot be cleared now does not keep the others, and comes again the next time. */
    void purge() {
        Instant now = clock.instant();
        List<Workshop> all = QuarkusTransaction.requiringNew().call(workshops::listAll);
        for (Workshop workshop : all) {
            Set<Retention> due = schedule.due(workshop.lastDay(), workshop.zone(), now);
            if (due.isEmpty() || workshop.erasedAt(now).isAfter(now)) {
                continue;
            }
            List<UUID> people = QuarkusTransaction.requiringNew().call(() -> applications.notErased(workshop.id()));
            for (UUID person : people) {
                try {
                    QuarkusTransaction.requiringNew().run(() -> purge(person, due));
                } catch (RuntimeException e) {
                    // the message may quote a value, so only the kind is kept
                    Log.errorf(
                            "Application %s could not be cleared: %s",
                            person, e.getClass().getName());
                }
            }
        }
    }

    /** Clears of one person what is kept for these times, in the caller's transaction. */
    void purge(UUID applicationId, Set<Retention> due) {
        if (due.contains(Retention.EVIDENCE)) {
            eraseApplication.erase(applicationId, ErasureReason.RETENTION_OVER, "system");
            return;
        }
        Application application = applications.toChange(applicationId);
        EnumSet<Retention> cleared = EnumSet.noneOf(Retention.class);
        for (PersonalDataHolder holder : holders) {
            for (Retention retention : due) {
                if (holder.clear(application.id(), retention)) {
                    cleared.add(retention);
                }
            }
        }
        if (!cleared.isEmpty()) {
            audit.record(
                    "system",
                    "personal-data-cleared",
                    "application",
                    applicationId.toString(),
                    Map.of("retention", cleared));
        }
    }
}
