package eu.urbact.infocus.registration.waitinglist;

import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The settings of one call's waiting list, from the first time that somebody changes them. */
@Entity
@Table(name = "waiting_list")
public class WaitingList {

    @Id
    private UUID callId;

    private boolean running;
    private int offerHours;
    private int cutOffHours;

    @Version
    private long version;

    /** For Hibernate. */
    protected WaitingList() {}

    void change(Settings settings) {
        this.running = settings.running();
        this.offerHours = settings.offerHours();
        this.cutOffHours = settings.cutOffHours();
    }

    UUID callId() {
        return callId;
    }

    Settings settings() {
        return new Settings(running, offerHours, cutOffHours);
    }

    long version() {
        return version;
    }
}
