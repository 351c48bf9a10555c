package eu.urbact.infocus.registration.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * All options, and the only place where their places are taken, given back or resized.
 *
 * <p>A place is taken as a seat is: by one conditional update, asked again on the newest row when another transaction was first, with
 * the table's CHECK behind it. Rows are always touched in the order of their ids, after the application's row, so that nobody waits in
 * a circle.
 */
@ApplicationScoped
public class LogisticsOptions implements PanacheRepositoryBase<LogisticsOption, UUID> {

    private static final String CHANGE = """
            update logistics_option set taken = taken + :places
            where id = :id and (:places <= 0 or place_limit is null or taken + :places <= place_limit)
                and (companions_welcome or not :companions)
            """;

    private static final String RESIZE = """
            update logistics_option set place_limit = cast(:limit as integer)
            where id = :id and (cast(:limit as integer) is null or taken <= cast(:limit as integer))
            """;

    /** The call's options in the order in which they take place. */
    public List<LogisticsOption> of(UUID callId) {
        return list("callId = ?1 order by startsAt, id", callId);
    }

    public Optional<LogisticsOption> of(UUID callId, UUID id) {
        return find("callId = ?1 and id = ?2", callId, id).firstResultOptional();
    }

    /**
     * Takes and gives back places, all or none of them.
     *
     * @param changes by option: so many places more (or fewer, below zero)
     * @return the options that have too few places left; empty when all is done
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LogisticsOption> change(SortedMap<UUID, Integer> changes) {
        return change(changes, Set.of());
    }

    /**
     * The same for people some of whom bring companions.
     *
     * @param withCompanions the options where they do; organisers may have ceased to welcome them since that was looked up
     * @return the options that have too few places left, or welcome no companions; empty when all is done
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<LogisticsOption> change(SortedMap<UUID, Integer> changes, Set<UUID> withCompanions) {
        List<UUID> done = new ArrayList<>();
        List<LogisticsOption> full = new ArrayList<>();
        changes.forEach((id, places) -> {
            if (update(id, places, withCompanions.contains(id)) == 1) {
                done.add(id);
            } else {
                LogisticsOption option = findById(id);
                refresh(option);
                full.add(option);
            }
        });
        if (!full.isEmpty()) {
            // the rows are ours until the end of the transaction, so that what was given back is still there
            done.forEach(id -> update(id, -changes.get(id), false));
        }
        return full;
    }

    private int update(UUID id, int places, boolean companions) {
        return getEntityManager()
                .createNativeQuery(CHANGE)
                .setParameter("id", id)
                .setParameter("places", places)
                .setParameter("companions", companions)
                .executeUpdate();
    }

    /** Changes how many places there are; false when more than that are taken. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean resize(UUID id, Integer limit) {
        return getEntityManager()
                        .createNativeQuery(RESIZE)
                        .setParameter("id", id)
                        .setParameter("limit", limit)
                        .executeUpdate()
                == 1;
    }

    /** The applications of those who have chosen it, in the order in which they are locked. */
    List<UUID> chosenBy(UUID id) {
        List<?> applications = getEntityManager()
                .createNativeQuery(
                        "select application_id from logistics_choice where option_id = :id order by application_id",
                        UUID.class)
                .setParameter("id", id)
                .getResultList();
        return applications.stream().map(UUID.class::cast).toList();
    }

    /** How many companions come along to it. */
    long companionsOf(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select coalesce(sum(companions), 0) from logistics_choice where option_id = :id")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }

    /**
     * The option, locked, as it is now: nobody chooses it while it is changed or removed.
     *
     * @throws OptimisticLockException when it has changed, or is gone, since it was read in this transaction: its caller has decided on
     *     something else
     */
    LogisticsOption toChange(UUID id) {
        LogisticsOption option = findById(id);
        long seen = option.version();
        refresh(option, LockModeType.PESSIMISTIC_WRITE);
        if (option.version() != seen) {
            throw new OptimisticLockException(option);
        }
        return option;
    }

    /**
     * Keeps these options from being changed and removed until the end of the transaction, and waits for whoever does; in the order of their
     * ids, as all do.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Set<UUID> ids) {
        getEntityManager()
                .createNativeQuery("select id from logistics_option where id in (:ids) order by id for share")
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Raises the version, also when only the number of places changes, so that whoever has seen another one is told. */
    void raiseVersion(LogisticsOption option) {
        getEntityManager().lock(option, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /**
     * Makes it what it is in the database now.
     *
     * @throws OptimisticLockException when it has been removed in the meantime
     */
    void refresh(LogisticsOption option) {
        refresh(option, LockModeType.NONE);
    }

    private void refresh(LogisticsOption option, LockModeType lock) {
        try {
            getEntityManager().refresh(option, lock);
        } catch (EntityNotFoundException gone) {
            throw new OptimisticLockException(gone);
        }
    }
}
