package eu.urbact.infocus.registration.question;

import java.time.Clock;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Deletes answers when the time is over for which people were told that they are kept. */
@ApplicationScoped
public class ForgetAnswers {

    private final Answers answers;
    private final AuditTrail audit;
    private final Clock clock;

    ForgetAnswers(Answers answers, AuditTrail audit, Clock clock) {
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void forget() {
        int forgotten = answers.forget(clock.instant());
        if (forgotten > 0) {
            audit.record("answers-forgotten", "answer", "all", Map.of("count", forgotten));
        }
    }
}
