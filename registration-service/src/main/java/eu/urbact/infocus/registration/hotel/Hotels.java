package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All hotels that keep rooms. */
@ApplicationScoped
public class Hotels implements PanacheRepositoryBase<Hotel, UUID> {

    /** The call's, by name. */
    public List<Hotel> of(UUID callId) {
        return list("callId = ?1 order by name, id", callId);
    }

    public Optional<Hotel> of(UUID callId, UUID id) {
        return find("callId = ?1 and id = ?2", callId, id).firstResultOptional();
    }

    List<UUID> due(Instant now) {
        return list("releasedAt is null and releaseAt <= ?1 order by id", now).stream()
                .map(Hotel::id)
                .toList();
    }

    /** By call: the first release time that is still ahead, of calls where it comes before this moment. */
    Map<UUID, Instant> nextRelease(Instant now, Instant before) {
        return list("releasedAt is null and releaseAt > ?1 and releaseAt <= ?2 order by releaseAt", now, before)
                .stream()
                .collect(Collectors.toMap(Hotel::callId, Hotel::releaseAt, (first, later) -> first, TreeMap::new));
    }

    /** Notes that organisers are warned about all rooms of the call that go back in this time; false when they were. */
    boolean warnOnce(UUID callId, Instant now, Instant before) {
        return getEntityManager()
                        .createNativeQuery("update hotel set warned_for = release_at where call_id = :callId"
                                + " and released_at is null and release_at > :now and release_at <= :before"
                                + " and warned_for is distinct from release_at")
                        .setParameter("callId", callId)
                        .setParameter("now", now)
                        .setParameter("before", before)
                        .executeUpdate()
                > 0;
    }

    /** Raises the version, also when only the rooms change, so that whoever has seen others is told. */
    void raiseVersion(Hotel hotel) {
        getEntityManager().lock(hotel, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /**
     * Keeps the hotel from being removed until the end of the transaction, and waits for whoever does; false when it is gone. Many may keep it at
     * once.
     */
    boolean keep(UUID id) {
        return !getEntityManager()
                .createNativeQuery("select 1 from hotel where id = :id for key share")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /**
     * The same as {@link #toChange} for a hotel that is to be removed: waits also for those who {@link #keep} it, so that a room that
     * somebody asks for at the same moment is not overlooked.
     */
    Hotel toRemove(UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from hotel where id = :id for update")
                .setParameter("id", id)
                .getResultList();
        return toChange(id);
    }

    /**
     * The hotel, locked, as it is now.
     *
     * @throws OptimisticLockException when it has changed, or is gone, since it was read in this transaction: its caller has decided on
     *     something else
     */
    Hotel toChange(UUID id) {
        Hotel hotel = findById(id);
        long seen = hotel.version();
        try {
            getEntityManager().refresh(hotel, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException gone) {
            throw new OptimisticLockException(gone);
        }
        if (hotel.version() != seen) {
            throw new OptimisticLockException(hotel);
        }
        return hotel;
    }
}
