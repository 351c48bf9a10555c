package eu.urbact.infocus.directory.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import eu.urbact.infocus.chassis.identity.Ids;

/** Something that one of the two cities has promised to do until a day. */
@Entity
@Table(name = "cooperation_step")
public class CooperationStep {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cooperation_id")
    private Cooperation cooperation;

    @Column(name = "wording")
    private String text;

    private String cityId;
    private LocalDate dueOn;
    private Instant createdAt;
    private Instant doneAt;

    /** For Hibernate. */
    protected CooperationStep() {}

    CooperationStep(Cooperation cooperation, String text, String cityId, LocalDate dueOn, Instant now) {
        this.id = Ids.next();
        this.cooperation = cooperation;
        this.text = text;
        this.cityId = cityId;
        this.dueOn = dueOn;
        this.createdAt = now;
    }

    /** It is done; once is enough. */
    void complete(Instant now) {
        if (doneAt == null) {
            doneAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    /** What is to be done. */
    public String text() {
        return text;
    }

    /** The city that does it. */
    public String cityId() {
        return cityId;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** When it was done, or null. */
    public Instant doneAt() {
        return doneAt;
    }
}
