package eu.urbact.infocus.chassis.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The relay's statements. All run on the one connection that holds the relay's lock, so that a lost lock is noticed. */
final class OutboxTable {

    /** Any number, the same in every instance of a service; databases are not shared between services. */
    private static final long LOCK = 0x1F0C5_0074L;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Connection connection;
    private final ObjectMapper json;

    OutboxTable(Connection connection, ObjectMapper json) {
        this.connection = connection;
        this.json = json;
    }

    /** Whether this session is (now) the one active relay of the service. */
    boolean tryLock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /** Lets the lock go; a session that goes back to the pool would otherwise keep it. */
    void unlock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        }
    }

    /**
     * Unsent rows, oldest first, without the streams named and without streams that wait after a failure: those must not fill the
     * window and hold up others. Presence decides, not a remembered position: a row that commits late is found all the same.
     */
    List<OutboxRow> unsent(int limit, Collection<OutboxRow.Stream> without) throws SQLException {
        String sql = """
                select id, position, topic, message_key, aggregate_version, headers::text, payload, attempts
                from outbox_event o
                where sent_at is null and (topic || ' ' || message_key) <> all (?)
                  and not exists (select 1 from outbox_event w
                                  where w.sent_at is null and w.next_attempt_at > now()
                                    and w.topic = o.topic and w.message_key = o.message_key)
                order by position
                limit ?
                """;
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            without.stream()
                                    .map(stream -> stream.topic() + " " + stream.key())
                                    .toArray()));
            statement.setInt(2, limit);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new OutboxRow(
                            result.getObject("id", UUID.class),
                            result.getLong("position"),
                            result.getString("topic"),
                            result.getString("message_key"),
                            result.getLong("aggregate_version"),
                            headers(result.getString("headers")),
                            result.getBytes("payload"),
                            result.getInt("attempts")));
                }
            }
        }
        return rows;
    }

    void markSent(Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update outbox_event set sent_at = now(), last_error = null where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }

    void markFailed(UUID id, String error, Duration wait) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update outbox_event set attempts = attempts + 1, last_error = ?,"
                        + " next_attempt_at = now() + ? * interval '1 millisecond' where id = ?")) {
            statement.setString(1, error);
            statement.setLong(2, wait.toMillis());
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new OutboxException("headers that cannot be read", e);
        }
    }
}
