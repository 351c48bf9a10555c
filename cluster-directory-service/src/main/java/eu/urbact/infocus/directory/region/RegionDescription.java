package eu.urbact.infocus.directory.region;

import java.util.List;

import eu.urbact.infocus.directory.reference.NutsArea;

/**
 * Everything the directory holds about a region.
 *
 * @param id short name
 * @param name name
 * @param otherNames its names in other languages, by which its clusters are found; empty when they are all alike
 * @param country ISO 3166 alpha-2
 * @param nuts its codes, in one or more versions of NUTS
 * @param strategy its smart specialisation strategy
 * @param priorities in the strategy's order
 */
public record RegionDescription(
        String id,
        String name,
        String otherNames,
        String country,
        List<NutsArea> nuts,
        StrategyDescription strategy,
        List<PriorityDescription> priorities) {

    /** Keeps the areas in one order, so that equal regions are equal. */
    public RegionDescription {
        nuts = NutsArea.sorted(nuts);
        priorities = List.copyOf(priorities);
    }
}
