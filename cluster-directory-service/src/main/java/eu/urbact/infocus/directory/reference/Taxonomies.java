package eu.urbact.infocus.directory.reference;

import java.util.List;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.directory.revision.DirectoryRevisions;
import eu.urbact.infocus.directory.revision.Newest;

/** The kept taxonomies: sources, competences, NACE, ecosystems, objectives. */
@ApplicationScoped
public class Taxonomies {

    private final EntityManager entityManager;
    private final DirectoryRevisions revisions;
    private final Newest<Taxonomy> newest = new Newest<>(Taxonomy::revision);

    Taxonomies(EntityManager entityManager, DirectoryRevisions revisions) {
        this.entityManager = entityManager;
        this.revisions = revisions;
    }

    /**
     * The taxonomies at the current revision, or at one that came meanwhile. They are read again only after a change of the directory.
     *
     * @return a snapshot
     */
    public Taxonomy current() {
        long revision = revisions.current();
        return newest.since(revision).orElseGet(() -> newest.keep(read(revision)));
    }

    /**
     * The taxonomies as the caller's transaction sees them.
     *
     * @return a snapshot that is not shared with others
     */
    public Taxonomy inTransaction() {
        return read(revisions.current());
    }

    private Taxonomy read(long revision) {
        return new Taxonomy(
                revision,
                all(Source.class),
                all(Competence.class),
                all(NaceSection.class),
                all(NaceDivision.class),
                all(Ecosystem.class),
                all(Objective.class),
                all(Term.class));
    }

    private <E, K extends Kept<E>> List<E> all(Class<K> type) {
        String fetch = type.equals(Ecosystem.class) ? " left join fetch k.divisions" : "";
        return entityManager
                .createQuery("from " + type.getSimpleName() + " k" + fetch, type)
                // not a stream: the rows of an ecosystem need not come one after the other
                .getResultList()
                .stream()
                .map(Kept::entry)
                .distinct()
                .toList();
    }

    /**
     * Takes over a source.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(SourceEntry entry) {
        return put(Source.class, entry.id(), entry, Source::new);
    }

    /**
     * Takes over a competence, which must fit into the tree.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(CompetenceEntry entry) {
        return put(Competence.class, entry.id(), entry, Competence::new);
    }

    /**
     * Takes over a section of NACE.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(SectionEntry entry) {
        return put(NaceSection.class, entry.code(), entry, NaceSection::new);
    }

    /**
     * Takes over a division of NACE, whose section must be known.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(DivisionEntry entry) {
        return put(NaceDivision.class, entry.code(), entry, NaceDivision::new);
    }

    /**
     * Takes over a term of somebody else's list.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(TermEntry entry) {
        return put(Term.class, entry.id(), entry, Term::new);
    }

    /**
     * Takes over an ecosystem, whose divisions must be known.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(EcosystemEntry entry) {
        return put(Ecosystem.class, entry.id(), entry, Ecosystem::new);
    }

    /**
     * Takes over a policy objective.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(ObjectiveEntry entry) {
        return put(Objective.class, entry.number(), entry, Objective::new);
    }

    private <E, K extends Kept<E>> Change put(Class<K> type, Object id, E entry, Function<E, K> create) {
        K kept = entityManager.find(type, id);
        if (kept == null) {
            entityManager.persist(create.apply(entry));
            return Change.CREATED;
        }
        return kept.change(entry);
    }
}
