package eu.urbact.infocus.registration.attendance;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of doors; one may have none until organisers change it or the first walk-in is written down. */
@ApplicationScoped
public class DoorSettings implements PanacheRepositoryBase<DoorSetting, UUID> {

    /** The setting, locked, and written down when it was not: meanwhile nobody changes it, and no other desk lets in somebody without a place. */
    DoorSetting locked(UUID callId) {
        getEntityManager()
                .createNativeQuery("insert into door_setting (call_id, refuse_walk_ins_full, version)"
                        + " values (:callId, false, 0) on conflict (call_id) do nothing")
                .setParameter("callId", callId)
                .executeUpdate();
        return findById(callId, LockModeType.PESSIMISTIC_WRITE);
    }
}
