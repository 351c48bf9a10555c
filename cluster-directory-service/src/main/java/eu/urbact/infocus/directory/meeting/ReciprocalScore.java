package eu.urbact.infocus.directory.meeting;

/**
 * How much two sides want each other: the harmonic mean of both preferences, as in reciprocal recommendation (Pizzato and
 * others, RECON, 2010). It is high only when both are: a meeting that the other side does not want has none, and takes place only for somebody
 * who would have no meeting at all.
 */
public final class ReciprocalScore {

    private ReciprocalScore() {}

    /**
     * The reciprocal score.
     *
     * @param there how well the second side's offers cover the first side's needs, 0 to 1
     * @param back how well the first side's offers cover the second side's needs, 0 to 1
     * @return 2 × there × back ÷ (there + back), 0 to 1; 0 when either is 0
     */
    public static double of(double there, double back) {
        double sum = there + back;
        return sum == 0 ? 0 : 2 * there * back / sum;
    }
}
