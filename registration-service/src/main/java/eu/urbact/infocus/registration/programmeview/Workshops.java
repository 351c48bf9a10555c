package eu.urbact.infocus.registration.programmeview;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The workshops that have been announced. */
@ApplicationScoped
public class Workshops implements PanacheRepositoryBase<Workshop, UUID> {

    public Optional<Workshop> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** The same as it stays until the end of the transaction: what is announced of it meanwhile comes after what is made of it here. */
    public Optional<Workshop> bySlugToRelyOn(String slug) {
        Optional<Workshop> found = bySlug(slug);
        found.ifPresent(workshop -> getEntityManager().refresh(workshop, LockModeType.PESSIMISTIC_READ));
        return found;
    }

    /** The workshop, locked, so that whatever follows it is there when it is announced; null for an unknown one. */
    Workshop toAnnounce(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
