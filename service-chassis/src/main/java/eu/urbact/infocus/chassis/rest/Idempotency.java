package eu.urbact.infocus.chassis.rest;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;

import eu.urbact.infocus.chassis.identity.Fingerprint;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.transaction.WritesAtEnd;

/**
 * Makes creating requests safe to repeat: the same key with the same request gets the stored answer and changes nothing.
 *
 * <p>The answer is stored in the transaction of the effect, so there is never one without the other. Refusals are not stored:
 * what was refused may be tried again with the same key. An answer that repeats something erased is emptied, see {@link #end}.
 */
@ApplicationScoped
public class Idempotency {

    /** The request header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofDays(2);

    /** Stands where the fingerprint of the request was: it too was made of what has been erased. */
    private static final String ENDED = "ended";

    private static final String LOCK_AND_FIND = """
            select taken.locked, stored.request_hash, stored.status, stored.location, stored.etag, stored.body
            from (select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked) taken
            left join idempotency_key stored on stored.client = ? and stored.operation = ? and stored.key = ?
            """;

    private static final String STORE =
            "insert into idempotency_key (client, operation, key, request_hash, status, location, etag, body, expires_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private record Found(boolean locked, Stored stored) {}

    private record Stored(String requestHash, int status, String location, String etag, String body) {}

    private final DataSource dataSource;
    private final WritesAtEnd writes;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    Idempotency(DataSource dataSource, WritesAtEnd writes, ObjectMapper json, Clock clock, Caller caller) {
        this.dataSource = dataSource;
        this.writes = writes;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Runs the effect in one transaction, once per key.
     *
     * @param operation what is created, so that a key may serve for different operations
     * @param key the caller's key, or null: then the effect simply runs
     * @param request the request; another one under the same key is refused
     * @return the effect's answer, or the stored one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while the first is running, 422 for another request
     */
    public Response once(String operation, String key, Object request, Supplier<Response> effect) {
        return once(QuarkusTransaction.joiningExisting(), operation, key, request, effect);
    }

    /**
     * The same for an effect that may take longer than any other: it does its work in many transactions of its own, and the one around them only
     * keeps the key and stores the answer.
     *
     * @param longest after so long it has failed
     */
    public Response once(String operation, String key, Object request, Duration longest, Supplier<Response> effect) {
        return once(
                QuarkusTransaction.joiningExisting().timeout((int) longest.toSeconds()),
                operation,
                key,
                request,
                effect);
    }

    private Response once(
            TransactionRunnerOptions transaction,
            String operation,
            String key,
            Object request,
            Supplier<Response> effect) {
        if (key == null) {
            return transaction.call(effect::get);
        }
        if (!KEY.matcher(key).matches()) {
            throw Problems.invalid(List.of(
                    new FieldError(HEADER, "must be 1 to 200 printable ASCII characters without spaces, best a UUID")));
        }
        String client = caller.actor();
        return transaction.call(() -> inTransaction(client, operation, key, request, effect));
    }

    /**
     * Forgets every stored answer that is about this object, in the caller's transaction: what the requests have brought about was taken
     * back, so whoever sends one again means it anew. What was erased is not forgotten like this, see {@link #end}.
     *
     * @param id a UUID that stands in the answer's body or location
     */
    public void forget(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from idempotency_key where body like ? or location like ?")) {
            statement.setString(1, "%" + id + "%");
            statement.setString(2, "%" + id + "%");
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the stored answers could not be forgotten", e);
        }
    }

    /**
     * Empties every stored answer that is about this object, in the caller's transaction, and keeps the key: what the request has brought
     * about was erased for good, so a late repetition, which nobody means anew, is refused instead of bringing it back. An answer that
     * tells of several objects ends with the first of them: done again, the request would bring back that one.
     *
     * @param id a UUID that stands in the answer's body or location
     */
    public void end(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update idempotency_key set request_hash = '" + ENDED
                                + "', location = null, etag = null, body = null where body like ? or location like ?")) {
            statement.setString(1, "%" + id + "%");
            statement.setString(2, "%" + id + "%");
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the stored answers could not be emptied", e);
        }
    }

    /**
     * Forgets the stored answers of one operation that are about this object, in the caller's transaction: what the operation has brought
     * about was taken back, so the same request means it anew.
     *
     * @param operation as it was named to {@link #once}
     * @param id a UUID that stands in the answer's body or location
     */
    public void forget(String operation, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from idempotency_key where operation = ? and (body like ? or location like ?)")) {
            statement.setString(1, operation);
            statement.setString(2, "%" + id + "%");
            statement.setString(3, "%" + id + "%");
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the stored answers could not be forgotten", e);
        }
    }

    private Response inTransaction(
            String client, String operation, String key, Object request, Supplier<Response> effect) {
        String hash = hash(request);
        try (Connection connection = dataSource.getConnection()) {
            Found found = lockAndFind(connection, client, operation, key);
            if (found.stored() != null && found.stored().requestHash().equals(ENDED)) {
                throw Problems.of(
                        CommonProblem.REQUEST_ERASED, "It is not done again. Use a new key if it is meant anew.");
            }
            if (found.stored() != null) {
                if (!found.stored().requestHash().equals(hash)) {
                    throw Problems.of(CommonProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for another request.");
                }
                return replay(found.stored());
            }
            if (!found.locked()) {
                throw inUse();
            }
            Response response = effect.get();
            if (!store(client, operation, key, hash, response)) {
                throw inUse();
            }
            return response;
        } catch (SQLException e) {
            throw new IllegalStateException("the idempotency key could not be used", e);
        }
    }

    private static HttpProblem inUse() {
        return Problems.of(CommonProblem.IDEMPOTENCY_KEY_IN_USE, "Wait for the first one, then ask again.");
    }

    /**
     * Takes the key's lock and looks for its answer, in one step. The look is a little older than the lock: an answer that was committed
     * in between is not seen here, but it stops {@link #store}.
     */
    private static Found lockAndFind(Connection connection, String client, String operation, String key)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_FIND)) {
            statement.setString(1, "idempotency " + client + " " + operation + " " + key);
            statement.setString(2, client);
            statement.setString(3, operation);
            statement.setString(4, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Stored stored = row.getString(2) == null
                        ? null
                        : new Stored(
                                row.getString(2), row.getInt(3), row.getString(4), row.getString(5), row.getString(6));
                return new Found(row.getBoolean(1), stored);
            }
        }
    }

    /** Together with what the effect has left to write. False when there is an answer already. */
    private boolean store(String client, String operation, String key, String hash, Response response) {
        return writes.send(
                        STORE,
                        client,
                        operation,
                        key,
                        hash,
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG),
                        response.hasEntity() ? text(response.getEntity()) : null,
                        clock.instant().plus(KEPT).atOffset(ZoneOffset.UTC))
                == 1;
    }

    private static Response replay(Stored stored) {
        Response.ResponseBuilder response = Response.status(stored.status());
        if (stored.location() != null) {
            response.location(URI.create(stored.location()));
        }
        if (stored.etag() != null) {
            response.header(HttpHeaders.ETAG, stored.etag());
        }
        if (stored.body() != null) {
            response.entity(stored.body()).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return response.build();
    }

    private String hash(Object request) {
        return Fingerprint.of(text(request));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("neither request nor answer may be other than JSON", e);
        }
    }
}
