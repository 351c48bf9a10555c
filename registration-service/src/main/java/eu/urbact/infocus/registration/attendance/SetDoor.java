package eu.urbact.infocus.registration.attendance;

import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Organisers lay down what holds at the door. */
@ApplicationScoped
public class SetDoor {

    private final DoorSettings settings;
    private final AuditTrail audit;

    SetDoor(DoorSettings settings, AuditTrail audit) {
        this.settings = settings;
        this.audit = audit;
    }

    /** The door's setting; what holds when nobody has said anything has version 0, and need not be stored. */
    @Transactional
    public DoorSetting of(UUID callId) {
        return settings.findByIdOptional(callId).orElseGet(() -> new DoorSetting(callId));
    }

    /**
     * The same, locked, and written down when it was not: for somebody who compares the version before they change it. The first change of two
     * at once would otherwise be lost.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public DoorSetting toChange(UUID callId) {
        return settings.locked(callId);
    }

    /** Says whether walk-ins are sent away from a full room. */
    @Transactional
    public DoorSetting refuseWalkInsWhenFull(UUID callId, boolean refuse) {
        DoorSetting setting = settings.locked(callId);
        boolean before = setting.refuseWalkInsWhenFull();
        setting.refuseWalkInsWhenFull(refuse);
        settings.flush();
        audit.record(
                "door-setting-changed",
                "call",
                callId.toString(),
                Map.of("refuseWalkInsWhenFull", Map.of("before", before, "after", refuse)));
        return setting;
    }
}
