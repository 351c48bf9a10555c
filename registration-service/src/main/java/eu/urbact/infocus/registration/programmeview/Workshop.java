package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A workshop as far as registration needs to know it. */
@Entity
@Table(name = "workshop_view")
public class Workshop {

    @Id
    private UUID id;

    private String slug;
    private String title;
    private String hostCityId;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;

    /** For Hibernate. */
    protected Workshop() {}

    Workshop(UUID id) {
        this.id = id;
    }

    void announce(String slug, String title, String hostCityId, Instant startsAt, Instant endsAt, ZoneId zone) {
        this.slug = slug;
        this.title = title;
        this.hostCityId = hostCityId;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.zone = zone.getId();
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** Id of the partner city that receives it. */
    public String hostCityId() {
        return hostCityId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }
}
