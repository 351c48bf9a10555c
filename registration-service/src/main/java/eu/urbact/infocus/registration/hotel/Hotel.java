package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;

/** A hotel that keeps rooms for a workshop until its release time. */
@Entity
@Table(name = "hotel")
public class Hotel {

    /**
     * What organisers have agreed with the hotel.
     *
     * @param category the price category in the organisers' words, e.g. "Comfort"
     * @param releaseAt from when on no room is kept any more
     * @param nights the rooms it keeps
     */
    public record Definition(
            String name, String address, String category, Instant releaseAt, List<RoomNight.Contingent> nights) {}

    @Id
    private UUID id;

    private UUID callId;
    private String name;
    private String address;
    private String category;
    private Instant releaseAt;
    private Instant releasedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Hotel() {}

    Hotel(UUID callId, Definition definition) {
        this.id = Ids.next();
        this.callId = callId;
        describe(definition);
    }

    void describe(Definition definition) {
        this.name = definition.name();
        this.address = definition.address();
        this.category = definition.category();
        this.releaseAt = definition.releaseAt();
    }

    void released(Instant now) {
        this.releasedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    /** The price category in the organisers' words. */
    public String category() {
        return category;
    }

    /** The first instant at which no room is kept any more. */
    public Instant releaseAt() {
        return releaseAt;
    }

    /** When the rooms that nobody has taken went back; null before. */
    public Instant releasedAt() {
        return releasedAt;
    }

    /** Whether no room is kept any more. The hour counts, not the moment in which somebody writes it down. */
    public boolean isReleased(Instant now) {
        return releasedAt != null || !now.isBefore(releaseAt);
    }

    public long version() {
        return version;
    }
}
