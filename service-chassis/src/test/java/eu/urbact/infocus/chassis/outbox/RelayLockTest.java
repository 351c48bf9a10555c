package eu.urbact.infocus.chassis.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.deploy.embedded.EmbeddedPostgres;
import eu.urbact.infocus.deploy.embedded.EmbeddedServers;

import static org.assertj.core.api.Assertions.assertThat;

class RelayLockTest {

    private static final String DATABASE = "relay_lock";

    @Test
    void one_relay_is_active_and_a_standby_takes_over_when_its_session_ends() throws SQLException {
        EmbeddedPostgres postgres = EmbeddedServers.shared().postgres();
        postgres.ensureDatabase(DATABASE);
        try (Connection standbySession = connect(postgres)) {
            OutboxTable standby = new OutboxTable(standbySession, new ObjectMapper());
            try (Connection activeSession = connect(postgres)) {
                assertThat(new OutboxTable(activeSession, new ObjectMapper()).tryLock())
                        .isTrue();
                assertThat(standby.tryLock()).isFalse();
            }
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(standby.tryLock()).isTrue());
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE), postgres.user(DATABASE), postgres.password(DATABASE));
    }
}
