package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.registration.application.Applications;

/**
 * Reminds those with a place who have not said how they come, what they come along to or what they need, or have said it for days on which the
 * workshop is not any more, once for the days on which it is, before the lists go out or the workshop begins.
 */
@ApplicationScoped
public class RemindBeforeFreeze {

    private final LogisticsReminders reminders;
    private final Applications applications;
    private final LogisticsConfig config;
    private final AuditTrail audit;
    private final Event<AnswerDueFact> facts;
    private final Clock clock;

    RemindBeforeFreeze(
            LogisticsReminders reminders,
            Applications applications,
            LogisticsConfig config,
            AuditTrail audit,
            Event<AnswerDueFact> facts,
            Clock clock) {
        this.reminders = reminders;
        this.applications = applications;
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
        Map<UUID, Instant> due = reminders.due(now, now.plus(config.remindBefore()), now.minus(config.letSettle()));
        int reminded = 0;
        for (Map.Entry<UUID, Instant> person : due.entrySet()) {
            if (reminders.remindOnce(person.getKey(), now)) {
                facts.fire(AnswerDueFact.of(applications.findById(person.getKey()), person.getValue(), now));
                audit.record(
                        "system",
                        "logistics-answer-reminded",
                        "application",
                        person.getKey().toString(),
                        Map.of());
                reminded++;
            }
        }
        return reminded;
    }
}
