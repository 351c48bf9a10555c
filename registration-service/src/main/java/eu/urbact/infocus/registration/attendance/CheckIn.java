package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.Application;

/** Somebody with a place came on this day. Once a day; the first time counts. */
@Entity
@Table(name = "attendance")
public class CheckIn {

    @Id
    private UUID id;

    private UUID callId;
    private UUID workshopId;
    private LocalDate day;
    private UUID applicationId;
    private String cityId;
    private Instant checkedInAt;
    private String checkedInBy;

    @Version
    private long version;

    /** For Hibernate. */
    protected CheckIn() {}

    CheckIn(Application application, LocalDate day, String by, Instant now) {
        this.id = Ids.next();
        this.callId = application.callId();
        this.workshopId = application.workshopId();
        this.day = day;
        this.applicationId = application.id();
        this.cityId = application.cityId();
        this.checkedInAt = now;
        this.checkedInBy = by;
    }

    /** They came without a place and were given one afterwards. One thing under one id: taking back the walk-in takes this back. */
    CheckIn(Application application, WalkIn walkIn) {
        this(application, walkIn.day(), walkIn.recordedBy(), walkIn.arrivedAt());
        this.id = walkIn.id();
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public UUID workshopId() {
        return workshopId;
    }

    public LocalDate day() {
        return day;
    }

    /** Whose; null once the person has been erased. */
    public UUID applicationId() {
        return applicationId;
    }

    /** The partner city they come with, or null. */
    public String cityId() {
        return cityId;
    }

    public Instant checkedInAt() {
        return checkedInAt;
    }

    /** Who was at the desk, as the audit trail names them. */
    public String checkedInBy() {
        return checkedInBy;
    }
}
