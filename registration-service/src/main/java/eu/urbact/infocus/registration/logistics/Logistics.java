package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** What one person with a place has answered about travel, places and pictures. Diet and access needs are kept apart, in {@link Needs}. */
@Entity
@Table(name = "logistics")
public class Logistics {

    /**
     * One way, there or back.
     *
     * @param details a flight or train number, or null
     */
    public record Leg(Instant at, TravelMeans by, String details) {}

    @Id
    private UUID applicationId;

    private UUID callId;
    private Instant arrivalAt;

    @Enumerated(EnumType.STRING)
    private TravelMeans arrivalBy;

    private String arrivalDetails;
    private Instant departureAt;

    @Enumerated(EnumType.STRING)
    private TravelMeans departureBy;

    private String departureDetails;
    private Boolean photoConsent;
    private Instant travelAnsweredAt;
    private Instant choicesAnsweredAt;
    private Instant needsAnsweredAt;
    private Instant photoAnsweredAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "logistics_choice", joinColumns = @JoinColumn(name = "application_id"))
    @MapKeyColumn(name = "option_id")
    @Column(name = "companions")
    private Map<UUID, Integer> choices = new HashMap<>();

    @Version
    private long version;

    /** For Hibernate. */
    protected Logistics() {}

    Logistics(Application application) {
        this.applicationId = application.id();
        this.callId = application.callId();
    }

    void travel(Leg arrival, Leg departure, Instant now) {
        this.arrivalAt = arrival.at();
        this.arrivalBy = arrival.by();
        this.arrivalDetails = arrival.details();
        this.departureAt = departure.at();
        this.departureBy = departure.by();
        this.departureDetails = departure.details();
        this.travelAnsweredAt = now;
    }

    void choose(Map<UUID, Integer> wanted, Instant now) {
        choices.clear();
        choices.putAll(wanted);
        this.choicesAnsweredAt = now;
    }

    /** The organisers have refused what was asked for: what the person has is what they come along to, and they are not asked about it again. */
    void refused(Instant now) {
        if (choicesAnsweredAt == null) {
            this.choicesAnsweredAt = now;
        }
    }

    void needsAnswered(Instant now) {
        this.needsAnsweredAt = now;
    }

    void photoConsent(boolean consent, Instant now) {
        this.photoConsent = consent;
        this.photoAnsweredAt = now;
    }

    /** Forgets when and how the person travelled. */
    void eraseTravel() {
        this.arrivalAt = null;
        this.arrivalBy = null;
        this.arrivalDetails = null;
        this.departureAt = null;
        this.departureBy = null;
        this.departureDetails = null;
    }

    /** Forgets whether the person may be in pictures, together with the person. */
    void erasePhotoConsent() {
        this.photoConsent = null;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID callId() {
        return callId;
    }

    /** Null when it was not said, or is forgotten. */
    public Leg arrival() {
        return arrivalAt == null ? null : new Leg(arrivalAt, arrivalBy, arrivalDetails);
    }

    /** Null when it was not said, or is forgotten. */
    public Leg departure() {
        return departureAt == null ? null : new Leg(departureAt, departureBy, departureDetails);
    }

    /** Whether the workshop, which may have been moved since this was said, does not take place between arrival and departure. */
    public boolean travelsOutside(Workshop workshop) {
        return arrivalAt != null
                && !(arrivalAt.isBefore(workshop.endsAt()) && departureAt.isAfter(workshop.startsAt()));
    }

    /**
     * Whether something that the person comes along to is not on the workshop's days, and was chosen before the workshop was announced for these days.
     * Whoever has chosen such a thing since knows it.
     *
     * @param options those of the call
     */
    boolean choseBeforeMove(Collection<LogisticsOption> options, Workshop workshop) {
        return choicesAnsweredAt != null
                && choicesAnsweredAt.isBefore(workshop.movedAt())
                && options.stream().anyMatch(option -> choices.containsKey(option.id()) && option.isOutside(workshop));
    }

    /** Whether the person may be in pictures; null when not answered. */
    public Boolean photoConsent() {
        return photoConsent;
    }

    /** What the person comes along to, with how many companions. */
    public Map<UUID, Integer> choices() {
        return Map.copyOf(choices);
    }

    public Instant travelAnsweredAt() {
        return travelAnsweredAt;
    }

    public Instant choicesAnsweredAt() {
        return choicesAnsweredAt;
    }

    public Instant needsAnsweredAt() {
        return needsAnsweredAt;
    }

    public Instant photoAnsweredAt() {
        return photoAnsweredAt;
    }
}
