package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Something that people with a place may come along to. How many places it has and how many are taken is read only here:
 * {@link LogisticsOptions} changes both by conditional updates.
 */
@Entity
@Table(name = "logistics_option")
public class LogisticsOption {

    /**
     * What organisers lay down.
     *
     * @param meetingPoint where, or null
     * @param companionsWelcome whether people may bring somebody
     * @param placeLimit how many places there are, or null for no limit
     */
    public record Definition(
            OptionKind kind,
            String title,
            Instant startsAt,
            String meetingPoint,
            boolean companionsWelcome,
            Integer placeLimit) {}

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID callId;

    @Enumerated(EnumType.STRING)
    private OptionKind kind;

    private String title;
    private Instant startsAt;
    private String meetingPoint;
    private boolean companionsWelcome;

    @Column(updatable = false)
    private Integer placeLimit;

    @Column(updatable = false)
    private int taken;

    @Version
    private long version;

    /** For Hibernate. */
    protected LogisticsOption() {}

    LogisticsOption(UUID callId, Definition definition) {
        this.id = Ids.next();
        this.callId = callId;
        this.placeLimit = definition.placeLimit();
        describe(definition);
    }

    /** Everything but the number of places. */
    void describe(Definition definition) {
        this.kind = definition.kind();
        this.title = definition.title();
        this.startsAt = definition.startsAt();
        this.meetingPoint = definition.meetingPoint();
        this.companionsWelcome = definition.companionsWelcome();
    }

    /** Whether people who come along must be told of this change: it takes place under another name, at another time or elsewhere. */
    boolean isMovedBy(Definition definition) {
        return !title.equals(definition.title())
                || !startsAt.equals(definition.startsAt())
                || !Objects.equals(meetingPoint, definition.meetingPoint());
    }

    /** What organisers have laid down, by name. */
    Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("kind", kind);
        described.put("title", title);
        described.put("startsAt", startsAt);
        described.put("meetingPoint", meetingPoint);
        described.put("companionsWelcome", companionsWelcome);
        described.put("placeLimit", placeLimit);
        return described;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public OptionKind kind() {
        return kind;
    }

    /** For people, e.g. "Bus to the airport". */
    public String title() {
        return title;
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** The day at the venue on which it begins. */
    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(startsAt, zone);
    }

    /** Whether the workshop is at another time, which it may have been moved to since this was written down. */
    public boolean isOutside(Workshop workshop) {
        return !workshop.isAround(day(workshop.zone()));
    }

    /** Where one meets, or null. */
    public String meetingPoint() {
        return meetingPoint;
    }

    /** Whether people may bring somebody. */
    public boolean companionsWelcome() {
        return companionsWelcome;
    }

    /** How many places there are; null for no limit. */
    public Integer placeLimit() {
        return placeLimit;
    }

    /** How many places are taken, companions counted. */
    public int taken() {
        return taken;
    }

    /** How many places are left; null for no limit. */
    public Integer free() {
        return placeLimit == null ? null : Integer.valueOf(placeLimit - taken);
    }

    public long version() {
        return version;
    }
}
