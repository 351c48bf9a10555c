package eu.urbact.infocus.directory.cooperation;

import java.time.Instant;
import java.util.Objects;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** What a city thinks of a suggested partner for one of its clusters; the last word of its people counts. */
@Entity
@Table(name = "match_feedback")
public class Feedback {

    /**
     * About whom.
     *
     * @param clusterId the own cluster
     * @param partnerId the suggested one
     */
    @Embeddable
    public record About(String clusterId, String partnerId) {}

    /** What it was worth. */
    public enum Verdict {
        /** Worth a conversation. */
        USEFUL,
        /** The two do not fit. */
        NOT_USEFUL,
        /** They fit so well that they work together already. */
        ALREADY_PARTNERS
    }

    @EmbeddedId
    private About about;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private Instant givenAt;

    /** For Hibernate. */
    protected Feedback() {}

    Feedback(About about, Verdict verdict, Instant now) {
        this.about = Objects.requireNonNull(about);
        say(verdict, now);
    }

    final void say(Verdict word, Instant now) {
        this.verdict = word;
        this.givenAt = now;
    }

    public About about() {
        return about;
    }

    public Verdict verdict() {
        return verdict;
    }

    public Instant givenAt() {
        return givenAt;
    }
}
