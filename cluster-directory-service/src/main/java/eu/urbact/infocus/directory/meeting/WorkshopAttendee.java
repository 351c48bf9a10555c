package eu.urbact.infocus.directory.meeting;

import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who has a place at a workshop, known by the id of the application alone. */
@Entity
@Table(name = "workshop_attendee")
public class WorkshopAttendee {

    @Id
    private UUID applicationId;

    private UUID workshopId;
    private String cityId;

    /** For Hibernate. */
    protected WorkshopAttendee() {}

    WorkshopAttendee(UUID applicationId, UUID workshopId, String cityId) {
        this.applicationId = applicationId;
        this.workshopId = workshopId;
        this.cityId = cityId;
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** The city for which the person comes, or null. */
    public String cityId() {
        return cityId;
    }
}
