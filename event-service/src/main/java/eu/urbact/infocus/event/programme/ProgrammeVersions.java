package eu.urbact.infocus.event.programme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The only place with queries for programmes. */
@ApplicationScoped
class ProgrammeVersions implements PanacheRepositoryBase<ProgrammeVersion, UUID> {

    /** The draft of a workshop. */
    Optional<ProgrammeVersion> draft(UUID workshopId) {
        return find("workshopId = ?1 and number is null", workshopId).firstResultOptional();
    }

    /** The revision of a workshop's draft, without loading it. */
    Optional<Long> draftRevision(String slug) {
        return getEntityManager()
                .createQuery(
                        "select v.revision from ProgrammeVersion v, Workshop w"
                                + " where v.workshopId = w.id and v.number is null and w.slug = :slug",
                        Long.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** The draft of a workshop, kept from others until the transaction ends. */
    Optional<ProgrammeVersion> lockedDraft(UUID workshopId) {
        return find("workshopId = ?1 and number is null", workshopId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The latest released version of a workshop. */
    Optional<ProgrammeVersion> latestRelease(UUID workshopId) {
        return find("workshopId = ?1 and number is not null order by number desc", workshopId)
                .firstResultOptional();
    }

    /** A released version of a workshop. */
    Optional<ProgrammeVersion> release(UUID workshopId, int number) {
        return find("workshopId = ?1 and number = ?2", workshopId, number).firstResultOptional();
    }

    /** All versions of a workshop, the draft first, then the latest release before the earlier ones. */
    List<ProgrammeVersion> all(UUID workshopId) {
        return list("workshopId = ?1 order by number desc nulls first", workshopId);
    }
}
