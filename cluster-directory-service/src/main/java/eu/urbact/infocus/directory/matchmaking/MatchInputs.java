package eu.urbact.infocus.directory.matchmaking;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.RegionDescription;

/**
 * What scores are computed of, at one revision of the directory: the same inputs give the same scores whenever they are computed.
 *
 * @param revision of the directory
 * @param model the numbers
 * @param taxonomy labels, trees and sources
 * @param clusters all clusters
 * @param regions all regions with their priorities
 * @param cityNames names of the cities by id
 * @param cityRegions region of each city, by ids
 * @param levers which competences serve which activities
 * @param relatedness the relatedness table
 * @param partnerships known partnerships; shown beside scores
 */
record MatchInputs(
        long revision,
        MatchingModel model,
        Taxonomy taxonomy,
        Collection<ClusterDescription> clusters,
        Collection<RegionDescription> regions,
        Map<String, String> cityNames,
        Map<String, String> cityRegions,
        List<LeverEntry> levers,
        List<RelatednessEntry> relatedness,
        List<PartnershipEntry> partnerships) {

    /** Copies everything. */
    MatchInputs {
        clusters = List.copyOf(clusters);
        regions = List.copyOf(regions);
        cityNames = Map.copyOf(cityNames);
        cityRegions = Map.copyOf(cityRegions);
        levers = List.copyOf(levers);
        relatedness = List.copyOf(relatedness);
        partnerships = List.copyOf(partnerships);
    }
}
