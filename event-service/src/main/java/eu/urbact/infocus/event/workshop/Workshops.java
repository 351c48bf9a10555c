package eu.urbact.infocus.event.workshop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The only place with queries for workshops and their series. */
@ApplicationScoped
public class Workshops implements PanacheRepositoryBase<Workshop, UUID> {

    /** The workshop of that name. */
    public Optional<Workshop> bySlug(String slug) {
        return find("from Workshop w join fetch w.series where w.slug = ?1", slug)
                .firstResultOptional();
    }

    /** One page of all workshops in the order of their start, with their series. */
    public List<Workshop> page(int page, int size) {
        return find("from Workshop w join fetch w.series order by w.startsAt, w.id")
                .page(page, size)
                .list();
    }

    /** The series of that name. */
    Optional<Series> series(String slug) {
        return getEntityManager()
                .createQuery("from Series s where s.slug = :slug", Series.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** Adds a series. */
    void add(Series series) {
        getEntityManager().persist(series);
    }

    /**
     * Lets one transaction at a time write workshops and their programmes: two organisers who load a file at the
     * same moment come one after the other, also when the workshop has no row yet that could be locked. Imports are
     * rare and short, so one lock for all of them is enough.
     */
    public void lockForWriting() {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('infocus.event.workshop')) as text)", String.class)
                .getSingleResult();
    }
}
