package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One version of a workshop's programme: the draft, of which there is one and which changes, or a released version,
 * which has a number and never changes. The database refuses a change of a released one, too.
 */
@Entity
@Table(name = "programme_version")
public class ProgrammeVersion {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "workshop_id")
    private UUID workshopId;

    @Column(name = "number")
    private Integer number;

    @Column(name = "partners_number")
    private Integer partnersNumber;

    @Column(name = "open_number")
    private Integer openNumber;

    @Column(name = "revision")
    private long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "programme")
    private Programme programme;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "released_at")
    private Instant releasedAt;

    @Version
    @Column(name = "version")
    private long version;

    /** For JPA only. */
    protected ProgrammeVersion() {}

    private ProgrammeVersion(UUID id, UUID workshopId, Programme programme) {
        this.id = id;
        this.workshopId = workshopId;
        this.programme = programme;
    }

    /** Starts the draft of a workshop. */
    static ProgrammeVersion draft(UUID id, UUID workshopId, Programme programme, Instant now) {
        ProgrammeVersion draft = new ProgrammeVersion(id, workshopId, programme);
        draft.revision = 1;
        draft.changedAt = now;
        return draft;
    }

    /**
     * Replaces the content of the draft, which is the next revision of it.
     *
     * @throws IllegalStateException when this version is released
     */
    void replaceWith(Programme content, Instant now) {
        requireDraft();
        this.programme = content;
        this.revision++;
        this.changedAt = now;
    }

    /**
     * Takes the snapshot that becomes public.
     *
     * @param numbers the release's number, and since which release it is the same for whom
     * @throws IllegalStateException when this version is itself a released one
     */
    ProgrammeVersion release(UUID releaseId, ReleaseNumbers numbers, Instant now) {
        requireDraft();
        ProgrammeVersion release = new ProgrammeVersion(releaseId, workshopId, programme);
        release.number = numbers.all();
        release.partnersNumber = numbers.partners();
        release.openNumber = numbers.open();
        release.revision = revision;
        release.changedAt = changedAt;
        release.releasedAt = now;
        return release;
    }

    private void requireDraft() {
        if (number != null) {
            throw new IllegalStateException("version " + number + " is released and never changes");
        }
    }

    /** The whole content. Only {@link AudiencePolicy} may hand it to a reader. */
    Programme programme() {
        return programme;
    }

    /** How often the draft has been changed, from 1; of a release, the revision it was made from. */
    long revision() {
        return revision;
    }

    /** When the draft was changed last. */
    Instant changedAt() {
        return changedAt;
    }

    /** The number of a released version; null for the draft. */
    Integer number() {
        return number;
    }

    /** The numbers of a released version. */
    ReleaseNumbers numbers() {
        return new ReleaseNumbers(number, partnersNumber, openNumber);
    }

    /** When it was released; null for the draft. */
    Instant releasedAt() {
        return releasedAt;
    }
}
