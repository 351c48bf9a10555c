package eu.urbact.infocus.event.programme;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
     * @return the draft's revision, and whether anything is different now
     */
    @Transactional
    public Written write(UUID workshopId, Programme content) {
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
        boolean changed = draft.replaceWith(identified, clock.instant());
        return new Written(draft.revision(), changed);
    }

    /**
     * What became of the draft.
     *
     * @param revision the draft's revision now
     * @param changed whether it is another one than before
     */
    public record Written(long revision, boolean changed) {}
}
