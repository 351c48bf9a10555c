package eu.urbact.infocus.directory.cluster;

import java.util.List;

import eu.urbact.infocus.directory.cluster.FoundClusters.FoundCluster;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** Shows clusters in lists, the same way wherever a list is. */
public final class ClusterCards {

    private ClusterCards() {}

    /**
     * Shows found clusters.
     *
     * @param clusters in their order
     * @param taxonomy gives labels and sources
     * @return how they are shown
     */
    public static List<ClusterSummary> of(List<FoundCluster> clusters, Taxonomy taxonomy) {
        return clusters.stream().map(cluster -> of(cluster, taxonomy)).toList();
    }

    private static ClusterSummary of(FoundCluster found, Taxonomy taxonomy) {
        ClusterDescription cluster = found.description();
        return new ClusterSummary(
                cluster.id(),
                cluster.name(),
                cluster.kind(),
                cluster.cityId().orElse(null),
                found.city(),
                cluster.country(),
                cluster.summary(),
                taxonomy.view(cluster.tags(), Facet.SCALE).stream().findFirst().orElse(null),
                taxonomy.view(cluster.tags(), Facet.ACTIVITY),
                taxonomy.view(cluster.tags(), Facet.COMPETENCE));
    }
}
