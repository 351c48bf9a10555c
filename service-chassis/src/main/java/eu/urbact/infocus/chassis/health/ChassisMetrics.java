package eu.urbact.infocus.chassis.health;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.outbox.OutboxRelay;

/**
 * Gauges of the way in and the way out. Read from the tables every few seconds, so that a scrape costs nothing.
 *
 * <p>None of them touches readiness: a service that cannot publish still accepts work.
 */
@ApplicationScoped
class ChassisMetrics {

    private static final String FIGURES = """
            select (select count(*) from outbox_event where sent_at is null),
                   (select coalesce(extract(epoch from now() - min(recorded_at)), 0)
                      from outbox_event where sent_at is null),
                   (select count(*) from inbox_failure where state = 'OPEN' and kind = 'PARKED'),
                   (select count(*) from inbox_failure where state = 'OPEN' and kind = 'DEAD_LETTER')
            """;

    private final DataSource dataSource;
    private final MeterRegistry registry;
    private final OutboxRelay relay;

    private volatile double backlog;
    private volatile double oldestUnsentSeconds;
    private volatile double parked;
    private volatile double deadLettered;

    ChassisMetrics(DataSource dataSource, MeterRegistry registry, OutboxRelay relay) {
        this.dataSource = dataSource;
        this.registry = registry;
        this.relay = relay;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("outbox.backlog", () -> backlog)
                .description("Facts that Kafka has not acknowledged yet")
                .register(registry);
        Gauge.builder("outbox.oldest.unsent", () -> oldestUnsentSeconds)
                .description("Age of the oldest fact that Kafka has not acknowledged yet; alert above 60 s")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("outbox.relay.active", () -> relay.isActive() ? 1 : 0)
                .description("1 in the instance that sends, 0 in a standby")
                .register(registry);
        Gauge.builder("inbox.parked", () -> parked)
                .description("Events that wait for a person or for an earlier event of their key")
                .register(registry);
        Gauge.builder("inbox.dead.lettered", () -> deadLettered)
                .description("Unreadable records that nobody has settled")
                .register(registry);
    }

    @Scheduled(every = "5s")
    void read() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIGURES);
                ResultSet row = statement.executeQuery()) {
            row.next();
            backlog = row.getDouble(1);
            oldestUnsentSeconds = row.getDouble(2);
            parked = row.getDouble(3);
            deadLettered = row.getDouble(4);
        }
    }
}
