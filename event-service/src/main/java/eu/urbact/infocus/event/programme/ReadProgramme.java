package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.event.workshop.Workshop;
import eu.urbact.infocus.event.workshop.WorkshopFacts;
import eu.urbact.infocus.event.workshop.Workshops;

/**
 * Hands out programmes. Every released programme passes the {@link AudiencePolicy} here, whatever it is turned into
 * afterwards; there is no other way to get one.
 */
@ApplicationScoped
public class ReadProgramme {

    private final Workshops workshops;
    private final ProgrammeVersions versions;
    private final AudiencePolicy audiences = new AudiencePolicy();

    ReadProgramme(Workshops workshops, ProgrammeVersions versions) {
        this.workshops = workshops;
        this.versions = versions;
    }

    /**
     * The latest release of a workshop's programme that changed something for this reader, as far as they may see it;
     * empty before the first. What the reader may see of later ones is the same.
     */
    @Transactional
    public Optional<Released> latest(String slug, Reader reader) {
        return workshops.bySlug(slug).flatMap(workshop -> versions.latestRelease(workshop.id())
                .flatMap(latest ->
                        versions.release(workshop.id(), latest.numbers().shownTo(reader)))
                .map(version -> released(workshop, version, reader)));
    }

    /**
     * A certain release of a workshop's programme, as far as this reader may see it; empty when there is none that
     * changed something for this reader.
     */
    @Transactional
    public Optional<Released> release(String slug, int number, Reader reader) {
        return workshops.bySlug(slug).flatMap(workshop -> versions.release(workshop.id(), number)
                .filter(version -> version.numbers().shownTo(reader) == number)
                .map(version -> released(workshop, version, reader)));
    }

    private Released released(Workshop workshop, ProgrammeVersion version, Reader reader) {
        return new Released(
                WorkshopRef.of(workshop),
                version.number(),
                version.releasedAt(),
                audiences.visible(version.programme(), reader));
    }

    /** The revision of the draft, for organisers only; empty when there is none. */
    @Transactional
    public Optional<Long> draftRevision(String slug) {
        return versions.draftRevision(slug);
    }

    /** The whole draft, for organisers only; the caller has made sure of that. */
    @Transactional
    public Optional<Draft> draft(String slug) {
        return workshops.bySlug(slug).flatMap(workshop -> versions.draft(workshop.id())
                .map(version -> new Draft(
                        WorkshopRef.of(workshop),
                        version.revision(),
                        version.changedAt(),
                        versions.latestRelease(workshop.id())
                                .filter(latest -> latest.programme().equals(version.programme()))
                                .isEmpty(),
                        version.programme())));
    }

    /**
     * The workshop that a programme belongs to.
     *
     * @param id its identity
     * @param facts what is publicly said about it
     */
    public record WorkshopRef(UUID id, WorkshopFacts facts) {

        static WorkshopRef of(Workshop workshop) {
            return new WorkshopRef(workshop.id(), workshop.facts());
        }
    }

    /**
     * A released programme as one reader sees it.
     *
     * @param workshop whose programme it is
     * @param number of the release, from 1
     * @param releasedAt when it became public
     * @param programme what the reader may see of it
     */
    public record Released(WorkshopRef workshop, int number, Instant releasedAt, Programme programme) {}

    /**
     * The draft.
     *
     * @param workshop whose programme it is
     * @param revision how often it has been changed, from 1
     * @param changedAt when it was changed last
     * @param releasable whether it differs from the latest release
     * @param programme all of it
     */
    public record Draft(
            WorkshopRef workshop, long revision, Instant changedAt, boolean releasable, Programme programme) {}
}
