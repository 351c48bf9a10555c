package eu.urbact.infocus.registration.staging;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.seat.BucketCode;

/** What organisers mean to decide about one application. Nobody but organisers knows of it, and no seat is taken for it. */
@Entity
@Table(name = "staged_decision")
public class StagedDecision {

    @Id
    private UUID applicationId;

    private UUID callId;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Enumerated(EnumType.STRING)
    private ReasonCode reasonCode;

    private String note;
    private String bucket;
    private boolean bucketProposed;
    private UUID stepId;
    private long seenVersion;
    private String stagedBy;
    private Instant stagedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected StagedDecision() {}

    StagedDecision(Application application) {
        this.applicationId = application.id();
        this.callId = application.callId();
    }

    /** The plan for this person, whatever it was before. */
    void mean(Intent intent, Application seen, Step step) {
        this.decision = intent.decision();
        this.reasonCode = intent.reason();
        this.note = intent.note();
        this.bucket = intent.bucket() == null ? null : intent.bucket().value();
        this.bucketProposed = intent.proposed();
        this.seenVersion = seen.version();
        this.stepId = step.id();
        this.stagedBy = step.by();
        this.stagedAt = step.at();
    }

    /** One act of staging, of one person or of many. */
    record Step(UUID id, String by, Instant at) {}

    public UUID applicationId() {
        return applicationId;
    }

    public UUID callId() {
        return callId;
    }

    public Decision decision() {
        return decision;
    }

    /** Why, for declining and the waiting list; or null. */
    public ReasonCode reasonCode() {
        return reasonCode;
    }

    /** What the person will be told, or null. */
    public String note() {
        return note;
    }

    /** Where the seat is to be taken, or null for the rule of the call. */
    public BucketCode bucket() {
        return bucket == null ? null : new BucketCode(bucket);
    }

    /** Whether a rule proposes that bucket, and no organiser has chosen it. */
    public boolean bucketProposed() {
        return bucketProposed;
    }

    /** The act it was staged in; another one each time, so that it names this plan and no earlier one. */
    public UUID stepId() {
        return stepId;
    }

    /** Version of the application that the organiser had in front of them. */
    public long seenVersion() {
        return seenVersion;
    }

    /** As the audit trail calls them. */
    public String stagedBy() {
        return stagedBy;
    }

    public Instant stagedAt() {
        return stagedAt;
    }
}
