package eu.urbact.infocus.event.workshop;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One workshop of a series: its public facts and the number of its latest released programme. */
@Entity
@Table(name = "workshop")
public class Workshop {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "series_id")
    private Series series;

    @Column(name = "number_in_series")
    private int number;

    @Column(name = "slug")
    private String slug;

    @Column(name = "title")
    private String title;

    @Column(name = "theme")
    private String theme;

    @Column(name = "summary")
    private String summary;

    @Column(name = "host_city_id")
    private String hostCityId;

    @Column(name = "city")
    private String city;

    @Column(name = "country")
    private String country;

    @Column(name = "zone")
    private String zone;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "details")
    private WorkshopFacts.Details details;

    @Column(name = "latest_release")
    private Integer latestRelease;

    @Column(name = "latest_open_release")
    private Integer latestOpenRelease;

    @Version
    @Column(name = "version")
    private long version;

    /** For JPA only. */
    protected Workshop() {}

    Workshop(UUID id, Series series, WorkshopFacts facts) {
        this.id = id;
        this.slug = facts.slug();
        describe(series, facts);
    }

    /** Takes over the facts; the identity and the slug stay. */
    final void describe(Series newSeries, WorkshopFacts facts) {
        this.series = newSeries;
        this.number = facts.number();
        this.title = facts.title();
        this.theme = facts.theme();
        this.summary = facts.summary();
        this.hostCityId = facts.hostCityId();
        this.city = facts.city();
        this.country = facts.country();
        this.zone = facts.zone().getId();
        this.startsAt = facts.startsAt();
        this.endsAt = facts.endsAt();
        this.details = facts.details();
    }

    /**
     * Remembers that a programme was released.
     *
     * @param releaseNumber its number
     * @param openNumber number of the last release that changed what everybody sees
     * @throws IllegalStateException when the number does not follow the one before
     */
    public void programmeReleased(int releaseNumber, int openNumber) {
        if (releaseNumber != latestRelease().orElse(0) + 1) {
            throw new IllegalStateException("release " + releaseNumber + " does not follow "
                    + latestRelease().orElse(0));
        }
        this.latestRelease = releaseNumber;
        this.latestOpenRelease = openNumber;
    }

    /** The public facts, as they were given. */
    public WorkshopFacts facts() {
        return new WorkshopFacts(
                series.slug(),
                series.title(),
                slug,
                number,
                title,
                theme,
                summary,
                hostCityId,
                city,
                country,
                zone(),
                startsAt,
                endsAt,
                details);
    }

    /** The part of the facts that the other services are told. */
    WorkshopAnnounced announcement() {
        return new WorkshopAnnounced(id, slug, title, theme, hostCityId, startsAt, endsAt, zone(), details.venue());
    }

    /** The workshop's identity. */
    public UUID id() {
        return id;
    }

    /** The workshop's name in addresses. */
    public String slug() {
        return slug;
    }

    /** The workshop's name on a page. */
    public String title() {
        return title;
    }

    /** Where the clocks are read. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** Number of the latest released programme; empty before the first. */
    public OptionalInt latestRelease() {
        return latestRelease == null ? OptionalInt.empty() : OptionalInt.of(latestRelease);
    }

    /** Number of the last release that changed what everybody sees; empty before the first. */
    OptionalInt latestOpenRelease() {
        return latestOpenRelease == null ? OptionalInt.empty() : OptionalInt.of(latestOpenRelease);
    }
}
