package eu.urbact.infocus.registration.attendance;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What the organisers have laid down for the door of one workshop. */
@Entity
@Table(name = "door_setting")
public class DoorSetting {

    @Id
    private UUID callId;

    @Column(name = "refuse_walk_ins_full")
    private boolean refuseWalkInsWhenFull;

    @Version
    private long version;

    /** For Hibernate. */
    protected DoorSetting() {}

    DoorSetting(UUID callId) {
        this.callId = callId;
    }

    void refuseWalkInsWhenFull(boolean refuse) {
        this.refuseWalkInsWhenFull = refuse;
    }

    /** Whether walk-ins are sent away when as many are present as the room holds; otherwise the desk is only warned. */
    public boolean refuseWalkInsWhenFull() {
        return refuseWalkInsWhenFull;
    }

    public long version() {
        return version;
    }
}
