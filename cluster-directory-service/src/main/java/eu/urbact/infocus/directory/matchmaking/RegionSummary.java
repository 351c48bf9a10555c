package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import java.util.Map;

import eu.urbact.infocus.directory.cluster.ClusterRoles;

/**
 * What the matrix of a region says of its own clusters, without cells and evidence.
 *
 * @param roles of the region's clusters, by their ids; of none, where no priority is coded
 * @param clusters clusters of the region in the directory
 * @param profiledClusters clusters of which activities and competences are known
 * @param codedPriorities priorities of which anything is recorded that a cluster could be compared with
 * @param orphans priorities that none of them fits, in the strategy's order
 */
record RegionSummary(
        Map<String, ClusterRoles.Role> roles,
        int clusters,
        int profiledClusters,
        int codedPriorities,
        List<RegionMatrix.PriorityRow> orphans) {}
