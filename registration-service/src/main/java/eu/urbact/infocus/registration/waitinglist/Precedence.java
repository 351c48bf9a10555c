package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import eu.urbact.infocus.chassis.identity.Ids;

/** Organisers once put a person first, and said why. Outlives the precedence itself, which ends with the next offer. */
@Entity
@Immutable
@Table(name = "waiting_precedence")
public class Precedence {

    @Id
    private UUID id;

    private UUID applicationId;
    private String reason;
    private Instant givenAt;

    /** For Hibernate. */
    protected Precedence() {}

    Precedence(UUID applicationId, String reason, Instant now) {
        this.id = Ids.next();
        this.applicationId = applicationId;
        this.reason = reason;
        this.givenAt = now;
    }

    public String reason() {
        return reason;
    }

    public Instant givenAt() {
        return givenAt;
    }
}
