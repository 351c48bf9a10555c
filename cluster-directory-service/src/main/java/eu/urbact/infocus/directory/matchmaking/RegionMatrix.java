package eu.urbact.infocus.directory.matchmaking;

import java.util.List;

import eu.urbact.infocus.directory.reference.ProvenanceView;

/**
 * The priorities of a region against clusters.
 *
 * @param regionId short name of the region
 * @param region its name
 * @param strategy title of its strategy
 * @param selectivity 1 − share of the NACE divisions that the strategy names
 * @param namedDivisions NACE divisions that the strategy names
 * @param divisions NACE divisions there are
 * @param profiledClusters clusters of the region's cities of which activities and competences are known; with few of them
 *     many priorities look like orphans
 * @param priorities the rows
 * @param clusters the columns
 * @param cells row by row, each row in the order of the columns
 */
public record RegionMatrix(
        String regionId,
        String region,
        String strategy,
        double selectivity,
        int namedDivisions,
        int divisions,
        int profiledClusters,
        List<PriorityRow> priorities,
        List<ClusterColumn> clusters,
        List<Cell> cells) {

    /** What a cluster is for a priority. */
    public enum Role {
        /** It belongs to it. */
        CORE,
        /** It serves those who belong to it. */
        ENABLER,
        /** Neither is known. */
        NONE
    }

    /** What is missing, or too much. */
    public enum Gap {
        /** No counterpart fits. */
        ORPHAN,
        /** Many counterparts fit. */
        CROWDED,
        /** Nothing to remark; or nothing to compare, and the reason says what is missing. */
        NONE
    }

    /**
     * A priority.
     *
     * @param id short name
     * @param label its name
     * @param gap what is remarkable; it compares fits with the thresholds, so doubtful coding makes no orphan; an orphan is one as
     *     far as is known, and the reason says when what is unknown could change that
     * @param reason why, in words
     * @param bestCore largest fit of a cluster of the region that belongs to it
     * @param bestEnabler largest fit of a cluster of the region that serves it
     * @param fitting clusters of the region that reach a threshold
     * @param provenance who says that it is a priority
     * @param uncertain whether that, or any of its coding, is still to be verified
     */
    public record PriorityRow(
            String id,
            String label,
            Gap gap,
            String reason,
            double bestCore,
            double bestEnabler,
            int fitting,
            ProvenanceView provenance,
            boolean uncertain) {}

    /**
     * A cluster.
     *
     * @param cluster name and place
     * @param own whether it belongs to one of the region's cities
     * @param gap what is remarkable
     * @param reason why, in words
     * @param role what it is for the priority that it fits best, or, when it fits none, for the one that it comes closest to
     * @param bestPriority id of that priority, or null
     * @param bestCore largest fit as one that belongs
     * @param bestEnabler largest fit as one that serves
     * @param uncertain whether any of its coding is still to be verified
     */
    public record ClusterColumn(
            ClusterRef cluster,
            boolean own,
            Gap gap,
            String reason,
            Role role,
            String bestPriority,
            double bestCore,
            double bestEnabler,
            boolean uncertain) {}

    /**
     * A priority against a cluster.
     *
     * @param priority id of the priority
     * @param cluster id of the cluster
     * @param role the larger of core and enabler
     * @param score of that role
     * @param low the larger of core and enabler with documented tags and levers only
     * @param high the larger of core and enabler with every tag taken at its word, and what is unknown at its best; with it the role may
     *     be another one
     * @param fit the larger of core and enabler with every tag taken at its word
     * @param fits whether it belongs or serves well enough: one of the two fits reaches its threshold, not only that of the role
     * @param fitsAs the role whose fit reaches its threshold, the larger one where both do; NONE where it does not fit
     * @param core score as one that belongs
     * @param coreFit the same with every tag taken at its word
     * @param enabler score as one that serves
     * @param enablerFit the same with every tag taken at its word
     * @param inside how much of the cluster lies inside the priority, at face value
     * @param covers how much of the priority the cluster covers, at face value
     * @param evidence what the score rests on, in one line
     * @param uncertain whether the score, or that this is a priority, rests on something that is still to be verified
     */
    public record Cell(
            String priority,
            String cluster,
            Role role,
            double score,
            double low,
            double high,
            double fit,
            boolean fits,
            Role fitsAs,
            double core,
            double coreFit,
            double enabler,
            double enablerFit,
            double inside,
            double covers,
            String evidence,
            boolean uncertain) {}
}
