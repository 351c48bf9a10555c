package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.registration.application.Application;

/**
 * What a person eats and needs, given with explicit consent, for the kitchen and the venue. Can tell of health and belief, so it is a
 * row of its own that nothing else is read with, and that is deleted soon after the workshop.
 */
@Entity
@Table(name = "logistics_need")
public class Needs {

    /**
     * What the person says.
     *
     * @param dietNote in words, for the kitchen, or null
     * @param accessNote in words, for the venue, or null
     */
    public record Answer(Set<Diet> diets, String dietNote, Set<AccessNeed> accessNeeds, String accessNote) {

        /** For those who must not know what somebody eats. */
        Answer withoutDiet() {
            return new Answer(Set.of(), null, accessNeeds, accessNote);
        }

        /** Whether nothing special is needed. */
        public boolean isNone() {
            return diets.isEmpty() && dietNote == null && accessNeeds.isEmpty() && accessNote == null;
        }
    }

    @Id
    private UUID applicationId;

    private UUID callId;
    private List<String> diets;
    private String dietNote;
    private List<String> accessNeeds;
    private String accessNote;
    private Instant consentedAt;
    private Instant changedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected Needs() {}

    Needs(Application application) {
        this.applicationId = application.id();
        this.callId = application.callId();
    }

    /** Takes the answer, with the consent that came with it. */
    void answer(Answer answer, Instant now) {
        this.diets = answer.diets().stream().sorted().map(Diet::name).toList();
        this.dietNote = answer.dietNote();
        this.accessNeeds =
                answer.accessNeeds().stream().sorted().map(AccessNeed::name).toList();
        this.accessNote = answer.accessNote();
        this.consentedAt = now;
        this.changedAt = now;
    }

    public Answer answer() {
        return new Answer(
                diets.stream().map(Diet::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Diet.class))),
                dietNote,
                accessNeeds.stream()
                        .map(AccessNeed::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccessNeed.class))),
                accessNote);
    }

    public UUID applicationId() {
        return applicationId;
    }

    public Instant consentedAt() {
        return consentedAt;
    }
}
