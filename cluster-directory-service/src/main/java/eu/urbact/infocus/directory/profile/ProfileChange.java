package eu.urbact.infocus.directory.profile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of a profile's history. It is written once; only the name of who did it goes after a while. */
@Entity
@Table(name = "cluster_profile_change")
public class ProfileChange {

    @Id
    private UUID id;

    @Column(name = "profile_id", nullable = false)
    private String profileId;

    @Column(name = "at", nullable = false)
    private Instant at;

    @Column(name = "actor", nullable = false)
    private String actor;

    @Column(name = "by_name")
    private String byName;

    @Enumerated(EnumType.STRING)
    @Column(name = "action", nullable = false)
    private Action action;

    @Column(name = "note")
    private String note;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "fields", nullable = false)
    private FieldChange.Fields fields;

    protected ProfileChange() {}

    ProfileChange(
            UUID id,
            String profileId,
            Editor editor,
            Instant at,
            Action action,
            String note,
            List<FieldChange> fields) {
        this.id = id;
        this.profileId = profileId;
        this.at = at;
        this.actor = editor.actor();
        this.byName = editor.name();
        this.action = action;
        this.note = note;
        this.fields = new FieldChange.Fields(List.copyOf(fields));
    }

    /** What can have happened. */
    public enum Action {
        /** Begun from nothing. */
        CREATED,
        /** Begun from what the directory knew from reference data. */
        TAKEN_OVER,
        /** The cluster has come into being, its profile is being written. */
        BEGUN,
        /** Fields were changed by hand. */
        EDITED,
        /** Fields were taken from a file. */
        FILE_TAKEN,
        /** With what differs from what was public until then; nothing differs of a cluster that nobody knew. */
        SUBMITTED,
        TAKEN_BACK,
        /** The reviewers want something changed; the note says what. */
        SENT_BACK,
        PUBLISHED,
        /** Still correct, says the city. */
        CONFIRMED,
        /** Nobody had confirmed it for a year. */
        GONE_STALE,
        /** The changes since the last publication were given up. */
        DISCARDED;

        /**
         * What belongs to the writing of a draft: the city's own business, also when it is over. What reviewers may know of it is in
         * the entry of the next submission.
         */
        static final Set<Action> DRAFTING = Set.of(EDITED, FILE_TAKEN, DISCARDED);
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** Name of the account, or null when it was the platform itself or is not kept any more. */
    public String byName() {
        return byName;
    }

    public Action action() {
        return action;
    }

    /** Why, or null. */
    public String note() {
        return note;
    }

    public List<FieldChange> fields() {
        return fields.items();
    }
}
