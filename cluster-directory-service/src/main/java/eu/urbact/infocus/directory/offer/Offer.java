package eu.urbact.infocus.directory.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Something a cluster of the directory offers or looks for, until a day. */
@Entity
@Table(name = "cluster_offer")
public class Offer {

    @Id
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "cluster_id", nullable = false)
    private String clusterId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private OfferKind kind;

    @Column(name = "wording", nullable = false)
    private String text;

    @Column(name = "competence_id")
    private String competence;

    @Column(name = "division_code")
    private String activity;

    @Column(name = "expires_on", nullable = false)
    private LocalDate expiresOn;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected Offer() {}

    Offer(UUID id, String clusterId, OfferDraft draft, Instant now) {
        this.id = id;
        this.clusterId = clusterId;
        this.createdAt = now;
        take(draft);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String clusterId() {
        return clusterId;
    }

    public OfferKind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    /** Id of the competence it is about, or null. */
    public String competence() {
        return competence;
    }

    /** NACE Rev. 2 division it is about, or null. */
    public String activity() {
        return activity;
    }

    /** The last day on which it holds. */
    public LocalDate expiresOn() {
        return expiresOn;
    }

    /** Whether it holds on this day. */
    public boolean isOpenOn(LocalDate day) {
        return !expiresOn.isBefore(day);
    }

    /** Says it anew; the rules have been asked. */
    final void take(OfferDraft draft) {
        this.kind = draft.kind();
        this.text = draft.text();
        this.competence = draft.competence();
        this.activity = draft.activity();
        this.expiresOn = draft.expiresOn();
    }
}
