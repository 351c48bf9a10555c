package eu.urbact.infocus.directory.matchmaking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.matching.MatchingModelFile;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.Region;

/** Gives the state that scores are computed of. It is read again only after a change of the directory. */
@ApplicationScoped
public class MatchStates {

    private final EntityManager entityManager;
    private final Taxonomies taxonomies;
    private final MatchReferences references;
    private final MatchingModel model = MatchingModelFile.delivered();
    private volatile MatchState latest;

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
     * The state at the current revision; to be called in a transaction.
     *
     * @return a snapshot
     */
    public MatchState current() {
        Taxonomy taxonomy = taxonomies.current();
        return isOf(latest, taxonomy) ? latest : readOnce(taxonomy);
    }

    /** It takes long in a large directory: whoever asks meanwhile waits for it instead of doing it too. */
    private synchronized MatchState readOnce(Taxonomy taxonomy) {
        if (!isOf(latest, taxonomy)) {
            latest = read(taxonomy);
        }
        return latest;
    }

    private static boolean isOf(MatchState state, Taxonomy taxonomy) {
        return state != null && state.revision() == taxonomy.revision();
    }

    private MatchState read(Taxonomy taxonomy) {
        List<Cluster> clusters = entityManager
                .createQuery("from Cluster c left join fetch c.tags", Cluster.class)
                // not a stream: the rows of a cluster need not come one after the other
                .getResultList();
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
        return new MatchState(
                taxonomy.revision(),
                model,
                taxonomy,
                clusters.stream().map(Cluster::description).toList(),
                regions.stream().map(Region::description).toList(),
                names,
                cityRegions,
                references.levers(),
                references.relatedness(),
                references.partnerships());
    }
}
