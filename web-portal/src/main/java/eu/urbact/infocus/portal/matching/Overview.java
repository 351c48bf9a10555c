package eu.urbact.infocus.portal.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import eu.urbact.infocus.portal.shell.services.ClusterRef;
import eu.urbact.infocus.portal.shell.services.MatchMatrix;

/** The matrices of all regions at a glance: each priority with the clusters that fit it best. */
public record Overview(List<Area> areas) {

    private static final int SHOWN = 3;

    /** A region. */
    public record Area(MatchMatrix.Region region, List<Row> rows) {}

    /** A priority with its best clusters. */
    public record Row(MatchMatrix.Priority priority, List<Best> best) {}

    /**
     * A cluster that fits a priority.
     *
     * @param fits the role whose threshold is reached, see {@link MatchMatrix.Cell#fittingAs}
     */
    public record Best(ClusterRef cluster, MatchMatrix.Cell cell, String href, String fits) {}

    static Overview of(MatchMatrix matrix) {
        return new Overview(matrix.regions().stream()
                .map(region -> new Area(
                        region,
                        region.priorities().stream()
                                .map(priority -> new Row(priority, best(matrix, region, priority)))
                                .toList()))
                .toList());
    }

    private static List<Best> best(MatchMatrix matrix, MatchMatrix.Region region, MatchMatrix.Priority priority) {
        return region.cells().stream()
                .filter(cell -> cell.priority().equals(priority.id()) && cell.score() > 0)
                .sorted(Comparator.comparingDouble(MatchMatrix.Cell::score)
                        .reversed()
                        .thenComparing(MatchMatrix.Cell::cluster))
                .map(cell -> named(region, cell)
                        .map(cluster -> new Best(cluster, cell, MatrixView.href(region, cell), cell.fittingAs(matrix))))
                .flatMap(Optional::stream)
                .limit(SHOWN)
                .toList();
    }

    private static Optional<ClusterRef> named(MatchMatrix.Region region, MatchMatrix.Cell cell) {
        return region.clusters().stream()
                .map(MatchMatrix.Column::cluster)
                .filter(cluster -> cluster.id().equals(cell.cluster()))
                .findFirst();
    }
}
