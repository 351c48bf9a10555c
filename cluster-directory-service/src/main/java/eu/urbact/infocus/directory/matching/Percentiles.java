package eu.urbact.infocus.directory.matching;

import java.util.Arrays;

/** Where a score stands among the scores of all pairs: a bare number says little, "higher than 94 of 100 pairs" does. */
public final class Percentiles {

    /** Seven digits are more than anybody is shown, and take half the memory where there are millions. */
    private final float[] sorted;

    private final long pairs;

    /**
     * Percentiles among these scores.
     *
     * @param scores in any order; they are put in order and kept, since a copy of millions would take as much memory again
     * @param pairs how many pairs there are, which may be more than were scored
     */
    Percentiles(float[] scores, long pairs) {
        Arrays.sort(scores);
        this.sorted = scores;
        this.pairs = pairs;
    }

    /**
     * How many pairs there are.
     *
     * @return the number
     */
    public long pairs() {
        return pairs;
    }

    /**
     * Where a score stands.
     *
     * @param score one of the scores
     * @return the share of the other pairs that score lower, 0 to 100
     */
    public double of(double score) {
        if (sorted.length < 2) {
            return 100;
        }
        return Math.min(100, 100.0 * lower((float) score) / (sorted.length - 1));
    }

    private int lower(float score) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
