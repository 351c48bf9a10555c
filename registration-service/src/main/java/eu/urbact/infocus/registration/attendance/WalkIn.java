package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;

/** Somebody came without a place. It takes no seat; who they are is erased when the list is no longer needed, that they came is not. */
@Entity
@Table(name = "walk_in")
public class WalkIn {

    /** Stands where the name was. */
    private static final String ERASED = "(erased)";

    /**
     * Who came.
     *
     * @param applicationId their application, when they have one that is no place, or null
     * @param cityId the partner city they come with, or null
     * @param country ISO 3166-1 alpha-2, or null
     */
    public record Guest(
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String country) {}

    @Id
    private UUID id;

    private UUID callId;
    private UUID workshopId;
    private LocalDate day;
    private UUID applicationId;
    private String givenName;
    private String familyName;
    private String organisation;
    private String cityId;
    private String country;
    private Instant arrivedAt;
    private String recordedBy;
    private Instant erasedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected WalkIn() {}

    WalkIn(UUID callId, UUID workshopId, LocalDate day, Guest guest, String by, Instant now) {
        this.id = Ids.next();
        this.callId = callId;
        this.workshopId = workshopId;
        this.day = day;
        this.applicationId = guest.applicationId();
        this.givenName = guest.givenName();
        this.familyName = guest.familyName();
        this.organisation = guest.organisation();
        this.cityId = guest.cityId();
        this.country = guest.country();
        this.arrivedAt = now;
        this.recordedBy = by;
    }

    /** Forgets who it was. */
    void erase(Instant now) {
        this.applicationId = null;
        this.givenName = null;
        this.familyName = null;
        this.organisation = null;
        this.erasedAt = now;
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

    /** Their application, when they have one that is no place, or null. */
    public UUID applicationId() {
        return applicationId;
    }

    /** Empty once erased. */
    public String givenName() {
        return isErased() ? "" : givenName;
    }

    /** Once erased, what stands for it in lists. */
    public String familyName() {
        return isErased() ? ERASED : familyName;
    }

    /** Empty once erased. */
    public String organisation() {
        return isErased() ? "" : organisation;
    }

    /** The partner city they come with, or null. */
    public String cityId() {
        return cityId;
    }

    /** ISO 3166-1 alpha-2, or null. */
    public String country() {
        return country;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** Who was at the desk, as the audit trail names them. */
    public String recordedBy() {
        return recordedBy;
    }

    /** Whether nobody knows any more who it was. */
    boolean isErased() {
        return erasedAt != null;
    }
}
