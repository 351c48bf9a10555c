package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** Priorities of regions against clusters. */
public record MatchMatrix(
        String modelVersion,
        String dataVersion,
        double coreFrom,
        double enablerFrom,
        int crowdedFrom,
        List<Region> regions) {

    /** A priority or cluster without a counterpart. */
    private static final String ORPHAN = "ORPHAN";

    /** Completes what a service left out. */
    public MatchMatrix {
        regions = regions == null ? List.of() : regions;
    }

    /** One region: priorities are rows, clusters columns. */
    public record Region(
            String regionId,
            String region,
            String strategy,
            double selectivity,
            int namedDivisions,
            int divisions,
            int profiledClusters,
            List<Priority> priorities,
            List<Column> clusters,
            List<Cell> cells) {

        /** Completes what a service left out. */
        public Region {
            priorities = priorities == null ? List.of() : priorities;
            clusters = clusters == null ? List.of() : clusters;
            cells = cells == null ? List.of() : cells;
        }

        /** Priorities that no cluster of the region fits. */
        public List<Priority> orphanPriorities() {
            return priorities.stream()
                    .filter(priority -> ORPHAN.equals(priority.gap()))
                    .toList();
        }

        /** Priorities of which nothing is recorded that a cluster could be compared with. */
        public List<Priority> uncodedPriorities() {
            return ownClusters().isEmpty()
                    ? List.of()
                    : priorities.stream()
                            .filter(priority -> "NONE".equals(priority.gap()) && priority.fitting() == 0)
                            .toList();
        }

        /** Whether there is a cluster of the region, and a priority to compare it with: otherwise nothing is known of gaps. */
        public boolean isCompared() {
            return !ownClusters().isEmpty() && uncodedPriorities().size() < priorities.size();
        }

        /** Priorities that many clusters of the region fit. */
        public List<Priority> crowdedPriorities() {
            return priorities.stream()
                    .filter(priority -> "CROWDED".equals(priority.gap()))
                    .toList();
        }

        /** The region's own clusters that fit no priority. */
        public List<Column> orphanClusters() {
            return clusters.stream()
                    .filter(column -> column.own() && ORPHAN.equals(column.gap()))
                    .toList();
        }

        /** Whether any row, column or square is marked as still to be verified. */
        public boolean isUncertain() {
            return priorities.stream().anyMatch(Priority::uncertain)
                    || clusters.stream().anyMatch(Column::uncertain)
                    || cells.stream().anyMatch(Cell::uncertain);
        }

        /** The region's own clusters. */
        public List<Column> ownClusters() {
            return clusters.stream().filter(Column::own).toList();
        }
    }

    /** A priority with what is remarkable about it. */
    public record Priority(
            String id,
            String label,
            String gap,
            String reason,
            double bestCore,
            double bestEnabler,
            int fitting,
            Provenance provenance,
            boolean uncertain) {}

    /** A cluster with what is remarkable about it. */
    public record Column(
            ClusterRef cluster,
            boolean own,
            String gap,
            String reason,
            String role,
            String bestPriority,
            double bestCore,
            double bestEnabler,
            boolean uncertain) {}

    /**
     * A priority against a cluster.
     *
     * @param role the larger one of core and enabler
     * @param score of that role, between {@code low} and {@code high}
     * @param fit the score with every statement taken at its word
     * @param fits whether one of the two roles reaches its threshold
     * @param inside how much of the cluster lies inside the priority
     * @param covers how much of the priority the cluster covers
     * @param evidence what it rests on
     * @param uncertain whether that is still to be verified
     * @param coreFit the score as core with every statement taken at its word
     * @param enablerFit the same as enabler
     */
    public record Cell(
            String priority,
            String cluster,
            String role,
            double score,
            double low,
            double high,
            double fit,
            boolean fits,
            double core,
            double enabler,
            double inside,
            double covers,
            String evidence,
            boolean uncertain,
            double coreFit,
            double enablerFit) {

        /**
         * The role that makes the cluster fit: its larger one where that reaches its threshold, otherwise the other.
         *
         * @return {@code CORE} or {@code ENABLER}; empty for a cluster that does not fit
         */
        public String fittingAs(MatchMatrix matrix) {
            return fits
                    ? MatchMatrix.fittingAs(role, coreFit >= matrix.coreFrom(), enablerFit >= matrix.enablerFrom())
                    : "";
        }
    }

    static String fittingAs(String role, boolean core, boolean enabler) {
        if (!core && !enabler) {
            return "";
        }
        return core && !(enabler && role.equals("ENABLER")) ? "CORE" : "ENABLER";
    }
}
