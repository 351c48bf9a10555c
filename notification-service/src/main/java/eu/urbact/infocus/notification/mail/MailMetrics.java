package eu.urbact.infocus.notification.mail;

import java.time.Duration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** Gauges of what waits and of what a person has to look at. Read every few seconds, so that a scrape costs nothing. */
@ApplicationScoped
class MailMetrics {

    private final Mails mails;
    private final MeterRegistry registry;

    private volatile double queued;
    private volatile double unclear;
    private volatile double failed;
    private volatile Duration oldestDue = Duration.ZERO;

    MailMetrics(Mails mails, MeterRegistry registry) {
        this.mails = mails;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("mail.queued", () -> queued)
                .description("Mails that wait for an attempt")
                .register(registry);
        Gauge.builder("mail.oldest.due", () -> oldestDue.toMillis() / 1000.0)
                .description("How long the oldest due mail has been waiting; alert above 60 s")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("mail.unclear", () -> unclear)
                .description("Mails of which nobody knows whether they arrived; an organiser has to look")
                .register(registry);
        Gauge.builder("mail.failed", () -> failed)
                .description("Mails that the mail server refused for good; an organiser has to look")
                .register(registry);
    }

    @Scheduled(every = "5s")
    @Transactional
    void read() {
        queued = mails.count(MailState.QUEUED);
        unclear = mails.count(MailState.UNCLEAR);
        failed = mails.count(MailState.FAILED);
        oldestDue = mails.oldestDue();
    }
}
