package eu.urbact.infocus.directory.region;

import java.util.List;

import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.NutsView;
import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.TagView;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * A region with its strategy, as readers see it.
 *
 * @param id short name
 * @param name name
 * @param country ISO 3166 alpha-2
 * @param nuts its codes, newest version first
 * @param strategy its smart specialisation strategy
 * @param priorities in the strategy's order
 */
public record RegionView(
        String id,
        String name,
        String country,
        List<NutsView> nuts,
        StrategyView strategy,
        List<PriorityView> priorities) {

    /**
     * Shows a region.
     *
     * @param region to show
     * @param taxonomy gives labels and sources
     * @return how it is shown
     */
    public static RegionView of(RegionDescription region, Taxonomy taxonomy) {
        StrategyDescription strategy = region.strategy();
        return new RegionView(
                region.id(),
                region.name(),
                region.country(),
                taxonomy.view(region.nuts()),
                new StrategyView(
                        strategy.title(),
                        strategy.period(),
                        strategy.note().orElse(null),
                        taxonomy.view(strategy.provenance())),
                region.priorities().stream()
                        .map(priority -> PriorityView.of(priority, taxonomy))
                        .toList());
    }

    /**
     * A smart specialisation strategy, as readers see it.
     *
     * @param title its title
     * @param period programming period
     * @param note what a reader must know, or null
     * @param provenance who says so
     */
    public record StrategyView(String title, String period, String note, ProvenanceView provenance) {}

    /**
     * A priority, as readers see it.
     *
     * @param id short name, unique in the network
     * @param label English label
     * @param kind what the strategy calls it
     * @param since year in which it was added later, or null
     * @param provenance who says that this is a priority
     * @param activities NACE divisions
     * @param competences competences
     * @param ecosystems industrial ecosystems
     * @param objectives policy objectives
     */
    public record PriorityView(
            String id,
            String label,
            PriorityKind kind,
            Integer since,
            ProvenanceView provenance,
            List<TagView> activities,
            List<TagView> competences,
            List<TagView> ecosystems,
            List<TagView> objectives) {

        private static PriorityView of(PriorityDescription priority, Taxonomy taxonomy) {
            return new PriorityView(
                    priority.id(),
                    priority.label(),
                    priority.kind(),
                    priority.since().orElse(null),
                    taxonomy.view(priority.provenance()),
                    taxonomy.view(priority.tags(), Facet.ACTIVITY),
                    taxonomy.view(priority.tags(), Facet.COMPETENCE),
                    taxonomy.view(priority.tags(), Facet.ECOSYSTEM),
                    taxonomy.view(priority.tags(), Facet.OBJECTIVE));
        }
    }
}
