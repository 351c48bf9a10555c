package eu.urbact.infocus.directory.cluster;

import java.util.List;

/**
 * The further choices of a search. Each facet is counted with all filters but its own.
 *
 * @param scope inside and outside the network
 * @param city cities of the network
 * @param country countries
 * @param competence competences; a broader one counts the clusters of its narrower ones
 * @param naceSection sections of NACE Rev. 2
 * @param naceDivision divisions of NACE Rev. 2, below their sections
 * @param ecosystem industrial ecosystems
 * @param scale how far they reach
 * @param kind what stands behind the name
 * @param role what they are to the strategies of their own regions
 * @param exchange what they offer or look for today
 */
public record ClusterFacets(
        List<FacetValue> scope,
        List<FacetValue> city,
        List<FacetValue> country,
        List<FacetValue> competence,
        List<FacetValue> naceSection,
        List<FacetValue> naceDivision,
        List<FacetValue> ecosystem,
        List<FacetValue> scale,
        List<FacetValue> kind,
        List<FacetValue> role,
        List<FacetValue> exchange) {}
