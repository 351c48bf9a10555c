package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Figure;

/**
 * How much each cluster of a region counts when domains are chosen: its members beside the average of those that give them. Jobs are
 * counted where more of the clusters give jobs than members; never both, because nobody knows how many members a job is worth.
 * A cluster that gives no such figure counts as an average one: what is not known must make it neither small nor large.
 *
 * @param measure what is counted, or null when no cluster gives a figure and all count the same
 * @param sizes one for each cluster, in the order of the clusters
 */
public record ClusterSizes(Figure.Measure measure, List<Size> sizes) {

    /** Copies the list. */
    public ClusterSizes {
        sizes = List.copyOf(sizes);
    }

    /**
     * Sizes of the clusters of a region.
     *
     * @param clusters of one region
     * @return what each counts
     */
    static ClusterSizes of(List<ClusterDescription> clusters) {
        long withMembers = count(clusters, Figure.Measure.MEMBERS);
        long withJobs = count(clusters, Figure.Measure.JOBS);
        if (withMembers + withJobs == 0) {
            return new ClusterSizes(
                    null,
                    clusters.stream()
                            .map(cluster -> new Size(cluster, Optional.empty(), 1))
                            .toList());
        }
        Figure.Measure measure = withJobs > withMembers ? Figure.Measure.JOBS : Figure.Measure.MEMBERS;
        double average = clusters.stream()
                .flatMap(cluster -> newest(cluster, measure).stream())
                .mapToInt(Figure::amount)
                .average()
                .orElseThrow();
        List<Size> sizes = new ArrayList<>();
        for (ClusterDescription cluster : clusters) {
            Optional<Figure> figure = newest(cluster, measure);
            sizes.add(new Size(
                    cluster,
                    figure,
                    figure.map(known -> known.amount() / average).orElse(1.0)));
        }
        return new ClusterSizes(measure, sizes);
    }

    private static long count(List<ClusterDescription> clusters, Figure.Measure measure) {
        return clusters.stream()
                .filter(cluster -> newest(cluster, measure).isPresent())
                .count();
    }

    /** Figures are kept newest first; one of nothing says nothing. */
    private static Optional<Figure> newest(ClusterDescription cluster, Figure.Measure measure) {
        return cluster.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .findFirst()
                .filter(figure -> figure.amount() > 0);
    }

    double[] values() {
        return sizes.stream().mapToDouble(Size::value).toArray();
    }

    /**
     * What a cluster counts.
     *
     * @param cluster the cluster
     * @param figure what was counted; none when it gives no such figure
     * @param value 1 for an average cluster
     */
    public record Size(ClusterDescription cluster, Optional<Figure> figure, double value) {}
}
