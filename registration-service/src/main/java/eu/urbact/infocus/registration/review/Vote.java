package eu.urbact.infocus.registration.review;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One organiser's opinion of one application. Read only here: {@link Votes} writes it in one step, whether or not there is one. */
@Entity
@Immutable
@Table(name = "application_vote")
@IdClass(Vote.Key.class)
public class Vote {

    /** A vote's key: one for each application and organiser. */
    public record Key(UUID applicationId, String voter) implements Serializable {}

    @Id
    private UUID applicationId;

    @Id
    private String voter;

    private UUID callId;

    @Enumerated(EnumType.STRING)
    private Opinion opinion;

    private Instant castAt;

    /** For Hibernate. */
    protected Vote() {}

    public UUID applicationId() {
        return applicationId;
    }

    /** As the audit trail calls them. */
    public String voter() {
        return voter;
    }

    public UUID callId() {
        return callId;
    }

    public Opinion opinion() {
        return opinion;
    }

    public Instant castAt() {
        return castAt;
    }
}
