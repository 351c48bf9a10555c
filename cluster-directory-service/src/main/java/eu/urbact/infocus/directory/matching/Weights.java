package eu.urbact.infocus.directory.matching;

/**
 * The share of each strand in a measure.
 *
 * @param activity of ACTIVITY
 * @param competence of COMPETENCE
 * @param service of SERVICE
 * @param learning of LEARNING
 */
public record Weights(double activity, double competence, double service, double learning) {

    private static final double ROUNDING = 1e-12;

    /** Checks that the shares are shares of one whole. */
    public Weights {
        if (activity < 0
                || competence < 0
                || service < 0
                || learning < 0
                || Math.abs(activity + competence + service + learning - 1) > ROUNDING) {
            throw new IllegalArgumentException("weights must be at least 0 and sum up to 1");
        }
    }

    /**
     * The share of one strand.
     *
     * @param strand the strand
     * @return between 0 and 1
     */
    public double of(Strand strand) {
        return switch (strand) {
            case ACTIVITY -> activity;
            case COMPETENCE -> competence;
            case SERVICE -> service;
            case LEARNING -> learning;
        };
    }

    double sum(double[] strands) {
        return activity * strands[0] + competence * strands[1] + service * strands[2] + learning * strands[3];
    }
}
