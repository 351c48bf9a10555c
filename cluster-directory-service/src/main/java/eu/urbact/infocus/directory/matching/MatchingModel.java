package eu.urbact.infocus.directory.matching;

import java.util.Map;

/**
 * The numbers of the model, as read from its file. How much a statement counts by how sure it is stands with the statements ({@code Confidence}).
 *
 * @param version name of this set of numbers
 * @param weights shares of the strands by measure
 * @param inside share of "how much of the cluster lies inside the priority"
 * @param covers share of "how much of the priority the cluster covers"
 * @param highestLevel level of a competence that is led
 * @param documentedLever strength of a lever that somebody documented, or where the one makes the other
 * @param acceptedLever strength of a lever that is widely accepted
 * @param thresholds where a fit begins
 * @param limits how much is shown and computed
 */
public record MatchingModel(
        String version,
        Map<Measure, Weights> weights,
        double inside,
        double covers,
        int highestLevel,
        double documentedLever,
        double acceptedLever,
        Thresholds thresholds,
        Limits limits) {

    private static final double ROUNDING = 1e-12;

    /** Checks that nothing is missing. */
    public MatchingModel {
        weights = Map.copyOf(weights);
        if (weights.size() != Measure.values().length || Math.abs(inside + covers - 1) > ROUNDING) {
            throw new IllegalArgumentException("a measure has no weights, or the two coverages do not sum up to 1");
        }
    }

    /**
     * The shares of the strands in a measure.
     *
     * @param measure the measure
     * @return shares that sum up to 1
     */
    public Weights weights(Measure measure) {
        return weights.get(measure);
    }

    /**
     * Where a fit begins. They are held against the fit, which takes every tag at its word: whether a priority is an orphan
     * is a question of what runs in the region, not of how well it is documented.
     *
     * @param core smallest fit of a cluster that belongs to a priority
     * @param enabler smallest fit of a cluster that serves a priority
     * @param crowdedFrom as many fitting clusters make a priority crowded
     * @param untappedPercentile a pair from this percentile on is promising
     */
    public record Thresholds(double core, double enabler, int crowdedFrom, double untappedPercentile) {}

    /**
     * How much is shown and computed.
     *
     * @param questions questions per match
     * @param rankedMutually best partners of a list that are put in order by how both sides stand for each other
     * @param standingAmong clusters up to which that rests on all others; beyond, on a sample of as many
     * @param allPairsUpTo clusters up to which the percentiles rest on all pairs; beyond, on a sample of as many clusters
     * @param diversification longest choice of domains
     * @param connection what a pair of entirely related domains is worth beside one fully matched cluster of average size
     */
    public record Limits(
            int questions,
            int rankedMutually,
            int standingAmong,
            int allPairsUpTo,
            int diversification,
            double connection) {}
}
