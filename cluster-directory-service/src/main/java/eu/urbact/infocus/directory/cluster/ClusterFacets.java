package eu.urbact.infocus.directory.cluster;

import java.util.List;

/**
 * The further choices of a search. Each facet is counted with all filters but its own.
 *
 * @param scope inside and outside the network
 * @param city cities of the network
 * @param competence competences; a broader one counts the clusters of its narrower ones
 * @param naceSection sections of NACE Rev. 2
 * @param ecosystem industrial ecosystems
 */
public record ClusterFacets(
        List<FacetValue> scope,
        List<FacetValue> city,
        List<FacetValue> competence,
        List<FacetValue> naceSection,
        List<FacetValue> ecosystem) {}
