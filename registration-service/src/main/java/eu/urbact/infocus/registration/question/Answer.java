package eu.urbact.infocus.registration.question;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** What one person has answered to one question. Written as a whole, so read only here. */
@Entity
@Immutable
@Table(name = "answer")
@IdClass(Answer.Key.class)
public class Answer {

    /** An answer's key: whose it is, and to what. */
    public record Key(UUID applicationId, UUID questionId) implements Serializable {}

    @Id
    private UUID applicationId;

    @Id
    private UUID questionId;

    private List<String> given;
    private Instant answeredAt;

    /** For Hibernate. */
    protected Answer() {}

    UUID applicationId() {
        return applicationId;
    }

    UUID questionId() {
        return questionId;
    }

    /** The text, the choices, the day, or yes or no; never empty. */
    List<String> given() {
        return given;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
