package eu.urbact.infocus.directory.matching;

import eu.urbact.infocus.directory.matching.Profile.Tags;

/**
 * A cluster spread out for being compared with many: for every term and every confidence a tag of another cluster can have, what
 * this cluster answers to it. A coverage is then a sum over the other one's few tags. Gives bit by bit the same numbers as
 * {@link Matcher}, because it multiplies in the same order.
 */
final class Row {

    final Profile profile;

    private final int[] activities;
    private final int[] competences;

    private double[] kin;
    private double[] serve;
    private double[] near;
    private double[] learn;

    /**
     * A row that is not spread out yet.
     *
     * @param profile the cluster
     * @param matcher for which it was made ready
     * @param confidences all values that the confidence of a tag has among those compared
     */
    Row(Profile profile, Matcher matcher, double[] confidences) {
        this.profile = profile;
        this.activities = places(profile.activities, matcher.nace.size(), confidences);
        this.competences = places(profile.competences, matcher.competences.size(), confidences);
    }

    private static int[] places(Tags tags, int terms, double[] confidences) {
        int[] places = new int[tags.size()];
        for (int i = 0; i < places.length; i++) {
            int level = 0;
            while (confidences[level] != tags.tags[i].confidence()) {
                level++;
            }
            places[i] = level * terms + tags.terms[i];
        }
        return places;
    }

    /** Spreads it out, which takes some kilobytes. */
    void spread(Matcher matcher, double[] confidences) {
        if (kin != null) {
            return;
        }
        int divisions = matcher.nace.size();
        int terms = matcher.competences.size();
        kin = new double[confidences.length * divisions];
        serve = new double[kin.length];
        near = new double[confidences.length * terms];
        learn = new double[near.length];
        for (int level = 0; level < confidences.length; level++) {
            double confidence = confidences[level];
            for (int j = 0; j < divisions; j++) {
                kin[level * divisions + j] =
                        matcher.best(Reading.SCORE, j, confidence, profile.activities, matcher.kin, divisions);
                serve[level * divisions + j] = matcher.serveOne(Reading.SCORE, profile, j, confidence);
            }
            for (int k = 0; k < terms; k++) {
                near[level * terms + k] =
                        matcher.best(Reading.SCORE, k, confidence, profile.competences, matcher.near, terms);
                learn[level * terms + k] = matcher.learnOne(Reading.SCORE, profile.competences, k, confidence);
            }
        }
    }

    /** All strands of two rows that are spread out. */
    static void strands(Row one, Row other, double[] strands) {
        for (int strand = 0; strand < strands.length; strand++) {
            strands[strand] = strand(strand, one, other);
        }
    }

    /** One strand, by its place among them, of two rows that are spread out. */
    static double strand(int strand, Row one, Row other) {
        return switch (strand) {
            case 0 ->
                (sum(one.profile.activities, one.activities, other.kin)
                                + sum(other.profile.activities, other.activities, one.kin))
                        / 2;
            case 1 ->
                (sum(one.profile.competences, one.competences, other.near)
                                + sum(other.profile.competences, other.competences, one.near))
                        / 2;
            case 2 ->
                Math.max(
                        sum(other.profile.activities, other.activities, one.serve),
                        sum(one.profile.activities, one.activities, other.serve));
            default ->
                Matcher.harmonic(
                        sum(other.profile.competences, other.competences, one.learn),
                        sum(one.profile.competences, one.competences, other.learn));
        };
    }

    /** One lens of two rows of which only the first is spread out; strands without a share are left at zero. */
    static double score(Row one, Row other, Matcher matcher, Weights weights, double[] strands) {
        Profile a = one.profile;
        Profile b = other.profile;
        strands[0] = weights.activity() == 0
                ? 0
                : (matcher.cov(Reading.SCORE, a.activities, b.activities, matcher.kin)
                                + sum(b.activities, other.activities, one.kin))
                        / 2;
        strands[1] = weights.competence() == 0
                ? 0
                : (matcher.cov(Reading.SCORE, a.competences, b.competences, matcher.near)
                                + sum(b.competences, other.competences, one.near))
                        / 2;
        strands[2] = weights.service() == 0
                ? 0
                : Math.max(sum(b.activities, other.activities, one.serve), matcher.serve(Reading.SCORE, b, a));
        strands[3] = weights.learning() == 0
                ? 0
                : Matcher.harmonic(
                        sum(b.competences, other.competences, one.learn),
                        matcher.learn(Reading.SCORE, b.competences, a.competences));
        return weights.sum(strands);
    }

    private static double sum(Tags tags, int[] places, double[] answers) {
        double[] weights = tags.weights;
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += weights[i] * answers[places[i]];
        }
        return sum;
    }
}
