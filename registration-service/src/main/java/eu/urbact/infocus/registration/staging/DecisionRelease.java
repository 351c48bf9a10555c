package eu.urbact.infocus.registration.staging;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.Decision;

/** A release: how many people were told what, together. */
@Entity
@Table(name = "decision_release")
public class DecisionRelease {

    @Id
    private UUID id;

    private UUID callId;
    private String releasedBy;
    private Instant releasedAt;
    private int planned;
    private int admitted;
    private int waitlisted;
    private int declined;
    private int kept;
    private Instant finishedAt;
    private Instant wentOnAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected DecisionRelease() {}

    DecisionRelease(UUID callId, String releasedBy, int planned, Instant now) {
        this.id = Ids.next();
        this.callId = callId;
        this.releasedBy = releasedBy;
        this.releasedAt = now;
        this.planned = planned;
    }

    /** One of the planned decisions holds. */
    void count(Decision decision, Instant now) {
        this.wentOnAt = now;
        switch (decision) {
            case ADMIT -> admitted++;
            case WAITLIST -> waitlisted++;
            case DECLINE -> declined++;
            default -> throw new IllegalStateException("every decision is listed above");
        }
    }

    /** All have been tried; the others stay staged. */
    void finish(Instant now) {
        this.kept = planned - admitted - waitlisted - declined;
        this.finishedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    /** As the audit trail calls them. */
    public String releasedBy() {
        return releasedBy;
    }

    public Instant releasedAt() {
        return releasedAt;
    }

    public int planned() {
        return planned;
    }

    public int admitted() {
        return admitted;
    }

    public int waitlisted() {
        return waitlisted;
    }

    public int declined() {
        return declined;
    }

    /** How many could not be released and are still staged. */
    public int kept() {
        return kept;
    }

    /** Null while it is going on, and for ever when it was cut off: then the rest is still staged. */
    public Instant finishedAt() {
        return finishedAt;
    }
}
