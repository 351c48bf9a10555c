package eu.urbact.infocus.directory.matchmaking;

import java.util.List;

import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;

/**
 * What a region's strategy asks for and nobody in the region has: where a city would look for others.
 *
 * @param clusters clusters of the region's cities in the directory; without one nothing can be said to be missing, and the lists are
 *     empty
 * @param profiledClusters clusters of the region's cities of which activities and competences are known; with few of them much
 *     looks missing
 * @param codedPriorities priorities of the region of which activities, competences or markets are recorded; without one, too, the
 *     lists are empty
 * @param orphans priorities that no cluster of the region fits, in the strategy's order
 * @param missing competences that priorities name and no cluster of the region develops or leads, and activities that none of
 *     them does or sells to; by facet and code
 */
public record StrategyGaps(
        int clusters,
        int profiledClusters,
        int codedPriorities,
        List<RegionMatrix.PriorityRow> orphans,
        List<Missing> missing) {

    /** Copies the lists. */
    public StrategyGaps {
        orphans = List.copyOf(orphans);
        missing = List.copyOf(missing);
    }

    /**
     * A term that nobody of the region has.
     *
     * @param facet competence or activity
     * @param code in its taxonomy
     * @param namings the priorities that name it, in the strategy's order
     * @param holders cities elsewhere whose clusters have it, most clusters first
     */
    public record Missing(Facet facet, String code, List<Naming> namings, List<Holder> holders) {

        /** Copies the lists. */
        public Missing {
            namings = List.copyOf(namings);
            holders = List.copyOf(holders);
        }
    }

    /**
     * A priority that names a term.
     *
     * @param priority its id
     * @param label its name
     * @param tag how it names it, with who says so
     */
    public record Naming(String priority, String label, Tag tag) {}

    /**
     * A city that has what another one lacks.
     *
     * @param cityId its id
     * @param city its name
     * @param clusters how many of its clusters have it
     */
    public record Holder(String cityId, String city, int clusters) {}
}
