package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What moves one person on the waiting list besides balance and time. */
@Entity
@Table(name = "waiting_entry")
public class WaitingEntry {

    @Id
    private UUID applicationId;

    private int priority;
    private int passed;
    private Instant firstAt;
    private boolean setAside;

    @Version
    private long version;

    /** For Hibernate. */
    protected WaitingEntry() {}

    void prioritise(int newPriority) {
        this.priority = newPriority;
    }

    /** The person comes before everybody who has not been put first earlier. */
    void putFirst(Instant now) {
        this.firstAt = now;
        this.setAside = false;
    }

    /**
     * The person has been offered a seat, or organisers have decided without one; whoever was put first has had what that was for. Why is
     * kept as {@link Precedence}.
     */
    void endPrecedence() {
        this.firstAt = null;
    }

    /** The person's offer came to nothing; they let everybody pass who has been offered a seat less often. */
    void letPass() {
        this.passed++;
    }

    /** The person has declined, or organisers have taken the offer back: no other is made before organisers put the person first. */
    void setAside() {
        letPass();
        this.setAside = true;
    }

    /** Organisers have put the person on the list anew. */
    void takeUp() {
        this.setAside = false;
    }

    boolean isSetAside() {
        return setAside;
    }

    int priority() {
        return priority;
    }

    long version() {
        return version;
    }
}
