package eu.urbact.infocus.event.programme;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.identity.Ids;

/** Puts a programme into the draft of a workshop. */
@ApplicationScoped
public class WriteDraft {

    private final ProgrammeVersions versions;
    private final Clock clock;

    WriteDraft(ProgrammeVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Replaces the draft, or starts it. Items keep the identity they have had under their key.
     *
     * @param workshopId whose programme it is
     * @param content the programme; it keeps the {@link ProgrammeRules}, the caller has checked that
     * @param factsChanged whether the facts of the workshop change together with it: the revision counts that, too, so
     *     that nobody overwrites facts that they have not seen
     * @param precondition is told the revision of the draft before it is replaced; throws to refuse
     * @return the draft's revision now, and whether its content is different
     */
    @Transactional
    public Written write(UUID workshopId, Programme content, boolean factsChanged, LongConsumer precondition) {
        List<Programme> earlier = versions.all(workshopId).stream()
                .map(ProgrammeVersion::programme)
                .toList();
        Programme identified = new ItemIdentities(earlier, Ids::next).assign(content);
        ProgrammeVersion draft = versions.lockedDraft(workshopId).orElse(null);
        if (draft == null) {
            draft = ProgrammeVersion.draft(Ids.next(), workshopId, identified, clock.instant());
            versions.persist(draft);
            return new Written(draft.revision(), true);
        }
        boolean programmeChanged = !draft.programme().equals(identified);
        if (programmeChanged || factsChanged) {
            precondition.accept(draft.revision());
            draft.replaceWith(identified, clock.instant());
        }
        return new Written(draft.revision(), programmeChanged);
    }

    /**
     * What became of the draft.
     *
     * @param revision the draft's revision now
     * @param programmeChanged whether its content is another one than before
     */
    public record Written(long revision, boolean programmeChanged) {}
}
