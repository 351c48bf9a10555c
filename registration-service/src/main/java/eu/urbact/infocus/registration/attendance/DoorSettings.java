package eu.urbact.infocus.registration.attendance;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of doors that have any. */
@ApplicationScoped
public class DoorSettings implements PanacheRepositoryBase<DoorSetting, UUID> {

    /** The setting, locked: while a limit is checked, no other desk lets somebody in under the same limit. */
    Optional<DoorSetting> toCheck(UUID callId) {
        return findByIdOptional(callId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Makes sure that there is a row to lock; the first change of two at once would otherwise be lost. */
    void ensure(UUID callId) {
        getEntityManager()
                .createNativeQuery("insert into door_setting (call_id, refuse_walk_ins_full, version)"
                        + " values (:callId, false, 0) on conflict (call_id) do nothing")
                .setParameter("callId", callId)
                .executeUpdate();
    }
}
