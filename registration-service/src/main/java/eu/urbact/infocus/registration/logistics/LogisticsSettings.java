package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of calls that have any. */
@ApplicationScoped
public class LogisticsSettings implements PanacheRepositoryBase<LogisticsSetting, UUID> {

    /** From when on places are changed on request only; empty as long as the organisers ask nothing. */
    public Optional<Instant> freezeAt(UUID callId) {
        return findByIdOptional(callId).map(LogisticsSetting::freezeAt);
    }

    /** The same as it stays until the end of the transaction: many may rely on it at once, and nobody changes it in between. */
    Optional<Instant> freezeAtToRelyOn(UUID callId) {
        return Optional.ofNullable(findById(callId, LockModeType.PESSIMISTIC_READ))
                .map(LogisticsSetting::freezeAt);
    }

    /**
     * The setting, locked: nobody chooses or asks for places meanwhile.
     *
     * @throws jakarta.persistence.OptimisticLockException when it has changed since it was read in this transaction
     */
    LogisticsSetting toChange(UUID callId) {
        return findById(callId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Makes sure that there is a row with a version; the first change of two at once would otherwise be lost. */
    void ensure(UUID callId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into logistics_setting (call_id, freeze_at, version) values (:callId, null, 0)"
                                + " on conflict (call_id) do nothing")
                .setParameter("callId", callId)
                .executeUpdate();
    }
}
