package eu.urbact.infocus.registration.waitinglist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of all waiting lists. */
@ApplicationScoped
public class WaitingLists implements PanacheRepositoryBase<WaitingList, UUID> {

    private static final String INSERT_DEFAULT = """
            insert into waiting_list (call_id, running, offer_hours, cut_off_hours, version)
            values (:callId, :running, :offerHours, :cutOffHours, 0)
            on conflict (call_id) do nothing
            """;

    /**
     * Settings and their version. A call that nobody has changed them for has the default ones, as version 0.
     *
     * @param version raised by every change
     */
    public record Versioned(Settings settings, long version) {}

    public Versioned of(UUID callId) {
        return findByIdOptional(callId)
                .map(list -> new Versioned(list.settings(), list.version()))
                .orElse(new Versioned(Settings.DEFAULT, 0));
    }

    /** The calls whose free seats are offered by themselves. */
    List<UUID> running() {
        return find("running order by callId").stream().map(WaitingList::callId).toList();
    }

    /** The settings, locked, of a list that somebody has started once: nobody offers a seat of the call in between. */
    Optional<Settings> locked(UUID callId) {
        return find("callId", callId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(WaitingList::settings);
    }

    /** The settings, locked when the list runs: whoever offers seats of a call is alone. */
    Optional<Settings> lockRunning(UUID callId) {
        return find("callId = ?1 and running", callId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(WaitingList::settings);
    }

    /**
     * The same, locked, and written down when they were not: for somebody who compares the version before they change them. The first change of
     * two at once would otherwise be lost.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Versioned lockedToChange(UUID callId) {
        WaitingList list = toChange(callId);
        return new Versioned(list.settings(), list.version());
    }

    /** The settings, locked, and written down when they were not. */
    WaitingList toChange(UUID callId) {
        getEntityManager()
                .createNativeQuery(INSERT_DEFAULT)
                .setParameter("callId", callId)
                .setParameter("running", Settings.DEFAULT.running())
                .setParameter("offerHours", Settings.DEFAULT.offerHours())
                .setParameter("cutOffHours", Settings.DEFAULT.cutOffHours())
                .executeUpdate();
        return findById(callId, LockModeType.PESSIMISTIC_WRITE);
    }
}
