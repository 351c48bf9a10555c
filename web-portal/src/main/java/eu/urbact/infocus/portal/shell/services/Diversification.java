package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * Which of its priorities a region would keep if it could keep one, two, and so on.
 *
 * @param sizeMeasure what is counted as the size of a cluster, or null when all count the same
 * @param clusters the region's clusters with what each counts
 */
public record Diversification(
        String modelVersion,
        String dataVersion,
        String regionId,
        String region,
        double connection,
        String sizeMeasure,
        List<Counted> clusters,
        List<Step> steps) {

    /** Completes what a service left out. */
    public Diversification {
        clusters = clusters == null ? List.of() : clusters;
        steps = steps == null ? List.of() : steps;
    }

    /** A cluster with what it counts: 1 for an average one. Without a figure it counts as that. Its coding may be still to be verified. */
    public record Counted(ClusterRef cluster, Cluster.Figure figure, double size, boolean uncertain) {}

    /** The best choice of {@code k} domains: its worth, the part that comes from clusters, and how much more than one fewer. */
    public record Step(int k, List<Domain> domains, double value, double served, double gain) {

        /** Completes what a service left out. */
        public Step {
            domains = domains == null ? List.of() : domains;
        }
    }

    /** A priority; perhaps still to be verified. */
    public record Domain(String id, String label, boolean uncertain) {}
}
