package eu.urbact.infocus.directory.matchmaking;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.hibernate.Session;
import org.hibernate.engine.spi.EntityKey;

import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.matching.MatchingModelFile;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.Region;
import eu.urbact.infocus.directory.revision.Newest;

/** Gives the state that scores are computed of. It is read again only after a change of the directory. */
@ApplicationScoped
public class MatchStates {

    /** Which transaction wrote a cluster's row last, and how many rows it has beside it with the last that wrote one of them. */
    private static final String MARKS = """
            select c.id, concat_ws(' ', c.xmin, t.number, t.latest, f.number, f.latest)
            from cluster c
            left join (select cluster_id, count(*) as number, max(cast(cast(xmin as text) as bigint)) as latest
                       from cluster_tag group by cluster_id) t on t.cluster_id = c.id
            left join (select cluster_id, count(*) as number, max(cast(cast(xmin as text) as bigint)) as latest
                       from cluster_figure group by cluster_id) f on f.cluster_id = c.id
            where c.withdrawn_at is null""";

    private static final int READ_AT_ONCE = 500;

    private final EntityManager entityManager;
    private final Taxonomies taxonomies;
    private final MatchReferences references;
    private final MatchingModel model = MatchingModelFile.delivered();
    private final Map<String, Known> known = new HashMap<>();
    private final Newest<MatchState> newest = new Newest<>(MatchState::revision);

    MatchStates(EntityManager entityManager, Taxonomies taxonomies, MatchReferences references) {
        this.entityManager = entityManager;
        this.taxonomies = taxonomies;
        this.references = references;
    }

    /**
     * The model with which this service computes.
     *
     * @return the model
     */
    public MatchingModel model() {
        return model;
    }

    /**
     * The state at the current revision, or at one that came meanwhile; to be called in a transaction.
     *
     * @return a snapshot
     */
    public MatchState current() {
        return since(taxonomies.current());
    }

    /** The state of these taxonomies, or a newer one. */
    MatchState since(Taxonomy taxonomy) {
        return newest.since(taxonomy.revision()).orElseGet(() -> readOnce(taxonomy));
    }

    /** It takes long in a large directory: whoever asks meanwhile waits for it instead of doing it too. */
    private synchronized MatchState readOnce(Taxonomy taxonomy) {
        return newest.since(taxonomy.revision()).orElseGet(() -> newest.keep(read(taxonomy)));
    }

    private MatchState read(Taxonomy taxonomy) {
        Collection<ClusterDescription> clusters = clusters();
        List<Region> regions =
                entityManager.createQuery("from Region", Region.class).getResultList();
        Map<String, String> names = new HashMap<>();
        Map<String, String> cityRegions = new HashMap<>();
        for (Object[] row : entityManager
                .createQuery("select c.id, c.name, c.regionId from City c", Object[].class)
                .getResultList()) {
            names.put((String) row[0], (String) row[1]);
            cityRegions.put((String) row[0], (String) row[2]);
        }
        MatchInputs inputs = new MatchInputs(
                taxonomy.revision(),
                model,
                taxonomy,
                clusters,
                regions.stream().map(Region::description).toList(),
                names,
                cityRegions,
                references.levers(),
                references.relatedness(),
                // of those that were read before, and not of those that are there by now
                references.partnerships(
                        clusters.stream().map(ClusterDescription::id).collect(Collectors.toSet())));
        // in a large directory one takes tens of megabytes; whoever comes meanwhile waits for the new one
        newest.letGo();
        return new MatchState(inputs);
    }

    /**
     * Every cluster. A change concerns few of them; so the others are taken from the state before, as long as neither their rows nor
     * those of their tags and figures have been written since. The marks are read first: what is read after them may be newer than its
     * mark, and is then read again the next time.
     */
    private Collection<ClusterDescription> clusters() {
        Map<String, String> marks = new HashMap<>();
        for (Object[] row : rows(entityManager.createNativeQuery(MARKS))) {
            marks.put((String) row[0], (String) row[1]);
        }
        known.keySet().retainAll(marks.keySet());
        List<String> written = marks.keySet().stream()
                .filter(id -> !known.containsKey(id) || !known.get(id).mark().equals(marks.get(id)))
                .sorted()
                .toList();
        Set<String> loaded = loaded();
        for (int from = 0; from < written.size(); from += READ_AT_ONCE) {
            entityManager
                    .createQuery("from Cluster c left join fetch c.tags where c.id in :ids", Cluster.class)
                    .setParameter("ids", written.subList(from, Math.min(from + READ_AT_ONCE, written.size())))
                    // not a stream: the rows of a cluster need not come one after the other
                    .getResultList()
                    .forEach(cluster -> {
                        ClusterDescription description = cluster.description();
                        if (loaded.contains(description.id())) {
                            entityManager.refresh(cluster);
                            description = cluster.description();
                        } else {
                            // ten thousand of them would take as much memory as everything else
                            entityManager.detach(cluster);
                        }
                        known.put(description.id(), new Known(marks.get(description.id()), description));
                    });
        }
        return known.values().stream().map(Known::description).toList();
    }

    /** Those that the caller's transaction has read before: they are given as they were then, unless they are read again. */
    private Set<String> loaded() {
        return entityManager.unwrap(Session.class).getStatistics().getEntityKeys().stream()
                .map(EntityKey.class::cast)
                .filter(key -> key.getEntityName().equals(Cluster.class.getName()))
                .map(key -> (String) key.getIdentifier())
                .collect(Collectors.toSet());
    }

    private record Known(String mark, ClusterDescription description) {}

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
