package eu.urbact.infocus.directory.revision;

import java.time.Clock;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Counts the changes of the whole directory. */
@ApplicationScoped
public class DirectoryRevisions {

    private final EntityManager entityManager;
    private final Clock clock;

    DirectoryRevisions(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /**
     * The revision that readers see now. Whoever reads it before the data may find newer data, never older.
     *
     * @return a number that grows with each change
     */
    public long current() {
        return entityManager
                .createQuery("select r.number from DirectoryRevision r where r.id = :id", Long.class)
                .setParameter("id", DirectoryRevision.ROW)
                .getSingleResult();
    }

    /**
     * When anything that readers can see changed last.
     *
     * @return an instant of the business clock
     */
    public Instant changedAt() {
        return entityManager
                .createQuery("select r.changedAt from DirectoryRevision r where r.id = :id", Instant.class)
                .setParameter("id", DirectoryRevision.ROW)
                .getSingleResult();
    }

    /**
     * Lets the caller's transaction be the only one that changes reference data, until it ends. Whoever comes meanwhile stands in
     * line, and gives up as early as with any other lock.
     */
    public void lock() {
        entityManager.find(DirectoryRevision.class, DirectoryRevision.ROW, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same for an import: it takes seconds, so several of them take longer than others wait for a lock. */
    public void lockForImport() {
        entityManager.createNativeQuery("set local lock_timeout = '30s'").executeUpdate();
        lock();
    }

    /** Notes in the caller's transaction that something readers can see has changed. */
    public void raise() {
        entityManager
                .find(DirectoryRevision.class, DirectoryRevision.ROW, LockModeType.PESSIMISTIC_WRITE)
                .raise(clock.instant());
    }
}
