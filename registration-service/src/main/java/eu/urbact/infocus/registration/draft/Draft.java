package eu.urbact.infocus.registration.draft;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An application that somebody is writing. Open → sent; what is sent is empty here. */
@Entity
@Table(name = "application_draft")
public class Draft {

    @Id
    private String tokenHash;

    private UUID callId;

    @Convert(converter = EntriesConverter.class)
    private DraftEntries entries;

    private Instant savedAt;
    private Instant expiresAt;
    private Instant sentAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Draft() {}

    Draft(String tokenHash, UUID callId, DraftEntries entries, Instant now, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.callId = callId;
        this.entries = entries;
        this.savedAt = now;
        this.expiresAt = expiresAt;
    }

    void save(DraftEntries later, Instant now, Instant expires) {
        this.entries = entries.with(later);
        this.savedAt = now;
        this.expiresAt = expires;
    }

    /** The application has taken over what was entered; nothing of it stays here. */
    void send(Instant now) {
        this.entries = DraftEntries.NONE;
        this.sentAt = now;
    }

    public boolean isSent() {
        return sentAt != null;
    }

    public UUID callId() {
        return callId;
    }

    public DraftEntries entries() {
        return entries;
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** From this instant on there is no draft any more. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** When it became an application, or null. */
    public Instant sentAt() {
        return sentAt;
    }
}
