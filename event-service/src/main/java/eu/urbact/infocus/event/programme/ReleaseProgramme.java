package eu.urbact.infocus.event.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.event.workshop.Workshop;
import eu.urbact.infocus.event.workshop.Workshops;

/** Makes the draft of a programme public as a numbered version. */
@ApplicationScoped
public class ReleaseProgramme {

    private final Workshops workshops;
    private final ProgrammeVersions versions;
    private final AudiencePolicy audiences = new AudiencePolicy();
    private final Event<ProgrammeReleased> released;
    private final AuditTrail audit;
    private final Clock clock;

    ReleaseProgramme(
            Workshops workshops,
            ProgrammeVersions versions,
            Event<ProgrammeReleased> released,
            AuditTrail audit,
            Clock clock) {
        this.workshops = workshops;
        this.versions = versions;
        this.released = released;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Releases the draft that the organiser has seen.
     *
     * @param slug the workshop's name in addresses
     * @param revision the revision of the draft that the organiser has seen
     * @return the release; refused when there is no such draft, when it has changed since, or when it is what was
     *     released last
     */
    @Transactional
    public Outcome<Release> release(String slug, long revision) {
        workshops.lockForWriting();
        Optional<Workshop> found = workshops.bySlug(slug);
        Optional<ProgrammeVersion> lockedDraft = found.flatMap(workshop -> versions.lockedDraft(workshop.id()));
        if (found.isEmpty() || lockedDraft.isEmpty()) {
            return Outcome.refused(CommonProblem.NOT_FOUND, "There is no draft of such a workshop.");
        }
        Workshop workshop = found.get();
        ProgrammeVersion draft = lockedDraft.get();
        if (draft.revision() != revision) {
            return Outcome.refused(CommonProblem.STALE, "The draft has changed. Read it again, then release it.");
        }
        Optional<ProgrammeVersion> latest = versions.latestRelease(workshop.id());
        if (latest.isPresent() && latest.get().programme().equals(draft.programme())) {
            return Outcome.refused(
                    ProgrammeProblem.NOTHING_TO_RELEASE,
                    "The draft is the same as release " + latest.get().number() + ".");
        }
        int number = workshop.latestRelease().orElse(0) + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReleaseNumbers numbers = numbers(number, draft, latest);
        ProgrammeVersion release = draft.release(Ids.next(), numbers, now);
        versions.persist(release);
        workshop.programmeReleased(number, numbers.open());
        audit.record(
                "programme-released",
                "workshop",
                workshop.id().toString(),
                Map.of("release", number, "draftVersion", draft.revision()));
        if (numbers.open() == number) {
            released.fire(new ProgrammeReleased(workshop.id(), slug, number, now, openItems(release)));
        }
        return Outcome.done(new Release(number, now));
    }

    private ReleaseNumbers numbers(int number, ProgrammeVersion draft, Optional<ProgrammeVersion> latest) {
        return new ReleaseNumbers(
                number,
                numberFor(new Reader(true, false), number, draft, latest),
                numberFor(Reader.anonymous(), number, draft, latest));
    }

    /** The new number when this reader sees a change, otherwise the one they know. */
    private int numberFor(Reader reader, int number, ProgrammeVersion draft, Optional<ProgrammeVersion> latest) {
        return latest.filter(before -> audiences
                        .visible(before.programme(), reader)
                        .equals(audiences.visible(draft.programme(), reader)))
                .map(before -> before.numbers().shownTo(reader))
                .orElse(number);
    }

    private int openItems(ProgrammeVersion release) {
        return (int) audiences
                .visible(release.programme(), Reader.anonymous())
                .items()
                .count();
    }

    /**
     * A released version.
     *
     * @param number from 1
     * @param releasedAt when it became public
     */
    public record Release(int number, Instant releasedAt) {}
}
