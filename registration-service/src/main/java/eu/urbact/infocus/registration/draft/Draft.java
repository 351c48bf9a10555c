package eu.urbact.infocus.registration.draft;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.OptimisticLock;

/** An application that somebody is writing. Open → sent; what is sent is empty here. */
@Entity
@Table(name = "application_draft")
public class Draft {

    /** So many characters of the hash tell the few drafts apart that one browser ever has. */
    private static final int TOLD_APART_BY = 12;

    @Id
    private String tokenHash;

    private UUID callId;

    @Convert(converter = EntriesConverter.class)
    private DraftEntries entries;

    // to save the same again makes no other draft of it: nobody has to look at it anew
    @OptimisticLock(excluded = true)
    private Instant savedAt;

    @OptimisticLock(excluded = true)
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

    /** Whether this says anything that is not kept yet. */
    boolean isChangedBy(DraftEntries later) {
        return !entries.with(later).equals(entries);
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

    /**
     * Whether this is what somebody has looked at.
     *
     * @param seen the tag of what was looked at, or null when it does not matter
     */
    boolean isAsSeen(String seen) {
        return seen == null || seen.equals(tag());
    }

    /**
     * Names the draft with what it holds now, with quotes; no other draft has it, nor this one once it holds something else. Nothing of the
     * token can be told from it.
     */
    public String tag() {
        return "\"" + tokenHash.substring(0, TOLD_APART_BY) + "-" + version + "\"";
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
