package eu.urbact.infocus.registration.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What one person with a place wants from the meetings. */
@Entity
@Table(name = "meeting_wishes")
public class MeetingWishes {

    @Id
    private UUID applicationId;

    private List<String> offeredCompetences = List.of();
    private List<String> offeredActivities = List.of();
    private List<String> neededCompetences = List.of();
    private List<String> neededActivities = List.of();
    private Instant statedAt;

    @Version
    private long version;

    /** For Hibernate, and for who has said nothing yet. */
    protected MeetingWishes() {}

    /** Takes the place of what was said before; nothing is an answer, too. */
    void state(Wishes wishes, Instant now) {
        this.offeredCompetences = wishes.offers().competences();
        this.offeredActivities = wishes.offers().activities();
        this.neededCompetences = wishes.needs().competences();
        this.neededActivities = wishes.needs().activities();
        this.statedAt = now;
    }

    public Wishes wishes() {
        return new Wishes(
                new Wishes.Topics(offeredCompetences, offeredActivities),
                new Wishes.Topics(neededCompetences, neededActivities));
    }

    /** When it was said last; null for never. */
    public Instant statedAt() {
        return statedAt;
    }

    /** 0 as long as nothing was said. */
    public long version() {
        return version;
    }
}
