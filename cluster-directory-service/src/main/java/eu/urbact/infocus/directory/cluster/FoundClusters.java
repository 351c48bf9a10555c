package eu.urbact.infocus.directory.cluster;

import java.util.List;

/**
 * One page of a search.
 *
 * @param total clusters that fit, over all pages
 * @param clusters those of this page, best first
 * @param facets further choices
 */
public record FoundClusters(long total, List<FoundCluster> clusters, ClusterFacets facets) {

    /**
     * A found cluster with the name of its city.
     *
     * @param description the cluster
     * @param city name of its city, or null outside the network
     */
    public record FoundCluster(ClusterDescription description, String city) {}
}
