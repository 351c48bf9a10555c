package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What the organisers have laid down for the time after admission. */
@Entity
@Table(name = "logistics_setting")
public class LogisticsSetting {

    @Id
    private UUID callId;

    private Instant freezeAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected LogisticsSetting() {}

    void freezeAt(Instant time) {
        this.freezeAt = time;
    }

    public UUID callId() {
        return callId;
    }

    /** From when on places are changed on request only; null as long as nothing is asked. */
    public Instant freezeAt() {
        return freezeAt;
    }

    public long version() {
        return version;
    }
}
