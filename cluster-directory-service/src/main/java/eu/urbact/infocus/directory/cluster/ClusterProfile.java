package eu.urbact.infocus.directory.cluster;

import java.util.List;

import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.TagView;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * A cluster as its page shows it, to everybody once it is published and to its editors before.
 *
 * @param details what it says about itself; null when nobody of its city has written its profile
 * @param confirmation until when its city stands by it; null when its city has not published it itself
 */
public record ClusterProfile(
        String id,
        String name,
        ClusterKind kind,
        String cityId,
        String city,
        String country,
        String summary,
        TagView scale,
        List<FigureView> figures,
        List<TagView> activities,
        List<TagView> competences,
        List<TagView> markets,
        List<TagView> objectives,
        List<TagView> ecosystems,
        ClusterDetails details,
        Confirmation confirmation) {

    /**
     * Shows a cluster.
     *
     * @param cluster what is known about it
     * @param city name of its city, or null outside the network
     * @param ecosystems ids of the industrial ecosystems it belongs to
     * @param taxonomy gives labels and sources
     * @return how it is shown
     */
    public static ClusterProfile of(
            ClusterDescription cluster, String city, List<String> ecosystems, Taxonomy taxonomy) {
        return new ClusterProfile(
                cluster.id(),
                cluster.name(),
                cluster.kind(),
                cluster.cityId().orElse(null),
                city,
                cluster.country(),
                cluster.summary(),
                taxonomy.view(cluster.tags(), Facet.SCALE).stream().findFirst().orElse(null),
                cluster.figures().stream()
                        .map(figure -> FigureView.of(figure, taxonomy))
                        .toList(),
                taxonomy.view(cluster.tags(), Facet.ACTIVITY),
                taxonomy.view(cluster.tags(), Facet.COMPETENCE),
                taxonomy.view(cluster.tags(), Facet.MARKET),
                taxonomy.view(cluster.tags(), Facet.OBJECTIVE),
                taxonomy.ecosystems().stream()
                        .filter(ecosystem -> ecosystems.contains(ecosystem.id()))
                        // that it belongs there follows from its activities, as surely as these belong there
                        .map(ecosystem ->
                                new TagView(ecosystem.id(), ecosystem.label(), 1, taxonomy.view(ecosystem.coding())))
                        .toList(),
                cluster.details().orElse(null),
                cluster.confirmation().orElse(null));
    }
}
