package eu.urbact.infocus.directory.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import eu.urbact.infocus.directory.matching.Profile.Tags;

/**
 * Computes scores. Taxonomies, levers and relatedness are spread out into matrices once; a score is then a handful of look-ups,
 * so that all pairs of a network cost less than a page. {@link #explain} gives the same scores with everything behind them.
 */
public final class Matcher {

    /**
     * Counts the formulas. It goes up with every change by which the same statements and numbers give another score: what was computed
     * before can then no longer be computed again, and readers are told so.
     */
    public static final int FORMULAS = 1;

    private static final double ROUNDING = 1e-12;

    private static final int STRANDS = Strand.values().length;
    private static final int ACTIVITY = Strand.ACTIVITY.index;
    private static final int COMPETENCE = Strand.COMPETENCE.index;
    private static final int SERVICE = Strand.SERVICE.index;
    private static final int LEARNING = Strand.LEARNING.index;

    final MatchingModel model;
    final ConceptTree nace;
    final ConceptTree competences;

    /** Similarity of activities, with the relatedness table. */
    final double[] kin;

    /** Lin's similarity of competences. */
    final double[] lin;

    /** Similarity of competences, with the relatedness table. */
    final double[] near;

    /** The same where the second term belongs to a priority: a narrower term counts 1 inside it. */
    final double[] inside;

    /** Strength of levers, competence by activity, inherited; by reading. */
    final double[][] levers;

    /** Whether the strongest lever from a competence to an activity is still to be verified. */
    final boolean[] leversToVerify;

    /** Whether the similarity of two activities rests on an entry that is still to be verified. */
    final boolean[] kinToVerify;

    /** The same for two competences. */
    final boolean[] nearToVerify;

    final String[] kinChannels;
    final String[] nearChannels;

    private final Rarity rarity;

    /**
     * A matcher for one state of the taxonomies.
     *
     * @param model the numbers
     * @param nace sections and divisions of NACE
     * @param competences the tree of competences
     * @param levers what serves what; unknown codes have no effect
     * @param relatedness what is nearer than the trees say; unknown codes have no effect
     * @param rarity of the tags among those that are compared
     */
    public Matcher(
            MatchingModel model,
            ConceptTree nace,
            ConceptTree competences,
            Collection<Lever> levers,
            Collection<Relatedness> relatedness,
            Rarity rarity) {
        this.model = model;
        this.nace = nace;
        this.competences = competences;
        this.rarity = rarity;
        this.kin = nace.similarities();
        this.lin = competences.similarities();
        this.near = lin.clone();
        this.kinChannels = new String[kin.length];
        this.nearChannels = new String[near.length];
        this.kinToVerify = new boolean[kin.length];
        this.nearToVerify = new boolean[near.length];
        for (Relatedness entry : relatedness) {
            if (entry.facet() == Relatedness.Facet.ACTIVITY) {
                relate(entry, nace, kin, kinChannels, kinToVerify);
            } else {
                relate(entry, competences, near, nearChannels, nearToVerify);
            }
        }
        this.inside = near.clone();
        int n = competences.size();
        for (int i = 0; i < n; i++) {
            for (int up = i; up >= 0; up = competences.parent(up)) {
                inside[i * n + up] = 1;
            }
        }
        this.levers = new double[Reading.COUNT][n * nace.size()];
        this.leversToVerify = new boolean[n * nace.size()];
        levers.forEach(this::spread);
    }

    private static void relate(
            Relatedness entry, ConceptTree tree, double[] similarities, String[] channels, boolean[] toVerify) {
        int one = tree.index(entry.one());
        int other = tree.index(entry.other());
        if (one < 0 || other < 0) {
            return;
        }
        for (int at : new int[] {one * tree.size() + other, other * tree.size() + one}) {
            if (entry.similarity() > similarities[at]) {
                similarities[at] = entry.similarity();
                channels[at] = entry.channel();
                toVerify[at] = entry.uncertain();
            } else if (entry.similarity() == similarities[at]) {
                // of two that are equally strong, one that needs no verification is enough
                toVerify[at] &= entry.uncertain();
            }
        }
    }

    private void spread(Lever lever) {
        int competence = competences.index(lever.competence());
        int division = nace.index(lever.division());
        if (competence < 0 || division < 0) {
            return;
        }
        for (int narrower : competences.below(competence)) {
            int at = narrower * nace.size() + division;
            double before = levers[Reading.SCORE][at];
            if (lever.strength() >= before) {
                // of two that are equally strong, one that needs no verification is enough
                leversToVerify[at] = lever.uncertain() && (lever.strength() > before || leversToVerify[at]);
            }
            raise(levers[Reading.SCORE], at, lever.strength());
            raise(levers[Reading.FIT], at, lever.strength());
            raise(levers[Reading.LOW], at, lever.documented() ? lever.strength() : 0);
        }
    }

    private static void raise(double[] values, int at, double value) {
        values[at] = Math.max(values[at], value);
    }

    /**
     * The numbers by which it computes.
     *
     * @return the model
     */
    public MatchingModel model() {
        return model;
    }

    /**
     * Makes a subject ready.
     *
     * @param subject a cluster or a priority
     * @return what scores are computed of; only for this matcher
     */
    public Profile prepare(MatchSubject subject) {
        return new Profile(subject, nace, competences, rarity, model.highestLevel());
    }

    /**
     * Makes subjects ready.
     *
     * @param subjects clusters or priorities
     * @return one profile for each, in the same order
     */
    public List<Profile> prepare(Collection<MatchSubject> subjects) {
        return subjects.stream().map(this::prepare).toList();
    }

    /**
     * One score.
     *
     * @param measure the question
     * @param cluster a cluster
     * @param other a priority, or another cluster where the measure is one between clusters
     * @return between 0 and 1
     */
    public double score(Measure measure, Profile cluster, Profile other) {
        double[] strands = new double[STRANDS];
        strands(measure, Reading.SCORE, cluster, other, strands);
        return model.weights(measure).sum(strands);
    }

    /**
     * A score with its interval.
     *
     * @param measure the question
     * @param cluster a cluster
     * @param other a priority, or another cluster
     * @return the score
     */
    public Rating rate(Measure measure, Profile cluster, Profile other) {
        Weights weights = model.weights(measure);
        double[] strands = new double[STRANDS];
        strands(measure, Reading.SCORE, cluster, other, strands);
        double score = weights.sum(strands);
        strands(measure, Reading.LOW, cluster, other, strands);
        double low = weights.sum(strands);
        strands(measure, Reading.FIT, cluster, other, strands);
        double fit = weights.sum(strands);
        fillUnknown(measure, cluster, other, strands);
        return new Rating(score, low, weights.sum(strands), fit);
    }

    /**
     * How much of a cluster lies inside a priority and how much of the priority it covers, both at face value, with the
     * shares of activities and competences in CORE.
     *
     * @param cluster a cluster
     * @param priority a priority
     * @return both coverages
     */
    public Coverage coverage(Profile cluster, Profile priority) {
        Weights weights = model.weights(Measure.CORE);
        int fit = Reading.FIT;
        return new Coverage(
                weights.activity() * cov(fit, cluster.activities, priority.activities, kin)
                        + weights.competence() * cov(fit, cluster.competences, priority.competences, inside),
                weights.activity() * cov(fit, priority.activities, cluster.activities, kin)
                        + weights.competence() * cov(fit, priority.competences, cluster.competences, near));
    }

    /**
     * Two coverages.
     *
     * @param inside how much of the cluster lies inside the priority
     * @param covers how much of the priority the cluster covers
     */
    public record Coverage(double inside, double covers) {}

    /**
     * Which of two clusters serves the other, or serves it more.
     *
     * @param one a cluster
     * @param other a cluster
     * @return its id; both ids in the order of the question when they serve each other alike, none when neither serves the other
     */
    public List<String> servers(Profile one, Profile other) {
        for (int reading : new int[] {Reading.SCORE, Reading.FIT}) {
            double there = serve(reading, one, other);
            double back = serve(reading, other, one);
            if (!alike(there, back)) {
                return List.of(there > back ? one.id() : other.id());
            }
            if (there > 0) {
                return List.of(one.id(), other.id());
            }
        }
        return List.of();
    }

    /** Whether two values differ by no more than sums of the same terms in another order do. */
    static boolean alike(double one, double other) {
        return Math.abs(one - other) <= ROUNDING;
    }

    /**
     * A score with everything behind it.
     *
     * @param measure the question
     * @param cluster a cluster
     * @param other a priority, or another cluster
     * @return the same score, taken apart
     */
    public Explanation explain(Measure measure, Profile cluster, Profile other) {
        return new Explainer(this, measure, cluster, other).explain(true);
    }

    /**
     * The same without the questions, for lists: to find them, the interval is computed again and again.
     *
     * @param measure the question
     * @param cluster a cluster
     * @param other a priority, or another cluster
     * @return the score, taken apart
     */
    public Explanation evidence(Measure measure, Profile cluster, Profile other) {
        return new Explainer(this, measure, cluster, other).explain(false);
    }

    /**
     * How alike two priorities of a region are.
     *
     * @param one a priority
     * @param other a priority
     * @return between 0 and 1
     */
    public double relatedness(Profile one, Profile other) {
        double[] strands = new double[STRANDS];
        peers(Reading.FIT, one, other, strands);
        Weights core = model.weights(Measure.CORE);
        return core.activity() * strands[ACTIVITY] + core.competence() * strands[COMPETENCE];
    }

    void strands(Measure measure, int reading, Profile cluster, Profile other, double[] strands) {
        if (measure.betweenClusters()) {
            peers(reading, cluster, other, strands);
        } else {
            towardsPriority(reading, cluster, other, strands);
        }
    }

    private void peers(int reading, Profile one, Profile other, double[] strands) {
        strands[ACTIVITY] = (cov(reading, one.activities, other.activities, kin)
                        + cov(reading, other.activities, one.activities, kin))
                / 2;
        strands[COMPETENCE] = (cov(reading, one.competences, other.competences, near)
                        + cov(reading, other.competences, one.competences, near))
                / 2;
        strands[SERVICE] = Math.max(serve(reading, one, other), serve(reading, other, one));
        strands[LEARNING] = harmonic(
                learn(reading, one.competences, other.competences), learn(reading, other.competences, one.competences));
    }

    private void towardsPriority(int reading, Profile cluster, Profile priority, double[] strands) {
        strands[ACTIVITY] = model.inside() * cov(reading, cluster.activities, priority.activities, kin)
                + model.covers() * cov(reading, priority.activities, cluster.activities, kin);
        strands[COMPETENCE] = model.inside() * cov(reading, cluster.competences, priority.competences, inside)
                + model.covers() * cov(reading, priority.competences, cluster.competences, near);
        strands[SERVICE] = serve(reading, cluster, priority);
        strands[LEARNING] = 0;
    }

    /** Raises strands, read at face value, to what they could be if everything unknown were at its best. */
    void fillUnknown(Measure measure, Profile one, Profile other, double[] strands) {
        if (one.activities.unknown() || other.activities.unknown()) {
            strands[ACTIVITY] = 1;
        }
        boolean noCompetences = one.competences.unknown() || other.competences.unknown();
        if (noCompetences) {
            strands[COMPETENCE] = 1;
        }
        strands[SERVICE] = measure.betweenClusters()
                ? Math.max(serveAtBest(one, other), serveAtBest(other, one))
                : serveAtBest(one, other);
        if (noCompetences && measure.betweenClusters()) {
            strands[LEARNING] = 1;
        }
    }

    static boolean knowsWhomItServes(Profile cluster) {
        return !cluster.markets.unknown() && !cluster.competences.unknown();
    }

    double serveAtBest(Profile server, Profile served) {
        if (served.activities.unknown()) {
            return 1;
        }
        if (knowsWhomItServes(server)) {
            return serve(Reading.FIT, server, served);
        }
        if (served.activities.empty()) {
            // the answer is not here, and whatever it is, the server could serve it
            return 1;
        }
        double sum = 0;
        for (int j = 0; j < served.activities.size(); j++) {
            sum += served.activities.weights[j] * (1 - own(server, served.activities.terms[j]));
        }
        return sum;
    }

    /** Soft containment: how much of one side finds something on the other. */
    double cov(int reading, Tags from, Tags to, double[] similarities) {
        int n = similarities == kin ? nace.size() : competences.size();
        double sum = 0;
        for (int i = 0; i < from.terms.length; i++) {
            sum += from.weights[i] * best(reading, from.terms[i], from.confidence[reading][i], to, similarities, n);
        }
        return sum;
    }

    /** What the witness of a term gives: the largest similarity, each counted by the confidence of both tags. */
    double best(int reading, int term, double confidence, Tags to, double[] similarities, int n) {
        double[] others = to.confidence[reading];
        int row = term * n;
        double best = 0;
        for (int j = 0; j < to.terms.length; j++) {
            double value = Math.min(confidence, others[j]) * similarities[row + to.terms[j]];
            if (value > best) {
                best = value;
            }
        }
        return best;
    }

    double serve(int reading, Profile server, Profile served) {
        Tags activities = served.activities;
        double sum = 0;
        for (int j = 0; j < activities.terms.length; j++) {
            sum += activities.weights[j]
                    * serveOne(reading, server, activities.terms[j], activities.confidence[reading][j]);
        }
        return sum;
    }

    double serveOne(int reading, Profile server, int division, double confidence) {
        double best = Math.max(
                bestMarket(reading, server.markets, division, confidence),
                bestLever(reading, server.competences, division, confidence));
        return best == 0 ? 0 : best * (1 - own(server, division));
    }

    private double bestMarket(int reading, Tags markets, int division, double confidence) {
        double best = 0;
        for (int m = 0; m < markets.terms.length; m++) {
            double value = Math.min(markets.confidence[reading][m], confidence)
                    * kin[markets.terms[m] * nace.size() + division];
            best = Math.max(best, value);
        }
        return best;
    }

    private double bestLever(int reading, Tags tags, int division, double confidence) {
        double[] strengths = levers[reading];
        double best = 0;
        for (int k = 0; k < tags.terms.length; k++) {
            double strength = strengths[tags.terms[k] * nace.size() + division];
            if (strength > 0) {
                best = Math.max(best, Math.min(tags.confidence[reading][k], confidence) * tags.levels[k] * strength);
            }
        }
        return best;
    }

    /** How much an activity is a cluster's own, always at face value: more doubt must not make a cluster serve more. */
    double own(Profile server, int division) {
        double own = 0;
        for (int activity : server.activities.terms) {
            own = Math.max(own, kin[activity * nace.size() + division]);
        }
        return own;
    }

    /** What a learner finds in a teacher: the related, neither the same nor the foreign. */
    double learn(int reading, Tags learner, Tags teacher) {
        double sum = 0;
        for (int k = 0; k < teacher.terms.length; k++) {
            sum += teacher.weights[k] * learnOne(reading, learner, teacher.terms[k], teacher.confidence[reading][k]);
        }
        return sum;
    }

    double learnOne(int reading, Tags learner, int taught, double confidence) {
        int row = taught * competences.size();
        double nearest = 0;
        double sure = 0;
        for (int q = 0; q < learner.terms.length; q++) {
            double similarity = lin[row + learner.terms[q]];
            if (similarity >= nearest) {
                double both = Math.min(confidence, learner.confidence[reading][q]);
                sure = similarity > nearest ? both : Math.max(sure, both);
                nearest = similarity;
            }
        }
        return 4 * nearest * (1 - nearest) * sure;
    }

    static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    @Override
    public String toString() {
        return "Matcher" + Arrays.asList(model.version(), nace.size(), competences.size());
    }
}
