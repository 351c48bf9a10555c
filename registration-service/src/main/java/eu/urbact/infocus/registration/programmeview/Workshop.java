package eu.urbact.infocus.registration.programmeview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A workshop as far as registration needs to know it. */
@Entity
@Table(name = "workshop_view")
public class Workshop {

    private static final int NEAR = 14;

    @Id
    private UUID id;

    private String slug;
    private String title;
    private String hostCityId;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;
    private Instant changedAt;

    /** For Hibernate. */
    protected Workshop() {}

    Workshop(UUID id) {
        this.id = id;
    }

    /**
     * Takes over what is announced.
     *
     * @return whether it takes place at another time or in another city than said before
     */
    boolean announce(
            String slug, String title, String hostCityId, Instant startsAt, Instant endsAt, ZoneId zone, Instant now) {
        boolean unheardOf = changedAt == null;
        boolean moves = !unheardOf
                && !(startsAt.equals(this.startsAt)
                        && endsAt.equals(this.endsAt)
                        && zone.getId().equals(this.zone)
                        && hostCityId.equals(this.hostCityId));
        if (unheardOf || moves || !title.equals(this.title) || !slug.equals(this.slug)) {
            this.changedAt = now;
        }
        this.slug = slug;
        this.title = title;
        this.hostCityId = hostCityId;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.zone = zone.getId();
        return moves;
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

    /** Whether a day at the venue is one of the workshop's or within two weeks of it; anything farther is most likely a slip. */
    public boolean isNear(LocalDate day) {
        return !day.isBefore(LocalDate.ofInstant(startsAt, zone()).minusDays(NEAR))
                && !day.isAfter(LocalDate.ofInstant(endsAt, zone()).plusDays(NEAR));
    }

    /** When anything that is said here was said last that was not said before. */
    public Instant changedAt() {
        return changedAt;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }
}
