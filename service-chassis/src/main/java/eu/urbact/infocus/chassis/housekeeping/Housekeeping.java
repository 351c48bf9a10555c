package eu.urbact.infocus.chassis.housekeeping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.inbox.InboxConfig;
import eu.urbact.infocus.chassis.outbox.OutboxConfig;

/** Clears the technical tables of what nobody needs any more. */
@ApplicationScoped
class Housekeeping {

    /** Long enough to look back at what was decided about an event. */
    private static final Duration KEEP_SETTLED_FAILURES = Duration.ofDays(90);

    private final DataSource dataSource;
    private final OutboxConfig outbox;
    private final InboxConfig inbox;
    private final Clock clock;

    Housekeeping(DataSource dataSource, OutboxConfig outbox, InboxConfig inbox, Clock clock) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Rows written by the database's clock are judged by real time, idempotency keys by the business clock that wrote them. */
    @Scheduled(every = "1h", delayed = "10m")
    void clear() throws SQLException {
        Instant real = Clock.systemUTC().instant();
        delete("delete from outbox_event where sent_at < ?", real.minus(outbox.keepSent()));
        delete("delete from inbox_event where received_at < ?", real.minus(inbox.remember()));
        delete("delete from inbox_failure where settled_at < ?", clock.instant().minus(KEEP_SETTLED_FAILURES));
        delete("delete from idempotency_key where expires_at < ?", clock.instant());
    }

    private void delete(String sql, Instant before) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.executeUpdate();
        }
    }
}
