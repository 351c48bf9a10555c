package eu.urbact.infocus.chassis.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** The inbox's statements; each runs in the caller's transaction. */
@ApplicationScoped
class InboxTable {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final String FAILURE_COLUMNS =
            "id, kind, state, topic, message_key, event_id, aggregate_version, type, headers::text, payload, reason,"
                    + " attempts, failed_at, settled_at";

    private final DataSource dataSource;
    private final ObjectMapper json;

    InboxTable(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /**
     * How far a key has come.
     *
     * @param lastVersion the last version that took effect, 0 at first
     * @param parked whether an event of the key is parked
     */
    record Stream(long lastVersion, boolean parked) {}

    /** Locks the key's row until the end of the transaction. What is parked is as of just before the lock. */
    Stream lockStream(String topic, String key) {
        return query("""
                        insert into inbox_stream (topic, message_key, last_version) values (?, ?, 0)
                        on conflict (topic, message_key) do update set last_version = inbox_stream.last_version
                        returning last_version, exists (select from inbox_failure f where f.kind = 'PARKED' and f.state = 'OPEN'
                            and f.topic = inbox_stream.topic and f.message_key = inbox_stream.message_key)
                        """, row -> new Stream(row.getLong(1), row.getBoolean(2)), topic, key)
                .get(0);
    }

    /** Remembers the event and raises its key's version, in one step; false, and nothing is changed, when it has taken effect before. */
    boolean remember(IncomingEvent event) {
        return update("""
                        with remembered as (
                            insert into inbox_event (event_id, topic) values (?, ?) on conflict (event_id) do nothing returning event_id)
                        update inbox_stream set last_version = ?
                        where topic = ? and message_key = ? and exists (select from remembered)
                        """, event.id(), event.topic(), event.version(), event.topic(), event.key()) == 1;
    }

    void raiseLastVersion(String topic, String key, long version) {
        update(
                "update inbox_stream set last_version = ? where topic = ? and message_key = ? and last_version < ?",
                version,
                topic,
                key,
                version);
    }

    /** The next parked event of the key, lowest version first. */
    Optional<InboxFailure> firstParked(String topic, String key) {
        return query(
                        "select " + FAILURE_COLUMNS + " from inbox_failure where kind = 'PARKED' and state = 'OPEN'"
                                + " and topic = ? and message_key = ? order by aggregate_version limit 1",
                        this::failure,
                        topic,
                        key)
                .stream()
                .findFirst();
    }

    /** Keeps a failed record with the reason. An event that is parked already is not parked twice. */
    void keep(InboxFailure.Kind kind, InboxRecord record, IncomingEvent event, String reason, Instant now) {
        update(
                "insert into inbox_failure (id, kind, state, topic, message_key, event_id, aggregate_version, type,"
                        + " headers, payload, reason, failed_at) values (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)"
                        + " on conflict (event_id) where state = 'OPEN' and kind = 'PARKED'"
                        + " do update set attempts = inbox_failure.attempts + 1, reason = excluded.reason",
                Ids.next(),
                kind.name(),
                record.topic(),
                record.storableKey(),
                event == null ? null : event.id(),
                event == null ? null : event.version(),
                event == null ? null : event.type(),
                headersText(record.headers()),
                record.payload() == null ? new byte[0] : record.payload(),
                reason,
                Timestamp.from(now));
    }

    void settle(UUID failureId, InboxFailure.State state, Instant now) {
        update(
                "update inbox_failure set state = ?, settled_at = ? where id = ?",
                state.name(),
                Timestamp.from(now),
                failureId);
    }

    void countAttempt(UUID failureId, String reason) {
        update("update inbox_failure set attempts = attempts + 1, reason = ? where id = ?", reason, failureId);
    }

    /** The failure, locked until the end of the transaction. */
    Optional<InboxFailure> lock(UUID failureId) {
        return query(
                        "select " + FAILURE_COLUMNS + " from inbox_failure where id = ? for update",
                        this::failure,
                        failureId)
                .stream()
                .findFirst();
    }

    Optional<InboxFailure> find(UUID failureId) {
        return query("select " + FAILURE_COLUMNS + " from inbox_failure where id = ?", this::failure, failureId)
                .stream()
                .findFirst();
    }

    Page<InboxFailure> list(InboxFailure.Kind kind, InboxFailure.State state, PageRequest page) {
        String where = " from inbox_failure where (?::text is null or kind = ?) and (?::text is null or state = ?)";
        String kindName = kind == null ? null : kind.name();
        String stateName = state == null ? null : state.name();
        long total = query("select count(*)" + where, row -> row.getLong(1), kindName, kindName, stateName, stateName)
                .get(0);
        List<InboxFailure> rows = query(
                "select " + FAILURE_COLUMNS + where + " order by failed_at, id limit ? offset ?",
                this::failure,
                kindName,
                kindName,
                stateName,
                stateName,
                page.size(),
                page.offset());
        return Page.of(rows, page, total);
    }

    private InboxFailure failure(ResultSet row) throws SQLException {
        return new InboxFailure(
                row.getObject("id", UUID.class),
                InboxFailure.Kind.valueOf(row.getString("kind")),
                InboxFailure.State.valueOf(row.getString("state")),
                new InboxRecord(
                        row.getString("topic"),
                        row.getString("message_key"),
                        headers(row.getString("headers")),
                        row.getBytes("payload")),
                row.getObject("event_id", UUID.class),
                row.getObject("aggregate_version", Long.class),
                row.getString("type"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getTimestamp("failed_at").toInstant(),
                row.getTimestamp("settled_at") == null
                        ? null
                        : row.getTimestamp("settled_at").toInstant());
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new InboxException("the inbox could not be read", e);
        }
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new InboxException("the inbox could not be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private String headersText(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headers that are no JSON", e);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that cannot be read", e);
        }
    }
}
