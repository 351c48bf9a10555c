package eu.urbact.infocus.chassis.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.transaction.WritesAtEnd;

/** Writes and reads who did what. */
@ApplicationScoped
public class AuditTrail {

    private static final String INSERT =
            "insert into audit_entry (id, at, actor, action, object_type, object_id, details) values (?, ?, ?, ?, ?, ?, ?::jsonb)";

    private static final String INSERT_RETURNED = """
            with changed (id) as (%s)
            insert into audit_entry (id, at, actor, action, object_type, object_id, details)
            select uuid_v7(), ?, ?, ?, ?, changed.id::text, ?::jsonb from changed""";

    private static final String EMPTY = "update audit_entry set details = '{}'"
            + " where object_type = ? and object_id = ? and starts_with(action, ?) and details <> '{}'";

    private static final Pattern OBJECT_TYPE = Pattern.compile("[a-z]+");

    private final DataSource dataSource;
    private final WritesAtEnd writes;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    AuditTrail(DataSource dataSource, WritesAtEnd writes, ObjectMapper json, Clock clock, Caller caller) {
        this.dataSource = dataSource;
        this.writes = writes;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /** Writes an entry by the current caller; it lasts if the caller's transaction commits. */
    public void record(String action, String objectType, String objectId, Map<String, ?> details) {
        record(caller.actor(), action, objectType, objectId, details);
    }

    /**
     * Writes an entry in the caller's transaction.
     *
     * @param actor as {@link Caller#actor()} writes it, or {@code applicant} for somebody with a signed link
     * @param action a past participle with its object, e.g. {@code application-admitted}
     * @param details states, counts and codes; never a name, an address or free text about a person
     */
    public void record(String actor, String action, String objectType, String objectId, Map<String, ?> details) {
        recordEach(actor, action, objectType, List.of(objectId), details);
    }

    /** Writes the same entry by the current caller about each of these objects. */
    public void recordEach(String action, String objectType, Collection<String> objectIds, Map<String, ?> details) {
        recordEach(caller.actor(), action, objectType, objectIds, details);
    }

    /**
     * Changes something and writes the same entry by the current caller about each object that was changed. Both go to the database when the
     * transaction ends, so nobody learns how many there were, nor waits for it.
     *
     * @param statement one SQL statement that changes rows and returns one column, the objects' ids
     * @param values of the statement, in the order of its question marks
     */
    public void changeAndRecord(
            String action, String objectType, Map<String, ?> details, String statement, Object... values) {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.addAll(Arrays.asList(
                clock.instant().atOffset(ZoneOffset.UTC), caller.actor(), action, objectType, text(details)));
        writes.add(INSERT_RETURNED.formatted(statement), all.toArray());
    }

    private void recordEach(
            String actor, String action, String objectType, Collection<String> objectIds, Map<String, ?> details) {
        if (objectIds.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String written = text(details);
        for (String objectId : objectIds) {
            writes.add(INSERT, Ids.next(), now, actor, action, objectType, objectId, written);
        }
    }

    /**
     * Leaves of the entries on an object that were written until now only who did what and when, in the caller's transaction: for details
     * that are to go with what they tell of.
     *
     * @param actions what their actions begin with, e.g. {@code hotel-room-}
     */
    public void emptyDetails(String objectType, String objectId, String actions) {
        writes.add(EMPTY, objectType, objectId, actions);
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details that are no JSON", e);
        }
    }

    /** Entries, newest first; {@code objectType} and {@code objectId} may be null for all. */
    public Page<AuditEntry> list(String objectType, String objectId, PageRequest page) {
        return list(
                " from audit_entry where (?::text is null or object_type = ?) and (?::text is null or object_id = ?)",
                page,
                objectType,
                objectType,
                objectId,
                objectId);
    }

    /**
     * Everything that has to do with one object, newest first: the entries on it, and those on other objects whose details name it
     * (for an {@code application} as {@code applicationId}).
     */
    public Page<AuditEntry> listAbout(String objectType, String objectId, PageRequest page) {
        if (!OBJECT_TYPE.matcher(objectType).matches()) {
            throw new IllegalArgumentException("not the name of a kind of object");
        }
        return list(
                " from audit_entry where (object_type = ? and object_id = ?) or details ->> '" + objectType + "Id' = ?",
                page,
                objectType,
                objectId,
                objectId);
    }

    /** The newest entry on an object that tells of one of these actions. */
    public Optional<AuditEntry> last(String objectType, String objectId, Collection<String> actions) {
        return list(
                        " from audit_entry where object_type = ? and object_id = ? and action = any (string_to_array(?, ','))",
                        PageRequest.of(0, 1),
                        objectType,
                        objectId,
                        String.join(",", actions))
                .items()
                .stream()
                .findFirst();
    }

    /** What the caller's own transaction has done is among the entries. */
    private Page<AuditEntry> list(String where, PageRequest page, String... values) {
        writes.send();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*)" + where);
                PreparedStatement select = connection.prepareStatement(
                        "select id, at, actor, action, object_type, object_id, details::text" + where
                                + " order by at desc, id desc limit ? offset ?")) {
            for (PreparedStatement statement : List.of(count, select)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
            }
            select.setInt(values.length + 1, page.size());
            select.setInt(values.length + 2, page.offset());
            try (ResultSet total = count.executeQuery();
                    ResultSet rows = select.executeQuery()) {
                total.next();
                List<AuditEntry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return Page.of(entries, page, total.getLong(1));
            }
        } catch (SQLException e) {
            throw new AuditException("the audit trail could not be read", e);
        }
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                details(row.getString("details")));
    }

    private JsonNode details(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details that cannot be read", e);
        }
    }
}
