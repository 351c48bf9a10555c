package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.directory.reference.Change;

/** What the model builds on beside the taxonomies: levers, relatedness, known partnerships, knowledge-intensive services. */
@ApplicationScoped
public class MatchReferences {

    private final EntityManager entityManager;

    MatchReferences(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Loads all that is kept into the caller's transaction: whoever then puts hundreds of entries does not ask for each by itself. */
    public void load() {
        for (Class<?> type :
                List.of(KeptLever.class, KeptRelatedness.class, KeptPartnership.class, KeptKnowledgeService.class)) {
            entityManager.createQuery("from " + type.getSimpleName(), type).getResultList();
        }
    }

    /**
     * Takes over a lever; its codes must be known.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(LeverEntry entry) {
        return put(KeptLever.class, entry.id(), entry, KeptLever::new);
    }

    /**
     * Takes over an entry of the relatedness table; its codes must be known.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(RelatednessEntry entry) {
        return put(KeptRelatedness.class, entry.id(), entry, KeptRelatedness::new);
    }

    /**
     * Takes over a partnership; its members must be known.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(PartnershipEntry entry) {
        return put(KeptPartnership.class, entry.id(), entry, KeptPartnership::new);
    }

    /**
     * Takes over a division of knowledge-intensive services, which must be known.
     *
     * @param entry what to keep
     * @return what became of it
     */
    public Change put(KnowledgeServiceEntry entry) {
        return put(KeptKnowledgeService.class, entry.division(), entry, KeptKnowledgeService::new);
    }

    private <E, K extends KeptEntry<E>> Change put(Class<K> type, Object id, E entry, Function<E, K> create) {
        K kept = entityManager.find(type, id);
        if (kept == null) {
            entityManager.persist(create.apply(entry));
            return Change.CREATED;
        }
        if (kept.entry().equals(entry)) {
            return Change.UNCHANGED;
        }
        kept.take(entry);
        return Change.UPDATED;
    }

    /**
     * All levers.
     *
     * @return by their ids
     */
    public List<LeverEntry> levers() {
        return all(KeptLever.class, "");
    }

    /**
     * The relatedness table.
     *
     * @return by ids
     */
    public List<RelatednessEntry> relatedness() {
        return all(KeptRelatedness.class, "");
    }

    /**
     * The known partnerships among the clusters that everybody sees.
     *
     * @return by their ids
     */
    public List<PartnershipEntry> partnerships() {
        return partnerships(ids("select c.id from Cluster c where c.withdrawnAt is null"));
    }

    /** The known partnerships among these clusters: who was taken out of the directory takes part in none. */
    List<PartnershipEntry> partnerships(Set<String> shown) {
        return all(KeptPartnership.class, " left join fetch k.members").stream()
                .flatMap(partnership -> partnership.among(shown).stream())
                .toList();
    }

    /**
     * The divisions of knowledge-intensive services.
     *
     * @return by their codes
     */
    public List<KnowledgeServiceEntry> knowledgeServices() {
        return entityManager
                .createQuery("from KeptKnowledgeService k order by k.division", KeptKnowledgeService.class)
                .getResultStream()
                .map(KeptKnowledgeService::entry)
                .toList();
    }

    private <E, K extends KeptEntry<E>> List<E> all(Class<K> type, String fetch) {
        return entityManager
                .createQuery("from " + type.getSimpleName() + " k" + fetch + " order by k.id", type)
                .getResultStream()
                .map(KeptEntry::entry)
                .distinct()
                .toList();
    }

    /**
     * The ids of all clusters, which a partnership may name.
     *
     * @return a snapshot
     */
    public Set<String> clusterIds() {
        return ids("select c.id from Cluster c");
    }

    private Set<String> ids(String query) {
        return entityManager.createQuery(query, String.class).getResultStream().collect(Collectors.toUnmodifiableSet());
    }
}
