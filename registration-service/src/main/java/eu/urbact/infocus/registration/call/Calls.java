package eu.urbact.infocus.registration.call;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All calls for participation. */
@ApplicationScoped
public class Calls implements PanacheRepositoryBase<CallForParticipation, UUID> {

    private static final String PUBLISHED =
            "select id, version from call_for_participation where state <> 'DRAFT' and not never_opened and (?::text is null or workshop_slug = ?)"
                    + " order by created_at desc";

    private static final String VERSION = "select version from call_for_participation where id = ?";

    /** What {@link #current} has found in a transaction. */
    private record Seen(UUID id) {}

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<UUID, CallForParticipation> remembered = new ConcurrentHashMap<>();

    Calls(DataSource dataSource, TransactionSynchronizationRegistry transaction) {
        this.dataSource = dataSource;
        this.transaction = transaction;
    }

    /**
     * The call as it is now, to be looked at and not to be changed. Everybody who applies needs it and it hardly ever changes, so it is
     * remembered, and only asked, once in a transaction, whether it is still of the same version. Not for a transaction that changes the call:
     * what is remembered is let go of by its session.
     */
    public Optional<CallForParticipation> current(UUID id) {
        if (transaction.getTransactionKey() == null) {
            return look(id);
        }
        if (transaction.getResource(new Seen(id)) instanceof CallForParticipation seen) {
            return Optional.of(seen);
        }
        Optional<CallForParticipation> call = look(id);
        call.ifPresent(found -> transaction.putResource(new Seen(id), found));
        return call;
    }

    private Optional<CallForParticipation> look(UUID id) {
        Long version = version(id);
        if (version == null) {
            return Optional.empty();
        }
        return Optional.of(ofVersion(id, version));
    }

    private CallForParticipation ofVersion(UUID id, long version) {
        CallForParticipation known = remembered.get(id);
        if (known == null || known.version() != version) {
            known = findById(id);
            getEntityManager().detach(known);
            remembered.put(id, known);
        }
        return known;
    }

    private Long version(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(VERSION)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the call could not be read", e);
        }
    }

    /**
     * Calls that everybody may see as they are now, newest first; of one workshop when its slug is given. To be looked at and not to be
     * changed, see {@link #current}.
     */
    public List<CallForParticipation> published(String workshopSlug) {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
            statement.setString(1, workshopSlug);
            statement.setString(2, workshopSlug);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the calls could not be read", e);
        }
        return versions.entrySet().stream()
                .map(call -> ofVersion(call.getKey(), call.getValue()))
                .toList();
    }

    /** The ids of all calls for this workshop, those that were put away too. */
    public List<UUID> ofWorkshop(UUID workshopId) {
        return getEntityManager()
                .createQuery(
                        "select c.id from CallForParticipation c where c.workshopId = :workshopId order by c.id",
                        UUID.class)
                .setParameter("workshopId", workshopId)
                .getResultList();
    }

    public List<CallForParticipation> newestFirst() {
        return list("order by createdAt desc");
    }

    boolean hasLive(UUID workshopId) {
        return count("workshopId = ?1 and state <> ?2", workshopId, CallState.ARCHIVED) > 0;
    }

    List<CallForParticipation> openPast(Instant now) {
        return list("state = ?1 and plannedClosesAt <= ?2", CallState.OPEN, now);
    }

    /** The call as it is now, for somebody who may change it; nobody else changes it before the transaction ends. */
    public Optional<CallForParticipation> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The call, its version raised at commit, so that whoever has seen it before is told that it changed. */
    CallForParticipation toChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
