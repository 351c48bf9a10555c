package eu.urbact.infocus.directory.programmeview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A workshop that a city hosts. */
@Entity
@Table(name = "hosted_workshop")
public class HostedWorkshop {

    @Id
    @Column(name = "workshop_id")
    private UUID workshopId;

    @Column(name = "slug", nullable = false)
    private String slug;

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "theme", nullable = false)
    private String theme;

    @Column(name = "host_city_id", nullable = false)
    private String hostCityId;

    @Column(name = "starts_at", nullable = false)
    private Instant startsAt;

    @Column(name = "ends_at", nullable = false)
    private Instant endsAt;

    @Column(name = "zone", nullable = false)
    private String zone;

    protected HostedWorkshop() {}

    HostedWorkshop(AnnouncedWorkshop announced) {
        this.workshopId = announced.workshopId();
        take(announced);
    }

    final void take(AnnouncedWorkshop announced) {
        this.slug = announced.slug();
        this.title = announced.title();
        this.theme = announced.theme();
        this.hostCityId = announced.hostCityId();
        this.startsAt = announced.startsAt();
        this.endsAt = announced.endsAt();
        this.zone = announced.zone().getId();
    }

    /**
     * Its name in addresses.
     *
     * @return the slug
     */
    public String slug() {
        return slug;
    }

    /**
     * Its title.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Its theme.
     *
     * @return the theme
     */
    public String theme() {
        return theme;
    }

    /**
     * Its first moment.
     *
     * @return an instant
     */
    public Instant startsAt() {
        return startsAt;
    }

    /**
     * Its last moment.
     *
     * @return an instant
     */
    public Instant endsAt() {
        return endsAt;
    }

    /**
     * The time zone of its venue.
     *
     * @return a zone
     */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }
}
